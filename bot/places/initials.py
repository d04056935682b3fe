"""Two capitals that are a city and a state: LA."""

from __future__ import annotations

import re

from bot.places.place import Matched, MatchKind, Outcome, Place, PlaceAnswer
from bot.places.query import Query

_LA = re.compile(r"(?<![^\W\d_])(?:L\.?A\.?|\u041b\u0410)(?![^\W\d_])")
"""In capitals, also in Cyrillic ones; Korean writes its particle behind without a space."""
_HANGUL_LA = re.compile(r"(?<![A-Za-z.])L\.?A\.?(?![A-Za-z])")
LOS_ANGELES, LOUISIANA = "06037", "LA"


def by_la(text: str, query: Query) -> PlaceAnswer | None:
    """ "my son is in LA jail": Los Angeles or Louisiana, which asks. Written small it is a word of
    half of our languages, and in a text of capitals only nothing tells it from one."""
    capitals = _LA.search(text) or _HANGUL_LA.search(text)
    whole = query.words == ("la",)
    if not capitals or (text.isascii() and text.isupper() and not whole):
        return None
    matched = Matched("la", MatchKind.CITY, label="Los Angeles")
    city = query.gazetteer.county(LOS_ANGELES)
    state = query.gazetteer.states[LOUISIANA]
    places = (
        Place(city.fips, city.full_name, "county", matched),
        Place(state.fips, state.name, "state", Matched("la", MatchKind.STATE)),
    )
    rest = " ".join(word for word in query.words if word not in ("la", "\u043b\u0430"))
    return PlaceAnswer(Outcome.ASK, places, whole, rest)
