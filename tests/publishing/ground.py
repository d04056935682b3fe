"""A few counties, who runs their jails, and lists to compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.agreements.agreement import AgencyKind, Agreement, Scope
from bot.agreements.importer import PlacedRow
from bot.agreements.roster import Roster
from bot.custody.custody import Custody
from bot.custody.tables import read_custody
from bot.places.gazetteer import read_gazetteer
from bot.publishing.approvals import ROSTER, Approval
from bot.publishing.deciding import Ground, evidence
from bot.publishing.differences import Difference
from bot.publishing.documents import PlacedList

CUSTODY: Custody = read_custody()
GROUND = Ground(read_gazetteer().counties, CUSTODY)

JULY, SEPTEMBER, OCTOBER = date(2026, 7, 24), date(2026, 9, 28), date(2026, 10, 9)
SIGNED = date(2025, 3, 19)
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

SHERIFF, POLICE, JAIL = AgencyKind.SHERIFF, AgencyKind.CITY_POLICE, AgencyKind.COUNTY_JAIL


def row(
    agency: str,
    fips: str,
    model: str = "WSO",
    kind: AgencyKind = SHERIFF,
    state: str = "MI",
    signed: date | None = SIGNED,
    scope: Scope = Scope.COUNTY,
) -> Agreement:
    return Agreement(agency, state, model, signed, None, scope, kind, tuple(fips.split()))


JACKSON = row("Jackson County Sheriff's Office", "26075")
CALHOUN = row("Calhoun County Sheriff's Office", "26025")
TAYLOR = row("Taylor Police Department", "26163", "TFM", POLICE, scope=Scope.MUNICIPAL)
WAYLAND = row("Wayland Police Department", "26005", "TFM", POLICE, scope=Scope.MUNICIPAL)
PUBLISHED = Roster(JULY, (CALHOUN, JACKSON, TAYLOR, WAYLAND))


def placed(agreement: Agreement, number: int = 2, cell: str = "") -> PlacedRow:
    return PlacedRow(
        row=number,
        state=agreement.state,
        agency=agreement.agency,
        county_as_printed=cell,
        fips=agreement.fips,
        scope=agreement.scope,
        kind=agreement.kind,
        model=agreement.model,
        signed=agreement.signed,
        moa_url=agreement.moa_url,
        complaints=(),
    )


def listed(*rows: Agreement, day: date = SEPTEMBER, pending: bool = False) -> PlacedList:
    numbered = (placed(each, number) for number, each in enumerate(rows, start=2))
    return PlacedList(day, pending, tuple(numbered))


def says(each: Difference, decision: str, who: str = "Ann") -> Approval:
    return Approval(ROSTER, each.subject, each.fingerprint, decision, who, NOW, evidence(each))


def later(approval: Approval, who: str | None = None) -> Approval:
    return replace(approval, decided_at=NOW.replace(hour=13), reviewer=who or approval.reviewer)
