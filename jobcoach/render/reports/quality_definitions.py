"""What each figure of ``report quality`` counts, out of what, and what it leaves out."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition

_COACHED = N_("all persons coached; in a column, those of the column")
_AS_NOW = N_("nobody; the file keeps no history of this, it counts as it stands there now")
_OF_THEM = N_("the row above them; in a column, those of the column")
_NUMBER = N_("a number, so no share")
_NOT_COACHED = N_("what stands in the files of persons not coached in the period")
_MAY_NOT_KNOW = N_(
    "placements whose employer has no file, or may not know that there is a coach: nothing can be asked of it"
)
_ON_FILE_NOT_SAID = N_("whatever was done and not written down: a gap may be one of the files only")

DEFINITIONS = {
    "persons": Definition(
        N_(
            "Persons who, on a day of the period, were in a stage that comes neither before coaching "
            "nor after its end; as in the report on activity. Whatever is said of persons below is said "
            "of them, as known on the last day."
        ),
        N_("all persons on file; a total, so no share"),
        N_("persons received who did not start; stages that are in no process model"),
    ),
    "gaps": Definition(
        N_(
            "Standards with an indicator answered no or partly, not answered, or answered more than a "
            "year before the last day; and what the figures below show to be missing in the files, as "
            "soon as it is once. In the order of the standards, which is no order of merit."
        ),
        "",
        N_("standards without any gap; answers given after the last day"),
    ),
    "answers": Definition(""),
    "org-1.ends": Definition(
        N_("Paid contracts that ended in the period, by whether the file says why."),
        _OF_THEM,
        _NOT_COACHED,
    ),
    "org-2.consent": Definition(
        N_("Persons who had allowed somebody to be told something, on the last day."),
        _COACHED,
        N_("nobody; that somebody allows nothing may be as it should be"),
    ),
    "org-2.withdrawn": Definition(
        N_("Consents that persons took back on a day of the period."), _NUMBER, _NOT_COACHED
    ),
    "org-2.disclosures": Definition(
        N_(
            "Documents about a person handed to others in the period, as jobcoach records them; by "
            "whether a consent toward this party (or all employers, all partners) was in force that day. "
            "A consent taken back no longer holds on that day itself."
        ),
        _OF_THEM,
        N_("what was said or handed over without jobcoach; what exactly the consent was about"),
    ),
    "org-3.complaints": Definition(
        N_(
            "Complaints made in the period, whoever made them; in time is what the settings give the "
            "service to answer (seven days, if they say nothing)."
        ),
        _OF_THEM,
        N_("complaints in employers' own files"),
    ),
    "org-3.own_reviews": Definition(
        N_(
            "Persons with a review of the plan, an agreement, satisfaction or the closing that is their own, in the "
            "period."
        ),
        _COACHED,
        N_("reviews by others; complaints"),
    ),
    "org-3.closed": Definition(
        N_(
            "Times a person came into a final stage in the period, by whether a closing review of their own "
            "is on file since the case was opened; or one that says they moved, died or cannot be reached."
        ),
        _OF_THEM,
        N_("moves from one final stage to another"),
    ),
    "org-4.now": Definition(
        N_("Persons coached, by whether they were so on the last day."), _COACHED, ""
    ),
    "org-4.coach": Definition(
        N_("Those coached on the last day, by whether their coach is in the settings."),
        N_("persons coached on the last day; in a column, those of the column"),
        N_("how many each coach follows: that is in the report on caseload"),
    ),
    "org-4.absences": Definition(
        N_("Absences of coaches with a day in the period, by whether a cover is named."),
        _OF_THEM,
        N_("whether the cover was there all the time"),
    ),
    "engage-1.agreement": Definition(
        N_(
            "Persons with an agreement to take part, a trust contract or a service agreement that was made "
            "and not ended by the last day; one whose term has run out counts."
        ),
        _COACHED,
        "",
    ),
    "engage-1.documents": Definition(
        N_("Persons whose file says which form of documents suits them: standard, easy or large."),
        _COACHED,
        _AS_NOW,
    ),
    "engage-1.prefers": Definition(
        N_("Persons whose file says how, where or when they like to meet."), _COACHED, _AS_NOW
    ),
    "profile-1.profile": Definition(
        N_(
            "Persons with at least one wish on file and with constraints asked about (an empty list is an answer)."
        ),
        _COACHED,
        _AS_NOW,
    ),
    "profile-1.strengths": Definition(
        N_("Persons with at least one strength or skill on file."), _COACHED, _AS_NOW
    ),
    "profile-2.decisions": Definition(
        N_("Decisions of persons on jobs proposed to them, by their day in the period."),
        _OF_THEM,
        N_("decisions without a day: they stand in the row below"),
    ),
    "profile-2.undated": Definition(
        N_("Decisions on file without a day, of whatever time."), _NUMBER, _NOT_COACHED
    ),
    "profile-2.trials": Definition(
        N_("Trials and internships begun in the period, by whether an end was planned."),
        _OF_THEM,
        N_("training in a firm; days to watch that are no placement"),
    ),
    "profile-3.plans": Definition(
        N_("Persons with a plan that has a goal, made by the last day."), _COACHED, _AS_NOW
    ),
    "profile-3.signed": Definition(
        N_(
            "Plans by whether the person has signed by the last day, whether the plan is still the one "
            "signed, and whether the person is noted among those who hold a copy."
        ),
        N_("persons with a plan; in a column, those of the column"),
        N_("earlier plans; signatures made before jobcoach kept what was signed count as they are"),
    ),
    "profile-3.no_plan": Definition(
        N_("Persons without a plan, or with one without any goal."), _COACHED, ""
    ),
    "profile-3.reviews": Definition(
        N_("Reviews of the plan held in the period, by whomever."), _NUMBER, _NOT_COACHED
    ),
    "profile-3.review": Definition(
        N_(
            "Plans whose review fell due before the last day and was not held (the day agreed, else six months "
            "after the plan or its last review); the others, by whether one was held in the period."
        ),
        N_("persons with a plan; in a column, those of the column"),
        N_("pauses: a review counts as overdue in one too"),
    ),
    "search-1.jobs": Definition(
        N_(
            "Jobs of employers that were open on a day of the period, by whether tasks and needed demands are "
            "on file. With one coach, jobs of that coach's employers."
        ),
        _OF_THEM,
        N_("jobs of firms without a file; what stood there before it was changed"),
    ),
    "search-1.answers": Definition(
        N_(
            "Applications that an employer ended in the period (hired, refused, cancelled), by whether a contact "
            "with the person that counts followed, on that day or later."
        ),
        _OF_THEM,
        N_("applications that the person withdrew; what was talked about in that contact"),
    ),
    "search-1.undated": Definition(
        N_("Answers of employers without a day, of whatever time."), _NUMBER, _NOT_COACHED
    ),
    "telling_days": Definition(
        N_(
            "For each such answer the days to the next contact with the person that counts; without any, "
            "the days until the last one looked at, as still open."
        ),
        N_("answers of employers in the period"),
        N_("answers without a day"),
    ),
    "search-2.applications": Definition(
        N_("Applications whose day of proposal lies in the period."), _NUMBER, _NOT_COACHED
    ),
    "search-2.by": Definition(
        N_("The same, by who found the job."),
        N_("applications; in a column, those of the column"),
        "",
    ),
    "search-2.decision": Definition(
        N_("The same, by whether the person's decision was on file on the last day."),
        N_("applications; in a column, those of the column"),
        "",
    ),
    "search-2.undated": Definition(
        N_("Applications without a day of proposal, of whatever time."), _NUMBER, _NOT_COACHED
    ),
    "employer-1.employers": Definition(
        N_(
            "Employers with at least one contact in the period that took place by visit, meeting, phone or "
            "video, in their own file or a person's; as in the report on activity."
        ),
        _NUMBER,
        N_("messages and letters; firms without a file"),
    ),
    "employer-1.reference": Definition(
        N_("Employers contacted, by whether a reference contact is named."),
        N_("employers contacted"),
        _AS_NOW,
    ),
    "employer-1.needs": Definition(
        N_("Employers contacted, by whether their customs or what they fear is on file."),
        N_("employers contacted"),
        _AS_NOW,
    ),
    "employer-1.workplace": Definition(
        N_("Employers contacted, by whether a job with its tasks is on file, open or not."),
        N_("employers contacted"),
        _AS_NOW,
    ),
    "employer-1.asked": Definition(
        N_(
            "Employers contacted, by whether a review of satisfaction of theirs is on file in the period, "
            "in their own file or a person's."
        ),
        N_("employers contacted"),
        N_("employers are not all to be asked: a first call is no occasion"),
    ),
    "employer-1.placements": Definition(
        N_("Placements under way on the last day, paid or stepping stones."), _NUMBER, _MAY_NOT_KNOW
    ),
    "employer-1.agreement": Definition(
        N_("The same, by whether an agreement on follow-up with the employer is in force."),
        N_("placements under way; in a column, those of the column"),
        _MAY_NOT_KNOW,
    ),
    "support-1.placements": Definition(
        N_("Placements under way on a day of the period, paid or stepping stones."),
        _NUMBER,
        _MAY_NOT_KNOW,
    ),
    "support-1.tutor": Definition(
        N_("The same, by whether a tutor in the firm is named."),
        N_("placements under way in the period; in a column, those of the column"),
        _AS_NOW,
    ),
    "support-1.handover": Definition(
        N_(
            "The same, by whether something the coach did was handed over to somebody in the firm by the last day."
        ),
        N_("placements under way in the period; in a column, those of the column"),
        N_("nothing; a placement just begun has nothing to hand over yet"),
    ),
    "result-1.jobs": Definition(
        N_(
            "Jobs begun in the period: paid placements with one employer that follow each other within "
            "seven days are one job."
        ),
        _NUMBER,
        N_("jobs that were there before coaching; renewals"),
    ),
    "result-1.contract": Definition(
        N_("The same, by the kind of the first contract."),
        N_("all new jobs; in a column, those of the column"),
        "",
    ),
    "result-1.pay": Definition(
        N_("The same, by whether the first contract pays what the scale says."),
        N_("all new jobs; in a column, those of the column"),
        "",
    ),
    "result-1.six_months": Definition(
        N_(
            "Jobs whose beginning was six months ago on a day of the period, by whether they were there still "
            "on that day."
        ),
        _OF_THEM,
        N_("jobs that were there before coaching; jobs begun less than six months ago"),
    ),
    "result-2.jobs": Definition(
        N_("Paid jobs under way on the last day, those that were there before among them."),
        _NUMBER,
        _MAY_NOT_KNOW,
    ),
    "result-2.supports": Definition(
        N_("The same, by whether anybody in the firm is named as a natural support."),
        N_("jobs under way; in a column, those of the column"),
        _AS_NOW,
    ),
    "result-2.employer": Definition(
        N_(
            "The same, by whether a review of satisfaction by this employer is on file in the period, in its own "
            "file or the person's."
        ),
        N_("jobs under way; in a column, those of the column"),
        N_("what was said in passing"),
    ),
    "result-2.job": Definition(
        N_("Persons by whether they had a paid job on a day of the period."), _COACHED, ""
    ),
    "result-2.person": Definition(
        N_(
            "Those with a job, by whether a review of satisfaction of their own is on file in the period."
        ),
        N_("persons with a paid job in the period; in a column, those of the column"),
        N_("how content they are: that stands in their own words, and is no figure"),
    ),
    "result-3.changes": Definition(
        N_("Paid contracts begun in the period that go on with a job at the same employer."),
        _NUMBER,
        N_(
            "changes of duties, and training: files give them no day; another job at another employer"
        ),
    ),
    "result-3.hours": Definition(
        N_("The same, by whether the hours a week are more or fewer than before."),
        N_("contracts that go on with a job; in a column, those of the column"),
        "",
    ),
    "result-3.contract": Definition(
        N_("The same, by whether the kind of contract changed."),
        N_("contracts that go on with a job; in a column, those of the column"),
        "",
    ),
    "ips.active.post": Definition(
        N_(
            "Persons coached on the last day, and so many to one full-time post, from full_time_coaches in "
            "quality.yaml. For comparison: the IPS scale holds 20 or fewer to be best, then come 21 to 25, "
            "26 to 30, 31 to 40, and 41 and more."
        ),
        N_("the full-time posts that quality.yaml gives"),
        N_("persons before or after coaching; how posts were filled on earlier days"),
    ),
    "ips.active.coach": Definition(
        N_(
            "Persons coached on the last day, and so many to one coach in the settings, full-time or not: "
            "quality.yaml does not say how many full-time posts they fill. For comparison, per full-time post: the "
            "IPS scale holds 20 or fewer to be best, then come 21 to 25, 26 to 30, 31 to 40, and 41 and more."
        ),
        N_("the coaches in the settings"),
        N_("persons before or after coaching; how much each coach works"),
    ),
    "ips.active.one": Definition(
        N_("Persons of this coach coached on the last day."),
        _NUMBER,
        N_("persons before or after coaching"),
    ),
    "ips.start": Definition(
        N_("Persons coached, by whether they entered their first stage in the period."),
        _COACHED,
        N_("nobody; coming back after a closing is no first entry"),
    ),
    "ips.first_contact": Definition(
        N_(
            "Persons whose first stage entry lies in the period, by the first visit to or meeting with an "
            "employer in the person's file: how many days after that entry. One before counts as on the day."
        ),
        N_("first stage entered in the period; in a column, those of the column"),
        N_(
            "phone and video; contacts in employers' own files; firms without a file; interviews without a "
            "contact on file"
        ),
    ),
    "ips.days": Definition(
        N_(
            "For each of them the days from the first stage entry to that visit or meeting; without any, the days "
            "until the case was closed, else until the last one looked at, as still open."
        ),
        N_("persons whose first stage entry lies in the period"),
        N_("the same as above"),
    ),
    "ips.contacts.post": Definition(
        N_(
            "Contacts with employers in the period that took place, in all files; one employer on one day counts "
            "once in each way. So many a week and full-time post; without a first day, the number alone."
        ),
        N_("the weeks of the period times the full-time posts in quality.yaml"),
        N_("messages and letters; firms without a file"),
    ),
    "ips.contacts.coach": Definition(
        N_(
            "Contacts with employers in the period that took place, in all files; one employer on one day counts "
            "once in each way. So many a week and coach; without a first day, the number alone."
        ),
        N_("the weeks of the period times the coaches in the settings, full-time or not"),
        N_("messages and letters; firms without a file"),
    ),
    "ips.contacts.one": Definition(
        N_(
            "Contacts of this coach with employers in the period that took place, in all files; one employer on "
            "one day counts once in each way. So many a week; without a first day, the number alone."
        ),
        N_("the weeks of the period"),
        N_("messages and letters; firms without a file; contacts that do not say by whom"),
    ),
    "ips.jobs": Definition(
        N_("Jobs begun in the period, as above."),
        _NUMBER,
        N_("jobs that were there before coaching; renewals"),
    ),
    "ips.market": Definition(
        N_("The same, by the market of the first contract; ordinary where nothing else is said."),
        N_("all new jobs; in a column, those of the column"),
        "",
    ),
    "ips.titles": Definition(
        N_("Different titles among them; capitals and blanks make no difference."),
        N_("all new jobs"),
        N_("jobs without a title; that two titles may mean the same work"),
    ),
    "ips.title_unknown": Definition(
        N_("New jobs for which neither the placement nor the employer's file has a title."),
        N_("all new jobs; in a column, those of the column"),
        "",
    ),
    "ips.employers": Definition(
        N_("Different employers among them, firms without a file by their name."),
        N_("all new jobs"),
        "",
    ),
    "ips.first_months": Definition(
        N_("Jobs whose first month ended in the period."),
        _NUMBER,
        N_("jobs that were there before coaching; jobs begun less than a month ago"),
    ),
    "ips.first_month": Definition(
        N_(
            "The same, by whether a contact that counts with the person or the employer is in the person's file "
            "from the first day to the last of that month."
        ),
        N_("jobs whose first month ended; in a column, those of the column"),
        _ON_FILE_NOT_SAID,
    ),
    "ips.month_contacts": Definition(
        N_("All those contacts, and so many to one job."),
        N_("jobs whose first month ended"),
        N_("contacts in the employer's own file"),
    ),
}
