"""What a build step made: one value per table, for the printed account of `bot data build`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Built:
    """One table written into package data.

    `table` is the table's file name, `rows` counts its data rows (no header), and `notes` holds
    one plain sentence per count of a source and per row that a rule changed or left out.
    """

    table: str
    rows: int
    notes: tuple[str, ...] = ()
