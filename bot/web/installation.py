"""What one running server has in hand: made once by app.py, read by every route."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.budget import Budget
from bot.gate import Gate
from bot.inbox import Inbox
from bot.knowledge import Holder
from bot.refresh import Refresh
from bot.settings import Settings
from bot.store.database import Database
from bot.store.memory import Memory


@dataclass(frozen=True, slots=True)
class Installation:
    settings: Settings
    holder: Holder
    database: Database
    memory: Memory
    budget: Budget
    gate: Gate
    inbox: Inbox
    refresh: Refresh = field(default_factory=Refresh)
