"""A proof: the cards of a text as telephones get them, in any number of languages. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.channels.prices import SMS_SEGMENT, WHATSAPP_MESSAGE
from bot.language import Language
from bot.library import ReviewState, Topic
from bot.library.carrying import MOST_SEGMENTS, as_sent, sample
from bot.library.reading_level import grade
from bot.rendering.direction import isolated
from bot.rendering.segments import measure
from bot.translation.shelf import Shelf

_PAGE = Path(__file__).with_name("proof.html")


@dataclass(frozen=True, slots=True)
class ProofCard:
    """One message: the same words by SMS and by WhatsApp. Prices are in US dollars, before
    carrier fees; ``grade`` is the school year, None where no formula is settled."""

    text: str
    encoding: str
    units: int
    segments: int
    most_segments: int
    grade: float | None

    @property
    def sms_usd(self) -> float:
        return float(SMS_SEGMENT * self.segments)

    @property
    def whatsapp_usd(self) -> float:
        return float(WHATSAPP_MESSAGE)

    @property
    def figures(self) -> str:
        """Segments, prices and grade in one line."""
        school = "" if self.grade is None else f" | grade {self.grade:.1f}"
        return (
            f"SMS {self.segments} of {self.most_segments} {self.encoding}, "
            f"${self.sms_usd:.4f} | WhatsApp 1, ${self.whatsapp_usd:.4f}{school}"
        )


@dataclass(frozen=True, slots=True)
class Proof:
    """All cards of a text in one language."""

    name: str
    language: Language
    state: ReviewState
    cards: tuple[ProofCard, ...]


def proof(shelf: Shelf, name: str, code: str) -> Proof:
    """Raises MissingText, and ValueError where the language has no rules yet."""
    deck = shelf.library.cards(name, code)
    required = shelf.rules.required.get(code)
    if required is None:
        raise ValueError(f"rules/required.toml: add a block [{code}]")
    is_topic = isinstance(shelf.library.text(name), Topic)
    texts = as_sent(deck, required) if is_topic else [sample(card, required) for card in deck]
    language = shelf.languages[code]
    cards = tuple(_card(text, card, language) for text, card in zip(texts, deck, strict=True))
    return Proof(name, language, shelf.library.state(name, code), cards)


def proofs(shelf: Shelf, name: str) -> Iterator[Proof]:
    """Every language that has the text and rules, in the order of the list."""
    for code in shelf.languages:
        if code in shelf.library.text(name).decks and code in shelf.rules.required:
            yield proof(shelf, name, code)


def _card(text: str, card: str, language: Language) -> ProofCard:
    sent = isolated(text) if language.direction == "rtl" else text
    price = measure(sent)
    return ProofCard(
        text=sent,
        encoding=price.encoding,
        units=price.units,
        segments=price.segments,
        most_segments=MOST_SEGMENTS[price.encoding],
        grade=grade([card], language.code),
    )


def as_page(found: Iterable[Proof]) -> str:
    """One HTML page without any outside part: a row for each card, a bubble for each language."""
    from jinja2 import Environment

    proofs_ = list(found)
    rows = [
        [(one, one.cards[number]) for one in proofs_ if number < len(one.cards)]
        for number in range(max(len(one.cards) for one in proofs_))
    ]
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(
        _PAGE.read_text(encoding="utf-8")
    )
    return page.render(name=proofs_[0].name, rows=rows)
