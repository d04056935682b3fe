"""Where an agency acts: the named rules that turn a printed row into county codes, surest first.

Each rule is a small function from a :class:`Case` to a :class:`Placing`, or None where it has
nothing to say. A rule that changed what was printed says so in words; a row that no rule places
stays unplaced with a complaint, because a guess between counties can cost a family everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.cell import read_cell
from bot.agreements.kinds import is_statewide, scope_of
from bot.agreements.names import Names
from bot.agreements.spelling import body_key, fold, is_given
from bot.agreements.towns import by_town_alone, weigh_town


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A row placed by hand: ``reason`` says why, and is printed with the row.

    ``kind`` is None where the name says it well enough.
    """

    fips: tuple[str, ...]
    scope: Scope
    kind: AgencyKind | None
    reason: str


ReviewedRows = Mapping[tuple[str, str], Reviewed]


@dataclass(frozen=True, slots=True)
class Case:
    """One printed row, made ready: postal ``state``, tidy ``agency`` and county ``cell``."""

    state: str
    agency: str
    cell: str
    kind: AgencyKind
    names: Names
    reviewed: ReviewedRows


@dataclass(frozen=True, slots=True)
class Placing:
    """The counties served, main one first, and what was changed or doubted on the way."""

    fips: tuple[str, ...]
    scope: Scope
    complaints: tuple[str, ...] = ()


Rule = Callable[[Case], Placing | None]


def place(case: Case) -> Placing:
    """The first rule that has an answer; without one, no county and a complaint."""
    for rule in RULES:
        placing = rule(case)
        if placing is not None:
            return placing
    return Placing((), scope_of(case.kind), (f"not placed: {_what_was_given(case)}",))


def _what_was_given(case: Case) -> str:
    if not is_given(case.cell):
        return "no county cell, and no rule knows this body"
    elsewhere = case.names.states_with_county(case.cell)
    if elsewhere:
        return f'"{case.cell}" is a county of {", ".join(elsewhere)}: is the state right?'
    return f'county cell "{case.cell}" names no county, and no rule knows this body'


def by_review(case: Case) -> Placing | None:
    """A row that somebody placed by hand, with the reason."""
    row = case.reviewed.get((case.state, body_key(case.agency)))
    if row is None:
        return None
    return Placing(row.fips, row.scope, (f"placed by hand: {row.reason}",))


def by_state_agency(case: Case) -> Placing | None:
    """A body of the state acts across the state, whatever county its cell shows.

    The cell holds its headquarters or one of its prisons.
    """
    if not is_statewide(case.kind):
        return None
    if not is_given(case.cell):
        return Placing((), Scope.STATE)
    said = f'county cell "{case.cell}" left aside: a state agency acts across the state'
    return Placing((), Scope.STATE, (said,))


def by_members(case: Case) -> Placing | None:
    """A regional jail serves each of its members, as the members table or its own name says."""
    if case.kind is not AgencyKind.REGIONAL_JAIL:
        return None
    members = case.names.members_of(case.state, case.agency)
    if members:
        return Placing(members, Scope.REGIONAL, ("counties from the list of its members",))
    named = _counties_listed(case)
    if len(named) > 1:
        return Placing(named, Scope.REGIONAL, ("counties named in the body's own name",))
    return None


def by_own_name(case: Case) -> Placing | None:
    """The county in the agency's own name ("Franklin County Sheriff's Office") wins over a cell.

    Where both are given and differ, the row says so.
    """
    own = _own_county(case)
    if own is None:
        return None
    label = case.names.county(own).name
    if not is_given(case.cell):
        said: tuple[str, ...] = (f"no county cell; the agency's own name says {label}",)
    else:
        said = _against_cell(case, own, label)
    return Placing((own,), scope_of(case.kind), said)


def by_cell(case: Case) -> Placing | None:
    """The county cell, put right where it is misspelt; a town's own counties where it has more."""
    read = read_cell(case.names, case.state, case.cell)
    if read is None:
        return None
    said = (read.changed,) if read.changed else ()
    if scope_of(case.kind) is not Scope.MUNICIPAL:
        return Placing((read.fips,), scope_of(case.kind), said)
    weighed = weigh_town(case.names, case.state, case.agency, read)
    return Placing(weighed.fips, Scope.MUNICIPAL, said + weighed.said)


def by_town(case: Case) -> Placing | None:
    """A town's own county, where the cell is missing or names no county of the state."""
    found = by_town_alone(case.names, case.state, case.agency)
    if found is None:
        return None
    labels = ", ".join(case.names.county(fips).name for fips in found.fips)
    cell = f'county cell "{case.cell}" is not one of the state' if is_given(case.cell) else ""
    said = f"{cell or 'no county cell'}; {found.said[0]} {labels}"
    return Placing(found.fips, scope_of(case.kind), (said,))


RULES: tuple[Rule, ...] = (
    by_review,
    by_state_agency,
    by_members,
    by_own_name,
    by_cell,
    by_town,
)

_OWN_COUNTY = re.compile(r"^(?:county of )?(.+?) (county|parish|borough|city)\b")
_COUNTY_AFTER_OF = re.compile(r"\bof (.+?) (county|parish)\b|^county of (\w+)")


def _own_county(case: Case) -> str | None:
    """The county that the agency's own name speaks of, if it is one of its state.

    "Mifflin Borough" is a town in Juniata County, not Mifflin County: boroughs and cities count
    only where that is a county's official name (Alaska, Virginia), cities only for a sheriff.
    """
    name = fold(case.agency)
    if found := _OWN_COUNTY.match(name):
        words, kind = found.groups()
        if kind != "city" or case.kind is AgencyKind.SHERIFF:
            exact = case.names.county_printed(case.state, f"{words} {kind}")
            if exact or (kind in ("county", "parish") and (exact := _county_of(case, words))):
                return exact
    if found := _COUNTY_AFTER_OF.search(name):
        return _county_of(case, found[1] or found[3])
    return None


def _county_of(case: Case, words: str) -> str | None:
    found = case.names.counties_named(case.state, words)
    return found[0] if len(found) == 1 else None


def _against_cell(case: Case, own: str, label: str) -> tuple[str, ...]:
    read = read_cell(case.names, case.state, case.cell)
    if read is None:
        return (f'county cell "{case.cell}" is none of the state; the own name says {label}',)
    if read.fips == own:
        return (read.changed,) if read.changed else ()
    return (f'county cell "{case.cell}" differs from the agency\'s own name: {label} taken',)


def _counties_listed(case: Case) -> tuple[str, ...]:
    before = re.split(r"\bregional\b|\bdistrict\b", case.agency, flags=re.IGNORECASE)[0]
    parts = [part for part in re.split(r",| and |/|&|-", before) if part.strip()]
    found = [read_cell(case.names, case.state, part) for part in parts]
    return tuple(read.fips for read in found if read) if all(found) else ()
