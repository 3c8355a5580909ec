"""The words of ``report rhythm``."""

from __future__ import annotations

from collections.abc import Mapping

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import CrossPart, Definition, ListPart, Wording

_RESULTS = {
    "intervals": N_("Fell due"),
    "kept": N_("Held by that day"),
    "late": N_("Held later"),
    "open": N_("Not held yet"),
}
_FATES = {
    "promised": N_("Promised"),
    "moved": N_("Moved"),
    "cancelled": N_("Called off"),
    "stood": N_("Neither moved nor called off"),
    "kept": N_("Kept by that day"),
    "late": N_("Kept later"),
    "open": N_("Not held yet"),
}
_OF_ROW = N_("all contacts due in the same row")
_OF_PROMISED = N_("all contacts promised in the same row")
_OF_STOOD = N_("the promises of the same row that stood until their day")
_CUT_SHORT = N_(
    "what was cut short by that day: by another stage, a new pace, a pause, the end of the placement, or a contact "
    "promised for a later day, which counts among the promises"
)


def _definitions(table: str, due: str) -> Mapping[str, Definition]:
    return {
        f"{table}.intervals": Definition(due, N_("a total, so no share"), _CUT_SHORT),
        f"{table}.kept": Definition(
            N_("Those where a contact that counts took place on that day or before it."), _OF_ROW
        ),
        f"{table}.late": Definition(
            N_("Those where the next contact that counts came after that day, until the last day."),
            _OF_ROW,
        ),
        f"{table}.open": Definition(
            N_("Those where no contact that counts came until the last day."), _OF_ROW
        ),
    }


def _by_stage(heading: str, prefix: str) -> CrossPart:
    return CrossPart(heading=heading, prefix=prefix, corner=N_("Stage"), columns=_RESULTS)


WORDING = Wording(
    name="rhythm",
    title=N_("Rhythm"),
    notes=(
        N_(
            "For the team: was contact kept as agreed? The figures tell of the service as a whole; they are no "
            "measure of a coach or of a person."
        ),
        N_(
            "Only contacts noted in the files count: one that nobody wrote down is missing here. An "
            "appointment that did not take place is in no figure, whoever's doing it was."
        ),
    ),
    parts=(
        _by_stage(N_("Contact with the person"), "person"),
        _by_stage(N_("Contact with the employer"), "employer"),
        _by_stage(N_("With the person, silence no longer than agreed"), "quiet_person"),
        _by_stage(N_("With the employer, silence no longer than agreed"), "quiet_employer"),
        CrossPart(
            heading=N_("Contacts promised"), prefix="promise", corner=N_("To"), columns=_FATES
        ),
        ListPart(
            heading=N_("Longest silences, for the team"),
            listing="silences",
            columns={
                "stage": N_("Stage"),
                "last": N_("Last contact"),
                "days": N_("Days since"),
                "every": N_("Rhythm"),
                "pace": N_("Whose rhythm"),
                "quiet": N_("Longest silence agreed"),
                "pause": N_("Pause"),
            },
            empty=N_("Nobody is in a stage that is not final."),
        ),
    ),
    labels={
        **{
            f"{table}.{row}": label
            for table in ("person", "employer", "quiet_person", "quiet_employer")
            for row, label in (("all", N_("All stages")), ("no_stage", N_("Before any stage")))
        },
        "promise.all": N_("All"),
        "promise.person": N_("Persons"),
        "promise.employer": N_("Employers"),
        "promise.other": N_("Partners, family and others"),
        "silences.own": N_("the person's own"),
        "silences.paused": N_("in a pause"),
    },
    definitions={
        **_definitions(
            "person",
            N_(
                "Contacts with persons that fell due in the period: the rhythm of the stage, or the person's own "
                "pace, after the last contact that counts, the entry into the stage, the start of a pace or the "
                "end of a pause. One stands in the stage in which it began."
            ),
        ),
        **_definitions(
            "employer",
            N_(
                "Contacts with employers of placements under way on the day they fell due, counted as above. Never where the employer may "
                "not know that a coach exists."
            ),
        ),
        **_definitions(
            "quiet_person",
            N_(
                "Stages without a rhythm that name the longest silence with the person: how often that time "
                "would have run out in the period."
            ),
        ),
        **_definitions(
            "quiet_employer",
            N_(
                "Silences toward employers of placements under way, where they may know, counted as above."
            ),
        ),
        "promise.promised": Definition(
            N_(
                "Contacts promised for a day of the period, in persons' files and in employers' own ones; one "
                "promised to two parties counts for each."
            ),
            N_("a total, so no share"),
            N_("what was promised after the last day"),
        ),
        "promise.moved": Definition(
            N_("A later entry set another day, no later than on the day itself."), _OF_PROMISED
        ),
        "promise.cancelled": Definition(N_("A later entry called it off."), _OF_PROMISED),
        "promise.stood": Definition(
            N_("Neither moved nor called off: it was to be kept on its day."), _OF_PROMISED
        ),
        "promise.kept": Definition(
            N_(
                "A contact with the party that counts took place by that day, two days before it at the earliest."
            ),
            _OF_STOOD,
        ),
        "promise.late": Definition(
            N_("The first such contact came after that day, until the last day."), _OF_STOOD
        ),
        "promise.open": Definition(N_("No such contact came until the last day."), _OF_STOOD),
        "silences": Definition(
            N_(
                "Persons in a stage that is not final on the last day, by the days since the last contact that "
                "counts; without any, since the first stage. Nobody is late for standing here: a pause, or a "
                "rhythm of months, is as agreed."
            ),
            left_out=N_("persons in a final stage, or in none yet"),
        ),
    },
)
