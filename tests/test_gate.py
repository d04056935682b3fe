from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.channels.inbound import Inbound
from bot.conversation.message import Message
from bot.gate import MAX_BODY_BYTES, Admission, Gate, TooLargeError, Window, read_body

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ANSWER, SAY, SILENCE = Admission.ANSWER, Admission.SAY_TOO_MANY, Admission.SILENCE
LONG = "jackson county michigan"
CRY = "he is having a heart attack"


@pytest.fixture
def gate() -> Gate:
    return Gate(texts_per_hour=4, same_text_limit=2, is_cry=lambda body: body == CRY)


def text(
    body: str = "more", *, sender: str = "sms:1", delivery: str = "", at: datetime = NOW
) -> Inbound:
    return Inbound(sender, delivery, Message(body, at))


def test_a_sender_over_the_limit_hears_it_once_and_then_nothing(gate: Gate) -> None:
    said = [gate.admit(text()) for _ in range(7)]
    assert said == [ANSWER, ANSWER, ANSWER, ANSWER, SAY, SILENCE, SILENCE]


def test_the_next_hour_begins_anew(gate: Gate) -> None:
    for _ in range(6):
        gate.admit(text())
    assert gate.admit(text(at=NOW + timedelta(hours=1))) is ANSWER


def test_one_sender_does_not_use_up_anothers_limit(gate: Gate) -> None:
    for _ in range(6):
        gate.admit(text())
    assert gate.admit(text(sender="sms:2")) is ANSWER


def test_two_machines_that_answer_each_other_are_stopped(gate: Gate) -> None:
    assert [gate.admit(text(LONG)) for _ in range(4)] == [ANSWER, ANSWER, SAY, SILENCE]


def test_a_cry_for_help_is_answered_however_often_it_comes(gate: Gate) -> None:
    assert [gate.admit(text(CRY)) for _ in range(4)] == [ANSWER] * 4


def test_a_flood_of_senders_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins anew at the bound; who came lately is counted on."""
    monkeypatch.setattr("bot.gate.MOST_NAMES", 100)
    window, now = Window(timedelta(hours=1)), NOW.timestamp()
    assert [window.count(f"sms:{number}", now) for number in range(950)] == [1] * 950
    assert [window.count("sms:949", now) for _ in range(3)] == [2, 3, 4]
    assert sys.getsizeof(window._counts) < sys.getsizeof(dict.fromkeys(range(200)))


def test_the_same_text_may_come_again_later(gate: Gate) -> None:
    for _ in range(3):
        gate.admit(text(LONG))
    assert gate.admit(text(LONG, at=NOW + timedelta(minutes=10))) is ANSWER


def test_short_words_of_a_menu_are_no_loop(gate: Gate) -> None:
    assert [gate.admit(text("MORE")) for _ in range(4)] == [ANSWER] * 4


def test_a_delivery_that_is_repeated_counts_once_and_is_answered_again(gate: Gate) -> None:
    for number in range(4):
        gate.admit(text(delivery=f"SM{number}"))
    assert [gate.admit(text(delivery="SM3")) for _ in range(5)] == [ANSWER] * 5
    assert gate.admit(text(delivery="SM4")) is SAY


def test_a_text_without_a_sender_is_not_counted_against_anybody(gate: Gate) -> None:
    assert [gate.admit(text(LONG, sender="")) for _ in range(9)] == [ANSWER] * 9


def test_the_counters_hold_no_sender_and_no_text(gate: Gate) -> None:
    gate.admit(text(LONG, sender="sms:+12025550123", delivery="SM1"))
    kept = [dict(window._counts) for window in (gate._texts, gate._same, gate._delivered)]
    assert all(kept)
    assert not any(word in str(kept) for word in ("2025550123", "jackson", "SM1"))


def test_a_window_keeps_only_what_runs() -> None:
    window, now = Window(timedelta(minutes=10)), NOW.timestamp()
    assert [window.count("a", now), window.count("a", now), window.count("b", now)] == [1, 2, 1]
    assert window.count("c", now + 600) == 1
    assert dict(window._counts) == {"c": 1}


async def chunks(*sizes: int) -> AsyncIterator[bytes]:
    for size in sizes:
        yield b"x" * size


@pytest.mark.parametrize("declared", [None, "65536", "0"])
async def test_a_body_up_to_the_cap_is_read(declared: str | None) -> None:
    assert len(await read_body(declared, chunks(MAX_BODY_BYTES - 1, 1))) == MAX_BODY_BYTES


@pytest.mark.parametrize("declared", ["65537", "-1", "1e3", "", "9" * 5000, "²"])
async def test_a_body_that_declares_too_much_or_nonsense_is_refused_unread(declared: str) -> None:
    async def never() -> AsyncIterator[bytes]:
        pytest.fail("it was read")
        yield b""

    with pytest.raises(TooLargeError):
        await read_body(declared, never())


async def test_a_body_that_lies_about_its_length_is_refused_when_it_passes_the_cap() -> None:
    with pytest.raises(TooLargeError):
        await read_body("10", chunks(MAX_BODY_BYTES, 1))
