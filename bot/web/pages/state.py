"""``/s/<state>``: a state's counties and what the list shows of each; ``/map``: every state."""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.conversation.decks import state_law
from bot.knowledge import Knowledge
from bot.places.place import County
from bot.places.tables import State
from bot.standing import Standing, standing
from bot.web.desk import Desk, Facts
from bot.web.layout import Sheet
from bot.web.pages.way import county_path


class Shown(StrEnum):
    """What the list shows of a county, in one word, the nearest to its jail first."""

    JAIL = "jail"
    SHERIFF = "sheriff"
    STREET = "street"
    LOCAL = "local"
    NONE = "none"


def routes(desk: Desk) -> list[BaseRoute]:
    async def state(request: Request) -> Response:
        visit = desk.visit(request)
        code = request.path_params["state"]
        found = visit.knowledge.gazetteer.states.get(code.upper())
        if found is None:
            raise HTTPException(404)
        if code != found.code.lower():
            return desk.send_to(visit, f"/s/{found.code.lower()}", status=308)
        return desk.kept(request, visit, "state.html", lambda sheet: _facts(found, sheet))

    async def country(request: Request) -> Response:
        visit = desk.visit(request)
        return desk.kept(request, visit, "map.html", _country)

    return [Route("/s/{state}", state), Route("/map", country)]


def by_name(sheet: Sheet) -> list[State]:
    """The states in the order of their names in the page's language."""
    states = sheet.visit.knowledge.gazetteer.states.values()
    return sorted(states, key=lambda one: _without_marks(sheet.speaker.voice.state(one.name)))


def shown(stand: Standing) -> Shown:
    """A jail deal of a body that does not run the jail, or of which we do not know it, is its
    own kind: it must look neither like the jail's nor like none."""
    if stand.jail:
        return Shown.JAIL if any(one.runs_jail for one in stand.jail) else Shown.SHERIFF
    if stand.street:
        return Shown.STREET
    return Shown.LOCAL if stand.local else Shown.NONE


@functools.lru_cache(maxsize=2)
def shown_everywhere(knowledge: Knowledge) -> Mapping[str, Shown]:
    """Every county by its FIPS code; made once for each snapshot."""
    roster, custody = knowledge.roster, knowledge.custody
    counties = knowledge.gazetteer.counties.values()
    return {one.fips: shown(standing(one, roster, custody)) for one in counties}


def _facts(state: State, sheet: Sheet) -> Facts:
    knowledge = sheet.visit.knowledge
    counties = _counties(state, knowledge)
    stand = standing(counties[0], knowledge.roster, knowledge.custody)
    everywhere = shown_everywhere(knowledge)
    return {
        "state": state,
        "rows": [(one, county_path(one, knowledge), everywhere[one.fips]) for one in counties],
        "counts": Counter(everywhere[one.fips] for one in counties),
        "kinds": tuple(Shown),
        "statewide": stand.statewide,
        "law": tuple(sheet.speaker.part(part) for part in state_law(stand, knowledge)),
    }


def _country(sheet: Sheet) -> Facts:
    knowledge = sheet.visit.knowledge
    everywhere = shown_everywhere(knowledge)
    counts: dict[str, Counter[Shown]] = {}
    for county in knowledge.gazetteer.counties.values():
        counts.setdefault(county.state, Counter())[everywhere[county.fips]] += 1
    return {
        "rows": [(one, counts.get(one.code, Counter())) for one in by_name(sheet)],
        "total": sum(counts.values(), Counter()),
        "kinds": tuple(Shown),
    }


def _counties(state: State, knowledge: Knowledge) -> list[County]:
    own = (one for one in knowledge.gazetteer.counties.values() if one.state == state.code)
    return sorted(own, key=lambda one: _without_marks(one.short_name))


def _without_marks(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()
