"""What each state's law asks or forbids of its jails, and how much of it may be shown."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

COLUMNS = (
    "state",
    "requires_287g",
    "forbids_287g",
    "limits_detainers",
    "requires_detainers",
    "laws",
    "dates",
    "confidence",
)
_TABLE = "state_rules.csv"


class Cell(StrEnum):
    """What is reported of one rule. UNKNOWN also covers "no": neither is ever shown."""

    YES = "yes"
    PARTIAL = "partial"
    UNKNOWN = ""


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class RuleKind(StrEnum):
    """The lines that have a reviewed sentence, in the order in which they are shown.

    ``requires_287g_partial`` is a duty to apply only; ``requires_detainers_partial`` a rule that
    lets a jail hold, or binds only some; ``forbids_287g_partial`` a ban with exceptions.
    """

    REQUIRES_287G = "requires_287g"
    REQUIRES_287G_PARTIAL = "requires_287g_partial"
    FORBIDS_287G = "forbids_287g"
    FORBIDS_287G_PARTIAL = "forbids_287g_partial"
    LIMITS_DETAINERS = "limits_detainers"
    REQUIRES_DETAINERS = "requires_detainers"
    REQUIRES_DETAINERS_PARTIAL = "requires_detainers_partial"


@dataclass(frozen=True, slots=True)
class StateRule:
    """One state's row. ``state`` is the postal code, ``laws`` the names of acts and rulings.

    ``dates`` belong to the laws, as exact as the source has them (``2026``, ``2026-02-05``).
    """

    state: str
    requires_287g: Cell
    forbids_287g: Cell
    limits_detainers: Cell
    requires_detainers: Cell
    laws: tuple[str, ...]
    dates: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line that may be shown, always with "reported; may have changed"."""

    kind: RuleKind
    laws: tuple[str, ...]


class StateRulesError(ValueError):
    """The table cannot be used; the message says which line to mend."""


def shown(rule: StateRule) -> tuple[RuleLine, ...]:
    """The lines of a row that may be shown: a yes or a partial, at high or medium confidence.

    A "no" or a blank is never shown: no rule that is known would read as safety.
    """
    if rule.confidence not in (Confidence.HIGH, Confidence.MEDIUM):
        return ()
    return tuple(RuleLine(kind, rule.laws) for kind in RuleKind if _says(rule, kind))


def read_state_rules(directory: Path | None = None) -> Mapping[str, StateRule]:
    """The table by postal code; states of which nothing is known are not in it.

    ``directory`` None: the table that travels with the program. Raises :class:`StateRulesError`.
    """
    path = (directory or Path(__file__).parent / "data") / _TABLE
    try:
        file = path.open(encoding="utf-8", newline="")
    except OSError as error:
        raise StateRulesError(f"{path}: cannot be read; run `bot data build`: {error}") from error
    rules: dict[str, StateRule] = {}
    with file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise StateRulesError(f"{path}: other columns than expected; run `bot data build`")
        for row in reader:
            try:
                rules[row["state"]] = _rule(row)
            except ValueError as error:
                raise StateRulesError(f"{path}: line {reader.line_num}: {error}") from error
    return rules


def _rule(row: Mapping[str, str]) -> StateRule:
    rule = StateRule(
        state=row["state"],
        requires_287g=Cell(row["requires_287g"]),
        forbids_287g=Cell(row["forbids_287g"]),
        limits_detainers=Cell(row["limits_detainers"]),
        requires_detainers=Cell(row["requires_detainers"]),
        laws=_parted(row["laws"]),
        dates=_parted(row["dates"]),
        confidence=Confidence(row["confidence"]),
    )
    if rule.limits_detainers is Cell.PARTIAL:
        raise ValueError("limits_detainers: partial has no reviewed sentence; write yes or nothing")
    return rule


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _says(rule: StateRule, kind: RuleKind) -> bool:
    column, partial, _ = kind.value.partition("_partial")
    wanted = Cell.PARTIAL if partial else Cell.YES
    return getattr(rule, column) is wanted
