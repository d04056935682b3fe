"""How Chinese writes foreign names, and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.places.letters import script_of

IN = ("在", "于", "於", "到")
# Chinese: what follows makes a county, a city or a state of the letters before it.
SIGNS = "县縣郡市"
LONGEST = 7
# A shorter Chinese name with another letter is another name.
SHORTEST = 4
WORDS = "在于於到州省区區城的我他她是被和了"


def gaps(name: str) -> Iterator[str]:
    """Never the first letter: before a name may stand any word (在旧金山 is no 南旧金山)."""
    return (f"{name[:i]}_{name[i + 1 :]}" for i in range(1, len(name)))


def with_gaps(names: Iterable[str]) -> dict[str, str]:
    """Chinese names with each letter left out in turn; "" where two names then look alike."""
    found: dict[str, str] = {}
    long = (n for n in names if len(n) >= SHORTEST and script_of(n) == "han")
    for name in long:
        for gap in gaps(name):
            found[gap] = "" if gap in found else name
    return found


def letters_of(names: Iterable[str]) -> frozenset[str]:
    """The Chinese letters of the names that we know, but those that are words beside them."""
    letters = {letter for name in names if script_of(name) == "han" for letter in name}
    return frozenset(letters.difference(SIGNS, WORDS))
