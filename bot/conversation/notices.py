"""Lines owed once a conversation: who runs this, other languages, an unread translation."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.heard import Heard
from bot.conversation.intent import holds_private_number
from bot.conversation.reply import Part, PlaceName, Turn
from bot.conversation.safety import CRIES
from bot.conversation.session import BLANK, Session
from bot.conversation.smalltalk import UNKNOWN
from bot.conversation.status import first_message
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.standing import standing

_WITHOUT_INTRODUCTION = frozenset(
    {"welcome", "about", "stopped", "still-stopped", "deleted", "despair", "abuse", "emergency"}
)
_NOTHING_BESIDE = CRIES | {"emergency"}


def with_notices(turn: Turn, heard: Heard, before: Session, knowledge: Knowledge) -> Turn:
    """Add the notices that are still owed, and remember the language and that they were given.

    What leaves nothing else to remember (a greeting, a cry for help) is sent alone; its language
    is kept, so that the place which follows is answered in it.
    """
    if not turn.parts or turn.reply == "deleted" or turn.session.stopped:
        return turn
    if turn.reply == UNKNOWN and not (heard.decided or before.lost or before.told):
        turn = replace(turn, parts=(*turn.parts, Part("other-languages", follow=True)))
    if turn.reply in CRIES or (turn.session is before and _is_blank(before)):
        return replace(turn, session=replace(turn.session, language=_heard(turn, heard, before)))
    owed: list[Part] = []
    told = set(before.told)
    if holds_private_number(heard.message.body) and turn.reply != "private":
        owed.append(Part("private-short", follow=True))
    if "introduction" not in told and turn.reply not in _WITHOUT_INTRODUCTION:
        owed.append(_introduction(knowledge))
        told.add("introduction")
    if not heard.decided and "languages" not in told:
        owed.append(Part("other-languages", follow=True))
        told.add("languages")
    owed += _status_again(turn, heard, before, knowledge)
    turn, reviewed = _reviewed_or_said(turn, told, knowledge)
    owed += reviewed
    language = _kept_language(turn, heard, before)
    session = replace(turn.session, told=frozenset(told), language=language)
    return replace(turn, parts=(*turn.parts, *owed), session=session)


def _status_again(
    turn: Turn, heard: Heard, before: Session, knowledge: Knowledge
) -> tuple[Part, ...]:
    """A place alone ("77036") shows no language and was answered in English: whoever then writes
    in another one is told in it what the list says."""
    shown = heard.decided and turn.language not in (SOURCE_LANGUAGE, before.language)
    same = before.county is not None and turn.session.county == before.county
    if before.language is not None or not (shown and same) or turn.standing is not None:
        return ()
    county = knowledge.gazetteer.county(before.county or "")
    stand = standing(county, knowledge.roster, knowledge.custody)
    place = PlaceName(county, before.label)
    status = first_message(stand, place, heard.message.at, knowledge)
    return tuple(replace(part, follow=True) for part in status)


def _is_blank(session: Session) -> bool:
    return replace(session, language=None, lost=False) == BLANK


def _heard(turn: Turn, heard: Heard, before: Session) -> str | None:
    """A cry for help shows its language by its own words."""
    return turn.language if turn.reply in CRIES else _kept_language(turn, heard, before)


def _introduction(knowledge: Knowledge) -> Part:
    run_by = knowledge.line.organization
    if run_by:
        return Part("first-contact-run-by", {"organization": run_by}, follow=True)
    return Part("first-contact", follow=True)


def _kept_language(turn: Turn, heard: Heard, before: Session) -> str | None:
    """A language asked for by its name stays, whatever this text was in; one that was only the
    default is not held against the person's next text."""
    asked_for = turn.session.language != before.language
    return turn.session.language if asked_for or not heard.decided else heard.language


def _reviewed_or_said(
    turn: Turn, told: set[str], knowledge: Knowledge
) -> tuple[Turn, tuple[Part, ...]]:
    """A translation that nobody fluent has read is sent with one line that says so, or, where
    the installation wants it so, English is sent with one line of apology."""
    if turn.language == SOURCE_LANGUAGE or _all_approved(turn, knowledge):
        return turn, ()
    if not knowledge.line.send_unreviewed:
        apology = Part("english-instead", follow=True, language=turn.language)
        return replace(turn, language=SOURCE_LANGUAGE), (apology,)
    if "unreviewed" in told:
        return turn, ()
    told.add("unreviewed")
    return turn, (Part("unreviewed", follow=True),)


def _all_approved(turn: Turn, knowledge: Knowledge) -> bool:
    names = (part.name for part in turn.parts if knowledge.library.holds(part.name))
    return all(knowledge.library.is_approved(name, turn.language) for name in names)


def without_memory(turn: Turn, before: Session) -> Turn:
    """The turn where nothing of it can be kept: it says so, and does not promise what would have
    to be kept. A cry for help is answered with nothing beside it."""
    if not turn.parts or turn.reply in _NOTHING_BESIDE:
        return turn
    if turn.reply == "deleted" or turn.session.stopped != before.stopped:
        return replace(turn, parts=(Part("not-saved"),))
    return replace(turn, parts=(*turn.parts, Part("not-remembered", follow=True)))
