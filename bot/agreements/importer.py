"""A published sheet -> placed rows with complaints. Nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.agreements.agreement import AgencyKind, Agreement, Scope
from bot.agreements.case import Case, Placing, ReviewedRows
from bot.agreements.kinds import agency_kind
from bot.agreements.marks import about_cell, without_mark
from bot.agreements.models import read_model
from bot.agreements.names import Names
from bot.agreements.placing import place
from bot.agreements.spelling import body_key, is_name, tidy
from bot.agreements.states import read_state


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as printed. ``row`` is its number in the sheet, the header being row 1.

    ``signed`` is None where the cell holds no real date; ``complaints`` then says what it held.
    """

    row: int
    state: str
    agency: str
    type: str
    county: str
    model: str
    signed: date | None = None
    moa_url: str | None = None
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with the counties that it serves (``fips``, main first; () for a statewide body).

    ``county_as_printed`` keeps ICE's cell; ``complaints`` holds each change and doubt in words.
    """

    row: int
    state: str
    agency: str
    county_as_printed: str
    fips: tuple[str, ...]
    scope: Scope
    kind: AgencyKind
    model: str
    signed: date | None
    moa_url: str | None
    complaints: tuple[str, ...]

    @property
    def placed(self) -> bool:
        """False where no rule found a county: a person must look at the row."""
        return bool(self.fips) or self.scope is Scope.STATE

    def agreement(self) -> Agreement:
        return Agreement(
            agency=self.agency,
            state=self.state,
            model=self.model,
            signed=self.signed,
            moa_url=self.moa_url,
            scope=self.scope,
            kind=self.kind,
            fips=self.fips,
        )


def place_rows(
    rows: Iterable[SheetRow], names: Names, reviewed: ReviewedRows
) -> tuple[PlacedRow, ...]:
    """Place each row, in the sheet's order."""
    return tuple(place_row(row, names, reviewed) for row in rows)


def place_row(row: SheetRow, names: Names, reviewed: ReviewedRows) -> PlacedRow:
    state, state_said = read_state(row.state, names)
    model, model_said = read_model(row.model)
    agency, cell = tidy(without_mark(row.agency)), tidy(without_mark(row.county))
    hand = reviewed.get((state, body_key(agency)))
    # A cell that names no state is any text ("* link pending"): no rule may take it for a code.
    code = state if names.state_called(state) else ""
    kind = agency_kind(agency, row.type, names.state_name(state), code)
    if hand is not None and hand.kind is not None:
        kind = hand.kind
    placing = _placed(Case(state, agency, cell, kind, names, reviewed))
    return PlacedRow(
        row=row.row,
        state=placing.state or state,
        agency=agency,
        county_as_printed=row.county,
        fips=placing.fips,
        scope=placing.scope,
        kind=kind,
        model=model,
        signed=row.signed,
        moa_url=row.moa_url,
        complaints=(*row.complaints, *state_said, *model_said, *_marks(row), *placing.complaints),
    )


def _placed(case: Case) -> Placing:
    """A row without an agency is nobody's: its county cell says where, but not whose jail.

    A body that acts across its state has no place either where nobody knows which state.
    """
    if not is_name(case.agency):
        return Placing((), Scope.MUNICIPAL, ("not placed: no agency",))
    placing = place(case)
    if placing.scope is Scope.STATE and not case.names.state_called(placing.state or case.state):
        return Placing((), Scope.MUNICIPAL, ("not placed: a state's body of no known state",))
    return placing


def _marks(row: SheetRow) -> tuple[str, ...]:
    """Cells which say that the agreement has ended; a person looks, no row is dropped for it."""
    cells = {
        "agency": row.agency,
        "type": row.type,
        "county": row.county,
        "support type": row.model,
    }
    said = (about_cell(name, text) for name, text in cells.items())
    return tuple(each for each in said if each)
