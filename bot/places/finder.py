"""From any short text to the right county: the steps, surest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.places.gazetteer import Gazetteer
from bot.places.jail_step import by_jail_name
from bot.places.misspelling import mended, with_state_mended
from bot.places.place import Outcome, Place, PlaceAnswer
from bot.places.query import Query, read_query
from bot.places.state_step import by_state
from bot.places.steps import (
    by_county_word,
    by_name_alone,
    by_name_and_state,
    by_name_in_sentence,
    by_zip,
)

Step = Callable[[Query], PlaceAnswer | None]

BY_NAME: tuple[Step, ...] = (
    by_county_word,
    by_name_and_state,
    by_name_alone,
    by_name_in_sentence,
)


def by_misspelt_name(query: Query) -> PlaceAnswer | None:
    """ "Bekersfil", "jakson mi": the same steps on the text with one name put right."""
    for again in mended(query):
        for step in BY_NAME:
            found = step(again)
            if found:
                return found
    return None


def by_misspelt_state(query: Query) -> PlaceAnswer | None:
    """ "Masachusets": the state, where no name beside it could be mended."""
    again = with_state_mended(query)
    return by_state(again) if again.mended else None


STEPS: tuple[Step, ...] = (
    by_zip,
    by_jail_name,
    *BY_NAME,
    by_misspelt_name,
    by_state,
    by_misspelt_state,
)


def find(
    text: str, gazetteer: Gazetteer, hint_state: str = "", within: Sequence[Place] = ()
) -> PlaceAnswer:
    """What place a text means. Never raises.

    ``hint_state`` (postal code of the sender's number) only orders the choices of a question.
    ``within`` are the choices of an open question: a state, a county or a city that picks among
    them is taken first.
    """
    query = read_query(text, gazetteer, hint_state)
    found, steps = _first(query)
    return PlaceAnswer(found.outcome, found.places, found.explicit, found.rest, tuple(steps))


def _first(query: Query) -> tuple[PlaceAnswer, list[str]]:
    ran: list[str] = []
    for step in STEPS:
        found = step(query)
        ran.append(f"{step.__name__}: {_told(found)}")
        if found:
            return found, ran
    return PlaceAnswer(Outcome.NONE, rest=" ".join(query.words)), ran


def _told(found: PlaceAnswer | None) -> str:
    if found is None:
        return "nothing"
    places = "; ".join(f"{p.fips} {p.name}" for p in found.places)
    return f"{found.outcome}: {places}" if places else str(found.outcome)
