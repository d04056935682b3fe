"""The nouns of places: a county, what was matched in a text, and the finder's answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class County:
    """One county or equivalent (parish, borough, municipio, independent city, …).

    ``fips`` is the Census's five digits as text; ``state`` the postal code; ``name`` the
    official name without the state ("Jackson County"), ``short_name`` without the word for
    its kind ("Jackson"); ``population`` is people living there; ``lat``/``lon`` in degrees.
    """

    fips: str
    state: str
    state_name: str
    name: str
    short_name: str
    kind: str
    population: int
    lat: float
    lon: float

    @property
    def full_name(self) -> str:
        """ "Jackson County, Michigan"; "District of Columbia" and "Guam" need no state."""
        return self.name if self.name == self.state_name else f"{self.name}, {self.state_name}"

    @property
    def in_territory(self) -> bool:
        """Guam, Puerto Rico, …: no state, though they stand where states do. The Census numbers
        them from 60 on."""
        return self.fips >= "60"


class MatchKind(StrEnum):
    """What a piece of a text was understood as."""

    COUNTY = "county"
    CITY = "city"
    ZIP = "zip"
    JAIL = "jail"
    ICE_FACILITY = "ice_facility"
    SHERIFF = "sheriff"
    STATE = "state"
    LOCATION = "location"


HELD = (MatchKind.JAIL, MatchKind.ICE_FACILITY)
"""Buildings in which people are held."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The words of the text that named the place, folded (``jakson mi``), and as what.

    ``corrected`` is the same with the misspelt name put right (``jackson mi``); empty where
    nothing was.
    ``label`` is the official name of the matched thing where it is not the county itself
    ("Taylor" for the city, "Angola" for the prison); empty otherwise. ``record`` is the id of
    the jail or ICE facility in the custody tables, where the match is one of them.
    """

    name: str
    kind: MatchKind
    fuzzy: bool = False
    label: str = ""
    record: str = ""
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A county (``kind`` "county", five digits) or a whole state ("state", two digits).

    ``name`` is the full name ("Jackson County, Michigan"; "Michigan").
    """

    fips: str
    name: str
    kind: str
    matched: Matched


class Outcome(StrEnum):
    FOUND = "found"
    ASK = "ask"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """What the finder understood of a text.

    ``places`` holds exactly one place for FOUND, the candidates in the order in which they are
    offered for ASK (at most 5), none for NONE. ``explicit`` is True where the text could hardly
    mean anything but a place (a ZIP, a state beside it, a word such as "county" or "jail"): a
    topic word then does not win over it. ``rest`` is the text without the words that named the
    place. ``steps`` says which steps ran, and why, for ``bot places find --explain``.
    """

    outcome: Outcome
    places: tuple[Place, ...] = ()
    explicit: bool = False
    rest: str = ""
    steps: tuple[str, ...] = ()

    @property
    def found(self) -> Place | None:
        return self.places[0] if self.outcome is Outcome.FOUND else None
