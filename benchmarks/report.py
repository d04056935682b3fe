"""docs/performance.md and its plot, from what one run measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
WIDTH, LINE, LEFT = 820, 34, 390

HEAD = """# How fast, and what it costs

Written by `uv run python -m benchmarks.webhooks` on {day}: {machine}.
The server on one core, `wrk` with 32 connections on the other, {rounds} alternating rounds, each
after two seconds of the same load, medians. Only the ratios carry over to another machine.

A **plain question** comes signed, from somebody who did not write before; the whole answer goes
back. It is not free of memory: the county is remembered for "1" or "lawyer", so a sealed row is
committed before the answer leaves. A **conversation** is eight texts of one person, each of which
reads and changes that row. The naive peer has the same thought, but takes form arguments, Twilio's
own validator and answer builder, and an ORM session in an `async` route. The bare peer reads the
form as Starlette's own documentation does (`await request.form()`); beside it the quickest way.

| | texts a second | of the bare peer | p99 at full load |
| --- | --- | --- | --- |
"""


TARGETS = """**What was wanted:** 0.50 of the bare peer for plain questions; 0.10 (SQLite) and 0.15
(PostgreSQL) for conversations, 0.25 if it can be had; three times the naive peer. What a plain
question costs beside the bare peer: signature, form, keys, a sealed row and a trip to the database
(a stranger is written without being looked for; who is known costs two). The database is in use
since the day before. A county that nobody asked about lately has to be found, decided and worded as
well.

"""


@dataclass(frozen=True, slots=True)
class Row:
    """``rate`` in texts a second, ``p99`` in milliseconds."""

    name: str
    rate: float
    ratio: float
    p99: float


def write_report(rows: Sequence[Row], machine: str, day: date, rounds: int, money: str) -> None:
    lines = [f"| {r.name} | {r.rate:.0f} | {r.ratio:.2f} | {r.p99:.1f} ms |" for r in rows]
    head = HEAD.format(day=day.isoformat(), machine=machine, rounds=rounds)
    page = (
        head
        + "\n".join(lines)
        + "\n\n![The same as a plot](pictures/performance.svg)\n\n"
        + TARGETS
        + money
    )
    (DOCS / "performance.md").write_text(page, encoding="utf-8")
    (DOCS / "pictures" / "performance.svg").write_text(plot(rows), encoding="utf-8")
    print(page)


def plot(rows: Sequence[Row]) -> str:
    """Bars of the ratios, with their numbers beside them."""
    most = max(row.ratio for row in rows)
    height = LINE * len(rows) + 10
    bars = []
    for place, row in enumerate(rows):
        top, length = LINE * place + 8, (WIDTH - LEFT - 70) * row.ratio / most
        bars.append(
            f'<text x="{LEFT - 10}" y="{top + 16}" text-anchor="end">{row.name}</text>'
            f'<rect x="{LEFT}" y="{top}" width="{length:.0f}" height="22" fill="#1a5276"/>'
            f'<text x="{LEFT + length + 8:.0f}" y="{top + 16}">{row.ratio:.2f}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="sans-serif" font-size="14" fill="#1c2833">'
        "<title>Texts a second, as a share of a bare server</title>" + "".join(bars) + "</svg>\n"
    )
