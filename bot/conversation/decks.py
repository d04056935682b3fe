"""Decks of cards: a topic's first card answers, MORE deals the next; a county's agencies too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.conversation.reply import Choice, Fact, Part, PlaceName, StateName
from bot.conversation.session import Deck, Offer, Session
from bot.knowledge import LIST_ADDRESS, Knowledge
from bot.language import SOURCE_LANGUAGE
from bot.standing import Entry, Standing
from bot.state_rules.rules import shown as lines_to_show

AGENCIES = "agencies"
_PAGE = 5
"""Agencies on one card: about three segments of the longest names."""

_GROUPS = ("jail", "street", "local", "statewide", "left")


def deal(topic: str, card: int, knowledge: Knowledge) -> tuple[tuple[Part, ...], Deck | None]:
    """One card of a topic, with the word for the next one, and where MORE goes on."""
    text = Part(topic, topic_facts(knowledge), card=card)
    if card + 1 < len(knowledge.library.cards(topic, SOURCE_LANGUAGE)):
        return (text, Part("more")), Deck(topic, card + 1)
    return (text,), None


def open_at(topic: str, card: int, knowledge: Knowledge) -> tuple[tuple[Part, ...], Deck | None]:
    """The card that answers a question first: it alone lacks the line that every first card ends
    with, and MORE goes on with the topic from its beginning."""
    if card == 0:
        return deal(topic, 0, knowledge)
    text = Part(topic, topic_facts(knowledge), card=card)
    return (text, Part("not-advice"), Part("more")), Deck(topic, 0)


def read_on(
    topic: str, card: int, deck: Deck | None, knowledge: Knowledge
) -> tuple[tuple[Part, ...], Deck | None]:
    """A card of the topic that is being read: MORE goes on where it stood, behind this card where
    it was the next one."""
    if deck is None or deck.next_card == card:
        parts, following = deal(topic, card, knowledge)
        return (parts, following) if deck else (parts[:1], None)
    return (Part(topic, topic_facts(knowledge), card=card), Part("more")), deck


def topic_facts(knowledge: Knowledge) -> dict[str, Fact]:
    """The facts that any topic may name."""
    return {
        "list_date": knowledge.roster.list_date,
        "list_address": LIST_ADDRESS,
        "organization": knowledge.line.organization,
        "contact_url": knowledge.line.contact_url,
        "hours": knowledge.line.session_hours,
    }


def deal_agencies(
    stand: Standing, page: int, knowledge: Knowledge
) -> tuple[tuple[Part, ...], Deck | None]:
    """One page of every agency listed for a county; the last one adds what state law is said to
    ask. No page at all where nothing is listed and nothing is known of the law."""
    entries = [(group, entry) for group in _GROUPS for entry in getattr(stand, group)]
    shown = entries[page * _PAGE : (page + 1) * _PAGE]
    more = len(entries) > (page + 1) * _PAGE
    parts: list[Part] = []
    if shown:
        place = PlaceName(stand.county)
        parts.append(Part("agencies-intro", {"place": place, "list_date": stand.list_date}))
        parts.append(Part(AGENCIES, _grouped(shown)))
    if more:
        return (*parts, Part("more")), Deck(AGENCIES, page + 1)
    parts += state_law(stand, knowledge)
    return ((*parts, Part("no-more")) if parts else ()), None


def state_law(stand: Standing, knowledge: Knowledge) -> tuple[Part, ...]:
    """Only what may be shown of the state's law, each line hedged in its own text."""
    rule = knowledge.state_rules.get(stand.county.state)
    if rule is None:
        return ()
    state = StateName(stand.county.state_name)
    return tuple(
        Part(f"rule-{line.kind.replace('_', '-')}", {"state": state})
        for line in lines_to_show(rule)
    )


def menu(topics: tuple[str, ...], session: Session) -> tuple[Part, Session]:
    """A numbered line of topics, and the session that knows what the numbers mean."""
    offers = offers_of(topics)
    return offered_again(offers), replace(session, offers=offers, asking=False, wanted="")


def offers_of(topics: Iterable[str]) -> tuple[Offer, ...]:
    return tuple(Offer("topic", topic) for topic in topics)


def offered_again(offers: tuple[Offer, ...]) -> Part:
    """The numbered line of what was offered, except for places, which are asked with a question."""
    choices = tuple(
        Choice(topic=offer.value) if offer.action == "topic" else Choice(custody=offer.value)
        for offer in offers
    )
    return Part("menu", {"choices": choices}, follow=True)


def _grouped(shown: list[tuple[str, Entry]]) -> dict[str, Fact]:
    return {group: tuple(entry for name, entry in shown if name == group) for group in _GROUPS}
