"""How names are compared: the same county or agency is spelled in several ways on ICE's lists.

Nothing here decides where an agency acts; it only says which spellings count as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from html import unescape

_NOT_GIVEN = re.compile(
    r"#?\s*n\s*[?/.]?\s*/?\s*a\.?|county|parish|[-?.*0]*|#[a-z/0]+[!?]"
    r"|unknown|none|null|nan|tbd|tba|not (given|available|known|applicable)|\(?blank\)?"
    r"|state-? ?wide|multiple( counties)?|various( counties)?|all( counties)?",
    re.IGNORECASE,
)
_KIND_WORDS = (
    "city and borough",
    "census area",
    "municipality",
    "municipio",
    "county",
    "parish",
    "borough",
    "district",
    "island",
    "city",
)
_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_BODY_WORDS = {
    "cnty": "county",
    "co": "county",
    "cty": "county",
    "dept": "department",
    "dpt": "department",
    "pct": "precinct",
    "pd": "police department",
    "reg": "regional",
    "twp": "township",
}
# What ends in one mark in one program stands as another in the next: dashes, apostrophes.
_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("’‘`´ʼʹ′‛", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)
_LOST = re.compile("(?<=\\w)\ufffd(?=s\\b)")


def tidy(text: str) -> str:
    """One line, single blanks, straight apostrophes: what ICE's cell was meant to hold.

    Lists carry line breaks, non-breaking blanks and both kinds of apostrophe for one name; text
    pasted from web pages carries characters without width, which no reader sees, and "&#39;".
    """
    whole = unescape(text) if "&" in text and ";" in text else text
    straight = _UNSEEN.sub("", _decoded_once(whole)).translate(_STRAIGHT)
    return " ".join(_LOST.sub("'", straight).split())


def _decoded_once(text: str) -> str:
    """ "Sheriffâ€™s": UTF-8 that a program read in the letters of Windows, put right."""
    if "â€" not in text and "Ã" not in text:
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def is_given(cell: str) -> bool:
    """False for the ways in which a list says that it has no county (``#N/A``, ``#NA``, …)."""
    return _NOT_GIVEN.fullmatch(tidy(cell)) is None


def is_name(cell: str) -> bool:
    """False for a cell that is given and yet names nobody and nothing: an error of Excel's
    ("#REF!"), a formula without a value, a number."""
    return is_given(cell) and re.match(r"[#=]|[\W\d_]*$", tidy(cell)) is None


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Lower case, no accents, no apostrophes; "U.S." is "us", other marks are blanks."""
    plain = unicodedata.normalize("NFKD", tidy(text)).encode("ascii", "ignore").decode("ascii")
    bare = plain.lower().replace("'", "").replace("&", " and ")
    bare = re.sub(r"\.(?!\d)", "", bare)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())


def county_key(name: str) -> str:
    """The key under which a county's name is found whatever the spelling.

    "Saint Francois", "St. Francois" and "St Francois" share one key, as do "La Salle" and
    "LaSalle": blanks do not count. The word for its kind stays; see :func:`without_kind`.
    """
    return "".join(_SHORT_FORMS.get(word, word) for word in fold(name).split())


def without_kind(name: str) -> str:
    """A folded county name without "county", "parish", … at its end; "" if nothing is left."""
    folded = fold(name)
    for kind in _KIND_WORDS:
        if folded == kind or folded.endswith(f" {kind}"):
            return folded[: -len(kind)].strip()
    return folded


@lru_cache(maxsize=1 << 15)
def body_key(agency: str) -> str:
    """The key that two spellings of one agency's name share on lists of different dates.

    ``Sheriff's``/``Sheriffs``/``Sheriff’s`` and office/department are told apart no further:
    the same sheriff is printed with both.
    """
    words = [_BODY_WORDS.get(word, word) for word in fold(agency).split()]
    text = re.sub(r"\b(county|parish) s ?o$", r"\1 sheriff", " ".join(words))
    return re.sub(r"\bsheriff ?s? (office|department)\b", "sheriff", text)


def written_out(agency: str) -> str:
    """The folded name with its short forms written out, but for a first word: that may be the
    code of a state ("CO Department of Corrections")."""
    first, _, rest = fold(agency).partition(" ")
    return " ".join([first, *(_BODY_WORDS.get(word, word) for word in rest.split())])


@lru_cache(maxsize=1 << 15)
def operator_key(body: str) -> str:
    """The key that two spellings of whoever runs a jail share: the table of operators and a list
    print "Rappahannock Regional Jail" and "… Authority", with and without brackets.
    """
    words = body_key(re.sub(r"\([^)]*\)", " ", body)).split()
    return " ".join(word for word in words if word not in ("the", "authority"))


def likeness(one: str, other: str) -> float:
    """How alike two folded names are, from 0 to 1 (the share of letters kept in order)."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def nearest(word: str, candidates: Iterable[str], floor: float = 0.8) -> str | None:
    """The one candidate that a misspelt word can mean, or None where it could mean two.

    The first letter must hold ("North" is not a misspelt "Worth"), the likeness must reach
    ``floor``, and the runner-up must stay clearly behind: a guess between counties may cost a
    family everything, so a tie is no answer.
    """
    alike = sorted(
        ((likeness(word, other), other) for other in candidates if other[:1] == word[:1]),
        reverse=True,
    )
    if not alike or alike[0][0] < floor:
        return None
    if len(alike) > 1 and alike[0][0] - alike[1][0] < _MARGIN:
        return None
    return alike[0][1]


def alike(word: str, candidates: Iterable[str], floor: float) -> tuple[str, ...]:
    """The candidates about as near to a word as the nearest, from ``floor`` on, sorted; here the
    first letter may be the slip ("Sheboygan" for "Cheboygan")."""
    near = {other: likeness(word, other) for other in candidates}
    best = max(near.values(), default=0.0)
    return tuple(sorted(o for o, like in near.items() if like >= max(floor, best - _MARGIN)))


_MARGIN = 0.05
