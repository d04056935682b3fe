"""A call in Twilio's words: what is read of its steps, and the document that it is given."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from bot.calls import Answer, Call
from bot.channels.twilio.calls import (
    MAX_SAID,
    PATH,
    languages,
    plain,
    read_call,
    read_caller,
    read_keys,
    read_voices,
    spoken,
)
from bot.language import read_languages
from bot.rendering.speaking import Spoken
from bot.settings import travelling_folder

AT = datetime(2026, 8, 1, 12, tzinfo=UTC)
VOICES = read_voices()
OFFERED = read_languages(travelling_folder("content", "content") / "languages.toml")


def document(answer: Answer) -> ElementTree.Element:
    return ElementTree.fromstring(spoken(answer, VOICES))  # noqa: S314 - our own


def test_every_language_but_haitian_creole_has_a_voice_and_a_key() -> None:
    offered = [code for code, one in OFFERED.items() if one.offered]
    spoken_ones = languages(VOICES, offered)
    assert set(offered) - set(spoken_ones) == {"ht"}
    assert len(spoken_ones) <= 10


def test_the_document_says_the_answer_and_waits_for_keys() -> None:
    call = Call("es", ("49201", "*"))
    answer = Answer((Spoken("es", "Si & no"), Spoken("en", "<911>")), 1, call)
    gather = document(answer).find("Gather")
    assert gather is not None
    assert gather.attrib["input"] == "dtmf"
    assert gather.attrib["numDigits"] == "1"
    assert gather.attrib["actionOnEmptyResult"] == "true"
    said = [(one.attrib["language"], one.text) for one in gather.findall("Say")]
    assert said == [("es-US", "Si & no"), ("en-US", "<911>")]


def test_the_end_of_a_call_hangs_up() -> None:
    found = document(Answer((Spoken("en", "Goodbye."),), 0, Call("en")))
    assert [one.tag for one in found] == ["Say", "Hangup"]
    assert plain("Sorry.", VOICES["en"]).endswith("<Hangup/></Response>")


def test_a_long_text_is_said_in_pieces_that_twilio_takes() -> None:
    text = "\n".join("x" * 999 for _ in range(12))
    found = document(Answer((Spoken("en", text),), 1, Call("en"))).findall("Gather/Say")
    assert all(len(one.text or "") <= MAX_SAID for one in found)
    assert "".join(one.text or "" for one in found).count("x") == 12 * 999


keys = st.from_regex(r"\A[0-9*]{1,5}\Z")


@given(st.sampled_from(sorted(VOICES)), st.lists(keys, max_size=40), st.integers(0, 2))
def test_the_next_address_brings_the_call_back(code: str, pressed: list[str], silent: int) -> None:
    call = Call(code, tuple(pressed), silent)
    gather = document(Answer((Spoken("en", "Hi."),), 1, call)).find("Gather")
    assert gather is not None
    address = urlsplit(gather.attrib["action"])
    assert address.path == PATH
    assert read_call(address.query) == call


@given(st.text(max_size=80))
def test_any_query_is_a_call_of_ours_or_its_beginning(query: str) -> None:
    call = read_call(query)
    assert call.silences in (0, 1, 2)
    assert all(re.fullmatch(r"[0-9*]{1,5}", key) for key in call.pressed)
    if "lang" not in parse_qs(query):
        assert call.language == ""


@given(st.text(max_size=20))
def test_only_keys_of_a_telephone_count_as_pressed(digits: str) -> None:
    assert re.fullmatch(r"[0-9*]{0,5}", read_keys([("Digits", digits)]))


def test_a_caller_is_counted_with_the_texts_of_the_same_number_and_a_hidden_one_is_not() -> None:
    number = read_caller([("From", "+14045550123"), ("CallSid", "CA1")], AT)
    assert (number.address, number.delivery) == ("sms:+14045550123", "CA1")
    assert read_caller([("From", "Anonymous"), ("CallSid", "CA1")], AT).address == ""
    assert read_caller([], AT).address == ""
