"""What a 287(g) agreement is, as ICE's published list shows it.

Source of the words: ICE's list of participating agencies (INA section 287(g), 8 U.S.C. 1357(g)).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

JAIL_ENFORCEMENT = "JEM"
WARRANT_SERVICE = "WSO"
TASK_FORCE = "TFM"
JAIL_MODELS = frozenset({JAIL_ENFORCEMENT, WARRANT_SERVICE})


class Scope(StrEnum):
    """Where an agency acts."""

    COUNTY = "county"
    MUNICIPAL = "municipal"
    REGIONAL = "regional"
    STATE = "state"


class AgencyKind(StrEnum):
    """What sort of body signed. It decides where an agreement is shown, never its name alone."""

    SHERIFF = "sheriff"
    COUNTY_JAIL = "county_jail"
    COUNTY_POLICE = "county_police"
    COUNTY_OTHER = "county_other"
    REGIONAL_JAIL = "regional_jail"
    CITY_POLICE = "city_police"
    CONSTABLE = "constable"
    PROSECUTOR = "prosecutor"
    CAMPUS = "campus"
    AIRPORT = "airport"
    MARSHAL = "marshal"
    STATE_CORRECTIONS = "state_corrections"
    STATE_OTHER = "state_other"


@dataclass(frozen=True, slots=True)
class Agreement:
    """One row of the list: one agency, one model.

    ``model`` is JEM, WSO, TFM or, for a kind the list did not have before, the printed words.
    ``fips`` holds each county it serves (several for a regional body, none for a statewide one).
    ``signed`` is the date printed in the list; it says nothing about daily use. ``listed`` is set
    where the newest list is without it and no person has yet looked: the last list that had it.
    """

    agency: str
    state: str
    model: str
    signed: date | None
    moa_url: str | None
    scope: Scope
    kind: AgencyKind
    fips: tuple[str, ...]
    listed: date | None = None


@dataclass(frozen=True, slots=True)
class Departure:
    """On an older list and gone from the newest. ICE publishes no reason and no end date."""

    agency: str
    state: str
    model: str
    scope: Scope
    kind: AgencyKind
    fips: tuple[str, ...]
    last_seen: date
    first_missing: date


@dataclass(frozen=True, slots=True)
class Request:
    """On a list of pending agencies: asked for, not final."""

    agency: str
    state: str
    model: str
    scope: Scope
    kind: AgencyKind
    fips: tuple[str, ...]
    list_date: date
