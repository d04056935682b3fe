"""What a list has lost on its way is taken from what is published for the same body. Pure.

A copy saved as CSV has no links, one saved on another computer no dates, one typed in capitals
no names that people would read gladly: none of that is news about an agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.agreements.agreement import Agreement
from bot.agreements.identity import body_keys
from bot.agreements.importer import PlacedRow
from bot.agreements.roster import Roster
from bot.agreements.spelling import body_key


def carried(rows: Sequence[PlacedRow], published: Roster, *, dates: bool) -> list[PlacedRow]:
    """The rows with links where the list has none at all, and with dates (where it is one that
    should have ``dates``) and names where single rows lost them."""
    older = {key: row for row in published.agreements for key in body_keys(row)}
    linked = any(row.moa_url for row in rows)
    twins = [next((older[key] for key in body_keys(row) if key in older), None) for row in rows]
    found = [_named(row, twin) if twin else row for row, twin in zip(rows, twins, strict=True)]
    if dates:
        found = [_dated(row, twin) if twin else row for row, twin in zip(found, twins, strict=True)]
    if linked:
        return found
    pairs = zip(found, twins, strict=True)
    return [replace(row, moa_url=twin.moa_url) if twin else row for row, twin in pairs]


def _dated(row: PlacedRow, twin: Agreement) -> PlacedRow:
    if row.signed or not twin.signed:
        return row
    said = f"no date of signing that can be read: {twin.signed} is kept from the published list"
    return replace(row, signed=twin.signed, complaints=(*row.complaints, said))


def _named(row: PlacedRow, twin: Agreement) -> PlacedRow:
    """Capitals only where the published name has others, too: "LVMPD" stays."""
    if not (row.agency.isupper() or row.agency.islower()) or row.agency == twin.agency:
        return row
    if (row.state, body_key(row.agency)) != (twin.state, body_key(twin.agency)):
        return row
    said = f'written "{row.agency}": named as on the published list'
    return replace(row, agency=twin.agency, complaints=(*row.complaints, said))
