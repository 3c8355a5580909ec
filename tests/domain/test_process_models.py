"""The five shipped models are those of format.md's two tables, typed out here by hand."""

import pytest

from domain.builders import MODELS
from jobcoach.domain.durations import parse_duration

# stage: (next, needs, expects); "intake" and "final" stages are named apart
STAGES = {
    "frb-2002": {
        "reserve": ("pre-hire closed", "", ""),
        "pre-hire": (
            "hire closed",
            "participation motivated available",
            "trust-contract profile plan",
        ),
        "hire": ("follow-up pre-hire closed", "presented-application", ""),
        "follow-up": ("pre-hire closed", "placement", "employer-agreement"),
        "closed": ("pre-hire follow-up", "reason", ""),
    },
    "rejoins-2006": {
        "prospecting": ("pre-hire closed", "", ""),
        "pre-hire": ("hire closed", "participation motivated trained", "service profile plan"),
        "hire": ("post-hire pre-hire closed", "presented-application", ""),
        "post-hire": ("pre-hire closed", "paid-placement", "employer-agreement"),
        "closed": ("pre-hire post-hire", "reason", ""),
    },
    "awiph-2006": {
        "first-contact": ("assessment closed", "", ""),
        "assessment": ("job-search closed", "service-dated", ""),
        "job-search": ("assessment integration closed", "service-dated", "profile"),
        "integration": (
            "job-search retention closed",
            "placement",
            "work-plan employer-agreement",
        ),
        "retention": ("integration job-search closed", "paid-placement", ""),
        "closed": ("job-search integration retention", "reason", ""),
    },
    "euse-2005": {
        "engagement": ("profiling closed", "", ""),
        "profiling": ("job-finding engagement closed", "participation", ""),
        "job-finding": (
            "employer-engagement support profiling engagement closed",
            "profile signed-plan",
            "",
        ),
        "employer-engagement": (
            "support job-finding profiling engagement closed",
            "presentation-consent",
            "",
        ),
        "support": (
            "employer-engagement job-finding profiling engagement closed",
            "placement",
            "employer-agreement",
        ),
        "closed": ("engagement profiling job-finding employer-engagement support", "reason", ""),
    },
    "emploi-accompagne": {
        "welcome": ("project job-search in-job watch closed", "", ""),
        "project": ("welcome job-search in-job watch closed", "participation referent", "plan"),
        "job-search": ("welcome project in-job watch closed", "participation referent", ""),
        "in-job": (
            "welcome project job-search watch closed",
            "participation referent",
            "employer-agreement",
        ),
        "watch": ("welcome project job-search in-job closed", "participation referent", ""),
        "closed": ("welcome project job-search in-job watch", "shared-evaluation", ""),
    },
}
INTAKE = {
    "frb-2002": "reserve",
    "rejoins-2006": "prospecting",
    "awiph-2006": "first-contact",
    "euse-2005": "engagement",
    "emploi-accompagne": "welcome",
}
FOLLOW_UP = "8w:7d 8w:14d 1m"
# (process, stage): (lines toward the person, lines toward the employer); not listed: none
RHYTHMS = {
    ("frb-2002", "reserve"): ("1m", ""),
    ("frb-2002", "pre-hire"): ("7d", ""),
    ("frb-2002", "hire"): ("7d", ""),
    ("frb-2002", "follow-up"): (FOLLOW_UP, FOLLOW_UP),
    ("rejoins-2006", "prospecting"): ("1m", ""),
    ("rejoins-2006", "pre-hire"): ("7d", ""),
    ("rejoins-2006", "hire"): ("7d", ""),
    ("rejoins-2006", "post-hire"): (FOLLOW_UP, FOLLOW_UP),
    ("rejoins-2006", "closed"): ("", "1y"),
    ("awiph-2006", "first-contact"): ("14d", ""),
    ("awiph-2006", "assessment"): ("14d", ""),
    ("awiph-2006", "job-search"): ("7d", ""),
    ("awiph-2006", "integration"): ("3m:7d 3m:14d 1m", "3m:7d 3m:14d 1m"),
    ("awiph-2006", "retention"): ("3m", "3m"),
    ("euse-2005", "engagement"): ("14d", ""),
    ("euse-2005", "profiling"): ("14d", ""),
    ("euse-2005", "job-finding"): ("7d", ""),
    ("euse-2005", "employer-engagement"): ("7d", ""),
    ("euse-2005", "support"): ("2m:7d 2m:14d 1m", "2m:7d 2m:14d 1m"),
}
# (process, stage): (person, employer)
QUIET = {
    ("emploi-accompagne", "welcome"): ("30d", None),
    ("emploi-accompagne", "project"): ("30d", None),
    ("emploi-accompagne", "job-search"): ("30d", None),
    ("emploi-accompagne", "in-job"): ("30d", "60d"),
    ("emploi-accompagne", "watch"): ("30d", "60d"),
}
# (process, stage): (length, paused by, per)
LIMITS = {
    ("frb-2002", "pre-hire"): ("24m", ("fixed-term",), None),
    ("frb-2002", "follow-up"): ("6m", (), "placement"),
}
EVERY_STAGE = [(process, stage) for process, stages in STAGES.items() for stage in stages]


def _length(written):
    return parse_duration(written) if written else None


def _lines(written):
    found = []
    for line in written.split():
        *lasting, every = line.split(":")
        found.append((_length(lasting[0]) if lasting else None, _length(every)))
    return found


def test_five_models_ship():
    assert set(MODELS) == set(STAGES)


@pytest.mark.parametrize("process", STAGES)
def test_the_stages_stand_in_the_tables_order(process):
    assert MODELS[process].stage_ids == tuple(STAGES[process])


@pytest.mark.parametrize(("process", "stage"), EVERY_STAGE)
def test_moves_needs_and_expectations_are_the_tables(process, stage):
    shipped = MODELS[process].stage(stage)
    following, needs, expects = STAGES[process][stage]

    assert set(shipped.next) == set(following.split())
    assert len(shipped.next) == len(following.split())
    assert shipped.needs == tuple(needs.split())
    assert shipped.expects == tuple(expects.split())


@pytest.mark.parametrize(("process", "stage"), EVERY_STAGE)
def test_the_first_stage_is_intake_and_only_closed_is_final(process, stage):
    shipped = MODELS[process].stage(stage)

    assert bool(shipped.intake) == (stage == INTAKE[process])
    assert bool(shipped.final) == (stage == "closed")


@pytest.mark.parametrize(("process", "stage"), EVERY_STAGE)
def test_the_rhythms_are_the_tables(process, stage):
    shipped = MODELS[process].stage(stage)
    toward_person, toward_employer = RHYTHMS.get((process, stage), ("", ""))

    assert [(line.for_, line.every) for line in shipped.rhythm("person")] == _lines(toward_person)
    assert [(line.for_, line.every) for line in shipped.rhythm("employer")] == _lines(
        toward_employer
    )


@pytest.mark.parametrize(("process", "stage"), EVERY_STAGE)
def test_the_silences_are_the_tables(process, stage):
    shipped = MODELS[process].stage(stage)
    person, employer = QUIET.get((process, stage), (None, None))

    assert shipped.silence("person") == _length(person)
    assert shipped.silence("employer") == _length(employer)


@pytest.mark.parametrize(("process", "stage"), EVERY_STAGE)
def test_the_limits_are_the_tables(process, stage):
    limit = MODELS[process].stage(stage).limit
    length, paused_by, per = LIMITS.get((process, stage), (None, (), None))

    assert (limit and limit.length) == _length(length)
    assert limit is None or (limit.paused_by, limit.per) == (paused_by, per)


@pytest.mark.parametrize("process", STAGES)
def test_only_the_charter_asks_for_an_employer_soon(process):
    expected = "30d" if process == "emploi-accompagne" else None

    assert MODELS[process].first_employer == _length(expected)


@pytest.mark.parametrize("process", STAGES)
def test_every_model_and_stage_is_named_in_four_languages(process):
    model = MODELS[process]

    for names in (model.name, *(stage.name for stage in model.stages)):
        assert set(names) == {"en", "fr", "nl", "de"}
    assert model.source
