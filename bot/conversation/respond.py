"""The pure function: one message and what is remembered in, the decision out.

A text is tried against the steps below, in this order; the first that knows an answer gives it.
Danger to life comes before all else, then stopping, then the open question, then the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.conversation import (
    asking_on,
    at_a_loss,
    commands,
    danger,
    places,
    safety,
    smalltalk,
    topics,
)
from bot.conversation.heard import Heard, hear
from bot.conversation.message import Message
from bot.conversation.notices import with_notices
from bot.conversation.reply import Turn
from bot.conversation.session import Session
from bot.knowledge import Knowledge

Step = Callable[[Heard, Session, Knowledge], Turn | None]

STEPS: tuple[Step, ...] = (
    safety.carrier_answered,
    safety.life_in_danger,
    commands.delete,
    safety.stop_or_start,
    places.location,
    safety.attachment,
    at_a_loss.in_english,
    commands.change_language,
    safety.private_number,
    danger.in_a_jail,
    danger.still_crying,
    commands.pick,
    commands.not_there,
    commands.more,
    commands.agreed,
    at_a_loss.what_now,
    at_a_loss.unclear,
    at_a_loss.unsure,
    at_a_loss.lost,
    commands.menu,
    commands.about,
    places.place,
    topics.topic,
    safety.private_words,
    commands.ask_for_language,
    smalltalk.small_talk,
    topics.like,
    danger.still_in_danger,
    commands.ask_again,
    smalltalk.nothing_understood,
)


def respond(message: Message, session: Session, knowledge: Knowledge) -> Turn:
    """Decide what to answer. Pure: looks up and decides, words nothing.

    Always gives a turn; one without parts means that the carrier has already answered.
    """
    heard = hear(message, session, knowledge)
    for step in STEPS:
        turn = step(heard, session, knowledge)
        if turn is not None:
            turn = with_notices(turn, heard, session, knowledge)
            return _with_its_state(turn, heard, session, knowledge)
    raise AssertionError("the last step always answers")


def _with_its_state(turn: Turn, heard: Heard, before: Session, knowledge: Knowledge) -> Turn:
    """What it was about, whether about danger, and whether it understood nothing is remembered."""
    danger_said = danger.danger_after(turn, heard, before)
    about = asking_on.about_after(turn, before, knowledge)
    lost = turn.reply == smalltalk.UNKNOWN
    after = turn.session
    earlier = after.about if after.about not in ("", about) else after.earlier
    settled = replace(after, danger=danger_said, about=about, earlier=earlier, lost=lost)
    return turn if settled == after else replace(turn, session=settled)
