"""``/c/<state>/<county>``: a county's whole answer. Everything in it comes from the heart
(:mod:`bot.standing`) and from what the text line would say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.agreements.agreement import JAIL_ENFORCEMENT, JAIL_MODELS, TASK_FORCE, WARRANT_SERVICE
from bot.agreements.trail import Trail
from bot.conversation.calling import ice_phones
from bot.conversation.decks import state_law
from bot.conversation.helping import legal_help
from bot.conversation.reply import Fact, Month, Part, PlaceName
from bot.conversation.status import age_of_list, finding, is_old, next_topics, runner
from bot.custody.custody import IceFacility
from bot.knowledge import LIST_ADDRESS, Knowledge
from bot.maps import answers
from bot.places.place import County, MatchKind, Place
from bot.standing import Entry, Standing, standing
from bot.web.layout import Sheet
from bot.web.pages.regions import region_counties
from bot.web.pages.way import county_path, label_in
from bot.web.reception import Facts, Reception
from bot.web.visit import Visit
from bot.web.wording import Said

GROUPS = ("jail", "street", "local", "statewide", "pending", "left")
SHOWN_AS_CARDS = frozenset({"help-intro", "contacts"})
EXPLAINED_BY = {JAIL_ENFORCEMENT: "jem", WARRANT_SERVICE: "wso", TASK_FORCE: "tfm"}
"""The topic that explains a model. A model that lists did not have before has none."""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries that stand at one place, and what their models mean."""

    name: str
    entries: tuple[Entry, ...]
    models: tuple[tuple[str, str, Said], ...]
    """Model, the topic that explains it, and that topic's first sentences."""


def routes(reception: Reception) -> list[BaseRoute]:
    async def page(request: Request) -> Response:
        visit = reception.visit(request)
        state, slug = request.path_params["state"], request.path_params["county"]
        county = visit.knowledge.gazetteer.by_slug(state, slug)
        if county is None:
            return _elsewhere(state, slug, visit, reception)
        address = county_path(county, visit.knowledge)
        if visit.path != address:
            return reception.send_to(visit, address, status=308)
        there = label_in(request.query_params.get("for", ""), county, visit.knowledge)
        if there is not None:
            visit = replace(visit, query=(("for", there.matched.label),))
            return reception.once(request, visit, "county.html", lambda s: facts(county, s, there))
        return await reception.kept(request, visit, "county.html", lambda s: facts(county, s))

    return [Route("/c/{state}/{county}", page)]


def _elsewhere(state: str, slug: str, visit: Visit, reception: Reception) -> Response:
    """A planning region of Connecticut leads to its county, or to the choice between them."""
    counties = region_counties(state, slug, visit.knowledge.gazetteer)
    if not counties:
        raise HTTPException(404)
    if len(counties) == 1:
        return reception.send_to(visit, county_path(counties[0], visit.knowledge), status=308)
    return reception.send_to(visit, "/which", {"of": [one.fips for one in counties]})


def facts(county: County, sheet: Sheet, there: Place | None = None) -> Facts:
    """What the template needs: facts with their texts, no word of its own."""
    knowledge, speaker, at = sheet.visit.knowledge, sheet.speaker, sheet.visit.at
    stand = standing(county, knowledge.roster, knowledge.custody)
    place = PlaceName(county, there.matched.label if there else "")
    topics = next_topics(stand)
    contacts, help_parts = legal_help(county, speaker.language.code, at.date(), knowledge)
    return {
        "county": county,
        "place": place,
        "stand": stand,
        "finding": speaker.part(finding(stand, place)),
        "runner": tuple(speaker.part(part) for part in runner(stand)),
        "kind": answers(knowledge)[county.fips],
        "history": tuple(_trails(county, knowledge)),
        "facility": _facility(there, county, sheet),
        "groups": tuple(_group(name, stand, sheet) for name in GROUPS),
        "law": tuple(speaker.part(part) for part in state_law(stand, knowledge)),
        "first_step": speaker.card(topics[0]),
        "topics": topics,
        "contacts": contacts,
        "help": tuple(_said_of_help(help_parts, sheet)),
        "jail": knowledge.custody.calls.get(county.fips),
        "ice": tuple(speaker.part(part) for part in ice_phones(county.fips, at.date(), knowledge)),
        "age": speaker.part(age_of_list(stand.list_date, at, knowledge)),
        "old": is_old(stand.list_date, at, knowledge),
        "list_address": LIST_ADDRESS,
        "lock_up": JAIL_MODELS,
    }


def _said_of_help(parts: Iterable[Part], sheet: Sheet) -> Iterable[Said]:
    """What is said beside the contacts, which the page shows as cards under their own heading."""
    return (sheet.speaker.part(part) for part in parts if part.name not in SHOWN_AS_CARDS)


def _group(name: str, stand: Standing, sheet: Sheet) -> Group:
    entries: tuple[Entry, ...] = getattr(stand, name)
    explained = tuple(_explained({entry.model: None for entry in entries}, sheet))
    return Group(name, entries, explained)


def _explained(models: Iterable[str], sheet: Sheet) -> Iterable[tuple[str, str, Said]]:
    for model in models:
        topic = EXPLAINED_BY.get(model)
        if topic:
            said = sheet.speaker.card(topic)
            yield model, topic, Said(said.paragraphs[:1], said.language)


def _trails(county: County, knowledge: Knowledge) -> Iterable[Trail]:
    """What the lists that we hold show over time, the newest beginning first. Where it is not
    sure that a body left, the page says only when it was first seen."""
    trails = knowledge.history.of_county(county.fips)
    return sorted(trails, key=lambda one: (one.first_seen, one.agency, one.model), reverse=True)


def _facility(there: Place | None, county: County, sheet: Sheet) -> Facts | None:
    """The detention centre that was looked for: ICE has the person, and so another first step."""
    if there is None or there.matched.kind is not MatchKind.ICE_FACILITY:
        return None
    knowledge = sheet.visit.knowledge
    centre = knowledge.custody.by_id.get(there.matched.record)
    if not isinstance(centre, IceFacility):
        return None
    month = Month(date.fromisoformat(centre.checked))
    named: dict[str, Fact] = {
        "label": there.matched.label,
        "place": PlaceName(county),
        "month": month,
    }
    return {
        "centre": centre,
        "said": sheet.speaker.text("facility", named),
        "first_step": sheet.speaker.card("ice-custody"),
    }
