"""The placing rules that read the agency's own name."""

from __future__ import annotations

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.case import Case, Placing
from bot.agreements.cell import counties_in, read_cell
from bot.agreements.kinds import scope_of
from bot.agreements.own_name import bare_county, joined_county, own_county, respelled_county
from bot.agreements.spelling import alike, county_key, is_given
from bot.places.place import County


def by_own_name(case: Case) -> Placing | None:
    """The county in the agency's own name ("Franklin County Sheriff's Office") wins over a cell.

    Where both are given and differ, the row says so.
    """
    own = own_county(case.names, case.state, case.agency, case.kind)
    return _in_own_county(case, own) if own else None


def by_bare_name(case: Case) -> Placing | None:
    """ "Knox Sheriff's Office" names its county without the word, where only one can be meant."""
    if scope_of(case.kind) is not Scope.COUNTY:
        return None
    own = bare_county(case.names, case.state, case.agency)
    return _in_own_county(case, own) if own else None


def by_joined_name(case: Case) -> Placing | None:
    """A city and a county that are one government, named together."""
    own = joined_county(case.names, case.state, case.agency)
    if own is None or is_given(case.cell):
        return None
    label = case.names.county(own).name
    said = f"no county cell; the agency's own name joins a town with {label}"
    return Placing((own,), scope_of(case.kind), (said,))


def by_misspelt_name(case: Case) -> Placing | None:
    """A county's body with a misspelt name and no cell that can be read."""
    if scope_of(case.kind) is not Scope.COUNTY and case.kind is not AgencyKind.CONSTABLE:
        return None
    own = respelled_county(case.names, case.state, case.agency)
    if own is None:
        return None
    said = f"the agency's own name is respelled: {case.names.county(own).name}"
    return Placing((own,), scope_of(case.kind), (said,))


def by_other_state(case: Case) -> Placing | None:
    """A wrong state: name and cell agree on a county that one state only has, and not this one.

    A county of the printed state that comes near is the likelier slip ("Coffey" in Alabama is
    Coffee County, not Kansas): then the state stands, and of two near ones none is taken.
    """
    if scope_of(case.kind) is not Scope.COUNTY:
        return None
    elsewhere = case.names.county_anywhere(case.cell)
    if elsewhere is None:
        return None
    county = case.names.county(elsewhere)
    if own_county(case.names, county.state, case.agency, case.kind) != elsewhere:
        return None
    near = alike(county_key(county.short_name), case.names.county_keys(case.state), _NEAR)
    if near:
        return _near_in_state(case, near, county)
    said = f"state cell says {case.state}; only {county.state} has a {county.name}: taken"
    return Placing((elsewhere,), scope_of(case.kind), (said,), county.state)


def _near_in_state(case: Case, near: tuple[str, ...], elsewhere: County) -> Placing | None:
    sure = alike(county_key(elsewhere.short_name), near, _SLIP)
    found = case.names.counties_with_key(case.state, near[0])
    if len(near) > 1 or not sure or len(found) != 1:
        return None
    label = case.names.county(found[0]).name
    said = f"county respelled: {case.cell} → {label}, not certain"
    also = f"{elsewhere.name} is in {elsewhere.state}; the state cell stands"
    return Placing(found, scope_of(case.kind), (said, also))


_NEAR, _SLIP = 0.7, 0.8
"""From the first a county of the printed state is in doubt, from the second it can be taken."""


def _in_own_county(case: Case, own: str) -> Placing:
    label = case.names.county(own).name
    if not is_given(case.cell):
        said: tuple[str, ...] = (f"no county cell; the agency's own name says {label}",)
    else:
        said = _against_cell(case, own, label)
    return Placing((own,), scope_of(case.kind), said)


def _against_cell(case: Case, own: str, label: str) -> tuple[str, ...]:
    if own in counties_in(case.names, case.state, case.cell)[0]:
        return (f'county cell "{case.cell}" names several; the own name says {label}',)
    read = read_cell(case.names, case.state, case.cell)
    if read is None:
        return (f'county cell "{case.cell}" is none of the state; the own name says {label}',)
    if read.fips == own:
        return (read.changed,) if read.changed else ()
    return (f'county cell "{case.cell}" differs from the agency\'s own name: {label} taken',)
