"""Checks of the words of one deck in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.library.rules import Required, Rules

NUMBER = re.compile(r"\d+(?:[-.,/]\d+)*")
PHONE = re.compile(r"(?<!\d)(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)|\b(?:911|988)\b")
LINK = re.compile(
    r"\b(?:https?://)?(?:[a-z0-9-]+\.)+(?:gov|org|com|net|info|us)\b(?:/[\w./-]*\w)?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"”»)]?\s+|\n")
_OPENING_WORDS = 3


def forbidden_wording(deck: Sequence[str], language: str, rules: Rules) -> Iterator[str]:
    """Wording that the rules of this language refuse, quoted as it stands."""
    for number, card in enumerate(deck, start=1):
        for rule in rules.forbidden.get(language, ()):
            found = rule.pattern.search(card)
            if found:
                yield f'card {number}: "{found[0].strip()}" breaks rule {rule.why}'


def long_sentences(deck: Sequence[str], required: Required) -> Iterator[str]:
    """Sentences above the limit of this language, if it has one."""
    for number, card in enumerate(deck, start=1):
        for sentence in sentences(card):
            length = len(words(sentence))
            if 0 < required.sentence < length:
                yield f'card {number}: cut this sentence of {length} words: "{sentence}"'


def sentences(card: str) -> list[str]:
    """A line end ends a sentence too: each paragraph stands alone on a telephone."""
    return [part for part in _SENTENCE_END.split(card) if words(part)]


def words(sentence: str) -> list[str]:
    """Words and numbers; an address or a phone number counts as one."""
    return [word for word in sentence.split() if any(c.isalnum() for c in word)]


def unlisted_numbers(deck: Sequence[str], rules: Rules) -> Iterator[str]:
    """Phone numbers and links that nobody has vouched for; more than one link in a text."""
    for number, card in enumerate(deck, start=1):
        links = {link.lower() for link in LINK.findall(card)}
        for phone in set(PHONE.findall(card)) - rules.numbers.keys():
            yield f"card {number}: the number {phone} is not in rules/printable.toml; take it out"
        for link in links - rules.links.keys():
            yield f"card {number}: the address {link} is not in rules/printable.toml; take it out"
        if len(links) > 1:
            yield f"card {number}: {len(links)} links; at most 1 a text"


def first_card(name: str, card: str, required: Required, rules: Rules) -> Iterator[str]:
    """The lines that a topic's first card ends with, and words fit for a locked screen."""
    lines = card.split("\n")
    if lines[-1] not in required.legal:
        yield f'card 1: end it with the line "{required.legal[0]}"'
    if name in rules.emergency_topics and not any(one in card for one in required.emergency):
        yield f'card 1: add "{required.emergency[0]}"'
    opening = " ".join(card.split()[:_OPENING_WORDS])
    found = required.opening.search(opening)
    if found:
        yield f'card 1: a locked screen shows "{opening}"; begin without "{found[0]}"'


def silence_without_exceptions(
    name: str, deck: Sequence[str], required: Required, rules: Rules
) -> Iterator[str]:
    """Silence is never taught without its exceptions (rule 20a)."""
    if name in rules.held_topics:
        texts = [(f"card {number}", card) for number, card in enumerate(deck, start=1)]
    else:
        texts = [("the cards together", "\n".join(deck))]
    for place, text in texts:
        missing = [one.pattern for one in required.exceptions if not one.search(text)]
        if required.silence.search(text) and missing:
            yield f"{place}: silence is taught without {', '.join(missing)} (rule 20a)"


def other_numbers(deck: Sequence[str], english: Sequence[str]) -> Iterator[str]:
    """A translation has the same cards, and in each the same digits, phones and links."""
    if len(deck) != len(english):
        yield f"{len(deck)} cards, English has {len(english)}: part them alike"
        return
    for number, (card, source) in enumerate(zip(deck, english, strict=True), start=1):
        for kind, pattern in (("number", NUMBER), ("link", LINK)):
            here, there = set(pattern.findall(card)), set(pattern.findall(source))
            for one in sorted(there - here):
                yield f"card {number}: the {kind} {one} of the English text is missing"
            for one in sorted(here - there):
                yield f"card {number}: the {kind} {one} is not in the English text"


def invited_words(deck: Sequence[str], required: Required) -> Iterator[tuple[int, str]]:
    """The words that the cards ask people to send, with the number of the card."""
    for number, card in enumerate(deck, start=1):
        for word in required.invitation.findall(card):
            yield number, word
