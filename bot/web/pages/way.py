"""The way to a place: its page, and the city or jail by which it was looked for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.reply import PlaceName, StateName
from bot.knowledge import Knowledge
from bot.places.finder import find
from bot.places.fold import fold
from bot.places.place import County, Place

LONGEST_LABEL = 80


@dataclass(frozen=True, slots=True)
class Way:
    """``name`` is what the link says, ``path`` its address, ``label`` the city or jail, if any;
    ``code`` is the place as an address carries it: ``26163`` or ``26163.Taylor``."""

    name: PlaceName | StateName
    path: str
    code: str
    label: str = ""


def county_path(county: County, knowledge: Knowledge) -> str:
    return f"/c/{county.state.lower()}/{knowledge.gazetteer.slug(county)}"


def way_to(fips: str, label: str, knowledge: Knowledge) -> Way | None:
    """The way to a county (five digits) or a state (two); None for a code that is not ours."""
    for state in knowledge.gazetteer.states.values():
        if state.fips == fips:
            return Way(StateName(state.name), f"/s/{state.code.lower()}", fips)
    county = knowledge.gazetteer.counties.get(fips)
    if county is None:
        return None
    code = f"{fips}.{label}" if label else fips
    return Way(PlaceName(county, label), county_path(county, knowledge), code, label)


def from_code(code: str, knowledge: Knowledge) -> Way | None:
    """The way of a code of ours. Words that no table of ours has are left out: an address can be
    written by anyone."""
    fips, _, label = code.partition(".")
    county = knowledge.gazetteer.counties.get(fips)
    known = label_in(label, county, knowledge) if county else None
    return way_to(fips, known.matched.label if known else "", knowledge)


def label_in(label: str, county: County, knowledge: Knowledge) -> Place | None:
    """The city or jail of this county that has this name; None for any other words."""
    if not label or len(label) > LONGEST_LABEL:
        return None
    answer = find(f"{label}, {county.state_name}", knowledge.gazetteer)
    same = (
        one
        for one in answer.places
        if one.fips == county.fips and one.matched.label and fold(one.matched.label) == fold(label)
    )
    return next(same, None)
