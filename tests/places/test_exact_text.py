"""A text that is a name and nothing else is answered in one look, and as the steps would."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.places.exact_text import by_exact_text
from bot.places.finder import STEPS, explain, find
from bot.places.gazetteer import Gazetteer
from bot.places.place import PlaceAnswer
from bot.places.reading_text import read_query
from bot.places.vocabulary import DATA

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
def test_it_says_what_the_steps_say(
    texts: Callable[[Gazetteer], Iterator[str]], gazetteer: Gazetteer
) -> None:
    exact = {text: found for text in texts(gazetteer) if (found := by_exact_text(text, gazetteer))}
    assert len(exact) > MANY
    differing = {
        text: [place.name for place in found.places]
        for text, found in exact.items()
        if counties_of(found) != by_all_steps(text, gazetteer)
    }
    assert differing == {}


@pytest.mark.parametrize(
    "text",
    ["Jackson County, Michigan", "TAYLOR MI", "Houston", "condado de Hidalgo Texas",
     "orleans parish", "wayne county"],
)  # fmt: skip
def test_it_answers_what_most_people_send(text: str, gazetteer: Gazetteer) -> None:
    assert by_exact_text(text, gazetteer) is not None


@pytest.mark.parametrize(
    "text",
    ["Angola", "Wayne County jail", "my cousin Jackson", "detention center", "Washington", "",
     "hola", "jackson mi please", "48201", "weld co", "orange", "Lake California",
     "condado de Baca", "El Salvador", "jakson mi"],
)  # fmt: skip
def test_it_leaves_to_the_steps_what_they_may_know_better(text: str, gazetteer: Gazetteer) -> None:
    assert by_exact_text(text, gazetteer) is None


def test_explain_gives_the_same_answer_where_no_step_has_one(gazetteer: Gazetteer) -> None:
    text = "Univ. of Va.'s Coll. at Wise"
    assert by_all_steps(text, gazetteer) == []
    assert counties_of(explain(text, gazetteer)) == counties_of(find(text, gazetteer)) == ["51195"]


@pytest.mark.parametrize(
    "text",
    ["we live in Austin but he was arrested in Laredo", "born in Laredo", "my son is in LA jail",
     "jackson mi", "hola"],
)  # fmt: skip
def test_explain_gives_the_answer_that_people_get(text: str, gazetteer: Gazetteer) -> None:
    told, found = explain(text, gazetteer), find(text, gazetteer)
    assert (told.outcome, counties_of(told)) == (found.outcome, counties_of(found))


def test_the_state_of_the_number_orders_its_questions_too(gazetteer: Gazetteer) -> None:
    asked = by_exact_text("wayne county", gazetteer, "NY")
    assert asked is not None
    assert asked.places[0].name == "Wayne County, New York"
