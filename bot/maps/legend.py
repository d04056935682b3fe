"""What the colours and patterns mean, as a list for a page."""

from __future__ import annotations

from bot.knowledge import Knowledge
from bot.maps.answer import Answer
from bot.maps.patterns import fill
from bot.maps.words import MapWords


def legend(knowledge: Knowledge, language: str) -> str:
    """An HTML list. Its samples use the patterns of the map on the same page."""
    words = MapWords(language, knowledge)
    items = "".join(
        f'<li><svg class="map-sample" viewBox="0 0 24 16" aria-hidden="true">'
        f'<path {fill(answer)} d="M0 0h24v16H0z"/></svg> {words.label(answer)}</li>'
        for answer in Answer
    )
    return f'<ul class="map-legend">{items}</ul>'
