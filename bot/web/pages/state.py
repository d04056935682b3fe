"""``/s/<state>``: a state's counties and what the list shows of each; ``/map``: every state."""

from __future__ import annotations

import unicodedata
from collections import Counter

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.conversation.decks import state_law
from bot.maps import (
    Answer,
    agreements_plot,
    country_map,
    county_rows,
    legend,
    state_map,
    state_rows,
)
from bot.places.tables import State
from bot.standing import standing
from bot.web.layout import Sheet
from bot.web.reception import Facts, Reception

MODELS = ("JEM", "WSO", "TFM")
"""The columns of the table beside the plot, as the plot has its lines."""


def routes(reception: Reception) -> list[BaseRoute]:
    async def state(request: Request) -> Response:
        visit = reception.visit(request)
        code = request.path_params["state"]
        found = visit.knowledge.gazetteer.states.get(code.upper())
        if found is None:
            raise HTTPException(404)
        if code != found.code.lower():
            return reception.send_to(visit, f"/s/{found.code.lower()}", status=308)
        return await reception.kept(
            request, visit, "state.html", lambda sheet: _facts(found, sheet)
        )

    async def country(request: Request) -> Response:
        return await reception.kept(request, reception.visit(request), "map.html", _country)

    return [Route("/s/{state}", state), Route("/map", country)]


def by_name(sheet: Sheet) -> list[State]:
    """The states in the order of their names in the page's language."""
    states = sheet.visit.knowledge.gazetteer.states.values()
    return sorted(states, key=lambda one: _without_marks(sheet.speaker.voice.state(one.name)))


def _facts(state: State, sheet: Sheet) -> Facts:
    knowledge, code = sheet.visit.knowledge, sheet.visit.language.code
    rows = county_rows(knowledge, state.code, code)
    stand = standing(rows[0].county, knowledge.roster, knowledge.custody)
    return {
        "state": state,
        "map": state_map(knowledge, state.code, code),
        "legend": legend(knowledge, code),
        "rows": sorted(rows, key=lambda row: _without_marks(row.county.short_name)),
        "statewide": stand.statewide,
        "law": tuple(sheet.speaker.part(part) for part in state_law(stand, knowledge)),
    }


def _country(sheet: Sheet) -> Facts:
    knowledge, code = sheet.visit.knowledge, sheet.visit.language.code
    rows = state_rows(knowledge, code)
    return {
        "map": country_map(knowledge, code),
        "legend": legend(knowledge, code),
        "rows": sorted(rows, key=lambda row: _without_marks(row.name)),
        "total": sum((Counter(row.counts) for row in rows), Counter()),
        "answers": tuple(Answer),
        "plot": agreements_plot(knowledge, code),
        "lists": [(seen.list_date, dict(seen.counts)) for seen in knowledge.history.series()],
        "models": MODELS,
    }


def _without_marks(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold()
