"""`bot places find`: one query a line in, one answer a line out."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from bot.cli.places import app


def test_each_line_gets_one_json_object_of_the_agreed_shape() -> None:
    result = CliRunner().invoke(app, ["find", "--json"], input="jakson mi\nwhat is a detainer\n\n")
    assert result.exit_code == 0
    found, none, empty = map(json.loads, result.stdout.splitlines())
    assert found["query"] == "jakson mi"
    assert found["outcome"] == "found"
    (place,) = found["places"]
    assert (place["fips"], place["name"]) == ("26075", "Jackson County, Michigan")
    assert place["kind"] == "county"
    assert place["matched"]["name"] == "jackson mi"
    assert place["matched"]["kind"] == "county"
    assert place["matched"]["fuzzy"] is True
    assert (none["outcome"], none["places"]) == ("none", [])
    assert empty == {"query": "", "outcome": "none", "places": []}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("condado de Jakson Michigan", "condado de jackson michigan"),
        ("JAKSON COUNTY, MI", "jackson county mi"),
        ("detriot", "detroit"),
        ("wayen county jail", "wayne county jail"),
        ("michgan", "michigan"),
        ("Stewert detention center", "stewart detention center"),
        ("taylor mi", "taylor mi"),
    ],
)
def test_a_misspelt_name_is_given_as_it_was_understood(text: str, name: str) -> None:
    result = CliRunner().invoke(app, ["find", "--json", text])
    assert {each["matched"]["name"] for each in json.loads(result.stdout)["places"]} == {name}


def test_explain_shows_the_steps_to_a_person() -> None:
    result = CliRunner().invoke(app, ["find", "--explain"], input="jackson mi\n")
    assert "jackson mi -> found: 26075 Jackson County, Michigan" in result.stdout
    assert 'by name and state: found: "jackson mi" read as county' in result.stdout


def test_explain_stands_in_the_json_as_well() -> None:
    result = CliRunner().invoke(app, ["find", "--json", "--explain"], input="48201\n")
    assert json.loads(result.stdout)["steps"][-1].startswith("by zip: found")


def test_texts_may_be_given_as_arguments() -> None:
    result = CliRunner().invoke(app, ["find", "jackson mi", "48201", "--explain"])
    assert "jackson mi -> found: 26075 Jackson County, Michigan" in result.stdout
    assert "48201 -> found: 26163 Wayne County, Michigan" in result.stdout
