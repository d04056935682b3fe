"""When two rows, on one list or on two, speak of the same agency.

Names are respelled and changed between lists, so a name alone never tells that somebody left.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Protocol

from bot.agreements.agreement import JAIL_MODELS, AgencyKind, Scope
from bot.agreements.spelling import body_key, fold, likeness


class Listed(Protocol):
    """What identity needs of a row: an agreement, a placed row, or what history remembers."""

    @property
    def agency(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def model(self) -> str: ...
    @property
    def kind(self) -> AgencyKind: ...
    @property
    def scope(self) -> Scope: ...
    @property
    def fips(self) -> tuple[str, ...]: ...
    @property
    def signed(self) -> date | None: ...


Key = tuple[str, ...]


class Match(StrEnum):
    """How sure it is that a row which is gone goes on under another name."""

    RENAMED = "renamed"
    UNSURE = "unsure"


def body_keys(row: Listed) -> tuple[Key, ...]:
    """Keys of which any in common makes two rows one body's: its name, a county's one sheriff."""
    keys: tuple[Key, ...] = ((row.state, body_key(row.agency), row.model),)
    if row.kind is AgencyKind.SHERIFF and len(row.fips) == 1:
        keys = ((*row.fips, "", row.model), *keys)
    return keys


def match(gone: Listed, there: Listed, is_new: bool) -> Match | None:
    """Whether ``there``, on the newer list, may be ``gone`` under another name.

    ``is_new``: the older list did not have it. One of these makes a rename: the names differ by
    a slip; both were signed on one day and share half of their telling letters; a county's jail
    agreement of one day passed from one office of the county to another; the state cell was put
    right. A signature of the same day in the same county under another name stays unsure, as does
    a name that says the same and more.
    """
    if gone.model != there.model:
        return None
    if gone.state != there.state:
        return Match.RENAMED if is_new and _state_put_right(gone, there) else None
    if _apart(gone, there):
        return None
    same_day = gone.signed is not None and gone.signed == there.signed
    alike = likeness(essence(gone.agency), essence(there.agency))
    if not is_new:
        return Match.RENAMED if alike >= _SLIP and same_day else None
    if alike >= _SLIP or (same_day and (alike >= _TELLING or _jail_handed_over(gone, there))):
        return Match.RENAMED
    return Match.UNSURE if same_day or _says_more(gone, there) else None


def closeness(gone: Listed, there: Listed) -> tuple[bool, float]:
    """For choosing among several: a county in common first, then the likeness of the names."""
    alike = likeness(essence(gone.agency), essence(there.agency))
    return bool(set(gone.fips) & set(there.fips)), alike


_SLIP = 0.85
_TELLING = 0.5
_COUNTY_BODIES = frozenset(
    {AgencyKind.SHERIFF, AgencyKind.COUNTY_JAIL, AgencyKind.COUNTY_OTHER, AgencyKind.CITY_POLICE}
)
_SHORT = {
    "pd": "police department",
    "dps": "department of public safety",
    "dept": "department",
    "bocc": "board of county commissioners",
    "doc": "department of corrections",
    "ft": "fort",
    "st": "saint",
    "mt": "mount",
    "twp": "township",
    "thp": "highway patrol",
}
_SAYS_NOTHING = re.compile(
    r"\b(the|of|and|for|office|department|police|agency|county|city|town|board|state|trustees)\b"
)


def essence(agency: str) -> str:
    """The telling words of an agency's name, short forms written out, folded."""
    words = " ".join(_SHORT.get(word, word) for word in fold(agency).split())
    telling = " ".join(_SAYS_NOTHING.sub(" ", words.replace("sheriffs", "sheriff")).split())
    return telling or words


def _apart(gone: Listed, there: Listed) -> bool:
    """In different counties, or one of them a body of the state. An unplaced row is nowhere."""
    if (gone.scope is Scope.STATE) != (there.scope is Scope.STATE):
        return True
    return bool(gone.fips and there.fips) and not set(gone.fips) & set(there.fips)


def _state_put_right(gone: Listed, there: Listed) -> bool:
    """One name and one day of signing under two states, where the older state had no such place."""
    return (
        is_unplaced(gone)
        and gone.signed is not None
        and gone.signed == there.signed
        and body_key(gone.agency) == body_key(there.agency)
    )


def is_unplaced(row: Listed) -> bool:
    return not row.fips and row.scope is not Scope.STATE


def _says_more(gone: Listed, there: Listed) -> bool:
    one, other = set(essence(gone.agency).split()), set(essence(there.agency).split())
    return len(one & other) > 1 and (one <= other or other <= one)


def _jail_handed_over(gone: Listed, there: Listed) -> bool:
    return gone.model in JAIL_MODELS and {gone.kind, there.kind} <= _COUNTY_BODIES
