"""`document`: which one is made where a coach leaves something out, and what is refused with a way out."""

import pytest

from .reading import one_message

LAMBERT = """
name: Boulangerie Lambert
coach: claire
place: Fleurus
staff: [{name: Luc Lambert, role: Owner, phone: "071 00 00 21", reference: true}]
jobs:
  - {id: counter, title: Counter assistant, tasks: [Serve], hours: 19.5, open: 2026-01-28}
  - {id: oven, title: Night baker, closed: 2026-02-01}
"""
AMINA = """
name: Amina Benali
consents: [{to: employers, about: [name], on: 2026-01-12}]
stages: [{stage: follow-up, on: 2026-02-16}]
placements: [{employer: lambert, job: counter, contract: fixed-term, from: 2026-02-16}]
applications:
  - employer: lambert
    job: counter
    proposed: 2026-02-02
    decision: accepted
    outcome: hired
    closed: 2026-02-16
    effects: [{what: Net income a month, now: "1 150 €", then: "1 420 €", by: cpas, on: 2026-02-01}]
"""


@pytest.fixture
def book(service):
    service.employer("lambert", LAMBERT)
    service.employer("garage", "name: Garage Martin\njobs: [{id: washer, title: Car washer}]\n")
    service.person("ab-k7q", AMINA)
    return service


def printed(book, *args):
    ran = book.run("document", *args, "-o", "-")
    assert ran.exit_code == 0, ran.stderr
    return ran.stdout


# The agreement on follow-up


def test_the_agreement_is_with_the_employer_of_the_placement_under_way(book):
    text = printed(book, "follow-up", "amina")

    assert text.startswith("# Agreement on follow-up in the firm – Boulangerie Lambert\n")
    assert (
        "Copy for Boulangerie Lambert. About the person it shows only what was agreed: name."
        in text
    )
    assert "- The work: Counter assistant, since 16 February 2026" in text
    assert "- every week, for 8 weeks\n- every 2 weeks, for 8 weeks\n- every month\n" in text
    assert "- Luc Lambert, Owner, 071 00 00 21\n" in text


def test_without_a_placement_the_agreement_asks_which_employer(service):
    service.employer("lambert", LAMBERT)
    service.person("ab-k7q", "name: Amina Benali")

    ran = service.run("document", "follow-up", "amina", "-o", "-")

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "no placement under way" in one_message(ran)


def test_a_copy_of_the_agreement_for_the_person_may_name_another_employer(book):
    text = printed(book, "follow-up", "amina", "--for", "person", "--with", "garage")

    assert text.startswith("# Agreement on follow-up in the firm – Garage Martin\n")


@pytest.mark.parametrize(
    ("where", "draft"),
    [
        ("agreements: [{kind: follow-up, on: 2026-02-16, form: written}]", False),
        ("agreements: [{kind: follow-up, on: 2026-02-16, form: spoken}]", True),
        ("agreements: [{kind: follow-up, on: 2026-02-16, form: written, ended: 2026-03-08}]", True),
        ("", True),
    ],
)
def test_an_agreement_that_nobody_signed_is_a_draft(book, where, draft):
    book.employer("lambert", LAMBERT + where)

    assert ("Draft" in printed(book, "follow-up", "amina")) is draft


# The trust contract


@pytest.mark.parametrize(("form", "draft"), [("written", False), ("spoken", True)])
def test_a_trust_contract_is_signed_where_it_is_written(book, form, draft):
    agreed = f"agreements: [{{kind: trust-contract, on: 2026-01-12, form: {form}}}]\n"
    book.person("ab-k7q", AMINA + agreed)
    text = printed(book, "trust-contract", "amina")

    assert ("Draft" in text) is draft
    assert ("Signed on 12 January 2026" in text) is not draft


# What a job would change


def test_what_a_job_would_change_is_that_of_the_only_open_application(book):
    more = "  - {employer: garage, job: washer, proposed: 2026-03-02}\n"
    book.person("ab-k7q", AMINA + more)

    assert "- The job: Garage Martin, Car washer\n" in printed(book, "effects", "amina")


def test_with_no_open_application_it_is_the_newest_whose_effects_are_known(book):
    text = printed(book, "effects", "amina")

    assert "| Net income a month | 1 150 € | 1 420 € | CPAS de Fleurus, 1 February 2026 |" in text
    assert "Income each month" not in text
    assert "| Childcare and family |  |  |  |" in text


def test_of_several_open_applications_one_is_to_be_named(book):
    more = "".join(
        f"  - {{employer: {firm}, job: {job}, proposed: 2026-03-02}}\n"
        for firm, job in (("garage", "washer"), ("lambert", "oven"))
    )
    book.person("ab-k7q", AMINA + more)

    ran = book.run("document", "effects", "amina", "-o", "-")

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "    garage/washer\n    lambert/oven\n" in ran.stderr
    assert "Night baker" in printed(book, "effects", "amina", "lambert/oven")


def test_without_any_application_it_says_so(service):
    service.person("ab-k7q", "name: Amina Benali")

    ran = service.run("document", "effects", "amina")

    assert ran.exit_code == 1
    assert one_message(ran).startswith("ab-k7q has no open application")


# The job sheet


def test_a_job_sheet_is_of_the_only_open_job(book):
    text = printed(book, "job", "lambert")

    assert text.startswith("# The job: Counter assistant\n")
    assert "- Hours: 19.5 hours a week\n" in text
    assert printed(book, "job", "lambert/oven").startswith("# The job: Night baker\n")


def test_a_job_that_is_not_there_is_named(book):
    ran = book.run("document", "job", "lambert/cook")

    assert ran.exit_code == 1
    assert '"cook"' in one_message(ran)


# The closing review


def test_a_closing_review_tells_what_was_done_and_what_was_left(book):
    plan = "plan: {goals: [{goal: Work, steps: [{do: Call, done: 2026-03-01}, {do: Wait}]}]}\n"
    book.person("ab-k7q", AMINA + plan)
    text = printed(book, "closing", "amina")

    assert "### Work\n\nDone:\n\n- Call\n\nLeft open:\n\n- Wait\n" in text
    assert "after 6 months and 1 year" in text


def test_who_wants_no_call_after_closing_reads_of_none(book):
    book.person("ab-k7q", AMINA + "after_closing: false\n")

    assert "asks me how the job goes" not in printed(book, "closing", "amina")


def test_an_employer_reads_its_own_part_of_the_closing(book):
    text = printed(book, "closing", "amina", "--for", "lambert")

    assert text.startswith("# The follow-up ends – Amina Benali\n")
    assert "Boulangerie Lambert, Counter assistant, fixed-term contract" in text
    assert "How I see it" not in text


# Where they go


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (["trust-contract", "amina"], "trust-contract-ab-k7q.md"),
        (["follow-up", "amina"], "follow-up-ab-k7q-lambert.md"),
        (["job", "lambert"], "job-lambert-counter.md"),
        (["meeting", "amina"], "meeting-ab-k7q.md"),
        (["effects", "amina", "--format", "html"], "effects-ab-k7q.html"),
        (["plan", "amina", "--for", "coach"], "plan-ab-k7q.md"),
    ],
)
def test_documents_lie_under_out_with_ids_for_names(book, args, name):
    ran = book.run("document", *args)

    assert ran.exit_code == 0
    assert ran.stdout == f"{book.root / 'out' / name}\n"
    assert (book.root / "out" / name).is_file()
