"""EUSE's fifteen quality standards and their indicators, in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.domain.quality import STANDARDS
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.quality import Standard

TITLE = {
    "org-1": N_("org-1: We know where we are going, and the service is good"),
    "org-2": N_("org-2: We protect people's rights and stand up for them"),
    "org-3": N_("org-3: The persons we support plan and decide with us"),
    "org-4": N_("org-4: Our staff are able and well looked after"),
    "engage-1": N_("engage-1: People know all they need to choose us or not"),
    "profile-1": N_("profile-1: We get to know the person with the person"),
    "profile-2": N_("profile-2: People choose work knowing what it means"),
    "profile-3": N_("profile-3: Everybody has a plan of their own that can change"),
    "search-1": N_("search-1: We help to find the job that fits best"),
    "search-2": N_("search-2: We prepare and back people in looking for work"),
    "employer-1": N_("employer-1: We help the employer to find the right person"),
    "support-1": N_("support-1: Support at work helps people to stand on their own feet"),
    "result-1": N_("result-1: People find and keep a paid job like any other"),
    "result-2": N_("result-2: People are valued and belong to the team"),
    "result-3": N_("result-3: People learn and move on"),
}

INDICATOR = {
    "org-1.mission": N_(
        "What we are here for is written down: work among others, taking part, nobody shut out."
    ),
    "org-1.equal-chances": N_("We have rules on equal chances and on safety, and keep to them."),
    "org-1.planning": N_("We plan for the months ahead, for the coming years and for later."),
    "org-1.evaluation": N_("We keep looking at how well we work."),
    "org-1.data": N_(
        "We gather what came of it, how content people are and what it cost, and use it."
    ),
    "org-1.learning": N_("We learn from each other and from what went wrong."),
    "org-1.finances": N_("Money is found, shared out openly and checked."),
    "org-2.charter": N_(
        "People's rights are written down, everybody can read them, and we keep them."
    ),
    "org-2.confidentiality": N_("What we are told in confidence is safe with each of us."),
    "org-2.choices": N_("What people think and choose counts."),
    "org-2.rights-at-work": N_("We encourage people to use their rights at work."),
    "org-3.policy": N_(
        "It is settled how persons, families, employers and partners have their say."
    ),
    "org-3.user-groups": N_(
        "There are groups in which the persons we support speak for themselves."
    ),
    "org-3.complaints": N_("Opinions, complaints and suggestions lead to something."),
    "org-4.recruitment": N_("We choose new colleagues with care, and they stay."),
    "org-4.roles": N_("Everybody knows their task, what it takes and what they answer for."),
    "org-4.ratio": N_("Nobody follows more persons than can be followed well."),
    "org-4.conditions": N_("Working conditions are good."),
    "org-4.support": N_("Everybody's work is talked over regularly, and everybody gets support."),
    "org-4.training": N_("Colleagues go on learning and develop."),
    "engage-1.welcome": N_(
        "Our place is easy to reach and enter, and people are received with respect."
    ),
    "engage-1.communication": N_(
        "We find out how somebody communicates best, and see that it is possible."
    ),
    "engage-1.control": N_("The person settles when, where, with whom and about what we meet."),
    "engage-1.questions": N_("We ask for opinions, and questions are welcome."),
    "engage-1.information": N_(
        "What we do, how it goes and what the labour market is like is told so that it is understood."
    ),
    "engage-1.agreement": N_("What we agree on is set down in a form that the person can follow."),
    "engage-1.options": N_("The person knows what else there would be."),
    "profile-1.meetings": N_("We meet in private, in a place that suits the person."),
    "profile-1.methods": N_("How we work fits how the person learns and communicates."),
    "profile-1.reasons": N_("Whoever is asked something knows why."),
    "profile-1.helpers": N_("We look together for others who can help."),
    "profile-1.ownership": N_("What is gathered belongs to the person and is used as agreed."),
    "profile-1.profile": N_("It becomes a profile of this one person."),
    "profile-2.person-first": N_("We look at work starting from interests, abilities and needs."),
    "profile-2.range": N_("The person sees several possibilities in the region."),
    "profile-2.demands": N_("The person knows what a job asks and how it can be learnt."),
    "profile-2.trials": N_(
        "One can watch a job or try it for some days, with an end that is known."
    ),
    "profile-3.together": N_("The plan is made with the person, in a form the person understands."),
    "profile-3.person": N_("Interests, wishes and abilities stand in it."),
    "profile-3.goals": N_("It names goals, and ways to reach them."),
    "profile-3.support": N_("It says which support and which means it takes."),
    "profile-3.helpers": N_("It names the others who help."),
    "profile-3.lead": N_("The person leads as far as possible."),
    "profile-3.reviews": N_("It says when we look at it again."),
    "profile-3.copies": N_("The person holds a signed copy and decides who else gets one."),
    "search-1.trends": N_("We know what the region's labour market is looking for."),
    "search-1.matching": N_("We compare what a person brings with what a workplace asks."),
    "search-1.telling": N_("The person hears at once what came of an application."),
    "search-1.choice": N_("We help to choose with open eyes."),
    "search-1.business": N_("We are in touch with firms and their networks."),
    "search-1.development": N_("We look at how we search, and do it better."),
    "search-2.steps": N_("People take the steps they can take themselves."),
    "search-2.applying": N_("They decide on their part in applying."),
    "search-2.contacting": N_("They have a part in speaking with employers."),
    "search-2.conditions": N_("They help to settle conditions that suit them."),
    "employer-1.profile": N_("An employer's needs, demands and workplaces are written down."),
    "employer-1.role": N_("Employers know what we do and what we do not do."),
    "employer-1.awareness": N_(
        "We offer to explain what a disability or a hard life means at work."
    ),
    "employer-1.natural-supports": N_("We help colleagues to support each other."),
    "employer-1.carving": N_("We shape jobs anew, or find ones that were not there."),
    "employer-1.trials": N_("Trials, days to watch and visits are possible."),
    "employer-1.reachable": N_("An employer can reach us whenever it is needed."),
    "employer-1.networks": N_("We take part in employers' networks."),
    "employer-1.throughout": N_("We work together from the first talk on, and beyond the hiring."),
    "employer-1.opinion": N_("We ask employers what they think of our work."),
    "support-1.learning": N_("We find out together how the person learns best on the job."),
    "support-1.plan": N_("A plan that everybody understands says what is to be learnt and done."),
    "support-1.discreet": N_("Support does not put the person on show."),
    "support-1.aids": N_("What helps at the workplace fits it, and lowers nobody in others' eyes."),
    "support-1.flexible": N_("Support bends to what is needed, at work and outside."),
    "support-1.social": N_("It takes in meals, parties and what else colleagues do."),
    "support-1.induction": N_(
        "The person gets the firm's own induction, trial period and reviews, as others do."
    ),
    "support-1.negotiating": N_("We help to talk about conditions with the employer."),
    "result-1.contract": N_("The contract is valid and made to last."),
    "result-1.wishes": N_("Days, hours, leave, manner of work and pay are as the person wished."),
    "result-1.equal-pay": N_("Pay and benefits are those of others in the same work."),
    "result-1.six-months": N_("The job is kept for six months at least."),
    "result-2.natural-supports": N_("Employer and colleagues give the support that is needed."),
    "result-2.relations": N_("People get on well with each other."),
    "result-2.activities": N_("The person is there when colleagues meet outside work."),
    "result-3.possibilities": N_(
        "As skills grow, we look for what else is possible, in the firm and elsewhere."
    ),
    "result-3.training": N_("We help to get training."),
}

_EVIDENCE = {
    frozenset({"document", "audit"}): N_(
        "Evidence asked for: a document, an audit of the service."
    ),
    frozenset({"audit", "person"}): N_(
        "Evidence asked for: an audit of the service, what the persons say."
    ),
    frozenset({"document", "audit", "person"}): N_(
        "Evidence asked for: a document, an audit of the service, what the persons say."
    ),
    frozenset({"document", "audit", "staff"}): N_(
        "Evidence asked for: a document, an audit of the service, what the staff say."
    ),
    frozenset({"document", "person"}): N_("Evidence asked for: a document, what the persons say."),
    frozenset({"employer", "audit"}): N_(
        "Evidence asked for: what the employers say, an audit of the service."
    ),
    frozenset({"employer", "audit", "person"}): N_(
        "Evidence asked for: what the persons and the employers say, an audit of the service."
    ),
}


def evidence_sentence(standard: Standard) -> str:
    """Return the message that says which evidence a standard asks for."""
    return _EVIDENCE[frozenset(standard.evidence)]


assert {standard.id for standard in STANDARDS} == TITLE.keys()
assert {one for standard in STANDARDS for one in standard.indicators} == INDICATOR.keys()
