"""Cases built in a line or two, on the shipped models; and days for properties."""

from datetime import date

from hypothesis import strategies as st

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer
from jobcoach.domain.known import Known
from jobcoach.domain.people import Person, Placement, StageEntry
from jobcoach.domain.process import Process
from jobcoach.domain.settings import Coach, Partner, Settings
from jobcoach.domain.statistics.figures import AtMost, Column, Statement
from jobcoach.store.repository import shipped_models

MODELS = {model.id: model for model in shipped_models()}
SETTINGS = Settings(
    process="frb-2002",
    coaches=(Coach(id="claire", name="Claire Dubois"), Coach(id="karim", name="Karim Haddad")),
    partners=(Partner(id="cpas", name="CPAS de Fleurus"),),
)

any_day = st.dates(min_value=date.min, max_value=date.max)


def days_from(first: date, last: date) -> st.SearchStrategy[date]:
    """Days of a short stretch, so that collisions and neighbours come up."""
    return st.dates(min_value=first, max_value=last)


def day(written: str) -> date:
    return date.fromisoformat(written)


def person(**given: object) -> Person:
    return Person(**({"id": "ab-k7q", "name": "Amina Benali", "coach": "claire"} | given))


def entry(stage: str, on: str, **given: object) -> StageEntry:
    return StageEntry(stage=stage, on=day(on), **given)


def placed(
    start: str,
    ended: str | None = None,
    employer: str | None = "bakery",
    contract: str = "permanent",
    **given: object,
) -> Placement:
    return Placement(
        employer=employer,
        contract=contract,
        from_=day(start),
        ended=day(ended) if ended else None,
        **given,
    )


def cases_of(
    *records: Person | Employer, settings: Settings = SETTINGS, models: tuple[Process, ...] = ()
) -> Cases:
    return Cases(
        settings,
        MODELS | {model.id: model for model in models},
        {record.id: record for record in records if isinstance(record, Person)},
        {record.id: record for record in records if isinstance(record, Employer)},
    )


def exceeded(made: Statement) -> list[AtMost]:
    """What a statement says to be at most something else and is more, in some column."""

    def count(names: tuple[str, ...], column: Column) -> int:
        return sum(made.figures[name].count(column) for name in names)

    return [
        bound
        for bound in made.bounds
        for column in min((made.figures[name].columns for name in bound.these), key=len)
        if count(bound.these, column) > count(bound.those, column)
    ]


def known(case: Person, on: str, *others: Employer, **given: object) -> Known:
    return Known(case, cases_of(case, *others, **given), day(on))
