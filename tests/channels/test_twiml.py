from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.twiml.messaging_response import MessagingResponse

from bot.channels.plain import SORRY, TOO_MANY
from bot.channels.twilio.twiml import twiml
from bot.rendering.segments import measure
from bot.rendering.text import Text


def messages(document: str) -> list[str]:
    root = ET.fromstring(document.encode())  # noqa: S314 - our own document
    assert root.tag == "Response"
    assert {child.tag for child in root} <= {"Message"}
    return [child.text or "" for child in root]


def test_no_text_is_an_empty_response() -> None:
    assert messages(twiml([])) == []
    assert messages(twiml([" \n", "\x00"])) == []


def test_each_text_is_one_message() -> None:
    assert messages(twiml(["one", "two\nlines"])) == ["one", "two\nlines"]


def test_what_xml_would_misread_arrives_as_it_was() -> None:
    text = "A & B <Message> ]]> \"quoted\" 'and' ¿qué? 🗼"
    assert messages(twiml([text])) == [text]


def test_it_is_what_twilios_own_library_would_write() -> None:
    theirs = MessagingResponse()
    theirs.message("Jail & <ICE> ¿qué?")
    assert ET.canonicalize(twiml(["Jail & <ICE> ¿qué?"])) == ET.canonicalize(theirs.to_xml())


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\x7f", "\ufffe", "\ud83d"])
def test_characters_that_xml_cannot_hold_are_left_out(character: str) -> None:
    assert messages(twiml([f"a{character}b"])) == ["ab"]


def test_a_text_that_is_too_long_goes_out_in_parts_and_loses_no_word() -> None:
    words = [f"word{number}" for number in range(900)]
    parts = messages(twiml([" ".join(words)]))
    assert len(parts) > 1
    assert " ".join(parts).split() == words


def test_at_most_ten_messages_are_sent() -> None:
    assert len(messages(twiml(["x"] * 11))) == 10


@given(st.lists(st.text(st.characters()), max_size=4))
def test_any_texts_make_a_document_within_twilios_limits(bodies: list[str]) -> None:
    parts = messages(twiml(bodies))
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= 1600 for part in parts)


@given(st.text(st.sampled_from(" \n🗼aé"), min_size=1601, max_size=4000))
def test_long_texts_of_wide_characters_are_within_the_limits_too(body: str) -> None:
    parts = messages(twiml([body]))
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= 1600 for part in parts)
    assert "".join("".join(parts).split()) == "".join(body.split())


@pytest.mark.parametrize("text", [SORRY, TOO_MANY], ids=["SORRY", "TOO_MANY"])
def test_the_plain_texts_say_their_true_price_and_name_911_in_both_languages(text: Text) -> None:
    price = measure(text.text)
    assert (text.encoding, text.segments) == (price.encoding, price.segments)
    assert text.text.count("911") == 2
