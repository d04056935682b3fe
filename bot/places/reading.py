"""One thing that a name can mean: "jackson" is 23 counties and some 40 cities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.places.place import MatchKind

# What most names mean; any other kind is somebody who holds people.
TOWNS = (MatchKind.CITY, MatchKind.COUNTY)


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


class Readings(tuple[Reading, ...]):
    """All that one name can mean: up to some 250 places, asked about by one step after another,
    so that what was picked out of them is kept."""

    def in_state(self, code: str) -> tuple[Reading, ...]:
        return self._by_state.get(code, ())

    @cached_property
    def holders(self) -> tuple[Reading, ...]:
        """Those who hold people: jails, ICE facilities, sheriffs, police."""
        return tuple(r for r in self if r.kind not in TOWNS)

    @cached_property
    def _by_state(self) -> Mapping[str, tuple[Reading, ...]]:
        found: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in self:
            found[reading.state].append(reading)
        return {state: tuple(there) for state, there in found.items()}
