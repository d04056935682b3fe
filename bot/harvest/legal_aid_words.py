"""What the free-text column of the legal-aid directory says, as keys: named rules, surest first.

Each rule is one pattern over the lower-cased note. The keys are those of
:mod:`bot.legal_aid.contact`; the notes themselves are not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Rules = tuple[tuple[str, str], ...]

EXCLUDED_BY_NOTE: Rules = (
    ("no_detained", r"(?<!detained and )non-detained|\bno detained|no detention cases"),
    ("no_detained", r"not a detention line|does not represent detained"),
    ("children_only", r"children only|detained and non-detained children|children living in"),
    ("children_only", r"juvenile docket|children's cases|^children;|under 21 only|ages 12-24"),
    (
        "children_only",
        # Not where children are only one of the groups that the note names.
        r"(?<!detention; )(?<!and most )(?<!seekers and )unaccompanied (children|minors)",
    ),
    ("asylum_only", r"asylum only|^asylum(;|$)|must fear return|asylum applications"),
    ("asylum_only", r"american asylum|asylum merits|non-detained asylum"),
    ("no_criminal", r"\bno (complex )?criminal"),
    ("one_facility", r"^men detained at|families detained at|^people detained at"),
    ("one_facility", r"processing center only"),
    ("other_areas", r"central texas|central and western|eastern half|upstate new york"),
    ("other_cases", r"granted asylum"),
)
EXCLUDED_BY_NAME: Rules = (
    ("survivors_only", r"domestic violence|survivors of|sexual (and family )?violence"),
)
ASYLUM_IN_NAME = r"asylum"
"""Only read where the row does not say that it takes detained people."""

LIMITED_BY_NOTE: Rules = (
    ("mexican_nationals", r"mexican nationals"),
    ("haitian_cases", r"haitian detainee"),
    ("calls_from_detention", r"calls? from detention|^for detained people"),
    ("held_by_ice", r"detained by ice|in ice (custody|detention)|accepts people detained"),
    ("small_fee", r"nominal fee"),
    ("no_asylum", r"no asylum"),
    ("some_cases", r"asylum seekers, children|vawa|cancellation|bond hearings only"),
    ("some_cases", r"45 cfr|asylum, withholding|unrepresented people|only cases heard"),
    ("some_cases", r"and victims of crime"),
    ("few_detained", r"on a limited basis"),
    ("referral", r"^referral service|^referrals"),
    ("ask_if_area", r"central texas|eastern half|upstate new york"),
    ("low_income", r"low[ -]income|poverty"),
)
SERVED_STATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"residents of mn, nd and sd", ("MN", "ND", "SD")),
    (r"illinois and indiana courts", ("IL", "IN")),
    (r"from dc, maryland and virginia", ("DC", "MD", "VA")),
)
SERVED_BY_NAME = {
    # Its office is in Washington; the directory's account names Georgia as whom it serves.
    "Immigration Justice Campaign": ("GA",),
    # The same office as its main line, which says that it serves both states.
    "NIJC - line for family of a detained person": ("IL", "IN"),
    "NIJC - line for detained people (collect)": ("IL", "IN"),
    # Takes detained cases from jails in three corners of Ohio; its office is at the Michigan line.
    "Advocates for Basic Legal Equality (ABLE) - immigration intake": ("OH",),
    "Advocates for Basic Legal Equality (ABLE) - Dayton intake": ("OH",),
}
ONLY_HELD = frozenset({"calls_from_detention", "held_by_ice"})

_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_DAYS = rf"{_DAY}(?:-{_DAY}| and {_DAY}|(?:nes|s|rs|ur)?days)?"
_TIMES = r"\d{1,2}:\d\d-\d{1,2}:\d\d(?: and \d{1,2}:\d\d-\d{1,2}:\d\d)?"
_HOURS = re.compile(rf"({_DAYS} {_TIMES}(?:, {_DAYS} {_TIMES})*)( CT| ET)?(?! at \()")
_DIAL = re.compile(r"in ice .*?speed[- ]dial (\d+#)", re.IGNORECASE)
_EMAIL = re.compile(r"\b[\w.]+@[\w.]+\.\w+\b")
SPELLED_OUT = {"ABA Commission on Immigration": "American Bar Association"}
"""Names of detention lines in words that a family knows."""
_EXTENSION = re.compile(r"\bext\. (\d+)")


def excluded(note: str, org: str, services: Iterable[str], limit: str) -> frozenset[str]:
    """Whom this row does not take: keys of ``EXCLUSIONS``."""
    keys = {key for key, pattern in EXCLUDED_BY_NOTE if re.search(pattern, note.lower())}
    keys |= {key for key, pattern in EXCLUDED_BY_NAME if re.search(pattern, org.lower())}
    if "detained" not in services and re.search(ASYLUM_IN_NAME, org.lower()):
        keys.add("asylum_only")
    if limit in ONLY_HELD:
        keys.add("only_detained")
    return frozenset(keys)


def limited(note: str, services: Iterable[str]) -> str:
    """The one key of ``LIMITS`` that a person has to hear first, or ``""``."""
    for key, pattern in LIMITED_BY_NOTE:
        if re.search(pattern, note.lower()):
            return key
    for key, pattern in EXCLUDED_BY_NOTE:
        if key in ("no_detained", "asylum_only") and re.search(pattern, note.lower()):
            return key
    in_court = {"detained", "removal_defense", "bond", "referral"}
    return "" if in_court & set(services) else "ask_if_court"


def served(note: str, org: str) -> tuple[str, ...]:
    """States that the row names beyond its office, as postal codes."""
    if org in SERVED_BY_NAME:
        return SERVED_BY_NAME[org]
    return next((states for words, states in SERVED_STATES if re.search(words, note.lower())), ())


def opening_hours(note: str) -> str:
    """``Mon-Thu 9:00-17:00``; several spans parted by ``;``, two in a day by ``,``."""
    found = _HOURS.search(note)
    if not found:
        return ""
    spans = re.sub(r"(\d), (?=[A-Z])", r"\1; ", found[1])
    spans = re.sub(rf"({_DAY})(?:nes|s|rs|ur)?days", r"\1", spans)
    spans = re.sub(rf"({_DAY}) and ({_DAY})", r"\1,\2", spans).replace(" and ", ", ")
    return spans + (found[2] or "")


def extension(note: str) -> str:
    found = _EXTENSION.search(note)
    return found[1] if found else ""


def from_detention(note: str) -> tuple[str, str]:
    """What to dial on a telephone in ICE detention and where a family writes, or two blanks."""
    dial, email = _DIAL.search(note), _EMAIL.search(note)
    return (dial[1], email[0]) if dial and email else ("", "")
