"""One thing that a name can mean: "jackson" is 23 counties and some 40 cities."""

from __future__ import annotations

from dataclasses import dataclass

from bot.places.place import MatchKind


@dataclass(frozen=True, slots=True)
class Reading:
    """``counties`` are FIPS codes, the main one first; ``people`` orders the candidates.

    ``label`` is the official name of the thing ("Taylor", "Angola"), ``sort`` its kind in our
    tables (county, city, town, cdp, other, older, alias, jail). ``record`` is the id in the
    custody tables. ``held``: a jail, a prison or a sheriff has its address in the town.
    """

    kind: MatchKind
    sort: str
    label: str
    state: str
    counties: tuple[str, ...]
    people: int
    record: str = ""
    held: bool = False
