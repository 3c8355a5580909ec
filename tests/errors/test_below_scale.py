"""`below-scale`: a wage below the sector's scale."""


def test_a_placement_paid_below_scale_is_found_at_the_word(service):
    service.person("ab-k7q", "placements: [{firm: Paul, from: 2026-01-05, pay: below-scale}]\n")

    assert service.findings() == [("people/ab-k7q.yaml", 4, 50, "below-scale")]


def test_a_job_paid_below_scale_is_found_at_the_word(service):
    service.employer("bakery", "jobs: [{id: till, title: Till, pay: below-scale}]\n")

    assert service.findings() == [("employers/bakery.yaml", 4, 37, "below-scale")]


def test_pay_at_scale_is_sound(service):
    service.person("ab-k7q", "placements: [{firm: Paul, from: 2026-01-05, pay: at-scale}]\n")
    service.employer("bakery", "jobs: [{id: till, title: Till, pay: at-scale}]\n")

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.person("ab-k7q", "placements: [{firm: Paul, from: 2026-01-05, pay: below-scale}]\n")

    assert faults.worded("below-scale") == "warning"
    assert service.run("check").exit_code == 0
