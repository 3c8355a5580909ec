"""`followup due --silent`: persons for whom no item will ever come up."""

DAY = "2026-08-22"


def _silent(service, *args):
    result = service.run("followup", "due", "--silent", "--all", "--on", DAY, *args)
    assert result.exit_code == 0
    return result.stdout


def test_somebody_in_no_stage_with_nothing_planned_is_silent(service):
    service.person("ab-k7q", "wishes: [Bakery]")

    assert "ab-k7q" in _silent(service)


def test_somebody_in_a_stage_with_a_rhythm_is_not_silent(service):
    service.person("ab-k7q", "stages: [{stage: pre-hire, on: 2026-08-20}]")

    assert "ab-k7q" not in _silent(service)


def test_somebody_in_no_stage_with_a_pace_in_force_is_not_silent(service):
    pace = "pace: [{with: person, every: 3d, from: 2026-08-01%s}]"

    service.person("ab-k7q", pace % "")
    assert "ab-k7q" not in _silent(service)

    service.person("ab-k7q", pace % ", until: 2026-08-21")
    assert "ab-k7q" in _silent(service)


def test_somebody_in_a_stage_with_quiet_is_not_silent(service):
    service.person(
        "ab-k7q", "process: emploi-accompagne\nstages: [{stage: project, on: 2026-08-20}]"
    )

    assert "ab-k7q" not in _silent(service)


def test_somebody_in_a_stage_without_rhythm_is_silent(service):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: calm, next: [closed]}
          - {id: closed, final: true, next: [calm], needs: [reason]}
        """,
    )
    service.person("ab-k7q", "process: own\nstages: [{stage: calm, on: 2026-01-05}]")

    assert "ab-k7q" in _silent(service)


def test_an_item_still_ahead_breaks_the_silence_one_behind_does_not(service):
    step = "plan: {goals: [{goal: Work, steps: [{do: Call, by: 2027-06-01%s}]}]}"

    service.person("ab-k7q", step % "")
    assert "ab-k7q" not in _silent(service)

    service.person("ab-k7q", step % ", done: 2026-08-01")
    assert "ab-k7q" in _silent(service)


def test_a_promise_ahead_breaks_the_silence(service):
    service.person("ab-k7q", "contacts: [{on: 2026-08-20, how: phone, next: 2026-12-01}]")

    assert "ab-k7q" not in _silent(service)


def test_an_item_due_now_is_no_silence(service):
    service.person("ab-k7q", "contacts: [{on: 2026-07-20, how: phone, next: 2026-08-01}]")

    assert "ab-k7q" not in _silent(service)


def test_somebody_in_a_final_stage_is_not_listed(service):
    service.person(
        "ab-k7q",
        """
        stages:
          - {stage: pre-hire, on: 2026-01-05}
          - {stage: closed, on: 2026-01-12, why: Moved}
        """,
    )

    assert "ab-k7q" not in _silent(service)


def test_the_number_of_silent_persons_stands_under_every_list(service):
    # reading: under the list on the screen, on either stream
    for case in ("ab-k7q", "cd-m2x", "ef-p9z"):
        service.person(case, "wishes: [Bakery]")

    result = service.run("followup", "due", "--on", DAY)

    assert result.exit_code == 0
    assert "3" in result.stdout + result.stderr
    for case in ("ab-k7q", "cd-m2x", "ef-p9z"):
        assert case not in result.stdout
