"""The definitions of the self-check along IPS fidelity in ``report quality``."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition
from jobcoach.render.reports.wordings.shared import (
    NUMBER,
    OF_COACHED,
)

_ON_FILE_NOT_SAID = N_("whatever was done and not written down: a gap may be one of the files only")

FIDELITY = {
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
        NUMBER,
        N_("persons before or after coaching"),
    ),
    "ips.start": Definition(
        N_("Persons coached, by whether they entered their first stage in the period."),
        OF_COACHED,
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
        NUMBER,
        N_("jobs that were there before coaching; renewals"),
    ),
    "ips.market": Definition(
        N_("These jobs, by the market of the first contract; ordinary where nothing else is said."),
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
        NUMBER,
        N_("jobs that were there before coaching; jobs begun less than a month ago"),
    ),
    "ips.first_month": Definition(
        N_(
            "These jobs, by whether a contact that counts with the person or the employer is in the person's file "
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
