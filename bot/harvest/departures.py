"""What left ICE's list -> ``left.csv``, from the history of its lists."""

from __future__ import annotations

from pathlib import Path

from bot.agreements.agreement import Departure
from bot.agreements.history import History
from bot.harvest.built import Built
from bot.harvest.tables import write_table

LEFT_COLUMNS = ("agency", "state", "model", "scope", "kind", "fips", "last_seen", "first_missing")


def build_departures(target: Path, history: History) -> Built:
    """Write ``left.csv``: renames and doubtful ends are not in it."""
    gone = history.departures()
    count = write_table(target / "left.csv", LEFT_COLUMNS, (_table_row(row) for row in gone))
    return Built("left.csv", count, (f"left: {count} of {len(history.trails)} agreements",))


def _table_row(row: Departure) -> dict[str, str]:
    return {
        "agency": row.agency,
        "state": row.state,
        "model": row.model,
        "scope": row.scope.value,
        "kind": row.kind.value,
        "fips": "|".join(row.fips),
        "last_seen": row.last_seen.isoformat(),
        "first_missing": row.first_missing.isoformat(),
    }
