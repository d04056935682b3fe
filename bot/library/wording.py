"""Checks of the words of one deck in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.library.finding import Finding
from bot.library.rules import Required, Rules

NUMBER = re.compile(r"\d+(?:[-.,/]\d+)*")
PHONE = re.compile(
    r"(?<!\d)(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)|(?<!\d)(?:911|988)(?!\d)"
)
LINK = re.compile(
    r"\b(?:https?://)?(?:[a-z0-9-]+\.)+(?:gov|org|com|net|info|us)\b(?:/[\w./-]*\w)?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.?!؟])[\"”»)]?\s+|(?<=[。？！])[”」)）]?|\n")
_HAN = re.compile("[\u4e00-\u9fff]")
_OPENING_WORDS = 3


def forbidden_wording(deck: Sequence[str], language: str, rules: Rules) -> Iterator[Finding]:
    """Wording that the rules of this language refuse, quoted as it stands."""
    for number, card in enumerate(deck, start=1):
        for rule in rules.forbidden.get(language, ()):
            found = rule.pattern.search(card)
            if found:
                quote = found[0].strip()
                yield Finding(f'"{quote}" breaks rule {rule.why}', number, quote)


def long_sentences(deck: Sequence[str], required: Required) -> Iterator[Finding]:
    """Sentences above the limit of this language, if it has one."""
    for number, card in enumerate(deck, start=1):
        for sentence in sentences(card):
            length = sentence_length(sentence)
            if 0 < required.sentence < length:
                limit = f"{length} words, at most {required.sentence}"
                what = f'cut this sentence of {limit}: "{sentence}"'
                yield Finding(what, number, sentence)


def sentences(card: str) -> list[str]:
    """A line end ends a sentence too: each paragraph stands alone on a telephone."""
    return [part for part in _SENTENCE_END.split(card) if words(part)]


def words(sentence: str) -> list[str]:
    """Words and numbers; an address or a phone number counts as one."""
    return [word for word in sentence.split() if any(c.isalnum() for c in word)]


def sentence_length(sentence: str) -> int:
    """In words; Chinese writes no spaces, so there each character counts."""
    return len(words(_HAN.sub("", sentence))) + len(_HAN.findall(sentence))


def unlisted_numbers(deck: Sequence[str], rules: Rules) -> Iterator[Finding]:
    """Phone numbers and links that nobody has vouched for; more than one link in a text."""
    for number, card in enumerate(deck, start=1):
        links = {link.lower() for link in LINK.findall(card)}
        for phone in set(PHONE.findall(card)) - rules.numbers.keys():
            what = f"the number {phone} is not in rules/printable.toml; take it out"
            yield Finding(what, number, phone)
        for link in links - rules.links.keys():
            what = f"the address {link} is not in rules/printable.toml; take it out"
            yield Finding(what, number, link)
        if len(links) > 1:
            yield Finding(f"{len(links)} links; at most 1 a text: part the card", number)


def first_card(name: str, card: str, required: Required, rules: Rules) -> Iterator[Finding]:
    """The lines that a topic's first card ends with, and words fit for a locked screen."""
    lines = card.split("\n")
    if lines[-1] not in required.legal:
        yield Finding(f'end it with the line "{required.legal[0]}"', 1, lines[-1])
    if name in rules.emergency_topics and not any(one in card for one in required.emergency):
        yield Finding(f'add "{required.emergency[0]}"', 1)
    opening = " ".join(card.split()[:_OPENING_WORDS])
    found = required.opening.search(opening)
    if found:
        what = f'a locked screen shows "{opening}"; begin without "{found[0]}"'
        yield Finding(what, 1, found[0])


def silence_without_exceptions(
    name: str, deck: Sequence[str], required: Required, rules: Rules
) -> Iterator[Finding]:
    """Silence is never taught without its exceptions (rule 20a)."""
    together = [(0, "\n".join(deck))]
    for number, text in enumerate(deck, start=1) if name in rules.held_topics else together:
        missing = [one.pattern for one in required.exceptions if not one.search(text)]
        if required.silence.search(text) and missing:
            what = f"silence is taught without {', '.join(missing)}; add them (rule 20a)"
            yield Finding(what, number)


def other_numbers(deck: Sequence[str], english: Sequence[str]) -> Iterator[Finding]:
    """A translation has the same cards, and in each the same digits, phones and links."""
    if len(deck) != len(english):
        yield Finding(f"{len(deck)} cards, English has {len(english)}: part them alike")
        return
    for number, (card, source) in enumerate(zip(deck, english, strict=True), start=1):
        for kind, pattern in (("number", NUMBER), ("link", LINK)):
            here, there = set(pattern.findall(card)), set(pattern.findall(source))
            for one in sorted(there - here):
                yield Finding(f"the {kind} {one} of the English text is missing; add it", number)
            for one in sorted(here - there):
                what = f"the {kind} {one} is not in the English text; take it out"
                yield Finding(what, number, one)


def invited_words(deck: Sequence[str], required: Required) -> Iterator[tuple[int, str]]:
    """The words that the cards ask people to send, with the number of the card."""
    for number, card in enumerate(deck, start=1):
        for word in required.invitation.findall(card):
            yield number, word
