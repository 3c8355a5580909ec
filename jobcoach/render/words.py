"""The trade's words behind the files' codes (domain.md, "Words")."""

from jobcoach.render.catalogue import N_

HOW = {
    "visit": N_("visit"),
    "meeting": N_("meeting"),
    "phone": N_("phone call"),
    "video": N_("video call"),
    "message": N_("message"),
    "letter": N_("letter"),
}
KIND_OF_DUE = {
    "promised": N_("Promised contact"),
    "contact": N_("Contact with the person"),
    "employer-contact": N_("Contact with the employer"),
    "no-news": N_("No news"),
    "keep-warm": N_("Keep the link with the firm"),
    "first-employer": N_("First employer contact"),
    "decision": N_("The person's decision"),
    "interview": N_("Interview"),
    "debrief": N_("Talk after the interview"),
    "answer": N_("The employer's answer"),
    "plan-review": N_("Plan review"),
    "step": N_("Step of the plan"),
    "obstacle": N_("Obstacle to look at again"),
    "expected": N_("Still to put in place"),
    "agreement": N_("Agreement"),
    "consent": N_("Consent running out"),
    "constraint-end": N_("Constraint ending"),
    "contract-end": N_("Contract ending"),
    "aid-end": N_("Hiring aid ending"),
    "limit": N_("Time limit of the stage"),
    "pause-end": N_("End of a pause"),
    "check-in": N_("News from the job"),
    "complaint": N_("Complaint to answer"),
}
NEEDS = {
    "participation": N_("the person's agreement to take part"),
    "trust-contract": N_("a trust contract"),
    "service": N_("a service agreement"),
    "work-plan": N_("a work plan agreed with the person"),
    "service-dated": N_("a service agreement with an end or a review date"),
    "employer-agreement": N_("a follow-up agreement with the employer"),
    "profile": N_("a profile (one wish at least; the constraints, be it an empty list)"),
    "plan": N_("a plan with a goal"),
    "signed-plan": N_("a plan signed by the person, who holds a copy"),
    "available": N_("being available"),
    "motivated": N_("being motivated"),
    "trained": N_("being ready without further training"),
    "accepted-application": N_("an application the person accepted"),
    "presented-application": N_("an application accepted and presented to the employer"),
    "presentation-consent": N_("an application, and the person's consent toward its employer"),
    "placement": N_("a placement under way"),
    "paid-placement": N_("a paid placement under way"),
    "referent": N_("a referent among the service's coaches"),
    "reason": N_("a reason (`why`)"),
    "shared-evaluation": N_("a closing review by the person and one by the coach"),
}
AGREEMENT = {
    "participation": N_("agreement to take part"),
    "trust-contract": N_("trust contract"),
    "service": N_("service agreement"),
    "work-plan": N_("work plan"),
    "follow-up": N_("follow-up agreement"),
    "other": N_("other agreement"),
}
CONTRACT = {
    "permanent": N_("permanent contract"),
    "fixed-term": N_("fixed-term contract"),
    "temporary": N_("temporary agency work"),
    "subsidised": N_("subsidised contract"),
    "self-employed": N_("self-employed"),
    "internship": N_("internship"),
    "trial": N_("trial"),
    "in-company-training": N_("in-company training"),
}
CONTRACT_IN_FULL = {
    "permanent": N_("a contract without an end"),
    "fixed-term": N_("a contract with an end"),
    "temporary": N_("work through an agency"),
    "subsidised": N_("a contract with help from the state"),
    "self-employed": N_("work of one's own"),
    "internship": N_("an internship to learn"),
    "trial": N_("some days to try"),
    "in-company-training": N_("learning in a firm"),
}
"""The same in everyday words, for the easy-to-read documents."""
END_REASON = {
    "end-of-contract": N_("end of the contract"),
    "renewed": N_("renewed"),
    "converted": N_("made permanent"),
    "resigned": N_("resigned"),
    "dismissed": N_("dismissed"),
    "health": N_("health"),
    "better-job": N_("a better job"),
    "other": N_("other reason"),
}
OUTCOME = {
    "hired": N_("hired"),
    "refused": N_("not chosen"),
    "withdrawn": N_("withdrawn"),
    "cancelled": N_("cancelled"),
}
DECISION = {"accepted": N_("accepted"), "declined": N_("declined")}
STATUS = {
    "prospect": N_("prospect"),
    "open": N_("open"),
    "partner": N_("partner"),
    "paused": N_("paused"),
    "do-not-contact": N_("do not contact"),
}
SIZE = {
    "micro": N_("fewer than 10"),
    "small": N_("10 to 49"),
    "medium": N_("50 to 249"),
    "large": N_("250 and more"),
}
CONSTRAINT = {
    "hours": N_("hours"),
    "mobility": N_("mobility"),
    "health": N_("health"),
    "family": N_("family"),
    "legal": N_("papers"),
    "language": N_("language"),
    "other": N_("other"),
}
ABOUT = {
    "name": N_("name"),
    "contact": N_("contact details"),
    "situation": N_("situation"),
    "wishes": N_("wishes"),
    "strengths": N_("strengths"),
    "skills": N_("skills"),
    "experience": N_("experience"),
    "constraints": N_("constraints"),
    "confidential": N_("confidential constraints"),
    "plan": N_("plan"),
    "history": N_("path so far"),
}
ABOUT_IN_FULL = {
    "name": N_("the name"),
    "contact": N_("the telephone number, the mail address and the place"),
    "situation": N_("work, income and family"),
    "wishes": N_("what is wished for"),
    "strengths": N_("what the person is good at"),
    "skills": N_("what the person can do"),
    "experience": N_("which work was done before"),
    "constraints": N_("what the person needs at work"),
    "confidential": N_("what is secret"),
    "plan": N_("all the goals and steps, also those outside work"),
    "history": N_("the way until today"),
}
"""The same in everyday words, for the easy-to-read documents."""
SITUATION = {
    "jobseeker": N_("job seeker"),
    "integration-income": N_("integration income"),
    "disability-allowance": N_("disability allowance"),
    "no-income": N_("no income"),
    "working": N_("working"),
    "training": N_("in training"),
    "debt-plan": N_("debt plan"),
    "single-parent": N_("single parent"),
    "asylum-seeker": N_("asylum seeker"),
}
REVIEW = {
    "plan": N_("plan review"),
    "agreement": N_("agreement review"),
    "satisfaction": N_("satisfaction asked"),
    "complaint": N_("complaint"),
    "closing": N_("closing review"),
}
WEEKDAY = {
    "mon": N_("Mon"),
    "tue": N_("Tue"),
    "wed": N_("Wed"),
    "thu": N_("Thu"),
    "fri": N_("Fri"),
    "sat": N_("Sat"),
    "sun": N_("Sun"),
}
WEEKDAY_IN_FULL = {
    "mon": N_("Monday"),
    "tue": N_("Tuesday"),
    "wed": N_("Wednesday"),
    "thu": N_("Thursday"),
    "fri": N_("Friday"),
    "sat": N_("Saturday"),
    "sun": N_("Sunday"),
}
QUALITY_CRITERION = {
    "respect": N_("respect"),
    "recognition": N_("recognition"),
    "suggest": N_("the right to suggest"),
    "safety": N_("safety"),
    "atmosphere": N_("atmosphere"),
    "learning": N_("learning"),
}
"""Criteria are free; these often used ones are said in the document's language."""
QUALITY = {"good": N_("good"), "fair": N_("fair"), "poor": N_("poor"), "unknown": N_("unknown")}
LOADS = {"none": N_("no loads"), "light": N_("light loads"), "heavy": N_("heavy loads")}
PAY = {"at-scale": N_("at scale"), "below-scale": N_("below scale")}
PAY_IN_FULL = {
    "at-scale": N_("the usual pay for this work"),
    "below-scale": N_("less than the usual pay for this work"),
}
LANGUAGE_NAME = {"fr": N_("French"), "en": N_("English"), "nl": N_("Dutch"), "de": N_("German")}
DOCUMENT_FORM = {
    "standard": N_("standard"),
    "easy": N_("easy to read"),
    "large": N_("large print"),
}
PARTY = {
    "person": N_("the person"),
    "coach": N_("the coach"),
    "employer": N_("the employer"),
    "partner": N_("a partner"),
    "employers": N_("employers"),
    "partners": N_("partners"),
}
DOCUMENT = {
    "plan": N_("plan"),
    "trust-contract": N_("trust contract"),
    "follow-up": N_("follow-up agreement"),
    "presentation": N_("presentation"),
    "job": N_("job sheet"),
    "effects": N_("what a job would change"),
    "meeting": N_("meeting sheet"),
    "closing": N_("closing review"),
}
PICTURE = {
    "person": N_("A person"),
    "coach": N_("Two people, one with a hand on the other's shoulder"),
    "wish": N_("A person who thinks of a heart"),
    "strengths": N_("A person with a star"),
    "help": N_("Two people carry something together"),
    "worry": N_("A worried face under a cloud"),
    "sign": N_("A bell that rings"),
    "goal": N_("A flag on a hill"),
    "step": N_("A person climbs stairs"),
    "who-does-what": N_("Two people, each with a task"),
    "support": N_("People around one person"),
    "letter": N_("An envelope"),
    "eye": N_("An eye and a padlock"),
    "calendar": N_("A calendar with one day marked"),
    "talk": N_("Two speech bubbles"),
    "rights": N_("A person in a shield"),
    "signature": N_("A pen signs on a line"),
    "job": N_("A work case"),
    "tasks": N_("A list with ticks"),
    "hours": N_("A clock"),
    "place": N_("A pin on the ground"),
    "bus": N_("A bus"),
    "money": N_("A banknote and coins"),
    "change": N_("A square becomes a circle"),
    "question": N_("A question mark in a speech bubble"),
    "phone": N_("A telephone that rings"),
    "stop": N_("An open hand"),
    "done": N_("A tick in a circle"),
    "home": N_("A house with a big and a small person"),
    "employer": N_("A shop with a person in the door"),
}
"""What stands for each picture of the easy-to-read documents where it cannot be seen."""
