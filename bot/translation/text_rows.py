"""The cards of a translator's book: each text is put together and held to the rules. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.library.cards import DIVIDER
from bot.library.checking import text_findings
from bot.library.topic import Deck
from bot.rendering.direction import measured
from bot.translation.row import Row, folded
from bot.translation.shelf import Shelf

WHOLE_TEXT = "a text is taken whole"


@dataclass(frozen=True, slots=True)
class TextRows:
    """All rows of one topic or answer. ``fresh`` are the rows of today by key."""

    place: str
    rows: Sequence[Row]
    fresh: Mapping[str, Row]

    @property
    def name(self) -> str:
        return self.place.rpartition("/")[2]

    @property
    def is_read(self) -> bool:
        """Whether a fluent reader marked every card."""
        return len(self.rows) == len(self.deck()) and all(row.read for row in self.rows)

    def deck(self) -> Deck:
        """The cards: the book's where it has them, else those of today."""
        texts = {row.key: row.text for row in self.rows}
        keys = [key for key in self.fresh if place_of(key) == self.place]
        return tuple(folded(texts.get(key, self.fresh[key].text)) for key in keys)

    def refused(self, code: str, shelf: Shelf, heard: Collection[str]) -> list[Row]:
        """The rows with what is wrong; none where the text can be taken."""
        wrong = self._wrong(code, shelf, heard)
        if not wrong:
            return []
        general = "; ".join(wrong.pop(0, []))
        return [_told(row, general, wrong) for row in self.rows]

    def _wrong(self, code: str, shelf: Shelf, heard: Collection[str]) -> dict[int, list[str]]:
        """Faults by card, 0 for the text as a whole."""
        for row in self.rows:
            if DIVIDER in row.text.split("\n"):
                what = "a line --- parts cards; each row is one card, take the line out"
                return {card_of(row.key): [what]}
        deck = self.deck()
        if deck == shelf.library.text(self.name).decks.get(code):
            return {}  # as it stands today: `bot content check` speaks of it
        if not all(deck):
            return {0: [f"card {deck.index('') + 1} is not translated yet; {WHOLE_TEXT}"]}
        found: dict[int, list[str]] = {}
        text = shelf.library.text(self.name)
        for one in text_findings(text, deck, code, shelf.rules, measured, heard):
            found.setdefault(one.card, []).append(one.what)
        return found


def card_of(key: str) -> int:
    """The number of the card that a key names, 0 for any other row."""
    kind, last = key.partition("/")[0], key.rpartition("/")[2]
    return int(last) if kind in ("topics", "answers") and last.isdigit() else 0


def place_of(key: str) -> str:
    """The folder of the text whose card a key names, "" for any other row."""
    return key.rpartition("/")[0] if card_of(key) else ""


def _told(row: Row, general: str, wrong: Mapping[int, list[str]]) -> Row:
    own = "; ".join(wrong.get(card_of(row.key), []))
    what = "; ".join(one for one in (own, general) if one)
    return replace(row, wrong=what or f"Another card cannot be taken (see its row); {WHOLE_TEXT}")
