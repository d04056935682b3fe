from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from bot.state_rules.rules import (
    COLUMNS,
    Cell,
    Confidence,
    StateRule,
    StateRulesError,
    read_state_rules,
    shown,
)

RULES = read_state_rules()


def _rule(
    requires: str, forbids: str, limits: str, detainers: str, confidence: str = "high"
) -> StateRule:
    return StateRule(
        "XX",
        Cell(requires),
        Cell(forbids),
        Cell(limits),
        Cell(detainers),
        ("Example Act",),
        ("2026",),
        Confidence(confidence),
    )


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (("yes", "", "", "yes"), ["requires_287g", "requires_detainers"]),
        (("partial", "", "", "partial"), ["requires_287g_partial", "requires_detainers_partial"]),
        (("", "yes", "yes", ""), ["forbids_287g", "limits_detainers"]),
        (("", "partial", "", ""), ["forbids_287g_partial"]),
        (("", "", "", ""), []),
    ],
)
def test_each_reported_rule_is_one_line(cells: tuple[str, str, str, str], kinds: list[str]) -> None:
    assert [line.kind.value for line in shown(_rule(*cells))] == kinds


@pytest.mark.parametrize("confidence", ["high", "medium"])
def test_a_sure_enough_row_is_shown_with_its_law(confidence: str) -> None:
    lines = shown(_rule("yes", "", "", "", confidence))
    assert lines[0].laws == ("Example Act",)


def test_a_row_of_low_confidence_is_never_shown() -> None:
    for cells in product(("yes", "partial", ""), ("yes", ""), ("yes", ""), ("yes", "partial")):
        assert shown(_rule(*cells, confidence="low")) == ()


def test_the_table_that_travels_with_the_program_says_what_is_reported() -> None:
    kinds = {state: [line.kind.value for line in shown(rule)] for state, rule in RULES.items()}
    assert kinds["TX"] == ["requires_287g", "requires_detainers"]
    assert kinds["AR"] == ["requires_287g_partial"]
    assert kinds["CA"] == ["forbids_287g", "limits_detainers"]
    assert kinds["VA"] == ["forbids_287g_partial"]
    assert kinds["NH"] == ["requires_detainers_partial"]
    assert kinds["NY"] == []
    assert "MI" not in kinds


def test_no_state_is_said_to_require_and_to_forbid() -> None:
    for rule in RULES.values():
        assert not (rule.requires_287g and rule.forbids_287g)


def _table(folder: Path, *lines: str) -> Path:
    (folder / "state_rules.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_a_missing_table_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(StateRulesError, match="run `bot data build`"):
        read_state_rules(tmp_path)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("TX,no,,,,Law,2026,high", "line 2: 'no' is not a valid Cell"),
        ("TX,yes,,,,Law,2026,sure", "line 2: 'sure' is not a valid Confidence"),
        ("TX,,,partial,,Law,2026,high", "line 2: limits_detainers"),
    ],
)
def test_a_broken_row_is_named_by_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(StateRulesError, match=complaint):
        read_state_rules(_table(tmp_path, ",".join(COLUMNS), line))


def test_other_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StateRulesError, match="other columns"):
        read_state_rules(_table(tmp_path, "state,notes"))
