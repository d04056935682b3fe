"""The heart: where a county stands on ICE's list. Text, page, map and export all ask this."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.agreements.agreement import (
    TASK_FORCE,
    AgencyKind,
    Agreement,
    Departure,
    Request,
    Scope,
)
from bot.agreements.roster import Roster
from bot.agreements.spelling import fold, operator_key
from bot.custody.custody import Custody, Operator, OperatorKind
from bot.places.place import County

UNNAMED = "287(g)"
"""What an agreement is called whose model the list leaves out; each is one under this section."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One agreement, standing where it acts.

    ``runs_jail``, in ``Standing.jail`` only: True where this body runs the county's jail, False
    where another does, None where we do not know. ``last_seen`` is the last list
    that showed it and ``first_missing`` the first known list without it, both set in ``left``
    only. ``list_date`` is the date of the pending list, set in ``pending`` only. ``scope`` tells
    a statewide body from one of this county, as ``left`` and ``pending`` hold both.
    """

    agency: str
    model: str
    signed: date | None
    moa_url: str | None
    kind: AgencyKind
    runs_jail: bool | None = None
    last_seen: date | None = None
    first_missing: date | None = None
    list_date: date | None = None
    scope: Scope = Scope.COUNTY


@dataclass(frozen=True, slots=True)
class Standing:
    """A county on the list of ``list_date``; docs/open-data.md says what stands where.

    Each tuple is sorted: in ``jail`` the body that runs the jail first, in ``left`` the bodies
    of the county before the statewide ones; then by agency and model. An empty ``jail`` means
    only "not on the list of that date", never more. Where an agreement is shown that the newest
    list is without and nobody has looked at yet, ``list_date`` is that of the last list with it.
    """

    county: County
    list_date: date
    operator: Operator
    jail: tuple[Entry, ...] = ()
    street: tuple[Entry, ...] = ()
    local: tuple[Entry, ...] = ()
    statewide: tuple[Entry, ...] = ()
    pending: tuple[Entry, ...] = ()
    left: tuple[Entry, ...] = ()


def standing(county: County, roster: Roster, custody: Custody) -> Standing:
    """Sort every agreement that touches this county by where it acts. Pure."""
    operator = custody.operator(county.fips)
    where: dict[str, list[Entry]] = {"jail": [], "street": [], "local": [], "statewide": []}
    rows = (*roster.in_county(county.fips), *roster.statewide(county.state))
    for row in rows:
        place = _place_of(row, operator, county)
        runs = runs_jail(row.kind, row.agency, operator, county) if place == "jail" else None
        where[place].append(_entry(row, runs))
    left = (*roster.left_in(county.fips), *roster.left_statewide(county.state))
    asked = (*roster.pending_in(county.fips), *roster.pending_statewide(county.state))
    return Standing(
        county=county,
        list_date=min([roster.list_date, *(row.listed for row in rows if row.listed)]),
        operator=operator,
        jail=_sorted(where["jail"]),
        street=_sorted(where["street"]),
        local=_sorted(where["local"]),
        statewide=_sorted(where["statewide"]),
        pending=_sorted(_asked(row) for row in asked),
        left=_sorted(_gone(row) for row in left),
    )


def runs_jail(
    kind: AgencyKind, agency: str, operator: Operator, county: County | None
) -> bool | None:
    """Whether this body runs the jail that ``operator`` describes; None where nobody knows.

    Only a sure enough row decides. The sheriff, the county's own jail department and the state's
    prisons are known by what they are; any other body by its name. Of a jail, or a county's own
    government, that is not the operator by name we never say that it does not run the jail: it
    may be the sheriff's jail itself, printed instead of the sheriff.
    """
    if not operator.decides:
        return None
    if operator.body and operator_key(operator.body) == operator_key(agency):
        return True
    if _is_task_force(agency):
        return False
    if operator.kind in _KNOWN_BY_KIND.get(kind, frozenset()):
        return True
    if kind is AgencyKind.COUNTY_JAIL and county and _is_its_jail(agency, operator, county):
        return True
    return None if kind in _PERHAPS_THE_JAIL else False


def _is_task_force(agency: str) -> bool:
    """A county's drug task force shares its kind with a county's government, and runs no jail."""
    return "task force" in fold(agency)


def _is_its_jail(agency: str, operator: Operator, county: County) -> bool:
    """ "Bexar County Adult Detention Center", where the county's jail is not another body's.

    Not a "Correctional Facility": some that bear a county's name are prisons of the state.
    """
    name, own = fold(agency), fold(county.name)
    says_so = re.search(rf"\b{re.escape(own)} .*\b(jail|jailer|detention)\b", name)
    if not says_so or "juvenile" in name:
        return False
    return operator.kind is OperatorKind.SHERIFF or own in fold(operator.body)


# A county has one sheriff and one jail department, whatever their names. State bodies are not
# here: a state has several, and only the one named by the operators' table runs the jails.
_KNOWN_BY_KIND = {
    AgencyKind.SHERIFF: frozenset({OperatorKind.SHERIFF}),
    AgencyKind.COUNTY_JAIL: frozenset({OperatorKind.COUNTY_DEPARTMENT, OperatorKind.JAILER}),
    AgencyKind.COUNTY_OTHER: frozenset({OperatorKind.COUNTY_DEPARTMENT}),
}
_PERHAPS_THE_JAIL = frozenset(
    {AgencyKind.COUNTY_JAIL, AgencyKind.REGIONAL_JAIL, AgencyKind.COUNTY_OTHER}
)
_JAIL_BODIES = frozenset({AgencyKind.SHERIFF, *_PERHAPS_THE_JAIL})
_STREET_BODIES = frozenset({AgencyKind.SHERIFF, AgencyKind.COUNTY_POLICE, AgencyKind.COUNTY_JAIL})
_STATE_BODIES = frozenset({AgencyKind.STATE_CORRECTIONS, AgencyKind.STATE_OTHER})


def _place_of(row: Agreement, operator: Operator, county: County) -> str:
    """``jail``, ``street``, ``local`` or ``statewide``.

    A jail model of the sheriff or of another jail body always stands in ``jail``: who else runs
    it, or that nobody knows, is said in words; so does a model that lists did not have before,
    which may be about the jail. A city's jail model is for its own lock-up.
    """
    if row.model != TASK_FORCE:
        runs = runs_jail(row.kind, row.agency, operator, county)
        if runs or (row.kind in _JAIL_BODIES and not _is_task_force(row.agency)):
            return "jail"
    if row.kind in _STATE_BODIES or row.scope is Scope.STATE:
        return "statewide"
    return "street" if row.kind in _STREET_BODIES else "local"


def _entry(row: Agreement, runs: bool | None) -> Entry:
    return Entry(
        agency=row.agency,
        model=row.model or UNNAMED,
        signed=row.signed,
        moa_url=row.moa_url,
        kind=row.kind,
        runs_jail=runs,
        scope=row.scope,
    )


def _asked(row: Request) -> Entry:
    return Entry(
        agency=row.agency,
        model=row.model or UNNAMED,
        signed=None,
        moa_url=None,
        kind=row.kind,
        list_date=row.list_date,
        scope=row.scope,
    )


def _gone(row: Departure) -> Entry:
    return Entry(
        agency=row.agency,
        model=row.model or UNNAMED,
        signed=None,
        moa_url=None,
        kind=row.kind,
        last_seen=row.last_seen,
        first_missing=row.first_missing,
        scope=row.scope,
    )


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=_order))


def _order(entry: Entry) -> tuple[object, ...]:
    return (
        entry.scope is Scope.STATE and not entry.runs_jail,
        entry.runs_jail is not True,
        entry.agency,
        entry.model,
        entry.signed or date.min,
        entry.last_seen or date.min,
    )
