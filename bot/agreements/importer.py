"""A published sheet -> placed rows with complaints. Nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.agreements.agreement import (
    JAIL_ENFORCEMENT,
    TASK_FORCE,
    WARRANT_SERVICE,
    AgencyKind,
    Agreement,
    Scope,
)
from bot.agreements.case import Case, ReviewedRows
from bot.agreements.kinds import agency_kind
from bot.agreements.names import Names
from bot.agreements.placing import place
from bot.agreements.spelling import body_key, fold, nearest, tidy


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
    agency, cell = tidy(row.agency), tidy(row.county)
    hand = reviewed.get((state, body_key(agency)))
    kind = agency_kind(agency, row.type, names.state_name(state), state)
    if hand is not None and hand.kind is not None:
        kind = hand.kind
    placing = place(Case(state, agency, cell, kind, names, reviewed))
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
        complaints=(*row.complaints, *state_said, *model_said, *placing.complaints),
    )


def read_state(printed: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """The postal code of a printed state, its letters put right where only one state fits."""
    if code := names.state_called(printed):
        return code, ()
    meant = nearest(fold(printed), names.state_names())
    if meant is None:
        return tidy(printed), (f'state "{tidy(printed)}" is not known',)
    code = names.state_called(meant) or ""
    return code, (f"state respelled: {tidy(printed)} → {code}",)


def read_model(printed: str) -> tuple[str, tuple[str, ...]]:
    """JEM, WSO or TFM; for a kind that lists did not have before, the printed words."""
    words = tidy(printed)
    if words.upper() in _MODEL_WORDS:
        return words.upper(), ()
    folded = fold(words)
    for model, phrase in _MODEL_WORDS.items():
        if folded.startswith(phrase):
            return model, ()
    if not folded:
        return "", ("no support type",)
    return words, (f'support type "{words}" is not one that we know',)


# The opening letters are enough: lists print "Warrant Services Officer", "Jail Enforcment Model".
_MODEL_WORDS = {
    JAIL_ENFORCEMENT: "jail enforc",
    WARRANT_SERVICE: "warrant serv",
    TASK_FORCE: "task force",
}
