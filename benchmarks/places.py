"""The finder beside plain rapidfuzz, in one run: how long a text takes, and how often it is right.

    uv run python benchmarks/places.py

Plain rapidfuzz is one weighted-ratio search over the names of all counties and cities with
their states, which is what one would write first.
"""

from __future__ import annotations

import csv
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from bot.places.exact_text import by_exact_text
from bot.places.finder import explain, find
from bot.places.fold import fold
from bot.places.gazetteer import Gazetteer, read_gazetteer
from bot.places.vocabulary import DATA

TABLE = Path(__file__).parent.parent / "tests" / "places" / "finder_table.csv"
ROUNDS = 5
GOOD_ENOUGH = 86
PLAIN_ROWS = 60
LONG = {
    "1,600 characters, no place": "what can I do about my brother he was taken yesterday " * 29,
    "1,600 characters, strange words": "lorem ipsum " * 133,
    "1,600 characters, many places": "harris county texas my brother " * 51,
    "160 characters": "mi hermano esta en la carcel del condado de Jackson Michigan y no se que "
    * 2,
}


def main() -> None:
    start = time.perf_counter()
    gazetteer = read_gazetteer()
    print(f"load {time.perf_counter() - start:.3f} s, {_memory():.0f} MB in the whole process")
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    _by_step(rows, gazetteer)
    for name, text in LONG.items():
        _print(name, _times(lambda text=text: find(text, gazetteer), 40))  # type: ignore[misc]
    _plain(rows, gazetteer)


def _by_step(rows: Sequence[dict[str, str]], gazetteer: Gazetteer) -> None:
    """Each text of the test table, by the step that answered it."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    for row in rows:
        step = explain(row["text"], gazetteer).steps[-1].split(":")[0]
        times[step] += _times(lambda row=row: find(row["text"], gazetteer), ROUNDS)  # type: ignore[misc]
    for step, taken in sorted(times.items(), key=lambda item: statistics.median(item[1])):
        _print(f"{step} ({len(taken) // ROUNDS} texts)", taken)
    _print("all texts", [t for taken in times.values() for t in taken])
    exact = [row["text"] for row in rows if by_exact_text(row["text"], gazetteer)]
    fresh = read_gazetteer()  # which has met none of these names yet
    once = [t for text in exact for t in _times(lambda text=text: find(text, fresh), 1)]  # type: ignore[misc]
    _print(f"exact texts, each once ({len(once)} texts)", once)


def _plain(rows: Sequence[dict[str, str]], gazetteer: Gazetteer) -> None:
    names = {fold(c.full_name): c.fips for c in gazetteer.counties.values()}
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        for place in csv.DictReader(file):
            state = gazetteer.states[place["state"]].name
            names.setdefault(fold(f"{place['label']} {state}"), place["counties"].split("|")[0])
    known = list(names)
    some = rows[:: max(1, len(rows) // PLAIN_ROWS)]
    times, right = [], 0
    for row in some:
        start = time.perf_counter()
        best = process.extractOne(fold(row["text"]), known, scorer=fuzz.WRatio)
        times.append(time.perf_counter() - start)
        found = names[best[0]] if best and best[1] >= GOOD_ENOUGH else ""
        right += found == row["places"] and row["outcome"] in ("found", "none")
    _print(f"plain rapidfuzz ({len(some)} texts, {right / len(some):.0%} right)", times)


def _times(call: Callable[[], object], rounds: int) -> list[float]:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return taken


def _print(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    p99 = ordered[int(len(ordered) * 0.99)]
    print(f"{name:45} median {statistics.median(ordered) * 1e6:9.0f} µs   p99 {p99 * 1e6:9.0f} µs")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
