"""Where an agency acts: the named rules that turn a printed row into county codes, surest first.

Each rule is a small function from a :class:`Case` to a :class:`Placing`, or None where it has
nothing to say. A rule that changed what was printed says so in words; a row that no rule places
stays unplaced with a complaint, because a guess between counties can cost a family everything.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.case import Case, Placing, Rule
from bot.agreements.cell import counties_in, read_cell, state_in
from bot.agreements.kinds import is_known_sort, is_statewide, scope_of
from bot.agreements.name_rules import (
    by_bare_name,
    by_joined_name,
    by_misspelt_name,
    by_other_state,
    by_own_name,
)
from bot.agreements.spelling import body_key, is_given, operator_key
from bot.agreements.towns import by_town_alone, by_town_respelled, campus_elsewhere, weigh_town


def place(case: Case) -> Placing:
    """The first rule that has an answer; without one, no county and a complaint."""
    for rule in RULES:
        placing = rule(case)
        if placing is not None:
            return _with_doubt(case, placing)
    return Placing((), scope_of(case.kind), (f"not placed: {_what_was_given(case)}",))


def _with_doubt(case: Case, placing: Placing) -> Placing:
    """What sort of body it is decides where its agreement is shown: a guess at it is said."""
    if by_review(case) or is_known_sort(case.agency, case.kind):
        return placing
    whose = "the county's" if scope_of(case.kind) is Scope.COUNTY else "a town's"
    said = f"not certain what sort of body this is: taken for {whose}"
    return replace(placing, complaints=(*placing.complaints, said))


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
    if row is None and case.kind is AgencyKind.REGIONAL_JAIL:
        row = case.reviewed.get((case.state, f"{operator_key(case.agency)} authority"))
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
    """A regional jail serves each of its members, as the members table or its own name says.

    The table knows a body of several counties whatever its name sounds like ("Multi-County
    Correctional Center").
    """
    members = case.names.members_of(case.state, case.agency)
    if len(members) > 1 or (members and case.kind is AgencyKind.REGIONAL_JAIL):
        said = ("counties from the list of its members", *_not_a_member(case, members))
        return Placing(members, Scope.REGIONAL, said)
    if case.kind is not AgencyKind.REGIONAL_JAIL:
        return None
    named = _counties_listed(case)
    if len(named) > 1:
        return Placing(named, Scope.REGIONAL, ("counties named in the body's own name",))
    return None


def _not_a_member(case: Case, members: tuple[str, ...]) -> tuple[str, ...]:
    read = read_cell(case.names, case.state, case.cell)
    if read is None or read.fips in members:
        return ()
    label = case.names.county(read.fips).name
    return (f"not certain: county cell says {label}, which is none of its members",)


def by_two_states(case: Case) -> Placing | None:
    """A cell that names another state than the row's: many states have a Jackson County, and to
    take either would tell one county's families what is true of the other."""
    named = state_in(case.names, case.cell)
    if named is None or named == case.state:
        return None
    said = f'not placed: county cell "{case.cell}" and state cell differ: which is right?'
    return Placing((), scope_of(case.kind), (said,))


def by_several(case: Case) -> Placing | None:
    """A cell that lists several counties: the body acts in each."""
    found, others = counties_in(case.names, case.state, case.cell)
    if not found:
        return None
    labels = ", ".join(case.names.county(fips).name for fips in found)
    said = [f"county cell names several: {labels}"]
    said += [f'not certain: "{other}" in the county cell is none of the state' for other in others]
    scope = scope_of(case.kind)
    return Placing(found, Scope.REGIONAL if scope is Scope.COUNTY else scope, tuple(said))


def by_cell(case: Case) -> Placing | None:
    """The county cell, put right where it is misspelt; a town's own counties where it has more."""
    read = read_cell(case.names, case.state, case.cell)
    if read is None:
        return None
    said: tuple[str, ...] = (read.changed,) if read.changed else ()
    if scope_of(case.kind) is not Scope.MUNICIPAL:
        return Placing((read.fips,), scope_of(case.kind), said + _may_serve_more(case))
    weighed = weigh_town(case.names, case.state, case.agency, read)
    said += weighed.said
    if case.kind is AgencyKind.CAMPUS:
        said += campus_elsewhere(case.names, case.state, case.agency, weighed.fips)
    return Placing(weighed.fips, Scope.MUNICIPAL, said)


def _may_serve_more(case: Case) -> tuple[str, ...]:
    """A regional or judicial body with one county in its cell may serve others, too."""
    if case.kind is AgencyKind.REGIONAL_JAIL or _DISTRICT.search(case.agency):
        return ("not certain: such a body may serve other counties, too",)
    return ()


_DISTRICT = re.compile(r"\b(judicial|circuit)\b|\bdistrict \d|\d\w\w district", re.IGNORECASE)


def by_town(case: Case) -> Placing | None:
    """A town's own county, where the cell is missing or names no county of the state."""
    found = by_town_alone(case.names, case.state, case.agency)
    if found is None:
        return None
    if case.kind in (AgencyKind.AIRPORT, AgencyKind.CAMPUS):
        # A town that reaches into other counties has its airport in one: take the main one.
        found = replace(found, fips=found.fips[:1])
    labels = ", ".join(case.names.county(fips).name for fips in found.fips)
    cell = f'county cell "{case.cell}" is not one of the state' if is_given(case.cell) else ""
    said = f"{cell or 'no county cell'}; {found.said[0]} {labels}"
    return Placing(found.fips, scope_of(case.kind), (said,))


def by_misspelt_town(case: Case) -> Placing | None:
    """A town's body with a misspelt name and no cell, where a known police agency is so called."""
    found = by_town_respelled(case.names, case.state, case.agency)
    if found is None or is_given(case.cell):
        return None
    return Placing(found.fips, scope_of(case.kind), found.said)


RULES: tuple[Rule, ...] = (
    by_review,
    by_members,
    by_state_agency,
    by_two_states,
    by_own_name,
    by_bare_name,
    by_several,
    by_cell,
    by_joined_name,
    by_town,
    by_misspelt_name,
    by_misspelt_town,
    by_other_state,
)


def _counties_listed(case: Case) -> tuple[str, ...]:
    before = re.split(r"\bregional\b|\bdistrict\b", case.agency, flags=re.IGNORECASE)[0]
    before = re.sub(r"\bcounties\b", "", before, flags=re.IGNORECASE)
    parts = [part for part in re.split(r",| and |/|&|-", before) if part.strip()]
    found = [read_cell(case.names, case.state, part) for part in parts]
    return tuple(read.fips for read in found if read) if all(found) else ()
