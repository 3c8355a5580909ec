"""`consent give` and `withdraw`: about what it names, toward whom, and nothing else."""

import pytest

from .recording import AMINA, BAKERY, BAKERY_FILE, PERSON_FILE, Book, on_terminal, plain

CIRCLE = "circle: [{id: mother, name: Fatima Benali, relation: mother}]\n"
GIVEN = (
    "consents:\n"
    "  - {to: employers, about: [name, skills], on: 2026-01-12, until: 2026-03-20}  # by hand\n"
)
OWED = (
    "  Still owed: Contact with the person – last contact 17 February; every week (13 days late)\n"
)


@pytest.fixture
def book(service):
    service.write(PERSON_FILE, AMINA + CIRCLE)
    service.write(BAKERY_FILE, BAKERY)
    made = Book(service)
    made.commit()
    return made


@pytest.fixture
def given(book):
    book.service.write(PERSON_FILE, AMINA + CIRCLE + GIVEN)
    book.commit()
    return book


def consents(book):
    return book.person()["consents"]


# Give


def test_a_consent_is_told_with_all_that_it_is_about(book):
    screen = book.does(
        *("consent", "give", "amina", "employers"),
        *("--about", "name,strengths,skills", "--until", "+1y"),
    )

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Consent given toward employers: name, strengths and skills,"
        " until Tuesday 9 March 2027\n" + OWED
    )
    entry = (
        "consents:\n"
        "  - {to: employers, about: [name, strengths, skills], on: 2026-03-09, until: 2027-03-09}\n"
    )
    text = book.read()
    assert text.count(entry) == 1
    assert text.replace(entry, "") == AMINA + CIRCLE
    assert book.message == "ab-k7q: consent\n\nCase: ab-k7q\nAction: consent\nCoach: claire"


def test_a_consent_in_french(book):
    screen = book.does("--lang", "fr", "consent", "give", "amina", "fatima", "--about", "plan,name")

    assert plain(screen).splitlines()[1] == (
        "  ✓ lundi 9 mars 2026 – Consentement donné pour Fatima Benali : plan et nom"
    )


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [
        ("employers", "employers"),
        ("partners", "partners"),
        ("cpas", "cpas"),
        ("fleurus", "cpas"),
        ("mother", "mother"),
        ("Fatima", "mother"),
        ("boulangerie-lambert", "boulangerie-lambert"),
        ("lambert", "boulangerie-lambert"),
    ],
)
def test_toward_a_group_or_somebody_found_by_id_or_name(book, wanted, meant):
    book.does("consent", "give", "amina", wanted, "--about", "name")

    assert consents(book) == [{"to": meant, "about": ["name"], "on": "2026-03-09"}]


def test_a_renewal_is_about_the_same_as_last_time_and_takes_the_due_item_away(given):
    assert "consent" in given.kinds()

    screen = given.does("consent", "give", "amina", "employers", "--until", "+1y")

    assert "Consent given toward employers: name and skills" in screen
    entry = "  - {to: employers, about: [name, skills], on: 2026-03-09, until: 2027-03-09}\n"
    assert given.read() == AMINA + CIRCLE + GIVEN + entry
    assert "consent" not in given.kinds()


def test_less_than_before_renews_nothing(given):
    given.does("consent", "give", "amina", "employers", "--about", "name")

    assert "consent" in given.kinds()


def test_the_first_time_somebody_must_say_what_about(book):
    said = book.refuses("consent", "give", "amina", "employers", exit_code=2)

    assert said == (
        "What is the consent about?\n    name it, for example --about name,strengths,skills\n"
    )


def test_each_word_counts_once(book):
    book.does("consent", "give", "amina", "employers", "--about", "name, skills")

    assert consents(book)[0]["about"] == ["name", "skills"]


@pytest.mark.parametrize(
    ("args", "exit_code", "near"),
    [
        (("employers", "--about", "name,skils"), 2, 'did you mean "skills"?'),
        (("nobody", "--about", "name"), 1, 'Nobody is found for "nobody".'),
        (("karim", "--about", "name"), 1, "karim"),
        (("mother", "--about", "name", "--until", "hier"), 1, "comes before the start"),
        (("mother", "--about", "name", "--on", "soonish"), 2, "tomorrow"),
    ],
)
def test_a_wrong_word_writes_nothing_and_points_the_way(book, args, exit_code, near):
    assert near in book.refuses("consent", "give", "amina", *args, exit_code=exit_code)


@pytest.mark.parametrize("wanted", ["employer s", "employrs", "mothr"])
def test_a_slip_of_the_pen_is_told_with_the_nearest(book, wanted):
    assert "did you mean" in book.refuses("consent", "give", "amina", wanted, "--about", "name")


@pytest.mark.parametrize("verb", ["give", "withdraw"])
@pytest.mark.parametrize("args", [(), ("amina",)])
def test_a_missing_word_is_wrong_usage(book, verb, args):
    said = book.refuses("consent", verb, *args, exit_code=2)

    assert said.startswith("TO is missing." if args else "PERSON is missing.")


def test_several_persons_are_refused(book):
    book.service.person("ab-zzz", "name: Abdel Benali\n")
    book.commit()

    said = book.refuses("consent", "give", "benali", "employers", "--about", "name")

    assert said.startswith('Several persons fit "benali":')


def test_on_a_terminal_what_about_is_asked_for(book):
    code, _ = on_terminal(
        book.service, "consent", "give", "amina", answers=("employers", "name,skills")
    )

    assert code == 0
    assert consents(book)[0]["about"] == ["name", "skills"]


# Withdraw


def test_withdrawing_writes_the_day_and_nothing_else(given):
    screen = given.does("consent", "withdraw", "amina", "employers")

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Consent toward employers withdrawn\n" + OWED
    )
    withdrawn = GIVEN.replace("2026-03-20}", "2026-03-20, withdrawn: 2026-03-09}")
    assert given.read() == AMINA + CIRCLE + withdrawn
    assert given.message == (
        "ab-k7q: consent-withdrawn\n\nCase: ab-k7q\nAction: consent-withdrawn\nCoach: claire"
    )
    assert "consent" not in given.kinds()


def test_all_that_was_given_toward_them_is_withdrawn(given):
    given.does("consent", "give", "amina", "employers", "--about", "plan")

    given.does("consent", "withdraw", "amina", "employers")

    assert [consent["withdrawn"] for consent in consents(given)] == ["2026-03-09"] * 2


def test_a_consent_toward_somebody_else_stays(given):
    given.does("consent", "give", "amina", "cpas", "--about", "plan")

    given.does("consent", "withdraw", "amina", "cpas")

    assert [consent.get("withdrawn") for consent in consents(given)] == [None, "2026-03-09"]


def test_a_consent_may_be_given_again(given):
    given.does("consent", "withdraw", "amina", "employers", "--on", "hier")
    given.does("consent", "give", "amina", "employers", "--about", "name")

    assert consents(given)[-1] == {"to": "employers", "about": ["name"], "on": "2026-03-09"}


def test_withdrawing_in_french_on_a_french_day(given):
    screen = given.does("--lang", "fr", "consent", "withdraw", "amina", "employers", "--on", "hier")

    assert "✓ dimanche 8 mars 2026 – Consentement pour les employeurs retiré" in screen


def test_what_was_never_given_cannot_be_withdrawn(given):
    said = given.refuses("consent", "withdraw", "amina", "cpas")

    assert said == 'There is no consent toward "cpas" to withdraw.\n'


def test_what_is_withdrawn_cannot_be_withdrawn_again(given):
    given.does("consent", "withdraw", "amina", "employers")

    given.refuses("consent", "withdraw", "amina", "employers")


def test_nobody_is_asked_whether_they_meant_what_they_wrote(given):
    given.does("consent", "withdraw", "amina", "employers")

    assert "did you mean" not in given.refuses("consent", "withdraw", "amina", "employers")


def test_withdrawn_before_it_was_given_is_refused(given):
    said = given.refuses("consent", "withdraw", "amina", "employers", "--on", "2026-01-01")

    assert "2026-01-01 comes before the start, 2026-01-12" in said
