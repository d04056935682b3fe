"""Blocks become messages: one where it fits, numbered ones where not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.limits import LIMITS, MAX_CHARACTERS
from bot.conversation.message import Channel
from bot.rendering.messages import arrange

SMS, WHATSAPP = LIMITS[Channel.SMS], LIMITS[Channel.WHATSAPP]


def test_a_short_reply_is_one_message_without_a_number() -> None:
    assert arrange(["Hello."], ["Bye."], SMS) == ("Hello.\nBye.",)


def test_by_sms_what_may_follow_goes_into_a_second_numbered_message() -> None:
    first, second = arrange(["status " * 50], ["help " * 50], SMS)
    assert first.endswith("(1/2)")
    assert second.endswith("(2/2)")
    assert "help" not in first


def test_by_whatsapp_one_message_is_sent_because_each_is_billed() -> None:
    assert len(arrange(["status " * 50], ["help " * 50], WHATSAPP)) == 1


def test_no_blocks_are_no_message() -> None:
    assert arrange([], [], SMS) == ()


def test_a_long_text_is_cut_between_lines() -> None:
    lines = [f"line {number} " + "x" * 90 for number in range(40)]
    for message in arrange(["\n".join(lines)], [], WHATSAPP):
        body = message.rsplit(" (", 1)[0]
        assert all(line in lines for line in body.splitlines())


@given(
    st.lists(st.text(max_size=3000), max_size=4),
    st.lists(st.text(max_size=3000), max_size=4),
    st.sampled_from([SMS, WHATSAPP]),
)
def test_no_message_is_ever_too_long_and_none_is_empty(
    main: list[str], follow: list[str], limits: object
) -> None:
    for message in arrange(main, follow, limits):  # type: ignore[arg-type]
        assert 0 < len(message) <= MAX_CHARACTERS
