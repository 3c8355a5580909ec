"""`aid-end`: the end of the aid of a placement under way, sixty days ahead."""

AIDED = (
    "employer: bakery, contract: permanent, from: 2026-02-16,"
    " aid: {kind: activa, until: 2026-12-31}"
)
OWED = [("2026-11-01", "bakery")]


def _placement(service, entry, extra=""):
    service.employer("bakery", "")
    service.person("ab-k7q", f"{extra}\nplacements:\n  - {{{entry}}}\n")


def _owed(service, day):
    return service.kinds(day, "aid-end")


def test_the_end_of_an_aid_shows_sixty_days_ahead_not_before(service):
    _placement(service, AIDED)

    assert _owed(service, "2026-10-31") == []
    assert _owed(service, "2026-11-01") == OWED


def test_the_deadline_is_the_end_of_the_aid(service):
    _placement(service, AIDED)

    for day, late in (("2026-11-01", 0), ("2026-12-31", 0), ("2027-01-02", 2)):
        [item] = [i for i in service.due(day) if i["kind"] == "aid-end"]
        assert (item["deadline"], item["late_days"]) == ("2026-12-31", late)


def test_the_aid_of_a_placement_that_has_ended_is_no_matter(service):
    _placement(service, AIDED + ", ended: 2026-11-10")

    assert _owed(service, "2026-11-10") == OWED
    assert _owed(service, "2026-11-11") == []


def test_the_aid_of_a_placement_not_begun_is_no_matter_yet(service):
    _placement(service, AIDED.replace("2026-02-16", "2026-11-20"))

    assert _owed(service, "2026-11-19") == []
    assert _owed(service, "2026-11-20") == OWED


def test_a_placement_without_aid_or_an_aid_without_end_is_never_due(service):
    _placement(service, "employer: bakery, contract: permanent, from: 2026-02-16")
    assert _owed(service, "2027-12-31") == []

    _placement(
        service, "employer: bakery, contract: permanent, from: 2026-02-16, aid: {kind: activa}"
    )
    assert _owed(service, "2027-12-31") == []


def test_where_the_employer_may_not_know_it_is_talked_over_with_the_person(service):
    _placement(service, AIDED, extra="employer_may_know: false")
    assert _owed(service, "2026-11-01") == [("2026-11-01", "person")]

    _placement(service, AIDED + ", employer_may_know: true", extra="employer_may_know: false")
    assert _owed(service, "2026-11-01") == OWED


def test_the_settings_may_give_other_notice(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {lead: {aid-end: 2w}}
        """
    )
    _placement(service, AIDED)

    assert _owed(service, "2026-12-16") == []
    assert _owed(service, "2026-12-17") == [("2026-12-17", "bakery")]
