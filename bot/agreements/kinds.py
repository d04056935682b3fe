"""What sort of body an agency is, from its name first and the list's TYPE column last.

TYPE is the weakest witness: lists call sheriffs ``Municipality`` and city police ``County``.
"""

from __future__ import annotations

import re

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.spelling import fold, likeness, written_out

_CORRECTIONS = re.compile(r"\b(corrections?|correctional|doc|prisons?)\b")
_LOCAL_WORDS = re.compile(
    r"\b(county|parish|city|town|township|village|borough|sheriffs?|regional)\b"
)
# A state's body by its letters alone, believed only where TYPE says State: FDLE, SLED, MDOC.
_LETTERS = re.compile(r"[A-Z]{3,6}")
_PRISON_LETTERS = re.compile(r"[a-z]{0,2}doc|doc[a-z]{0,2}|tdcj|cdcr")

# What a name that opens with its state's name must go on with to be the state's own body:
# "Georgia Department of …" is, "Florida City Police Department" is not.
_STATE_BODY = (
    r"((state )?(department|dept|division|bureau|office|board|commission) (of|for|on)\b"
    r"|military department|doc\b|dps\b|doj\b|state (police|patrol|guard|highway|troopers?|parks?)"
    r"|highway (patrol|state)|(army |air )?national guard|attorney general|capitol police"
    r"|(state )?fire marshal|(game|fish|parks?|wildlife|forest(ry)?|conservation|warden|rangers?)\b"
    r"|(gaming|gambling|lottery|alcohol\w*|liquor|beverage|racing)\b|(natural|marine) resources"
    r"|(livestock|agricultur\w+|turnpike|revenue|environmental)\b|homeland security"
    r"|law enforcement (division|agency)|(prison|corrections?|correctional) \w+)"
)

# A phrase in the folded name -> what the body is; read from the top, surest first.
_BEFORE_STATE: tuple[tuple[str, AgencyKind], ...] = (
    (r"\bconst(able|bale)", AgencyKind.CONSTABLE),
    (r"\b(university|college|schools?|isd)\b", AgencyKind.CAMPUS),
    (r"\b(airport|port authority)\b", AgencyKind.AIRPORT),
    (r"\b(district|county|commonwealths?|prosecuting) attorney", AgencyKind.PROSECUTOR),
    (r"\bstate attorney(?! general)|\bprosecutor", AgencyKind.PROSECUTOR),
)
_AFTER_STATE: tuple[tuple[str, AgencyKind], ...] = (
    (
        r"\bsheriff|\b(county|parish|co|cnty|cty) s ?o\b|\w s ?o$|^\w+( \w+)? cso$",
        AgencyKind.SHERIFF,
    ),
    (r"\breg(ional)? (jail|detention|corrections)|\bdistrict jail\b", AgencyKind.REGIONAL_JAIL),
    (r"\bcriminal justice authority\b", AgencyKind.COUNTY_JAIL),
    (r"\b(corrections?|correctional|detention|jails?|jailers?|prisons?)\b", AgencyKind.COUNTY_JAIL),
    (r"\battorney generals?\b", AgencyKind.STATE_OTHER),
    (r"\bmarshal", AgencyKind.MARSHAL),
    (r"\bregional police\b|\bpolice (cooperative|authority)\b", AgencyKind.CITY_POLICE),
    (r"\b(county|parish) police\b", AgencyKind.COUNTY_POLICE),
    (r"\btask force\b", AgencyKind.COUNTY_OTHER),
    (r"\b(bocc|fiscal court)\b|\bcounty (government|commission|judge)", AgencyKind.COUNTY_OTHER),
    (r"\bcounty (law enforcement|justice) center\b", AgencyKind.COUNTY_OTHER),
    (r"\b(county|parish)$|^(county|parish) of\b", AgencyKind.COUNTY_OTHER),
)
# Words of a town's police, and those that a town's body may have besides: a name with "County"
# in it is a town's only by the first, one without by either.
_TOWN_POLICE = re.compile(
    r"\b(polic\w*|pd|public safety|dps|marshals?|city|town|township|twp|village|borough)\b"
)
_TOWN_BODY = re.compile(r"\b(department|dept|rangers?|patrol|fire|security|enforcement)\b")
_SCOPES = {
    AgencyKind.SHERIFF: Scope.COUNTY,
    AgencyKind.COUNTY_JAIL: Scope.COUNTY,
    AgencyKind.COUNTY_POLICE: Scope.COUNTY,
    AgencyKind.COUNTY_OTHER: Scope.COUNTY,
    AgencyKind.PROSECUTOR: Scope.COUNTY,
    AgencyKind.REGIONAL_JAIL: Scope.REGIONAL,
    AgencyKind.STATE_CORRECTIONS: Scope.STATE,
    AgencyKind.STATE_OTHER: Scope.STATE,
}


def agency_kind(agency: str, printed_type: str, state_name: str, state: str = "") -> AgencyKind:
    """What sort of body this is; ``state_name`` is the full name of its state, ``state`` its code.

    A name that speaks for the state ("Georgia Department of Public Safety") is the state's,
    one that speaks of a town ("Gordonsville Department of Public Safety") is not.
    """
    name = with_sheriff(written_out(agency))
    if kind := _first_match(name, _BEFORE_STATE):
        return kind
    if _speaks_for_state(name, fold(state_name), state.lower()) or _typed_state(
        agency, name, fold(state_name), printed_type
    ):
        is_prisons = _CORRECTIONS.search(name) or _PRISON_LETTERS.fullmatch(name)
        return AgencyKind.STATE_CORRECTIONS if is_prisons else AgencyKind.STATE_OTHER
    return _first_match(name, _AFTER_STATE) or _by_what_is_left(name, printed_type)


def _by_what_is_left(name: str, printed_type: str) -> AgencyKind:
    """A name of no known sort is a county's where it, or TYPE, says so and no word says a town's:
    a county government with a jail model must not be taken for a town's lock-up."""
    if _TOWN_POLICE.search(name):
        return AgencyKind.CITY_POLICE
    typed = fold(printed_type).startswith("county") and not _TOWN_BODY.search(name)
    named = re.search(r"\b(county|parish)\b", name)
    return AgencyKind.COUNTY_OTHER if named or typed else AgencyKind.CITY_POLICE


def is_known_sort(agency: str, kind: AgencyKind) -> bool:
    """False where no word of the name says what sort of body this is: a person should look."""
    name = with_sheriff(written_out(agency))
    if kind is AgencyKind.COUNTY_OTHER:
        return re.search(r"\btask force\b", name) is not None
    known = _TOWN_POLICE.search(name) or _TOWN_BODY.search(name)
    return kind is not AgencyKind.CITY_POLICE or known is not None


def scope_of(kind: AgencyKind) -> Scope:
    """Where a body of this kind acts, before a rule finds that it serves several counties."""
    return _SCOPES.get(kind, Scope.MUNICIPAL)


def is_statewide(kind: AgencyKind) -> bool:
    """True for a body of the state, which never answers for the county in its cell."""
    return _SCOPES.get(kind) is Scope.STATE


def _first_match(name: str, rules: tuple[tuple[str, AgencyKind], ...]) -> AgencyKind | None:
    return next((kind for phrase, kind in rules if re.search(phrase, name)), None)


def with_sheriff(name: str) -> str:
    """A folded name with its misspelt "sheriff" put right ("Sherriff's", "Sheiff")."""
    words = name.split()
    return " ".join("sheriffs" if _is_sheriff(word) else word for word in words)


def _is_sheriff(word: str) -> bool:
    slip = word[:2] in ("sh", "se", "hs") and likeness(word, "sheriffs") >= 0.8
    return slip and not word.startswith(("sheriff", "sheffield", "sherid"))


def _speaks_for_state(name: str, state: str, code: str) -> bool:
    """The name opens with the state's name, its code, or CNMI for the Northern Marianas."""
    opening = rf"({re.escape(state)}|{code or 'cnmi'}|cnmi)"
    return re.match(rf"{opening} {_STATE_BODY}", name) is not None


def _typed_state(agency: str, name: str, state: str, printed_type: str) -> bool:
    """TYPE says State, and the name opens like a state's body and names no town or county."""
    if not fold(printed_type).startswith("state") or _LOCAL_WORDS.search(name):
        return False
    if _CORRECTIONS.search(name) or _LETTERS.fullmatch(agency):
        return True
    opening = r"(state )?(department|dept|division|bureau|office|criminal investigation|agency) "
    if name.startswith(f"{state} ") and not re.search(r"\bpolice( department)?$", name):
        return True
    return re.match(rf"{opening}|state |highway patrol|{_STATE_BODY}", name) is not None
