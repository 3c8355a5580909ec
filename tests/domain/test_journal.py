"""The journal: which contacts count, which promises are open."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import day, days_from
from jobcoach.domain.journal import Journal, counts
from jobcoach.domain.people import Contact

TODAY = day("2026-03-20")


def contact(on, how="phone", **given):
    return Contact(on=day(on), how=how, **given)


@pytest.mark.parametrize("how", ["visit", "meeting", "phone", "video"])
def test_what_took_place_face_to_face_or_by_voice_counts(how):
    assert counts(contact("2026-03-01", how))
    assert counts(contact("2026-03-01", how, held=True))
    assert not counts(contact("2026-03-01", how, held=False))


def test_a_letter_never_counts():
    assert not counts(contact("2026-03-01", "letter"))
    assert not counts(contact("2026-03-01", "letter", answered=True), message_counts=True)


def test_a_message_counts_once_answered_or_where_messages_are_preferred():
    assert not counts(contact("2026-03-01", "message"))
    assert not counts(contact("2026-03-01", "message", answered=False))
    assert counts(contact("2026-03-01", "message", answered=True))
    assert counts(contact("2026-03-01", "message"), message_counts=True)
    assert not counts(contact("2026-03-01", "message", held=False), message_counts=True)


def test_messages_are_preferred_toward_the_one_who_prefers_them_only():
    journal = Journal(
        [contact("2026-03-01", "message", with_=("person", "bakery"))], TODAY, "person", "person"
    )

    assert journal.last("person") == day("2026-03-01")
    assert journal.last("bakery") is None


def test_the_last_contact_is_the_latest_by_date_wherever_it_stands():
    contacts = [contact("2026-03-10"), contact("2026-03-02"), contact("2026-03-19", "letter")]

    assert Journal(contacts, TODAY, "person").last("person") == day("2026-03-10")


def test_what_is_dated_later_does_not_count_yet():
    contacts = [contact("2026-03-21")]

    assert Journal(contacts, TODAY, "person").last("person") is None
    assert Journal(contacts, day("2026-03-21"), "person").last("person") == day("2026-03-21")


def test_a_contact_without_a_party_is_with_the_files_own():
    assert Journal([contact("2026-03-01")], TODAY, "bakery").last("bakery") == day("2026-03-01")


def _open(*contacts, on=TODAY):
    return [(index, party) for index, _, party in Journal(contacts, on, "person").promises]


def test_a_promise_is_open_until_a_contact_no_earlier_than_two_days_before():
    promise = contact("2026-03-01", next=day("2026-03-10"))

    assert _open(promise, contact("2026-03-07")) == [(0, "person")]
    assert _open(promise, contact("2026-03-08")) == []


def test_a_contact_that_failed_leaves_the_promise_open():
    promise = contact("2026-03-01", next=day("2026-03-10"))

    assert _open(promise, contact("2026-03-10", held=False)) == [(0, "person")]
    assert _open(promise, contact("2026-03-10", "letter")) == [(0, "person")]


def test_a_later_entry_with_its_own_next_takes_the_promise_over():
    promise = contact("2026-03-01", next=day("2026-03-10"))

    assert _open(promise, contact("2026-03-03", held=False, next=day("2026-03-15"))) == [
        (1, "person")
    ]
    assert _open(promise, contact("2026-03-03", "letter", next="none")) == []


def test_of_two_entries_on_one_day_the_later_is_further_down():
    promise = contact("2026-03-08", next=day("2026-03-10"))

    assert _open(contact("2026-03-08"), promise) == [(1, "person")]
    assert _open(promise, contact("2026-03-08")) == []


def test_a_promise_to_several_is_kept_by_each_on_their_own():
    promise = contact("2026-03-01", with_=("person", "bakery"), next=day("2026-03-10"))

    assert _open(promise) == [(0, "person"), (0, "bakery")]
    assert _open(promise, contact("2026-03-10", with_=("bakery",))) == [(0, "person")]


def test_a_promise_is_known_from_the_day_it_was_made():
    promise = contact("2026-03-21", next=day("2026-03-25"))

    assert _open(promise) == []
    assert _open(promise, on=day("2026-03-21")) == [(0, "person")]


# format.md, `promised`: the `next` of a contact, until a later entry with the same party that
# counts, dated no earlier than two days before it, or a later entry with its own `next`; one that
# did not take place leaves it pending. The later of two entries on one day is the one further down.
def _promises_slowly(contacts, on, default, prefers):
    def is_later(i, j):
        return (contacts[j].on, j) > (contacts[i].on, i)

    def party_list(one):
        return list(dict.fromkeys(one.with_)) or [default]

    def does_count(one, party):
        if one.held is False or one.how is None or one.how == "letter":
            return False
        return one.how != "message" or one.answered is True or party == prefers

    found = []
    for i, made in enumerate(contacts):
        if made.on > on or made.next is None or made.next == "none":
            continue
        for place, party in enumerate(party_list(made)):
            over = False
            for j, other in enumerate(contacts):
                if other.on > on or not is_later(i, j) or party not in party_list(other):
                    continue
                if other.next is not None:
                    over = True
                if does_count(other, party) and other.on >= made.next - timedelta(days=2):
                    over = True
            if not over:
                found.append((made.on, i, place, party))
    return [(i, party) for _, i, _, party in sorted(found)]


march = days_from(day("2026-03-01"), day("2026-03-15"))
contacts_of_march = st.lists(
    st.builds(
        Contact,
        on=march,
        with_=st.lists(st.sampled_from(["person", "bakery", "cpas"]), max_size=3).map(tuple),
        how=st.sampled_from(["visit", "phone", "message", "letter", None]),
        next=st.one_of(st.none(), st.just("none"), march),
        answered=st.sampled_from([None, True, False]),
        held=st.sampled_from([None, True, False]),
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=150)
@given(contacts_of_march, march, st.sampled_from([None, "person"]))
def test_promises_are_those_of_the_sentence_in_the_format(contacts, on, prefers):
    journal = Journal(contacts, on, "person", prefers)

    assert [(index, party) for index, _, party in journal.promises] == _promises_slowly(
        contacts, on, "person", prefers
    )
    for party in ("person", "bakery", "cpas"):
        assert journal.promise_to(party) == any(p == party for _, _, p in journal.promises)


@settings(deadline=None)
@given(contacts_of_march, march)
def test_the_last_contact_is_the_latest_day_that_counts(contacts, on):
    journal = Journal(contacts, on, "person")
    days = [c.on for c in contacts if c.on <= on and "bakery" in c.parties("person") and counts(c)]

    assert journal.last("bakery") == max(days, default=None)
