"""Steps for words that steer the conversation: a number, MORE, MENU, a language, DELETE."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import places, topics
from bot.conversation.asked_language import (
    NOT_OURS,
    asked_within,
    language_alone,
    names_a_language,
    refused_language,
)
from bot.conversation.decks import AGENCIES, deal, deal_agencies, offered_again
from bot.conversation.decks import menu as numbered_menu
from bot.conversation.heard import Heard
from bot.conversation.helping import HELD
from bot.conversation.intent import number
from bot.conversation.place_said import offered_place
from bot.conversation.reply import Choice, Part, PlaceName, StateName, Turn
from bot.conversation.session import BLANK, Offer, Session
from bot.knowledge import Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.places.fold import fold
from bot.places.place import Outcome, PlaceAnswer
from bot.standing import standing

MAIN_MENU = ("first-hours", "find-person", "detainer", "bail-bond", "legal-help", "about")


def delete(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Forget the conversation now rather than when it expires."""
    if heard.meaning != "delete":
        return None
    part = "deleted-carrier" if knowledge.line.forgets_at_carrier else "deleted"
    # An opt-out is no memory of ours to forget: without it we would answer again.
    return Turn("deleted", heard.language, (Part(part),), replace(BLANK, stopped=session.stopped))


def change_language(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """A language's own name switches to it, and the last answer is given again where there is
    one to give."""
    if heard.on:
        return None
    # "mi esposo no habla inglés y lo arrestaron", "not Spanish Fork": about something else.
    if not (heard.topic or heard.names_place or heard.meaning):
        refused = refused_language(heard.folded, knowledge)
        if refused and asked_within(heard.folded, knowledge) != NOT_OURS:
            return _other_than(refused, heard, session, knowledge)
    code = language_alone(heard.folded, knowledge) or _spoken_instead(heard, session, knowledge)
    return _switch_to(code, heard, session, knowledge) if code else None


def _switch_to(code: str, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    switched = replace(session, language=code)
    if session.county and not session.asking:
        there = offered_place(session.county, session.label, knowledge)
        found = PlaceAnswer(Outcome.FOUND, (there,))
        return places.county_turn(found, replace(heard, language=code), switched, knowledge)
    return Turn("language-changed", code, (Part("language-changed"),), switched)


def _other_than(refused: str, heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "no spanish" goes back to the language of the conversation, or of the text; "the paper is in
    English", in Spanish, changes nothing."""
    alone = len(heard.folded.split()) == len(("no", "spanish"))
    own = heard.language if heard.decided else ""
    if own == refused and not alone:  # "I don't speak English"; "no, en español por favor"
        if refused == SOURCE_LANGUAGE:
            return _all_languages(heard, session)
        return _switch_to(refused, heard, session, knowledge)
    if session.language not in (None, refused) and not alone:
        return None
    likely = (session.language, own, SOURCE_LANGUAGE)
    wanted = next((code for code in likely if code and code != refused), None)
    if wanted:
        return _switch_to(wanted, heard, session, knowledge)
    return _all_languages(heard, session)


def _spoken_instead(heard: Heard, session: Session, knowledge: Knowledge) -> str | None:
    """ "I don't speak Spanish", in English: it is the language that she writes in."""
    if not session.language or heard.language == session.language:
        return None
    return heard.language if names_a_language(heard.folded, knowledge) else None


def ask_for_language(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "do you have this in spanish"; of a language that we do not have: those that we have."""
    code = asked_within(heard.folded, knowledge)
    if code is None or (code and refused_language(heard.folded, knowledge)):
        return None
    if code:
        return change_language(
            replace(heard, folded=_own_name(code, knowledge)), session, knowledge
        )
    return _all_languages(heard, session)


def _all_languages(heard: Heard, session: Session) -> Turn:
    """In English the line names all of them, each as its own people would look for it."""
    names = Part("other-languages", language=SOURCE_LANGUAGE)
    return Turn("other-languages", heard.language, (names,), session)


def _own_name(code: str, knowledge: Knowledge) -> str:
    return fold(knowledge.languages[code].words[0])


def pick(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """A number, or the very words of a line, picks from the last list."""
    chosen = _chosen(heard, session, knowledge)
    if chosen is None:
        return None
    if isinstance(chosen, str):
        return _off_the_list(chosen, heard, session, knowledge)
    if chosen.action == "topic":
        return topics.topic_turn(chosen.value, heard, session, knowledge)
    if chosen.action == "help":
        return topics.help_turn(heard, session, knowledge, detained=chosen.value == HELD)
    there = offered_place(chosen.value, chosen.label, knowledge)
    found = PlaceAnswer(Outcome.FOUND, (there,), explicit=True)
    return places.answer_place(found, heard, session, knowledge)


def not_there(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ "no es ahí", "wrong county": the way back from a place that was not meant."""
    if heard.meaning != "other" or not session.county:
        return None
    forgotten = replace(session, county=None, label="", asking=False, offers=(), deck=None)
    return Turn("which-other", heard.language, (Part("which-other"),), forgotten)


def more(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """MORE deals the next card of whatever was being read."""
    if heard.meaning != "more":
        return None
    deck = session.deck
    if deck is None:
        return _main_menu("no-more", heard, session)
    if deck.name == AGENCIES:
        return _more_agencies(heard, session, knowledge)
    parts, next_deck = deal(deck.name, deck.next_card, knowledge)
    remembered = replace(session, deck=next_deck)
    if next_deck is None:
        related = knowledge.library.topics[deck.name].related
        line, remembered = numbered_menu(related, remembered)
        parts = (*parts, line) if related else parts
    return Turn(deck.name, heard.language, parts, remembered)


def agreed(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """Yes, or thanks, is no answer to "which place?": it is asked again. Elsewhere yes goes on to
    what there is to ask. (The carrier's START is also spelled YES.)"""
    if heard.meaning not in ("yes", "start", "thanks"):
        return None
    # A card may have come between the question and this.
    if session.asking or (heard.meaning != "thanks" and _offers_places(session)):
        return _ask_again("which-place", heard, replace(session, asking=True), knowledge)
    if heard.meaning == "thanks" or not (session.offers or session.state or session.county):
        return None
    if session.state:
        state = StateName(knowledge.gazetteer.states[session.state].name)
        return Turn(
            "ask-county", heard.language, (Part("which-county", {"state": state}),), session
        )
    if not session.offers:
        return _main_menu("menu-intro", heard, session)
    line = offered_again(session.offers)
    return Turn("menu", heard.language, (Part("menu-intro"), line), session)


def menu(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """MENU offers the main topics by number."""
    return _main_menu("menu-intro", heard, session) if heard.meaning == "menu" else None


def about(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """ABOUT says who runs this line."""
    if heard.meaning != "about":
        return None
    return topics.topic_turn("about", heard, session, knowledge)


def _chosen(heard: Heard, session: Session, knowledge: Knowledge) -> Offer | str | None:
    """The picked line; "other" or "again" where the answer is off the list; None: no pick."""
    if not session.offers:
        return None
    picked = number(heard.message.body, knowledge.words)
    if picked is not None:
        if 1 <= picked <= len(session.offers):
            return session.offers[picked - 1]
        return "other" if session.asking and picked == len(session.offers) + 1 else "again"
    if session.asking and heard.meaning == "other":
        return "other"
    for offer in session.offers:
        if offer.action == "topic" and heard.folded == _label(offer, heard.language, knowledge):
            return offer
    return None


def _label(offer: Offer, language: str, knowledge: Knowledge) -> str:
    return fold(knowledge.library.topics[offer.value].labels.get(language, ""))


def _off_the_list(why: str, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    if why == "other":
        # The name is kept: the state may follow alone.
        closed = replace(session, asking=False, doubted=True)
        return Turn("which-other", heard.language, (Part("which-other"),), closed)
    if session.asking or _offers_places(session):
        # A topic was asked in between: the question between places is still the last list.
        return _ask_again("which-again", heard, replace(session, asking=True), knowledge)
    line = offered_again(session.offers)
    return Turn("menu", heard.language, (Part("which-again"), line), session)


def ask_again(heard: Heard, session: Session, knowledge: Knowledge) -> Turn | None:
    """An answer that nobody can understand leaves the question open: it is asked once more."""
    return _ask_again("which-place", heard, session, knowledge) if session.asking else None


def _ask_again(intro: str, heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    choices = tuple(Choice(place=_offered_name(offer, knowledge)) for offer in session.offers)
    parts = (Part(intro), Part("choices", {"choices": choices}))
    return Turn("ask-place", heard.language, parts, session)


def _offers_places(session: Session) -> bool:
    return any(offer.action == "place" for offer in session.offers)


def _offered_name(offer: Offer, knowledge: Knowledge) -> PlaceName | StateName:
    there = offered_place(offer.value, offer.label, knowledge)
    if there.kind == "state":
        return StateName(there.name)
    return PlaceName(knowledge.gazetteer.county(offer.value), offer.label)


def _more_agencies(heard: Heard, session: Session, knowledge: Knowledge) -> Turn:
    county = knowledge.gazetteer.county(session.county or "")
    stand = standing(county, knowledge.roster, knowledge.custody)
    page = session.deck.next_card if session.deck else 0
    parts, deck = deal_agencies(stand, page, knowledge)
    if not parts:
        return topics.topic_turn("not-listed", heard, replace(session, deck=None), knowledge)
    return Turn("agencies", heard.language, parts, replace(session, deck=deck), standing=stand)


def _main_menu(intro: str, heard: Heard, session: Session) -> Turn:
    line, remembered = numbered_menu(MAIN_MENU, session)
    return Turn("menu", heard.language, (Part(intro), line), remembered)
