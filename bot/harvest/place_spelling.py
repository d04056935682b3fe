"""The index of misspellings: every name, how it sounds, where it is and how many live there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bot.harvest.built import Built
from bot.places.fold import fold, key
from bot.places.sound import sounds

Row = dict[str, str]


def build_spelling(
    counties: Iterable[Row], places: Iterable[Row], aliases: Iterable[Row], target: Path
) -> Built:
    """Write spelling.txt (see :func:`bot.places.spelling.read_speller` for its lines).

    The rows are those of our own counties.csv, places.csv and files of aliases.
    """
    counties, places = list(counties), list(places)
    states_of = {row["fips"]: row["state"] for row in counties}
    people: dict[str, int] = {}
    held: dict[str, set[str]] = {}
    of_counties = set()
    for row in counties:
        _add(key(row["short_name"]), row, people, held)
        of_counties.add(key(row["short_name"]))
    for row in places:
        if row["kind"] != "older":
            _add(row["key"], row, people, held)
    for row in aliases:
        for code in row["counties"].split("|"):
            alias = {"population": row["people"], "state": states_of[code]}
            _add(key(row["alias"]), alias, people, held)
    spelt = _spelt(counties, places, people)
    names = sorted(spelt)
    states = sorted({state for found in held.values() for state in found})
    bits = {state: 1 << n for n, state in enumerate(states)}
    lines: Sequence[Iterable[object]] = (
        names,
        sounds("\n".join(names)).split("\n"),
        (sum(bits[state] for state in held[spelt[name]]) for name in names),
        (people[spelt[name]] for name in names),
        (int(spelt[name] in of_counties) for name in names),
        (spelt[name] if spelt[name] != name else "=" for name in names),
    )
    text = "".join(" ".join(map(str, line)) + "\n" for line in lines)
    (target / "spelling.txt").write_text(text, encoding="ascii", newline="\n")
    return Built("spelling.txt", len(names), (f"{len(of_counties)} of them names of counties",))


def _spelt(counties: list[Row], places: Iterable[Row], people: Mapping[str, int]) -> dict[str, str]:
    """Each way to spell a name, to its key: "mountainbrook" is filed as ``mtnbrook``."""
    spelt = {name: name for name in people if name.isascii()}
    labels = [row["short_name"] for row in counties]
    labels += [row["label"] for row in places if row["key"] in people]
    for label in labels:
        full, name = "".join(fold(label).split()), key(label)
        if full.isascii() and name in spelt:
            spelt.setdefault(full, name)
            spelt.setdefault(full.removeprefix("the") if label.startswith("The ") else full, name)
    return spelt


def _add(name: str, row: Row, people: dict[str, int], held: dict[str, set[str]]) -> None:
    people[name] = max(people.get(name, 0), int(row["population"] or 0))
    held.setdefault(name, set()).add(row["state"])
