"""Which language a short text is in."""

from __future__ import annotations

import pytest

from bot.conversation.hearing import guess
from bot.knowledge import Knowledge

TEXTS = [
    ("my husband was arrested last night", "en"),
    ("what is a detainer", "en"),
    ("where is the jail", "en"),
    ("arrestaron a mi esposo", "es"),
    ("que hago si lo agarro la migra", "es"),
    ("hola", "es"),
    ("fianza", "es"),
    ("gracias", "es"),
    ("kisa mwen dwe fè", "ht"),
    ("onde está meu marido", "pt-BR"),
    ("où est mon mari", "fr"),
    ("我丈夫被捕了", "zh-Hans"),
    ("chồng tôi bị bắt", "vi"),
    ("أين زوجي", "ar"),
    ("남편이 체포됐어요", "ko"),
    ("моего мужа арестовали", "ru"),
    ("mi esposo esta preso", "es"),
    ("cuanto es la fianza", "es"),
    ("yo arete frè m", "ht"),
    ("konben kosyon an ye", "ht"),
    ("prenderam meu marido", "pt-BR"),
    ("quanto é a fiança", "pt-BR"),
    ("ils ont arrêté mon frère", "fr"),
    ("combien pour la caution", "fr"),
    ("tiền bảo lãnh bao nhiêu", "vi"),
    ("nasaan ang asawa ko", "fil"),
    ("kailangan ko ng abogado", "fil"),
    ("magkano ang piyansa", "fil"),
    ("they arrested my brother", "en"),
    ("how much is bail", "en"),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_the_language_of_a_short_text_is_guessed(
    text: str, code: str, knowledge: Knowledge
) -> None:
    assert guess(text, knowledge.words).language == code


@pytest.mark.parametrize("text", ["", "123", "😀", "ok", "...", "\x00"])
def test_what_shows_no_language_stays_undecided(text: str, knowledge: Knowledge) -> None:
    assert guess(text, knowledge.words).language is None
