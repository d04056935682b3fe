"""Maps: every county once, in the colour of its own answer; small, valid, and a link each."""

from __future__ import annotations

import gzip
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.knowledge import Knowledge
from bot.maps import (
    agreements_plot,
    answers,
    country_map,
    county_rows,
    legend,
    state_map,
    state_rows,
)
from bot.maps.answer import Answer
from bot.maps.country import SMALLEST, sheets
from bot.maps.drawing import area
from bot.maps.state import UnknownStateError
from bot.standing import standing
from tests.maps.drawn import SVG, holds, links, read

ROOM_FOR_THE_MAP = 32_000
"""Bytes of a page of 50 kB that the country may take, compressed."""
APART = {"AS", "GU", "MP", "VI"}
"""Drawn as a square with their code."""
NEAR = [(0.3, 0.4), (-0.3, -0.4), (0.4, -0.3), (-0.4, 0.3)]
"""A drawing is of whole units: a point is looked for half a unit around."""
HEIGHTS = (0.503, 0.303, 0.703)
"""A spit of sand may be thinner than a unit at one of them."""


def test_each_answer_is_what_the_standing_says(knowledge: Knowledge) -> None:
    found = answers(knowledge)
    assert set(found) == set(knowledge.gazetteer.counties)
    for fips, answer in found.items():
        stand = standing(knowledge.gazetteer.county(fips), knowledge.roster, knowledge.custody)
        runs = any(entry.runs_jail for entry in stand.jail)
        assert (answer is Answer.JAIL) == runs
        assert (answer is Answer.SHERIFF) == (bool(stand.jail) and not runs)
        assert (answer is Answer.STREET) == (bool(stand.street) and not stand.jail)
        if answer in (Answer.CHANGED, Answer.NONE):
            assert (stand.jail, stand.street, stand.local, stand.statewide) == ((),) * 4


def test_a_state_map_has_every_county_once_with_its_answer(knowledge: Knowledge) -> None:
    found = answers(knowledge)
    seen = Counter[str]()
    for state in knowledge.gazetteer.states:
        for link in links(state_map(knowledge, state, "en")):
            _, _, code, slug = link.address.split("?")[0].split("/")
            county = knowledge.gazetteer.by_slug(code, slug)
            assert county is not None
            assert county.state == state
            assert link.title.startswith(f"{county.name}: ")
            assert [kind for kind, _ in link.areas] == [found[county.fips].value]
            assert all(area for _, area in link.areas), county
            seen[county.fips] += 1
    assert seen == Counter(found.keys())


def test_the_country_has_every_county_in_the_area_of_its_answer(knowledge: Knowledge) -> None:
    """A point inside the county lies in its own answer's area of its state's link."""
    found = answers(knowledge)
    by_state = {
        link.address.split("?")[0].removeprefix("/s/").upper(): link
        for link in links(country_map(knowledge, "en"))
    }
    assert set(by_state) == set(knowledge.gazetteer.states)
    astray = []
    for fips, answer in found.items():
        county = knowledge.gazetteer.county(fips)
        if county.state in APART:
            continue
        areas = dict(by_state[county.state].areas)
        drawing = sheets().of(county.state)
        if drawing.size(sheets().outlines.rings[fips]) < SMALLEST:
            spots = [drawing.middle(sheets().outlines.rings[fips])]
        else:
            spots = [drawing.frame.place(inside(fips, share))[0].tolist() for share in HEIGHTS]
        own = areas[answer.value]
        if not any(holds(own, (x + dx, y + dy)) for x, y in spots for dx, dy in NEAR):
            astray.append(county.full_name)
    assert not astray


def inside(fips: str, share: float) -> NDArray[np.float64]:
    """A point (lon, lat) well inside the county's largest outline: in the middle of its widest
    crossing at this share of its height."""
    outlines = sheets().outlines
    lines = [
        np.concatenate(
            [outlines.borders[b] if b >= 0 else outlines.borders[~b][::-1] for b in ring]
        )
        for ring in outlines.rings[fips]
    ]
    largest = max(lines, key=area)
    lat = float(largest[:, 1].min() + np.ptp(largest[:, 1]) * share)
    before, after = largest[:-1], largest[1:]
    crosses = (before[:, 1] > lat) != (after[:, 1] > lat)
    one, two = before[crosses], after[crosses]
    at = np.sort(one[:, 0] + (lat - one[:, 1]) / (two[:, 1] - one[:, 1]) * (two[:, 0] - one[:, 0]))
    widest = int(np.argmax(at[1::2] - at[::2]))
    return np.array([[(at[2 * widest] + at[2 * widest + 1]) / 2, lat]])


def test_a_link_of_the_country_counts_its_states_jails(knowledge: Knowledge) -> None:
    titles = {link.title for link in links(country_map(knowledge, "en"))}
    michigan = next(row for row in state_rows(knowledge, "en") if row.code == "MI")
    assert michigan.counties == 83
    told = f"Michigan: jail deals in {michigan.counts[Answer.JAIL]} of 83 counties"
    assert told in titles


def test_every_map_is_valid_and_small_in_every_language(knowledge: Knowledge) -> None:
    languages = list(knowledge.catalogs)
    for language in languages:
        drawing = country_map(knowledge, language)
        read(drawing)
        assert len(gzip.compress(drawing.encode())) < ROOM_FOR_THE_MAP, language
        assert "style=" not in drawing
        read(f"<div>{legend(knowledge, language)}</div>")
    for number, state in enumerate(sorted(knowledge.gazetteer.states)):
        language = languages[number % len(languages)]
        drawing = state_map(knowledge, state, language)
        read(drawing)
        assert f"?lang={language}" in drawing
        assert len(gzip.compress(drawing.encode())) < 16_000, state


def test_colour_is_never_the_only_sign(knowledge: Knowledge) -> None:
    """Of six answers four have a pattern; the darkest and the palest ground have none."""
    drawing = country_map(knowledge, "en")
    patterned = {answer for answer in Answer if f"map-ink-{answer}" in drawing}
    assert set(Answer) - patterned == {Answer.JAIL, Answer.NONE}


def test_the_rows_of_a_table_say_the_same_as_the_map(knowledge: Knowledge) -> None:
    by_address = {row.address: row for row in county_rows(knowledge, "VA", "es")}
    for link in links(state_map(knowledge, "VA", "es")):
        row = by_address.pop(link.address)
        assert link.title == f"{row.name}: {row.label}"
        assert link.areas[0][0] == row.answer
    assert not by_address
    total = sum(row.counties for row in state_rows(knowledge, "ar"))
    assert total == len(knowledge.gazetteer.counties)


def test_connecticut_has_the_counties_that_people_name(knowledge: Knowledge) -> None:
    names = {link.title.partition(":")[0] for link in links(state_map(knowledge, "CT", "en"))}
    assert "Hartford County" in names
    assert len(names) == 8


def test_an_unknown_state_is_refused(knowledge: Knowledge) -> None:
    with pytest.raises(UnknownStateError):
        state_map(knowledge, "ZZ", "en")


def test_the_plot_has_a_mark_of_each_kind_for_each_list(knowledge: Knowledge) -> None:
    series = knowledge.history.series()
    for language in knowledge.catalogs:
        drawing = agreements_plot(knowledge, language)
        root = read(drawing)
        marks = [path for path in root.iter(f"{SVG}path") if "plot-mark" in path.attrib["class"]]
        on_lines = [
            path.attrib["d"].count("M") for path in marks if path.attrib["d"].count("M") > 1
        ]
        assert on_lines == [len(series)] * 3
        said = {text.text for text in root.iter(f"{SVG}text")}
        assert {str(count) for _, count in series[-1].counts if count > 9} <= said
        assert "style=" not in drawing


def test_no_plot_is_drawn_of_one_list(knowledge: Knowledge) -> None:
    short = replace(knowledge.history, lists=knowledge.history.lists[:1])
    assert agreements_plot(replace(knowledge, history=short), "en") == ""
