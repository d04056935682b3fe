"""ICE took the person, or the police did: another jail, other words."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.heard import hear
from bot.conversation.message import Message
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("ICE got my husband this morning", "ice-custody"),
        ("ice took my cousin in houston", "ice-custody"),
        ("ICE今天早上在休斯顿抓了我丈夫", "ice-custody"),
        ("移民局今天在休斯顿把我老公带走了", "ice-custody"),
        ("na-detain ng ICE pinsan ko sa Houston", "ice-custody"),
        ("chong toi bi di tru bat sang nay o houston", "ice-custody"),
        ("이민국이 남편을 데려갔어요 애틀랜타", "ice-custody"),
        ("الهجرة اخذت زوجي في ديترويت", "ice-custody"),
        ("иммиграция забрала мужа в бруклине", "ice-custody"),
        ("imigrasyon arete mari m miami", "ice-custody"),
        ("l'immigration a arrêté mon frère à boston", "ice-custody"),
        ("a imigração prendeu meu marido em framingham", "ice-custody"),
        ("la migra agarró a mi hermano en dallas", "ice-custody"),
        ("cops took my husband will ice come", "first-hours"),
        ("he was arrested last night is ice going to take him", "first-hours"),
        ("mi esposo fue arrestado por la policia y ahora ice", "first-hours"),
        ("they arrested my husband at the ice cream shop", "first-hours"),
        ("police arrested my dad", "first-hours"),
    ],
)
def test_who_took_the_person_decides_between_two_topics(
    text: str, topic: str, knowledge: Knowledge, now: datetime
) -> None:
    heard = hear(Message(text, now), BLANK, knowledge)
    assert heard.topic is not None
    assert heard.topic.topic == topic
