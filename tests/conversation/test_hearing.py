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
    ("khi nao toi ra toa", "vi"),
    ("xin chao", "vi"),
    ("chong toi dau roi", "vi"),
    ("obg viu", "pt-BR"),
    ("cade minha irma", "pt-BR"),
    ("bsr svp", "fr"),
    ("slt jai besoin daide", "fr"),
    ("grasias", "es"),
    ("nesesito aiuda", "es"),
    ("opo", "fil"),
    ("ede m", "ht"),
    ("moya zhena v tyurme", "ru"),
    ("spasibo bolshoe", "ru"),
    ("shukran ktir", "ar"),
    ("gamsahamnida", "ko"),
    ("xiexie ni", "zh-Hans"),
    ("hi", "en"),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_the_language_of_a_short_text_is_guessed(
    text: str, code: str, knowledge: Knowledge
) -> None:
    assert guess(text, knowledge).language == code


@pytest.mark.parametrize("text", ["", "123", "😀", "ok", "...", "\x00"])
def test_what_shows_no_language_stays_undecided(text: str, knowledge: Knowledge) -> None:
    assert guess(text, knowledge).language is None


@pytest.mark.parametrize(
    "text", ["Pierre Louis", "maria gonzalez", "joao da silva", "jose de la cruz", "ice detainer"]
)
def test_a_name_or_a_borrowed_term_shows_no_language(text: str, knowledge: Knowledge) -> None:
    assert guess(text, knowledge).language is None


@pytest.mark.parametrize("text", ["no", "papa", "mi", "la", "an"])
def test_a_word_that_languages_share_does_not_decide(text: str, knowledge: Knowledge) -> None:
    assert guess(text, knowledge).language is None


@pytest.mark.parametrize(
    ("text", "rest", "code"),
    [
        ("condado de Lake", "", "es"),
        ("konte Lake", "", "ht"),
        ("Lake County", "", None),
        ("Velda Village", "", None),
        ("El Paso", "", None),
        ("hola Lake County", "hola", "es"),
        ("nhà tù Hinds", "nha tu", "vi"),
    ],
)
def test_beside_a_place_the_rest_shows_the_language_else_the_word_for_county(
    text: str, rest: str, code: str | None, knowledge: Knowledge
) -> None:
    assert guess(text, knowledge, rest).language == code


def test_every_offered_language_is_heard_in_its_own_texts(knowledge: Knowledge) -> None:
    for topic in knowledge.library.topics.values():
        for code in knowledge.catalogs:
            for card in topic.decks[code]:
                assert guess(card, knowledge).language == code


@pytest.mark.parametrize("text", ["Del Rio", "la mesa", "El Centro", "las cruces", "Des Moines"])
def test_a_town_of_several_words_is_in_no_language(text: str, knowledge: Knowledge) -> None:
    assert guess(text, knowledge).language is None
