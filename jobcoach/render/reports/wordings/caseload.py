"""The words of ``report caseload``."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import CrossPart, Definition, ListPart, Part, Wording

_ENDS = {"no_coach": N_("No coach"), "all": N_("All")}
_OF_OPEN = N_("all persons whose case is open")
_OF_CLOSED = N_("all closed cases")
_OF_FOLLOWED = N_("all persons followed; a number, so no share")
_OF_FILE = N_("all persons on file; a number, so no share")

WORDING = Wording(
    name="caseload",
    title=N_("Caseload"),
    one_day=True,
    notes=(
        N_(
            "To share work out fairly. It ranks nobody: coaches stand in the order of the settings, and how "
            "much work a case takes is not in its file."
        ),
    ),
    parts=(
        CrossPart(
            heading=N_("Persons by coach"), prefix="persons", corner=N_("Persons"), ends=_ENDS
        ),
        ListPart(
            heading=N_("Places, for the team"),
            listing="coaches",
            corner=N_("Coach"),
            columns={
                "followed": N_("Followed"),
                "coached": N_("Of them coached"),
                "capacity": N_("Capacity"),
                "free": N_("Free places"),
                "places": N_("Places"),
                "away": N_("Away"),
                "covered_by": N_("Covered by"),
                "covers_for": N_("Covers for"),
                "covered_persons": N_("Persons covered"),
                "employers": N_("Employers in their care"),
            },
            empty=N_("There are no coaches in the settings, and none in the files."),
        ),
        ListPart(
            heading=N_("Absences without cover, for the team"),
            listing="absences",
            corner=N_("Coach"),
            columns={
                "from": N_("Away from"),
                "until": N_("Away until"),
                "cover": N_("Cover"),
                "why": N_("Why nobody covers"),
                "first": N_("Nobody covers from"),
                "last": N_("Nobody covers until"),
                "persons": N_("Persons"),
            },
            empty=N_(
                "None: whoever is away from this day on is covered, as far as absences are noted."
            ),
        ),
        Part(N_("Something planned"), ("open", "planned", "silent")),
        ListPart(
            heading=N_("Nothing planned, for the team"),
            listing="silent",
            columns={
                "coach": N_("Coach"),
                "stage": N_("Stage"),
                "last_contact": N_("Last contact"),
            },
            empty=N_("Nobody: everyone has something coming."),
        ),
        CrossPart(heading=N_("Persons by stage"), prefix="stage", corner=N_("Stage"), ends=_ENDS),
        Part(N_("Closed cases"), ("closed", "retention.*")),
        ListPart(
            heading=N_("Kept longer than agreed, for the team"),
            listing="past_retention",
            columns={
                "coach": N_("Coach"),
                "closed": N_("Closed on"),
                "last_contact": N_("Last contact"),
                "past_since": N_("Past since"),
            },
            empty=N_("None: no closed case is past the retention of the settings."),
        ),
    ),
    labels={
        "persons.followed": N_("Followed"),
        "persons.coached": N_("– of them coached"),
        "persons.intake": N_("– of them before coaching begins"),
        "persons.stage_not_known": N_("– of them in a stage that is in no process model"),
        "persons.no_stage": N_("In no stage yet"),
        "persons.not_read": N_("Stages that could not be read"),
        "open": N_("Persons whose case is open"),
        "planned": N_("Something will come up"),
        "silent": N_("Nothing will ever come up"),
        "closed": N_("All closed cases"),
        "retention.within": N_("Within the retention"),
        "retention.past": N_("Past the retention"),
        "retention.not_said": N_("The settings name no retention"),
        "coaches.over": N_("over capacity"),
        "coaches.full": N_("full"),
        "coaches.left": N_("places left"),
        "coaches.no_capacity": N_("no capacity agreed"),
        "coaches.not_in_settings": N_("not in the settings"),
        "coaches.covered": N_("away, covered"),
        "coaches.not_covered": N_("away, nobody covers"),
        "absences.no_cover": N_("no cover named"),
        "absences.cover_unknown": N_("the cover is not in the settings"),
        "absences.cover_away": N_("the cover is away too"),
    },
    definitions={
        "followed": Definition(
            N_(
                "Persons in a stage that is not final, on that day: a case for its coach to follow. A coach "
                "whom the settings do not know is called as in the files."
            ),
            _OF_FILE,
            N_("closed cases; persons in no stage yet (below)"),
        ),
        "coached": Definition(
            N_("Those of them in a stage that is neither before coaching nor after its end."),
            _OF_FOLLOWED,
        ),
        "intake": Definition(
            N_("Those of them in a stage before coaching begins, as the process model says."),
            _OF_FOLLOWED,
        ),
        "stage_not_known": Definition(
            N_(
                "Those of them whose stage is in no process model: nobody can tell what it stands for."
            ),
            _OF_FOLLOWED,
        ),
        "no_stage": Definition(
            N_("Persons on file whose case has entered no stage by that day."),
            _OF_FILE,
            N_("files whose stages could not be read (below)"),
        ),
        "not_read": Definition(
            N_(
                "Persons whose file has stages that could not be read: nobody can tell where they are."
            ),
            _OF_FILE,
        ),
        "stage": Definition(
            N_(
                "Persons in each stage on that day, in the order of the process models that somebody follows. "
                "Stages with nobody in them are left out."
            ),
            _OF_FILE,
            N_("closed cases; persons in no stage, or in one that is in no process model"),
        ),
        "open": Definition(
            N_("Persons followed, in no stage yet, or whose stages could not be read."),
            _OF_FILE,
            N_("closed cases"),
        ),
        "planned": Definition(
            N_("Those for whom followup due shows something, on that day or later."), _OF_OPEN
        ),
        "silent": Definition(
            N_(
                "Those for whom followup due will never show anything: no contact, review or step is "
                "planned, and nothing runs out. As in followup due --silent."
            ),
            _OF_OPEN,
        ),
        "closed": Definition(
            N_("Persons in a final stage on that day."),
            _OF_FILE,
            N_("cases closed later, or opened again by then"),
        ),
        "retention": Definition(
            N_(
                "The retention of the settings, counted from the day of closing or, where it is later, from "
                "the last contact in the file that took place, with whomever. Past it is who was kept for "
                "so long. What becomes of the file is for people to decide."
            ),
            _OF_CLOSED,
            N_("contacts in files of employers; letters, messages without an answer"),
        ),
        "coaches": Definition(
            N_(
                "Persons followed by each coach on that day, whatever their process model; free places are "
                "the capacity less the persons followed. Persons covered are those followed by colleagues "
                "who are away on that day and for whom the coach stands in. Employers in their care are those whose file names the coach."
            ),
            "",
            N_("persons in no stage yet; they take no place"),
        ),
        "absences": Definition(
            N_(
                "Days from that day on on which a coach is away and nobody stands in, as far as absences are "
                "noted. Persons are those of the coach whose case is open on that day."
            ),
            "",
            N_("days on which somebody covers, also of the same absence"),
        ),
        "past_retention": Definition(
            N_("Closed cases past the retention of the settings, with the day since when."),
        ),
    },
)
