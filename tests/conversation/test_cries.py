"""A wish to die, and violence at home, come before all else; other threats and jokes do not."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge


@pytest.mark.parametrize(
    "text",
    ["cant do this no more i wanna end it", "ma keeps sayin shes gonna end it", "ya no kiero vivir",
     "nao quero mais viver", "m vle mouri", "sem nan vle touye tet li", "жить не хочется",
     "죽고싶다 진짜", "我不想活了", "tôi muốn chết quách cho xong", "ما بدي عيش خلص تعبت",
     "ayoko na mabuhay", "jveux plus vivre"],
)  # fmt: skip
def test_who_wants_to_die_is_heard(text: str, knowledge: Knowledge, now: datetime) -> None:
    assert respond(Message(text, now), BLANK, knowledge).reply == "despair"


@pytest.mark.parametrize(
    "text",
    ["my husband is beating me rn", "mi marido me ta entrando a golpes",
     "mi suegro me amenaza con cuchillo aqui en la casa", "meu ex ta aki na porta com uma faca",
     "nonm nan bat mwen chak swa lakay la", "муж вчера душил, боюсь домой идти",
     "남편이 칼들고 있어요", "老公打我", "chồng em đánh em", "جوزي بيضربني دلوقتي",
     "sinasaktan ako ng asawa ko ngayon", "mon mari me frappe",
     "amwe lap touye m", "3t9ouni ghadi y9telni", "el7a2ouni haymawetni", "on menya ubet",
     "help he is killing me", "li femen m andedan m pa ka soti", "가둬놓고 못나가게해 제발",
     "남편이 지금 때려요 애도있는데", "我先生动手打人", "jawzi byedrobni",
     "need restraining order vs my ex", "нужен restraining order",
     "kinulong niya ko sa bahay ayaw ako palabasin", "il m'a enfermée je peux pas sortir"],
)  # fmt: skip
def test_who_is_beaten_at_home_is_heard(text: str, knowledge: Knowledge, now: datetime) -> None:
    assert respond(Message(text, now), BLANK, knowledge).reply == "abuse"


@pytest.mark.parametrize(
    "text",
    ["the police beat him", "ice agents beat him in the car", "my mom will kill me for this",
     "me va a matar mi mama", "la policia le pego a mi esposo", "policial bateu no meu marido",
     "he hit a car", "the cops choked my son", "想死你了", "agent put his hands on me",
     "i dont want to be here anymore i want to sign"],
)  # fmt: skip
def test_police_jokes_and_accidents_are_no_such_cry(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).reply not in ("despair", "abuse")


@pytest.mark.parametrize(
    "text",
    ["if they send me back gangs will kill me", "si me deportan me van a matar",
     "y ap touye m si m retounen ayiti", "se eu voltar pro brasil vao me matar",
     "если депортируют меня убьют", "اذا رجعوني ع سوريا بقتلوني", "추방되면 죽임을 당해요"],
)  # fmt: skip
def test_who_would_be_killed_at_home_is_sent_to_a_lawyer(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).reply == "legal-help"


@pytest.mark.parametrize(
    "text",
    [
        "he says he will kill himself in jail",
        "mi hermano se quiere matar en la carcel",
        "我老公在看守所里想自杀",
        "муж в тюрьме хочет покончить с собой",
    ],
)
def test_for_a_life_in_a_jail_its_medical_unit_is_called_beside_the_hotline(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    turn = respond(Message(text, now), BLANK, knowledge)
    assert turn.reply == "despair"
    assert [part.name for part in turn.parts] == ["medical", "despair"]


ARMED = [
    "they have guns",
    "tienen pistola",
    "yo gen zam",
    "eles estão armados",
    "ils ont des armes",
    "他们有枪",
    "họ có súng",
    "معهم سلاح",
    "총을 가지고 있어요",
    "may dalang baril",
    "у них оружие",
]


@pytest.mark.parametrize("text", ARMED)
def test_who_writes_of_weapons_is_told_911_in_every_language(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).reply == "emergency"


@pytest.mark.parametrize("text", ["he has a gun charge", "lo arrestaron con una pistola"])
def test_what_somebody_is_charged_with_is_no_danger(
    text: str, knowledge: Knowledge, now: datetime
) -> None:
    assert respond(Message(text, now), BLANK, knowledge).reply == "first-hours"
