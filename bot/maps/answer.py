"""What a county is coloured by: its jail's answer, in one of six kinds."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import StrEnum

from bot.agreements.agreement import Scope
from bot.knowledge import Knowledge
from bot.standing import Standing, standing


class Answer(StrEnum):
    """What is said of a county, most about its jail first. The value names classes of drawings."""

    JAIL = "jail"
    """Whoever runs the jail has an agreement for it."""
    SHERIFF = "sheriff"
    """A jail agreement of a body that does not run the jail, or nobody knows whether it does."""
    STREET = "street"
    OTHER = "other"
    """Only bodies of a city, a campus or the state."""
    CHANGED = "changed"
    """Nothing is listed, but something was asked for, or a body of the county left the list."""
    NONE = "none"


LABELS: Mapping[Answer, str] = {
    Answer.JAIL: "The jail has a 287(g) deal",
    Answer.SHERIFF: "Jail deal of a body that may not run the jail",
    Answer.STREET: "Street deal only (sheriff or county police)",
    Answer.OTHER: "Only other agencies: city, campus or state",
    Answer.CHANGED: "Asked for, or gone from the list",
    Answer.NONE: "Not on the list. That does not mean no ICE.",
}
"""Each is translated in locales/, under "map"."""


def answer(stand: Standing) -> Answer:
    """The first that is true. Pure."""
    if stand.jail:
        ours = any(entry.runs_jail for entry in stand.jail)
        return Answer.JAIL if ours else Answer.SHERIFF
    if stand.street:
        return Answer.STREET
    if stand.local or stand.statewide:
        return Answer.OTHER
    # As in the texts: a state agency that left says little of one county.
    left = any(entry.scope is not Scope.STATE for entry in stand.left)
    return Answer.CHANGED if stand.pending or left else Answer.NONE


@functools.lru_cache(maxsize=2)
def answers(knowledge: Knowledge) -> Mapping[str, Answer]:
    """The answer of each county, by FIPS code."""
    return {
        fips: answer(standing(county, knowledge.roster, knowledge.custody))
        for fips, county in knowledge.gazetteer.counties.items()
    }
