"""The same facts as rows, for the table beside a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge import Knowledge
from bot.maps.answer import LABELS, Answer, answers
from bot.maps.state import counties_of
from bot.maps.words import MapWords
from bot.places.place import County
from bot.rendering.wording import voice


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state (postal ``code``), its name and address, and how many counties have each answer."""

    code: str
    name: str
    address: str
    counts: Mapping[Answer, int]
    counties: int


@dataclass(frozen=True, slots=True)
class CountyRow:
    """A county, its name without the state, its address, and its answer in words."""

    county: County
    name: str
    address: str
    answer: Answer
    label: str


def state_rows(knowledge: Knowledge, language: str) -> tuple[StateRow, ...]:
    """Every state and territory, by its name in the language."""
    words, speaker = MapWords(language, knowledge), voice(language, knowledge)
    found = answers(knowledge)
    counted: dict[str, Counter[Answer]] = {}
    for county in knowledge.gazetteer.counties.values():
        counted.setdefault(county.state, Counter())[found[county.fips]] += 1
    rows = (
        StateRow(
            code=code,
            name=speaker.state(knowledge.gazetteer.states[code].name),
            address=words.state_address(code),
            counts={answer: counts[answer] for answer in Answer},
            counties=counts.total(),
        )
        for code, counts in counted.items()
    )
    return tuple(sorted(rows, key=lambda row: row.name))


def county_rows(knowledge: Knowledge, state: str, language: str) -> tuple[CountyRow, ...]:
    """The counties of a state by name. Raises :class:`bot.maps.state.UnknownStateError`."""
    words, speaker = MapWords(language, knowledge), voice(language, knowledge)
    found = answers(knowledge)
    return tuple(
        CountyRow(
            county=county,
            name=speaker.county_name(county),
            address=words.county_address(county),
            answer=found[county.fips],
            label=speaker.catalog.pgettext("map", LABELS[found[county.fips]]),
        )
        for county in counties_of(knowledge, state)
    )
