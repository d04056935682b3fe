"""The JSON shapes that other programs read. One object a line; fixed names, more may be added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.conversation.reply import Turn
from bot.legal_aid.contact import Contact
from bot.places.place import Place, PlaceAnswer
from bot.rendering.text import Text
from bot.standing import Entry, Standing

Json = dict[str, Any]

GROUPS = ("jail", "street", "local", "statewide", "pending", "left")


def place_answer(answer: PlaceAnswer | None) -> Json:
    """``outcome`` and ``places``; "none" where the text was not about a place."""
    if answer is None:
        return {"outcome": "none", "places": []}
    return {"outcome": str(answer.outcome), "places": [place(one) for one in answer.places]}


def place(one: Place) -> Json:
    matched = one.matched
    return {
        "fips": one.fips,
        "name": one.name,
        "kind": one.kind,
        "matched": {
            "name": matched.corrected or matched.name,
            "kind": str(matched.kind),
            "fuzzy": matched.fuzzy,
            "label": matched.label,
        },
    }


def status(stand: Standing | None) -> Json | None:
    """The six lists of a county's standing, or None where no county was answered."""
    if stand is None:
        return None
    return {group: [entry(one) for one in getattr(stand, group)] for group in GROUPS}


def entry(one: Entry) -> Json:
    shape: Json = {
        "agency": one.agency,
        "model": one.model,
        "signed": one.signed.isoformat() if one.signed else None,
        "moa_url": one.moa_url,
        "kind": str(one.kind),
        "runs_jail": one.runs_jail,
    }
    if one.last_seen:
        shape["last_seen"] = one.last_seen.isoformat()
    return shape


def contacts(found: Iterable[Contact]) -> list[Json]:
    return [
        {"org": one.org, "phone": one.phone, "source_date": one.source_date.isoformat()}
        for one in found
    ]


def messages(texts: Iterable[Text]) -> list[Json]:
    return [{"text": one.text, "encoding": one.encoding, "segments": one.segments} for one in texts]


def answer(turn: Turn, texts: Iterable[Text], list_date: str) -> Json:
    """What ``bot ask --json`` prints."""
    return {
        "language": turn.language,
        "reply": turn.reply,
        "place": place_answer(turn.place),
        "list_date": list_date,
        "status": status(turn.standing),
        "contacts": contacts(turn.contacts),
        "messages": messages(texts),
    }
