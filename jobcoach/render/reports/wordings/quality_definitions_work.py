"""The definitions of ``report quality`` on the search, on employers, on support and on results."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition
from jobcoach.render.reports.wordings.shared import (
    AS_NOW,
    NOT_COACHED,
    NUMBER,
    OF_COACHED,
    OF_ROW_ABOVE,
)

_MAY_NOT_KNOW = N_(
    "placements whose employer has no file, or may not know that there is a coach: nothing can be asked of it"
)

WORK = {
    "search-1.jobs": Definition(
        N_(
            "Jobs of employers that were open on a day of the period, by whether tasks and needed demands are "
            "on file. With one coach, jobs of that coach's employers."
        ),
        OF_ROW_ABOVE,
        N_("jobs of firms without a file; what stood there before it was changed"),
    ),
    "search-1.answers": Definition(
        N_(
            "Applications that an employer ended in the period (hired, refused, cancelled), by whether a contact "
            "with the person that counts followed, on that day or later."
        ),
        OF_ROW_ABOVE,
        N_("applications that the person withdrew; what was talked about in that contact"),
    ),
    "search-1.undated": Definition(
        N_("Answers of employers without a day, of whatever time."), NUMBER, NOT_COACHED
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
        N_("Applications whose day of proposal lies in the period."), NUMBER, NOT_COACHED
    ),
    "search-2.by": Definition(
        N_("These applications, by who found the job."),
        N_("applications; in a column, those of the column"),
        "",
    ),
    "search-2.decision": Definition(
        N_("These applications, by whether the person's decision was on file on the last day."),
        N_("applications; in a column, those of the column"),
        "",
    ),
    "search-2.undated": Definition(
        N_("Applications without a day of proposal, of whatever time."), NUMBER, NOT_COACHED
    ),
    "employer-1.employers": Definition(
        N_(
            "Employers with at least one contact in the period that took place by visit, meeting, phone or "
            "video, in their own file or a person's; as in report activity."
        ),
        NUMBER,
        N_("messages and letters; firms without a file"),
    ),
    "employer-1.reference": Definition(
        N_("Employers contacted, by whether a reference contact is named."),
        N_("employers contacted"),
        AS_NOW,
    ),
    "employer-1.needs": Definition(
        N_("Employers contacted, by whether their customs or what they fear is on file."),
        N_("employers contacted"),
        AS_NOW,
    ),
    "employer-1.workplace": Definition(
        N_("Employers contacted, by whether a job with its tasks is on file, open or not."),
        N_("employers contacted"),
        AS_NOW,
    ),
    "employer-1.asked": Definition(
        N_(
            "Employers contacted, by whether a review of satisfaction of theirs is on file in the period, "
            "in their own file or a person's."
        ),
        N_("employers contacted"),
        N_("nothing; but not every employer is to be asked: a first call is no occasion"),
    ),
    "employer-1.placements": Definition(
        N_("Placements under way on the last day, paid or stepping stones."), NUMBER, _MAY_NOT_KNOW
    ),
    "employer-1.agreement": Definition(
        N_("These placements, by whether an agreement on follow-up with the employer is in force."),
        N_("placements under way; in a column, those of the column"),
        _MAY_NOT_KNOW,
    ),
    "support-1.placements": Definition(
        N_("Placements under way on a day of the period, paid or stepping stones."),
        NUMBER,
        _MAY_NOT_KNOW,
    ),
    "support-1.tutor": Definition(
        N_("These placements, by whether a tutor in the firm is named."),
        N_("placements under way in the period; in a column, those of the column"),
        AS_NOW,
    ),
    "support-1.handover": Definition(
        N_(
            "These placements, by whether something the coach did was handed over to somebody in the firm by the last day."
        ),
        N_("placements under way in the period; in a column, those of the column"),
        N_("nothing; a placement just begun has nothing to hand over yet"),
    ),
    "result-1.jobs": Definition(
        N_(
            "Jobs begun in the period: paid placements with one employer that follow each other within "
            "seven days are one job."
        ),
        NUMBER,
        N_("jobs that were there before coaching; renewals"),
    ),
    "result-1.contract": Definition(
        N_("These jobs, by the kind of the first contract."),
        N_("all new jobs; in a column, those of the column"),
        "",
    ),
    "result-1.pay": Definition(
        N_("These jobs, by whether the first contract pays what the scale says."),
        N_("all new jobs; in a column, those of the column"),
        "",
    ),
    "result-1.six_months": Definition(
        N_(
            "Jobs whose beginning was six months ago on a day of the period, by whether they were there still "
            "on that day."
        ),
        OF_ROW_ABOVE,
        N_("jobs that were there before coaching; jobs begun less than six months ago"),
    ),
    "result-2.jobs": Definition(
        N_("Paid jobs under way on the last day, those that were there before among them."),
        NUMBER,
        _MAY_NOT_KNOW,
    ),
    "result-2.supports": Definition(
        N_("These jobs, by whether anybody in the firm is named as a natural support."),
        N_("jobs under way; in a column, those of the column"),
        AS_NOW,
    ),
    "result-2.employer": Definition(
        N_(
            "These jobs, by whether a review of satisfaction by this employer is on file in the period, in its own "
            "file or the person's."
        ),
        N_("jobs under way; in a column, those of the column"),
        N_("what was said in passing"),
    ),
    "result-2.job": Definition(
        N_("Persons by whether they had a paid job on a day of the period."), OF_COACHED, ""
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
        NUMBER,
        N_(
            "changes of duties, and training: files give them no day; another job at another employer"
        ),
    ),
    "result-3.hours": Definition(
        N_("These contracts, by whether the hours a week are more or fewer than before."),
        N_("contracts that go on with a job; in a column, those of the column"),
        "",
    ),
    "result-3.contract": Definition(
        N_("These contracts, by whether the kind of contract changed."),
        N_("contracts that go on with a job; in a column, those of the column"),
        "",
    ),
}
