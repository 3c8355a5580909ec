"""Applications: the person's decision, the interview and the talk after it, the employer's answer."""

from collections.abc import Iterator
from datetime import date

from jobcoach.domain.due.item import Found
from jobcoach.domain.durations import after, before, plus_days
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Known, application_closed, application_decided, reached
from jobcoach.domain.people import Application


def _proposed(case: Known) -> Iterator[tuple[int, Application]]:
    for index, application in enumerate(case.person.applications):
        if application.proposed is None or application.proposed <= case.day:
            yield index, application


def _facts(application: Application) -> dict[str, object]:
    return {
        "employer": application.employer or application.firm,
        "job": application.job,
        "title": application.title,
    }


def _closed_before(application: Application, interview: date) -> bool:
    return application.closed is not None and application.closed < interview


def decision(case: Known) -> Iterator[Found]:
    """So long after a job was proposed, while the person has neither decided nor closed it."""
    for index, application in _proposed(case):
        if application.proposed is None:
            continue
        if application_decided(application, case.day) or application_closed(application, case.day):
            continue
        yield Found(
            kind="decision",
            due=after(application.proposed, case.settings.wait("decision")),
            ref=f"applications[{index}]",
            with_=PERSON,
            facts=_facts(application) | {"proposed": application.proposed},
        )


def interview(case: Known) -> Iterator[Found]:
    """Shortly before an interview, until its day has passed."""
    for index, application in _proposed(case):
        if application.interview is None or case.day > application.interview:
            continue
        if _closed_before(application, application.interview) and reached(
            application.closed, case.day
        ):
            continue
        yield Found(
            kind="interview",
            due=before(application.interview, case.settings.lead("interview")),
            deadline=application.interview,
            ref=f"applications[{index}]",
            with_=PERSON,
            facts=_facts(application),
        )


def debrief(case: Known) -> Iterator[Found]:
    """The day after an interview, until a contact with the person on or after it."""
    for index, application in _proposed(case):
        if application.interview is None or _closed_before(application, application.interview):
            continue
        if case.contact_since(PERSON, application.interview):
            continue
        yield Found(
            kind="debrief",
            due=plus_days(application.interview, 1),
            ref=f"applications[{index}]",
            with_=PERSON,
            facts=_facts(application) | {"interview": application.interview},
        )


def answer(case: Known) -> Iterator[Found]:
    """So long after the interview, else after the presentation, while there is no outcome."""
    for index, application in _proposed(case):
        if application.outcome is not None and (
            application.closed is None or application.closed <= case.day
        ):
            continue
        if application.interview and _closed_before(application, application.interview):
            continue
        asked = application.interview or application.presented
        if asked is None or (application.interview is None and asked > case.day):
            continue
        yield Found(
            kind="answer",
            due=after(asked, case.settings.wait("answer")),
            ref=f"applications[{index}]",
            with_=case.other_side(application),
            facts=_facts(application) | {"since": asked},
        )
