"""Words of the trade that may be typed instead of the format's."""

import pytest

from jobcoach.domain.spoken_words import _SAID, word_meant
from jobcoach.render import words


@pytest.mark.parametrize(
    ("written", "table", "meant"),
    [
        ("visit", words.HOW, "visit"),
        ("Visite", words.HOW, "visit"),
        ("rdv", words.HOW, "meeting"),
        ("CDD", words.CONTRACT, "fixed-term"),
        ("Intérim", words.CONTRACT, "temporary"),
        ("refusé", words.DECISION, "declined"),
        ("refusé", words.OUTCOME, "refused"),
        ("démission", words.END_REASON, "resigned"),
        ("compétences", words.ABOUT, "skills"),
        ("fone", words.HOW, None),
        ("cdd", words.HOW, None),
        ("", words.HOW, None),
    ],
)
def test_a_word_is_meant_where_the_option_has_it(written, table, meant):
    assert word_meant(written, table) == meant


def test_every_word_said_means_one_that_some_option_takes():
    tables = (
        *(words.HOW, words.CONTRACT, words.AGREEMENT, words.REVIEW, words.DECISION, words.OUTCOME),
        *(words.END_REASON, words.ABOUT, words.STATUS, words.PAY),
    )
    known = {word for table in tables for word in table}
    known |= {"spoken", "written", "filled"}
    known |= {"continue", "stop", "unreachable", "moved", "deceased"}

    assert {word for meant in _SAID.values() for word in meant.split()} <= known
