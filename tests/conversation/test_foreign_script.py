"""Who writes in a language that we do not have is not answered in one that only looks like it."""

from __future__ import annotations

import pytest

from bot.conversation.message import Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK
from bot.knowledge import Knowledge
from tests.conftest import NOW

NOT_OURS = [
    "मेरे पति को गिरफ्तार कर लिया गया",
    "ਮੇਰੇ ਪਤੀ ਨੂੰ ਗ੍ਰਿਫਤਾਰ ਕੀਤਾ ਗਿਆ",
    "আমার স্বামীকে গ্রেপ্তার করেছে",
    "ባለቤቴ ታሰረ",
    "夫が警察に逮捕されました",
    "สามีของฉันถูกจับ",
    "ប្តីខ្ញុំត្រូវគេចាប់",
    "بازداشت کردند شوهرم را دیشب",
    "میرے شوہر کو پولیس نے گرفتار کر لیا",
    "زما میړه پولیسو نیولی دی",
    "մեր տղային ձերբակալել են",
    "בעלי נעצר אתמול",
]
OURS = [
    ("شلونچ، زوجي انحبس البارحة", "ar"),
    ("جوزي اتقبض عليه امبارح", "ar"),
    ("我の老公被抓了", "zh-Hans"),
    ("мужа забрали в тюрьму", "ru"),
    ("чоловіка заарештували вчора ввечері", "ru"),
    ("남편이 체포됐어요", "ko"),
    ("bị bắt hôm qua ở nhà", "vi"),
]


@pytest.mark.parametrize("text", NOT_OURS)
def test_it_is_answered_in_english_with_the_languages_that_we_have(
    text: str, knowledge: Knowledge
) -> None:
    turn = respond(Message(text, NOW), BLANK, knowledge)
    assert turn.language == "en"
    assert "other-languages" in [part.name for part in turn.parts]


@pytest.mark.parametrize(("text", "language"), OURS)
def test_our_own_languages_stay_heard(text: str, language: str, knowledge: Knowledge) -> None:
    assert respond(Message(text, NOW), BLANK, knowledge).language == language


@pytest.mark.parametrize("text", NOT_OURS)
def test_a_place_beside_it_is_found(text: str, knowledge: Knowledge) -> None:
    turn = respond(Message(f"{text} jackson county michigan", NOW), BLANK, knowledge)
    assert turn.reply == "county-status"
    assert turn.language == "en"


def test_the_languages_are_named_once(knowledge: Knowledge) -> None:
    first = respond(Message(NOT_OURS[0], NOW), BLANK, knowledge)
    second = respond(Message(NOT_OURS[0], NOW), first.session, knowledge)
    assert "other-languages" not in [part.name for part in second.parts]
