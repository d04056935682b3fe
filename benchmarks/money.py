"""What an answered question costs, by language and channel, for a realistic mix."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

from bot.channels.limits import LIMITS
from bot.channels.prices import SMS_SEGMENT, WHATSAPP_MESSAGE, price
from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Session
from bot.knowledge import Knowledge, read_knowledge
from bot.line import Line
from bot.rendering.render import render
from bot.rendering.text import Text
from bot.settings import travelling_folder

PLACES = ("jackson mi", "washtenaw mi", "48201", "gwinnett ga", "miami-dade fl", "taylor michigan")
TOPICS = ("detainer", "bail-bond", "legal-help", "find-person", "notice-to-appear")

HEAD = """## Money

For a mix of six places and five topics, each place a first text: segments of an average answer by
SMS, and US dollars with the question, before carrier fees and WhatsApp's own fee
(`bot/channels/prices.py`). "Status alone" is the first of the two messages about a place.

| language | SMS a place | USD | status alone, USD | SMS a topic | USD | WhatsApp, USD |
| --- | --- | --- | --- | --- | --- | --- |
"""


def money_table() -> str:
    knowledge = read_knowledge(
        travelling_folder("content", "content"), travelling_folder("locales", "locales"), Line()
    )
    offered = [code for code, language in knowledge.languages.items() if language.offered]
    return HEAD + "\n".join(_row(knowledge, code) for code in offered) + "\n"


def _row(knowledge: Knowledge, code: str) -> str:
    places = [_texts(knowledge, code, body, Channel.SMS) for body in PLACES]
    topics = [_topic(knowledge, code, name) for name in TOPICS]
    chats = [_texts(knowledge, code, body, Channel.WHATSAPP) for body in PLACES]
    place = _mean([sum(text.segments for text in texts) for texts in places])
    topic = _mean([sum(text.segments for text in texts) for texts in topics])
    first = _mean([texts[0].segments for texts in places])
    chat = _mean([price(Channel.WHATSAPP, texts) + WHATSAPP_MESSAGE for texts in chats])
    cells = (
        f"{place:.1f}", _dollars(place), f"{first * SMS_SEGMENT:.3f}",
        f"{topic:.1f}", _dollars(topic), f"{chat:.3f}",
    )  # fmt: skip
    return f"| {code} | {' | '.join(cells)} |"


def _texts(knowledge: Knowledge, code: str, body: str, channel: Channel) -> tuple[Text, ...]:
    session = Session(language=code) if code != "en" else BLANK
    turn = respond(Message(body, datetime.now(UTC), channel), session, knowledge)
    return render(turn, knowledge, LIMITS[channel])


def _topic(knowledge: Knowledge, code: str, name: str) -> tuple[Text, ...]:
    message = Message("", datetime.now(UTC), Channel.SMS, choice=f"topic:{name}")
    session = Session(language=code, told=frozenset({"first-contact", "unreviewed"}))
    return render(respond(message, session, knowledge), knowledge, LIMITS[Channel.SMS])


def _mean(numbers: Sequence[int | Decimal]) -> Decimal:
    return Decimal(sum(numbers)) / len(numbers)


def _dollars(segments: Decimal) -> str:
    """With the question, which is one segment."""
    return f"{(segments + 1) * SMS_SEGMENT:.3f}"
