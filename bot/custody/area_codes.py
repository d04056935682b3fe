"""Which state an area code is of, as the numbers of jails and sheriffs show it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bot.custody.custody import Custody

FEWEST = 3
SURE_SHARE = 0.9
"""Toll-free and overlaid codes are of no state; a jail at a border may have its neighbour's."""


def states_of_area_codes(custody: Custody) -> Mapping[str, str]:
    """Area code -> postal code of the state in which nearly all of its jails stand."""
    seen: dict[str, Counter[str]] = {}
    for place in custody.by_id.values():
        if place.phone.startswith("+1"):
            seen.setdefault(place.phone[2:5], Counter())[place.state] += 1
    found = {}
    for code, states in seen.items():
        state, count = states.most_common(1)[0]
        if count >= FEWEST and count >= SURE_SHARE * states.total():
            found[code] = state
    return found
