"""What each figure of ``report quality`` counts, out of what, and what it leaves out."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition
from jobcoach.render.reports.wordings.quality_definitions_ips import FIDELITY
from jobcoach.render.reports.wordings.quality_definitions_work import WORK
from jobcoach.render.reports.wordings.shared import (
    AS_NOW,
    NOT_COACHED,
    NUMBER,
    OF_COACHED,
    OF_ROW_ABOVE,
)

DEFINITIONS = {
    "persons": Definition(
        N_(
            "Persons who, on a day of the period, were in a stage that comes neither before coaching "
            "nor after its end; as in report activity. Whatever is said of persons below is said "
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
        OF_ROW_ABOVE,
        NOT_COACHED,
    ),
    "org-2.consent": Definition(
        N_("Persons with a consent in force on the last day."),
        OF_COACHED,
        N_("nobody; that somebody allows nothing may be as it should be"),
    ),
    "org-2.withdrawn": Definition(
        N_("Consents that persons took back on a day of the period."), NUMBER, NOT_COACHED
    ),
    "org-2.disclosures": Definition(
        N_(
            "Documents about a person handed to others in the period, as jobcoach records them; by "
            "whether a consent toward this party (or all employers, all partners) was in force that day. "
            "A consent taken back no longer holds on that day itself."
        ),
        OF_ROW_ABOVE,
        N_("what was said or handed over without jobcoach; what exactly the consent was about"),
    ),
    "org-3.complaints": Definition(
        N_(
            "Complaints made in the period, whoever made them; in time is what the settings give the "
            "service to answer (seven days, if they say nothing)."
        ),
        OF_ROW_ABOVE,
        N_("complaints in employers' own files"),
    ),
    "org-3.own_reviews": Definition(
        N_(
            "Persons with a review of the plan, an agreement, satisfaction or the closing that is their own, in the "
            "period."
        ),
        OF_COACHED,
        N_("reviews by others; complaints"),
    ),
    "org-3.closed": Definition(
        N_(
            "Times a person came into a final stage in the period, by whether a closing review of their own "
            "is on file since the case was opened; or one that says they moved, died or cannot be reached."
        ),
        OF_ROW_ABOVE,
        N_("moves from one final stage to another"),
    ),
    "org-4.now": Definition(
        N_("Persons coached, by whether they were so on the last day."), OF_COACHED, ""
    ),
    "org-4.coach": Definition(
        N_("Those coached on the last day, by whether their coach is in the settings."),
        N_("persons coached on the last day; in a column, those of the column"),
        N_("how many each coach follows: that is in report caseload"),
    ),
    "org-4.absences": Definition(
        N_("Absences of coaches with a day in the period, by whether a cover is named."),
        OF_ROW_ABOVE,
        N_("whether the cover was there all the time"),
    ),
    "engage-1.agreement": Definition(
        N_(
            "Persons with an agreement to take part, a trust contract or a service agreement that was made "
            "and not ended by the last day; one whose term has run out counts."
        ),
        OF_COACHED,
        "",
    ),
    "engage-1.documents": Definition(
        N_("Persons whose file says which form of documents suits them: standard, easy or large."),
        OF_COACHED,
        AS_NOW,
    ),
    "engage-1.prefers": Definition(
        N_("Persons whose file says how, where or when they like to meet."), OF_COACHED, AS_NOW
    ),
    "profile-1.profile": Definition(
        N_(
            "Persons with at least one wish on file and with constraints asked about (an empty list is an answer)."
        ),
        OF_COACHED,
        AS_NOW,
    ),
    "profile-1.strengths": Definition(
        N_("Persons with at least one strength or skill on file."), OF_COACHED, AS_NOW
    ),
    "profile-2.decisions": Definition(
        N_("Decisions of persons on jobs proposed to them, by their day in the period."),
        OF_ROW_ABOVE,
        N_("decisions without a day: they stand in the row below"),
    ),
    "profile-2.undated": Definition(
        N_("Decisions on file without a day, of whatever time."), NUMBER, NOT_COACHED
    ),
    "profile-2.trials": Definition(
        N_("Trials and internships begun in the period, by whether an end was planned."),
        OF_ROW_ABOVE,
        N_("training in a firm; days to watch that are no placement"),
    ),
    "profile-3.plans": Definition(
        N_("Persons with a plan that has a goal, made by the last day."), OF_COACHED, AS_NOW
    ),
    "profile-3.signed": Definition(
        N_(
            "Plans by whether the person has signed by the last day; signed ones by whether the plan is still "
            "the one signed, then by whether the person is noted among those who hold a copy. Signatures made "
            "before jobcoach kept what was signed count as they are."
        ),
        N_("persons with a plan; in a column, those of the column"),
        N_("earlier plans"),
    ),
    "profile-3.no_plan": Definition(
        N_("Persons without a plan, or with one without any goal."), OF_COACHED, ""
    ),
    "profile-3.reviews": Definition(
        N_("Reviews of the plan held in the period, by whomever."), NUMBER, NOT_COACHED
    ),
    "profile-3.review": Definition(
        N_(
            "Plans whose review fell due before the last day (the day agreed, else six months after the plan or "
            "its last review) and was not held, in a pause too; the others, by whether one was held in the "
            "period."
        ),
        N_("persons with a plan; in a column, those of the column"),
        "",
    ),
    **WORK,
    **FIDELITY,
}
