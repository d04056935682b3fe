"""What people really write leads to the topic they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.conversation.topic_words import find_topic, index_topics
from bot.language import read_languages
from bot.library import read_library
from bot.places.fold import fold

CONTENT = Path(__file__).parents[2] / "content"
LIBRARY = read_library(CONTENT, read_languages(CONTENT / "languages.toml"))
INDEX = index_topics(LIBRARY.topics.values())

ASKED = [
    ("what is a detainer", "detainer"),
    ("they say he has an ICE hold", "detainer"),
    ("what's a detaner", "detainer"),
    ("immigration hold?", "detainer"),
    ("should i pay the bail", "bail-bond"),
    ("how much is bond", "bail-bond"),
    ("bail", "bail-bond"),
    ("lawyer", "legal-help"),
    ("I need a free lawyer please", "legal-help"),
    ("my husband was arrested", "first-hours"),
    ("arrest", "first-hours"),
    ("my brother got arrested last night what do I do", "first-hours"),
    ("where is my husband", "find-person"),
    ("I can't find him", "find-person"),
    ("ICE took my wife", "ice-custody"),
    ("he is in the detention center", "ice-custody"),
    ("he signed papers", "papers"),
    ("they want him to sign voluntary departure", "papers"),
    ("ice is at my door", "rights-home"),
    ("DOOR", "rights-home"),
    ("got pulled over", "rights-car"),
    ("can ice come to the courthouse", "rights-court"),
    ("I'm scared to go to court", "rights-court"),
    ("court", "court-date"),
    ("when is the immigration court", "court-date"),
    ("we missed the hearing", "court-date"),
    ("I moved to a new address", "court-date"),
    ("they gave him an NTA", "notice-to-appear"),
    ("notice to apear", "notice-to-appear"),
    ("ice came to my job", "rights-work"),
    ("who will take care of my kids", "children"),
    ("CHILDREN", "children"),
    ("my son is 16", "minor"),
    ("he needs his medicine", "medical"),
    ("she is pregnant", "medical"),
    ("he is a US citizen", "citizen"),
    ("they are holding a green card holder", "citizen"),
    ("a notario asked for money", "notario"),
    ("is this a scam", "notario"),
    ("what is 287(g)", "287g"),
    ("what does jem mean", "jem"),
    ("warrant service officer", "wso"),
    ("what is the task force", "tfm"),
    ("is this a sanctuary county", "not-listed"),
    ("who are you", "about"),
    ("is this confidential", "privacy"),
    ("this is an emergency", "emergency"),
    ("how do i stop a deportation voluntary departure", "papers"),
    ("qué es un detainer", "detainer"),
    ("tiene un hold de ice", "detainer"),
    ("¿cuánto es la fianza?", "bail-bond"),
    ("fiansa", "bail-bond"),
    ("necesito un abogado", "legal-help"),
    ("arrestaron a mi esposo", "first-hours"),
    ("a mi hermano lo agarró la policía", "first-hours"),
    ("no sé dónde está mi esposo", "find-person"),
    ("la migra lo tiene", "ice-custody"),
    ("la migra se llevó a mi papá", "ice-custody"),
    ("ya firmó la salida voluntaria", "papers"),
    ("la migra está en la puerta", "rights-home"),
    ("me paró la policía", "rights-car"),
    ("tengo miedo de ir a la corte", "rights-court"),
    ("cuándo es la corte", "court-date"),
    ("perdió su audiencia", "court-date"),
    ("le dieron un citatorio", "notice-to-appear"),
    ("quién cuida a mis hijos", "children"),
    ("es menor de edad", "minor"),
    ("está enfermo y necesita su medicina", "medical"),
    ("es ciudadano americano", "citizen"),
    ("el notario me pide dinero", "notario"),
    ("qué es 287g", "287g"),
    ("trabajan con la migra?", "287g"),
    ("quiénes son ustedes", "about"),
    ("esto es privado?", "privacy"),
    ("es una emergencia", "emergency"),
]


@pytest.mark.parametrize(("text", "topic"), ASKED)
def test_a_question_in_peoples_own_words_finds_its_topic(text: str, topic: str) -> None:
    hit = find_topic(fold(text), INDEX)
    assert hit is not None
    assert hit.topic == topic


@pytest.mark.parametrize(
    "text",
    [
        "jackson mi",
        "jackson county jail",
        "wayne county michigan",
        "condado de orange florida",
        "asdf qwer",
        "cómo estás",
    ],
)
def test_a_place_or_small_talk_is_no_topic(text: str) -> None:
    assert find_topic(fold(text), INDEX) is None
