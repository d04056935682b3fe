"""Arabic in Latin letters is heard as the same Arabic in its own script."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.conversation.sounding import consonants, sounds
from bot.knowledge import Knowledge


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("ابني", "ibni"),
        ("امريكاني", "amrikani"),
        ("المحكمه", "ma7kama"),
        ("الحكومة", "7okoma"),
        ("محامي", "mo7ami"),
        ("خايف", "5ayef"),
        ("خايف", "khayf"),
        ("الشرطة", "shorta"),
        ("غرامة", "gharama"),
        ("عندي", "3andi"),
        ("شدوه", "chaddouh"),
    ],
)
def test_a_word_has_the_same_consonants_in_both_scripts(arabic: str, latin: str) -> None:
    assert consonants(arabic) == consonants(latin) != ""


def test_vowels_alone_and_single_consonants_are_no_sound() -> None:
    assert consonants("او") == consonants("aw") == ""
    assert sounds("fi") == sounds("في") == set()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("3ayza mo7ami belash", "legal-help"),
        ("el mo7akma bta3et el hegra emta", "court-date"),
        ("msh la2een ibni fe ay segn", "find-person"),
    ],
)
def test_what_was_taught_in_one_script_is_heard_in_the_other(
    text: str, topic: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).reply == topic
