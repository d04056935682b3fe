"""What answers cost, against what the line can pay: SMS pumping empties an account in hours.

Each process adds up what it sent and settles with the database every few seconds, so that the caps
hold over all processes and machines, a few seconds' worth apart. While the database is gone each
process goes on with what it knows.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from bot.store import spending
from bot.store.database import Database

SETTLE_SECONDS = 5
NEAR = Decimal("0.8")
"""The share of a cap from which a warning is given."""

MILLION = 1_000_000


class Level(Enum):
    """How far a budget is used."""

    FINE = "ok"
    NEAR = "near"
    OVER = "over"


class Budget:
    """Caps in US dollars, by day and by month (UTC); None: no cap."""

    def __init__(
        self, database: Database, by_day: Decimal | None, by_month: Decimal | None
    ) -> None:
        self._database = database
        self._caps = {"day": by_day, "month": by_month}
        self._settled = {"day": 0, "month": 0}
        self._pending = 0
        self._today = date.min

    def spend(self, dollars: Decimal, today: date) -> None:
        """One answer went out."""
        self._begin(today)
        self._pending += int(dollars * MILLION)

    def over(self, today: date) -> bool:
        """Whether a cap is reached."""
        self._begin(today)
        return any(level is Level.OVER for level in self.levels().values())

    def levels(self) -> dict[str, Level]:
        """How far each cap that is set is used."""
        return {name: self._level(name, cap) for name, cap in self._caps.items() if cap is not None}

    def spent(self, name: str) -> Decimal:
        """US dollars spent this ``day`` or ``month``, as far as this process knows."""
        return Decimal(self._settled[name] + self._pending) / MILLION

    async def settle(self, today: date) -> None:
        """Hand over what was spent here, and learn what was spent everywhere. Raises what the
        database raises; nothing is lost then."""
        self._begin(today)
        handed = self._pending
        if handed:
            await spending.add(self._database, self._today, handed)
            self._pending -= handed
            self._settled = {name: sum_ + handed for name, sum_ in self._settled.items()}
        day = await spending.spent(self._database, today, today)
        month = await spending.spent(self._database, today.replace(day=1), today)
        self._settled = {"day": day, "month": month}

    def _level(self, name: str, cap: Decimal) -> Level:
        spent = self.spent(name)
        if spent >= cap:
            return Level.OVER
        return Level.NEAR if spent >= cap * NEAR else Level.FINE

    def _begin(self, today: date) -> None:
        """A new day, or month, begins at nothing. What is pending of yesterday counts for today:
        it is seconds' worth."""
        if today <= self._today:
            return
        same_month = today.replace(day=1) == self._today.replace(day=1)
        self._settled = {"day": 0, "month": self._settled["month"] if same_month else 0}
        self._today = today
