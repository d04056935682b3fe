"""A new issue of a list against the one that is sent now: what flows, what waits for a person."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.legal_aid.contact import Contact
from bot.places.fold import fold

SMALLEST_SHARE = 0.9
"""A list with fewer than this share of the former rows is refused: a page was lost on the way."""


class Kind(StrEnum):
    JOINED = "joined"
    DETAILS = "details changed"
    SEEN = "seen again"
    NUMBER = "number changed"
    RENAMED = "another name for the number"
    DOUBTED = "number to be confirmed"
    MISSING = "missing in this issue"
    GONE = "missing twice"


WAITING = frozenset({Kind.NUMBER, Kind.RENAMED, Kind.DOUBTED, Kind.GONE})
"""A person has to look at these: a dead number costs a family its one call."""

HomeOfNumber = Callable[[str], str]
"""A number in E.164 -> the postal code of the state of its area code, or "" where it has none."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``before`` is what is sent now, ``after`` what the new issue says; ``why`` for a doubt."""

    kind: Kind
    before: Contact | None
    after: Contact | None
    why: str = ""

    @property
    def waits(self) -> bool:
        return self.kind in WAITING

    @property
    def subject(self) -> str:
        """The row as a person names it: the number sent now, else the new one."""
        return next((one.phone for one in (self.before, self.after) if one), "")

    @property
    def fingerprint(self) -> str:
        """Changes with what is asked, so that no decision is used for another question."""
        asked = "|".join(
            f"{one.org},{one.phone},{one.extension}" if one else "-"
            for one in (self.before, self.after)
        )
        return hashlib.sha256(f"{self.kind}|{asked}".encode()).hexdigest()[:16]


def shrank(before: Sequence[Contact], after: Sequence[Contact]) -> bool:
    """Rows that were missing already do not count."""
    return len(after) < SMALLEST_SHARE * sum(one.missing_since is None for one in before)


def compare(
    before: Iterable[Contact],
    after: Iterable[Contact],
    others: Iterable[Contact],
    home_of: HomeOfNumber,
) -> tuple[Difference, ...]:
    """Every row of both lists in one difference. ``others`` are the contacts of other lists."""
    old = list(before)
    new = list(after)
    pairs = _paired(old, new)
    taken = {id(one) for pair in pairs for one in pair}
    elsewhere = {_key(one): one.phone for one in others}
    found = [_of_pair(*pair) for pair in pairs]
    found += [_joined(one, elsewhere, home_of) for one in new if id(one) not in taken]
    found += [_missing(one, new) for one in old if id(one) not in taken]
    return tuple(found)


def _paired(old: list[Contact], new: list[Contact]) -> list[tuple[Contact, Contact]]:
    """By number and name, then by name in the same state, then by number."""
    pairs: list[tuple[Contact, Contact]] = []
    rest = list(new)
    ways: tuple[Callable[[Contact], object], ...] = (_number_and_key, _key, _number)
    for same in ways:
        left: dict[object, Contact] = {}
        for one in rest:
            left.setdefault(same(one), one)
        for one in [each for each in old if id(each) not in {id(pair[0]) for pair in pairs}]:
            found = left.pop(same(one), None)
            if found:
                pairs.append((one, found))
        taken = {id(pair[1]) for pair in pairs}
        rest = [one for one in rest if id(one) not in taken]
    return pairs


def _key(contact: Contact) -> tuple[str, str]:
    return contact.state, fold(contact.org)


def _number(contact: Contact) -> str:
    return contact.phone


def _number_and_key(contact: Contact) -> tuple[str, tuple[str, str]]:
    return contact.phone, _key(contact)


def _of_pair(before: Contact, after: Contact) -> Difference:
    if (before.phone, before.extension) != (after.phone, after.extension):
        return Difference(Kind.NUMBER, before, after)
    if _key(before) != _key(after):
        return Difference(Kind.RENAMED, before, after)
    dated = replace(
        before,
        org=after.org,
        source_date=after.source_date,
        expires=after.expires,
        missing_since=None,
    )
    return Difference(Kind.SEEN if dated == after else Kind.DETAILS, before, after)


def _joined(
    contact: Contact, elsewhere: dict[tuple[str, str], str], home_of: HomeOfNumber
) -> Difference:
    home = home_of(contact.phone)
    if home and contact.state and home != contact.state and home not in contact.serves:
        return _doubt(contact, f"its area code is of {home}, the office is in {contact.state}")
    other = elsewhere.get(_key(contact), contact.phone)
    if other != contact.phone:
        return _doubt(contact, f"another list gives {other} for the same organisation")
    return Difference(Kind.JOINED, None, contact)


def _doubt(contact: Contact, why: str) -> Difference:
    return Difference(Kind.DOUBTED, None, contact, why)


def _missing(contact: Contact, new: Sequence[Contact]) -> Difference:
    """Once is a slip of a list; the second issue without it asks a person."""
    issued = new[0].source_date if new else date.max
    again = contact.missing_since is not None and contact.missing_since < issued
    return Difference(Kind.GONE if again else Kind.MISSING, contact, None)


def waiting(differences: Iterable[Difference]) -> Iterator[Difference]:
    return (one for one in differences if one.waits)
