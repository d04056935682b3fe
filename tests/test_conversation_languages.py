"""In a conversation nothing but proper names is in another language: by its letters, and by ear."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.conversation.hearing import guess
from bot.knowledge import Knowledge

FOLDER = Path(__file__).parent / "conversations"
LANGUAGES = ("en", "es", "ht", "pt-BR", "fr", "zh-Hans", "vi", "ar", "ko", "fil", "ru")
OWN_LETTERS = {"zh-Hans", "ar", "ko", "ru"}
NAMES = re.compile(
    r"Jackson(?: County)?(?: Jail-Chanter Road)?|Michigan Immigrant Rights Center"
    r"(?: - calls from detention)?|Michigan|Adrian Dominican Sisters Immigration Assistance"
    r"|Casa Abierta|Faro|ICE|WSO|JEM|TFM|MI\b|287\(g\)|Notice to Appear|NTA|detainer|hold|WhatsApp"
    r"|Twilio|A-?(?:number|Number)|US Justice Department|DOJ|\(\d+ ?x [^)]+\)|[a-z0-9.-]+\.gov\S*"
    r"|(?<![A-Za-z])(?:START|STOP|ENGLISH|MENU|MORE|AYUDA|[AaPp][Mm])(?![A-Za-z])|\d[\d:./-]*"
)


SAID_IN_ENGLISH = {
    *("Korean", "Chinese", "Russian", "Arabic", "interpreter", "please", "medical", "unit"),
    *("county", "bail", "bond"),
}
"""What a person has to say to somebody who speaks English ("Korean interpreter, please"), and the
English word of a term in brackets, which stands on the papers."""

NUMBER = re.compile(r"\d{3}-\d{3}-\d{4} \(|: \d{3}-\d{3}-\d{4}$")


def answers(code: str) -> list[str]:
    """The lines that we say, without those of a contact, and without the names in the others."""
    lines = (FOLDER / f"lang-{code}.txt").read_text(encoding="utf-8").splitlines()
    said = [line.strip() for line in lines if line.startswith("    ")]
    prices = re.compile(r"\[\d+ x \S+\]")
    kept = [line for line in said if not (prices.fullmatch(line) or NUMBER.search(line))]
    return [NAMES.sub(" ", line) for line in kept]


@pytest.mark.parametrize("code", sorted(OWN_LETTERS))
def test_no_latin_word_is_left_in_a_language_with_its_own_letters(code: str) -> None:
    left = {word for line in answers(code) for word in re.findall(r"[A-Za-z]{2,}", line)}
    assert left <= SAID_IN_ENGLISH, left


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_is_heard_as_its_language_or_as_none(
    code: str, knowledge: Knowledge
) -> None:
    heard = [(guess(line, knowledge).language, line) for line in answers(code)]
    foreign = [(language, line) for language, line in heard if language not in (None, code)]
    assert not foreign
    assert sum(language == code for language, _ in heard) > 0.6 * len(heard)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_golden_conversation_goes_the_whole_way(code: str) -> None:
    """Status, detainer, MORE, court paper, lawyer, find a person, thanks, who, despair, STOP, a
    question after it, and START again."""
    asked = [
        line for line in (FOLDER / f"lang-{code}.txt").read_text().splitlines() if line[:2] == "> "
    ]
    assert len(asked) == 12
