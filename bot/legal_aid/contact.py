"""What a legal-help contact is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LIMITS = frozenset(
    {
        "ask_if_area",
        "ask_if_court",
        "ask_if_detained",
        "asylum_only",
        "calls_from_detention",
        "few_detained",
        "haitian_cases",
        "held_by_ice",
        "low_income",
        "mexican_nationals",
        "no_asylum",
        "no_detained",
        "referral",
        "small_fee",
        "some_cases",
    }
)
"""Each key is the name of one short reviewed sentence."""

EXCLUSIONS = frozenset(
    {
        "asylum_only",
        "children_only",
        "no_criminal",
        "no_detained",
        "one_facility",
        "only_detained",
        "other_areas",
        "other_cases",
        "survivors_only",
    }
)
"""Whom a contact does not take, as its listing says; choosing reads them, no text shows them."""

SERVICES = frozenset({"detained", "removal_defense", "bond", "consultation", "family", "referral"})

LASTS_DAYS = 364
"""A number is sent while its source is younger than 365 days."""


class Reach(StrEnum):
    """Whom a contact serves, by its own words or its office."""

    NATIONAL = "national"
    STATE = "state"
    COURT = "court"
    COUNTY = "county"


class RunBy(StrEnum):
    """Who answers. Only the first two are legal help; the others are always labelled."""

    NONPROFIT = "nonprofit"
    PUBLIC_DEFENDER = "public_defender"
    CONSULATE = "consulate"
    IMMIGRATION_COURT = "immigration_court"
    ICE = "ice"


@dataclass(frozen=True, slots=True)
class Contact:
    """One organisation or line that may be sent, with one source and one date.

    ``phone`` is E.164; ``display`` is how it is printed in a text. ``counties`` are the FIPS
    codes that the source names. ``services`` are words of the directory (``detained``,
    ``removal_defense``, ``bond``, ``consultation``, ``family``, ``referral``). ``limit`` is a
    key of a short reviewed sentence about whom it does not serve, or ``""``. ``run_by`` ICE: its
    answer is always labelled so. ``expires``: the last day on which it is sent.

    ``serves`` are the states (postal codes) that its own words name beyond its office; where it
    is set, as where ``counties`` is, no other place is served. ``excludes`` are keys of
    :data:`EXCLUSIONS`. ``hours`` is ``24/7`` or ``DAYS TIME-TIME``, parted by ``;``
    (``Mon-Thu 9:00-17:00``). ``extension`` is digits to dial after the number, or ``""``.
    ``two_sources``: two lists print the same number. ``renewing``: its recognition by the
    Department of Justice has passed its date with a renewal pending. ``missing_since``: the day
    of the first issue of its list that lacks it; it is sent until its last day all the same.
    """

    org: str
    phone: str
    display: str
    reach: Reach
    state: str
    counties: tuple[str, ...]
    services: frozenset[str]
    languages: tuple[str, ...]
    hours: str
    limit: str
    website: str
    lat: float | None
    lon: float | None
    source: str
    source_date: date
    expires: date
    run_by: RunBy = RunBy.NONPROFIT
    serves: tuple[str, ...] = ()
    excludes: frozenset[str] = frozenset()
    extension: str = ""
    two_sources: bool = False
    renewing: bool = False
    missing_since: date | None = None

    @property
    def legal_help(self) -> bool:
        return self.run_by in (RunBy.NONPROFIT, RunBy.PUBLIC_DEFENDER)

    def sendable(self, on: date) -> bool:
        """False from the day after ``expires``."""
        return on <= self.expires


@dataclass(frozen=True, slots=True)
class DetentionLine:
    """Help that only a telephone inside an ICE detention centre reaches, for the whole country.

    ``dial`` are the digits and signs to press there; ``email`` is for the family; ``not_phone``
    is the printed number, which is for other people. Source and dates are those of a
    :class:`Contact`.
    """

    org: str
    dial: str
    email: str
    not_phone: str
    source: str
    source_date: date
    expires: date

    def sendable(self, on: date) -> bool:
        return on <= self.expires
