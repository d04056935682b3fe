"""A text that is only a name goes to three steps first: they never say otherwise than all would."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.places.finder import STEPS, find
from bot.places.gazetteer import Gazetteer
from bot.places.place import PlaceAnswer
from bot.places.reading_text import read_query
from bot.places.vocabulary import DATA
from bot.places.whole_text import is_only_a_name

TABLES = Path(__file__).parent
EVERY = 23  # of 40,000 places of the tables, one in so many
MANY = 500


def by_all_steps(text: str, gazetteer: Gazetteer) -> list[str]:
    query = read_query(text, gazetteer)
    answers = (step(query) for step in STEPS)
    return next((counties_of(found) for found in answers if found), [])


def counties_of(answer: PlaceAnswer) -> list[str]:
    return [place.fips for place in answer.places]


def counties(gazetteer: Gazetteer) -> Iterator[str]:
    for county in gazetteer.counties.values():
        yield county.full_name
        yield f"{county.short_name} {county.state.lower()}"
        yield county.name
        yield county.short_name


def towns(gazetteer: Gazetteer) -> Iterator[str]:
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in list(csv.DictReader(file))[::EVERY]:
            yield row["label"]
            yield f"{row['label']}, {row['state']}"
            yield f"{row['label']} county {gazetteer.states[row['state']].name}"


def from_tables(_: Gazetteer) -> Iterator[str]:
    for name in ("finder_table.csv", "another_hand.csv", "other_hands.csv"):
        with (TABLES / name).open(encoding="utf-8", newline="") as file:
            yield from (row["text"] for row in csv.DictReader(file))


@pytest.mark.parametrize("texts", [counties, towns, from_tables], ids=lambda texts: texts.__name__)
def test_the_short_way_gives_the_same_answer(
    texts: Callable[[Gazetteer], Iterator[str]], gazetteer: Gazetteer
) -> None:
    short = [text for text in texts(gazetteer) if is_only_a_name(read_query(text, gazetteer))]
    assert len(short) > MANY
    differing = [t for t in short if counties_of(find(t, gazetteer)) != by_all_steps(t, gazetteer)]
    assert differing == []


@pytest.mark.parametrize(
    "text",
    ["Jackson County, Michigan", "taylor mi", "Houston", "condado de Hidalgo Texas"],
)
def test_what_most_people_send_goes_the_short_way(text: str, gazetteer: Gazetteer) -> None:
    assert is_only_a_name(read_query(text, gazetteer))


@pytest.mark.parametrize(
    "text",
    ["Angola", "Wayne County jail", "my cousin Jackson", "detention center", "Washington", "",
     "hola", "jackson mi please", "48201", "weld co"],
)  # fmt: skip
def test_anything_more_goes_through_all_steps(text: str, gazetteer: Gazetteer) -> None:
    assert not is_only_a_name(read_query(text, gazetteer))
