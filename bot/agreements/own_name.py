"""The county in an agency's own name, wherever it stands: "Wise County Constable", "District
Attorney, Union County", "County of Franklin", and a bare "Knox Sheriff's Office"."""

from __future__ import annotations

import re

from bot.agreements.agreement import AgencyKind
from bot.agreements.kinds import with_sheriff
from bot.agreements.names import Names
from bot.agreements.spelling import county_key, fold, nearest

_KINDS = "county|parish|borough|city"
_JOINED = re.compile(
    r"^([\w.' ]+)-([\w.' ]+?) (?:urban|county|consolidated|unified|metro\w*|police|sheriff|law)\b",
    re.IGNORECASE,
)
_WORDS = 3
_LEADS = re.compile(
    r"of|the|for|in|\d+(st|nd|rd|th)?|one|two|three|four|five|six|precincts?|pct|place|district"
    r"|constables?|attorneys?|prosecutors?|sheriffs?|office|department|marshals?|police|jail|force"
)
_BARE = re.compile(
    r"^(?:city of |town of )?(.+?) (?:sheriffs?|jail|detention|prosecut\w+|district attorney)\b"
)


def own_county(names: Names, state: str, agency: str, kind: AgencyKind) -> str | None:
    """The county that the agency's own name speaks of, if it is one of its state.

    "Mifflin Borough" is a town in Juniata County, not Mifflin County: boroughs and cities count
    only where that is a county's official name (Alaska, Virginia), cities only for a sheriff.
    """
    for part in re.split(r"[,/();:]| [-–] ", agency):
        name = own_words(part)
        for found in re.finditer(rf"\b({_KINDS})\b", name):
            before, after = name[: found.start()].split(), name[found.end() :]
            code = _before(names, state, before, found[1], kind)
            code = code or _after(names, state, after, found[1])
            if code:
                return code
    return None


def _before(names: Names, state: str, words: list[str], kind: str, body: AgencyKind) -> str | None:
    """ "constable precinct 2 wise" county: the name begins the part, or follows a leading word.

    Not any few words will do: "Liberty Bell County" is no Bell County.
    """
    if kind == "city" and body is not AgencyKind.SHERIFF:
        return None
    starts = [0, *(n + 1 for n, word in enumerate(words) if _LEADS.fullmatch(word))]
    named = (_named(names, state, " ".join(words[start:]), kind) for start in starts)
    return next((code for code in named if code), None)


def _after(names: Names, state: str, text: str, kind: str) -> str | None:
    """county "of franklin"."""
    found = re.match(r" of (?:the )?(.+)", text)
    if found is None or kind not in ("county", "parish"):
        return None
    words = found[1].split()[:_WORDS]
    tried = (_only(names, state, " ".join(words[:end])) for end in range(len(words), 0, -1))
    return next((code for code in tried if code), None)


def bare_county(names: Names, state: str, agency: str) -> str | None:
    """The county of a bare name ("Knox Sheriff's Office"), where the state has one such county.

    "City of Richmond Sheriff's Office" is that of the independent city.
    """
    words = own_words(agency)
    found = _BARE.match(words)
    if found is None:
        return None
    if words.startswith("city of ") and (city := names.county_printed(state, f"{found[1]} city")):
        return city
    return _only(names, state, found[1])


def joined_county(names: Names, state: str, agency: str) -> str | None:
    """The county of a consolidated body: "Lexington-Fayette Urban County Government". The first
    half must be a town of the county that the second half names."""
    found = _JOINED.match(agency)
    if found is None:
        return None
    county = _only(names, state, found[2])
    towns = names.towns_called(state, found[1])
    return county if any(county in town.fips for town in towns) else None


def respelled_county(names: Names, state: str, agency: str) -> str | None:
    """The one county that a misspelt own name can mean ("Cattaragus County Sheriff's Office")."""
    found = re.match(
        r"^(?:sheriff of |office of (?:the )?\w+ )?(.+?) (county|parish)\b", own_words(agency)
    )
    if found is None:
        return None
    key = nearest(county_key(found[1]), names.county_keys(state), _SURE)
    codes = names.counties_with_key(state, key) if key else ()
    return codes[0] if len(codes) == 1 else None


_SURE = 0.86
"""Without a cell that agrees a slip must be small: "Freedom" is no misspelt "Freeborn"."""


def own_words(agency: str) -> str:
    """The folded name with "Co." written out and a misspelt "County" and "Sheriff" put right."""
    words = with_sheriff(fold(agency)).split()
    return " ".join(_KIND_SLIPS.get(word, word) for word in words)


_KIND_SLIPS = dict.fromkeys(
    ("co", "cty", "cnty", "couny", "conty", "counry", "couty", "countey", "counties", "coutny"),
    "county",
)


def _named(names: Names, state: str, words: str, kind: str) -> str | None:
    exact = names.county_printed(state, f"{words} {kind}")
    if exact or kind not in ("county", "parish"):
        return exact
    return _only(names, state, words)


def _only(names: Names, state: str, words: str) -> str | None:
    found = names.counties_named(state, words)
    return found[0] if len(found) == 1 else None
