"""The outlines of counties, as borders that neighbours share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).parent / "data"

Points = NDArray[np.float64]
Ring = tuple[int, ...]
"""Numbers of borders, end to end; a negative one (``~n``) runs backwards."""


class OutlineError(ValueError):
    """The table of outlines cannot be read; the message says what to do."""


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """``borders[i]`` is a line of (lon, lat) in degrees, and ``losses[i]`` the square kilometres
    that it loses without each of its points (infinite at its ends). ``rings`` are the closed lines
    of each county, by FIPS code; a hole is one of them."""

    borders: tuple[Points, ...]
    losses: tuple[Points, ...]
    rings: Mapping[str, tuple[Ring, ...]]

    def around(self, counties: Iterable[str]) -> tuple[Ring, ...]:
        """The rings around these counties taken as one area: borders between them are left out."""
        used = Counter(
            border for fips in counties for ring in self.rings.get(fips, ()) for border in ring
        )
        # The source draws a few borders twice; each is taken away once for each time it runs back.
        left = Counter({border: count - used[~border] for border, count in used.items()})
        return tuple(self._closed((+left).elements()))

    def lines(self, counties: Iterable[str]) -> list[Points]:
        """Every border of these counties, once."""
        named = {
            max(border, ~border)
            for fips in counties
            for ring in self.rings.get(fips, ())
            for border in ring
        }
        return [self.borders[border] for border in sorted(named)]

    def _closed(self, borders: Iterable[int]) -> Iterator[Ring]:
        """Loose borders, put end to end until each ring closes."""
        leaving: dict[tuple[float, float], list[int]] = {}
        for border in borders:
            leaving.setdefault(self._end(border, 0), []).append(border)
        while leaving:
            start = at = next(iter(leaving))
            ring: list[int] = []
            while at in leaving:
                ring.append(leaving[at].pop())
                if not leaving[at]:
                    del leaving[at]
                at = self._end(ring[-1], -1)
                if at == start:
                    break
            yield tuple(ring)

    def _end(self, border: int, which: int) -> tuple[float, float]:
        line = self.borders[border] if border >= 0 else self.borders[~border][::-1]
        return float(line[which, 0]), float(line[which, 1])


@cache
def read_outlines(path: Path = DATA / "outlines.npz") -> Outlines:
    """Read once, at the first map. Raises :class:`OutlineError`."""
    try:
        with np.load(path, allow_pickle=False) as data:
            table = {name: data[name] for name in data.files}
    except (OSError, ValueError) as error:
        raise OutlineError(f"{path}: cannot be read; run `bot data build`") from error
    ends = np.cumsum(table["arc_lengths"])[:-1]
    steps = np.split(table["steps"].astype(np.int64), ends)
    borders = tuple(np.cumsum(line, axis=0) / table["grid_per_degree"] for line in steps)
    return Outlines(borders, _losses(table, ends), _rings(table))


def _losses(table: Mapping[str, NDArray[np.int32]], ends: NDArray[np.int64]) -> tuple[Points, ...]:
    """Weights are steps of a logarithm, counted from one square metre."""
    weights = table["weights"].astype(np.float64)
    losses = np.where(weights == 255, np.inf, 2 ** (weights / table["weight_steps"]) / 1e6)
    return tuple(np.split(losses, ends))


def _rings(table: Mapping[str, NDArray[np.int32]]) -> Mapping[str, tuple[Ring, ...]]:
    parts = np.split(table["rings"], np.cumsum(table["ring_lengths"])[:-1])
    found: dict[str, list[Ring]] = {}
    for owner, part in zip(table["ring_owners"], parts, strict=True):
        fips = str(table["fips"][owner])
        found.setdefault(fips, []).append(tuple(int(border) for border in part))
    return {fips: tuple(rings) for fips, rings in found.items()}
