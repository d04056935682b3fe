"""Someone calls: the keys of a telephone lead to the same answers, and nothing is kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.calls import MOST_KEYS, Answer, Call, answer
from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from bot.rendering.render import word

AT = datetime(2026, 8, 1, 12, tzinfo=UTC)
LANGUAGES = ("en", "es", "pt-BR", "fr", "zh-Hans", "vi", "ar", "ko", "fil", "ru")
JACKSON, TWO_COUNTIES = "49201", "30043"


def called(knowledge: Knowledge, *keys: str) -> Answer:
    step = answer(Call(), "", AT, knowledge, LANGUAGES)
    for key in keys:
        step = answer(step.call, key, AT, knowledge, LANGUAGES)
    return step


def words(step: Answer) -> str:
    return "\n".join(one.text for one in step.said)


def test_a_call_begins_with_each_language_saying_its_own_key(knowledge: Knowledge) -> None:
    step = called(knowledge)
    assert [one.language for one in step.said] == list(LANGUAGES)
    assert step.said[1].text == "Para español, oprima 2."
    assert step.said[9].text == "Для русского языка нажмите 0."
    assert step.digits == 1


@pytest.mark.parametrize(("key", "language"), list(zip("1234567890", LANGUAGES, strict=True)))
def test_the_chosen_language_welcomes_warns_and_asks_for_a_zip_code(
    key: str, language: str, knowledge: Knowledge
) -> None:
    step = called(knowledge, key)
    assert {one.language for one in step.said} == {language}
    assert "9 1 1" in words(step)
    assert "ZIP" in words(step)
    assert step.digits == 5


def test_a_zip_code_gets_what_a_text_gets_and_keys_in_place_of_words(knowledge: Knowledge) -> None:
    step = called(knowledge, "1", JACKSON)
    turn = respond(Message(JACKSON, AT, language="en"), BLANK, knowledge)
    finding = word(turn.parts[0], "en", knowledge)
    assert finding.split("\n")[1] in words(step)
    assert "4 9 2 0 1 (Jackson County, Michigan): the jail has a 287(g) deal" in words(step)
    assert "July 24, 2026" in words(step)
    assert "7 3 4, 7 9 4, 9 9 6 3" in words(step)
    assert "Press 1: After an arrest." in words(step)
    assert "Reply" not in words(step)
    assert step.digits == 1


def test_keys_go_on_as_numbers_and_more_do_in_a_text(knowledge: Knowledge) -> None:
    first = called(knowledge, "1", JACKSON, "3")
    assert "48 more hours" in words(first)
    assert "Press star to hear more." in words(first)
    assert words(called(knowledge, "1", JACKSON, "3", "*")) != words(first)


def test_0_asks_for_another_place_and_forgets_the_first(knowledge: Knowledge) -> None:
    step = called(knowledge, "2", JACKSON, "0")
    assert step.call == Call("es")
    assert step.digits == 5


@pytest.mark.parametrize("keys", ["00000", "1", "*", "12"])
def test_what_is_no_zip_code_is_asked_for_again(keys: str, knowledge: Knowledge) -> None:
    step = called(knowledge, "1", keys)
    assert words(step).startswith("I do not know that ZIP code.")
    assert (step.digits, step.call.pressed) == (5, ())


def test_silence_repeats_once_then_says_goodbye(knowledge: Knowledge) -> None:
    first = called(knowledge, "1", JACKSON)
    again = called(knowledge, "1", JACKSON, "")
    assert words(again) == words(first)
    assert called(knowledge, "1", JACKSON, "", "").digits == 0
    assert called(knowledge, "", "").digits == 0


def test_a_machine_that_presses_for_ever_is_let_go(knowledge: Knowledge) -> None:
    endless = Call("en", (JACKSON, *["1"] * (MOST_KEYS - 1)))
    assert answer(endless, "1", AT, knowledge, LANGUAGES).digits == 0


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_that_no_fluent_person_read_a_translation_is_said_once(
    language: str, knowledge: Knowledge
) -> None:
    key = str((LANGUAGES.index(language) + 1) % 10)
    line = knowledge.library.cards("unreviewed", language)[0][:25]
    assert line in words(called(knowledge, key))
    assert line not in words(called(knowledge, key, JACKSON))


keys = st.one_of(st.sampled_from(["", "0", "1", "2", "*", JACKSON]), st.from_regex(r"[0-9*]{1,5}"))


@given(st.sampled_from(["", "xx", *LANGUAGES]), st.lists(keys, max_size=6), keys)
def test_any_keys_get_words_and_the_call_goes_on_or_ends(
    knowledge: Knowledge, language: str, pressed: list[str], key: str
) -> None:
    step = answer(Call(language, tuple(pressed)), key, AT, knowledge, LANGUAGES)
    assert words(step).strip()
    assert step.digits in (0, 1, 5)
