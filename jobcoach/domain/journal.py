"""The journal of a case up to one day: which contacts count, which promises are still open."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from jobcoach.domain.durations import plus_days
from jobcoach.domain.people import Contact

EARLY_DAYS = 2
"""A contact at most so many days early keeps a promise."""


def counts(contact: Contact, *, message_counts: bool = False) -> bool:
    """Whether a contact took place in a way that keeps a rhythm.

    A visit, a meeting, a call or a video call does; a message where it was answered, or where
    *message_counts* (the person prefers messages); a letter never. (format.md, "What is due")
    """
    if contact.held is False:
        return False
    if contact.how == "message":
        return contact.answered is True or message_counts
    return contact.how in ("visit", "meeting", "phone", "video")


class Journal:
    """Contacts up to *day*, the earliest first; the later of two on one day is further down.

    *default* is whom a contact without `with` was with; toward *prefers_messages* a message counts
    unanswered.
    """

    def __init__(
        self,
        contacts: Sequence[Contact],
        day: date,
        default: str,
        prefers_messages: str | None = None,
    ) -> None:
        entries = [(index, contact) for index, contact in enumerate(contacts) if contact.on <= day]
        self.entries = sorted(entries, key=lambda entry: (entry[1].on, entry[0]))
        self.default = default
        self.prefers_messages = prefers_messages

    def counts(self, contact: Contact, party: str) -> bool:
        """Whether a contact with *party* counts as one."""
        return counts(contact, message_counts=party == self.prefers_messages)

    @cached_property
    def counting(self) -> dict[str, list[date]]:
        """For each party the days of contacts that count, the earliest first."""
        days: dict[str, list[date]] = {}
        for _, contact in self.entries:
            for party in contact.parties(self.default):
                if self.counts(contact, party):
                    days.setdefault(party, []).append(contact.on)
        return days

    def last(self, party: str) -> date | None:
        """The day of the last contact with *party* that counts, or None."""
        days = self.counting.get(party)
        return days[-1] if days else None

    @cached_property
    def promises(self) -> list[tuple[int, Contact, str]]:
        """Promises still open: place in the file, the contact that made it, to whom.

        A promise waits for a later entry with its party that has its own `next`, or that counts and
        is dated no earlier than two days before it; one that did not take place leaves it open.
        """
        pending: list[tuple[int, Contact, str]] = []
        renewed: set[str] = set()
        last_counting: dict[str, date] = {}
        for index, contact in reversed(self.entries):
            parties = contact.parties(self.default)
            if isinstance(contact.next, date):
                kept_from = plus_days(contact.next, -EARLY_DAYS)
                for party in reversed(parties):
                    met = last_counting.get(party)
                    if party not in renewed and (met is None or met < kept_from):
                        pending.append((index, contact, party))
            if contact.next is not None:
                renewed.update(parties)
            for party in parties:
                if party not in last_counting and self.counts(contact, party):
                    last_counting[party] = contact.on
        return pending[::-1]

    def promise_to(self, party: str) -> bool:
        """Whether a promise to *party* is still open."""
        return any(promised == party for _, _, promised in self.promises)
