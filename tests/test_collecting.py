"""The garbage collector waits, and runs again afterwards, whatever happens in between."""

from __future__ import annotations

import gc

import pytest

from bot.collecting import no_collecting


def test_it_waits_and_runs_again() -> None:
    with no_collecting():
        with no_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="broken"), no_collecting():
        raise ValueError("broken")
    assert gc.isenabled()


def test_it_leaves_alone_what_was_built_while_it_waited() -> None:
    """Looking through all that a server knows takes a tenth of a second, and people wait."""
    before = gc.get_freeze_count()
    with no_collecting():
        built = [[] for _ in range(10_000)]  # type: ignore[var-annotated]
    assert gc.get_freeze_count() >= before + len(built)
    gc.unfreeze()
