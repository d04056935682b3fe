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
