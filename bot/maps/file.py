"""Drawings as files of their own: with a heading, the legend and their colours inside."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.knowledge import Knowledge
from bot.maps import country, plot, state
from bot.maps.answer import Answer
from bot.maps.patterns import fill
from bot.maps.words import MapWords

MARGIN, HEADING, ROW = 24, 64, 30
COLUMNS = 2


@cache
def style() -> str:
    """The stylesheet of drawings; pages link to it, files carry it."""
    return (Path(__file__).parent / "map.css").read_text(encoding="utf-8")


def country_file(knowledge: Knowledge, language: str) -> str:
    """The whole country as an SVG document."""
    words = MapWords(language, knowledge)
    drawing = country.country_map(knowledge, language)
    size = (country.WIDTH, country.HEIGHT)
    return _document(words.country_title(), drawing, size, words, with_legend=True)


def state_file(knowledge: Knowledge, code: str, language: str) -> str:
    """A state as an SVG document. Raises :class:`bot.maps.state.UnknownStateError`."""
    words = MapWords(language, knowledge)
    drawing = state.state_map(knowledge, code, language)
    size = (country.WIDTH, state.MOST_HEIGHT)
    return _document(words.state_title(code), drawing, size, words, with_legend=True)


def plot_file(knowledge: Knowledge, language: str) -> str:
    """The plot as an SVG document."""
    words = MapWords(language, knowledge)
    drawing = plot.agreements_plot(knowledge, language)
    size = (country.WIDTH, country.WIDTH * plot.HEIGHT // plot.WIDTH)
    return _document(words.say("plot"), drawing, size, words, with_legend=False)


def _document(
    heading: str, drawing: str, size: tuple[int, int], words: MapWords, *, with_legend: bool
) -> str:
    width, bottom = size[0] + 2 * MARGIN, HEADING + size[1]
    items = _legend(words, width, bottom + ROW) if with_legend else ""
    height = bottom + (ROW * (len(Answer) // COLUMNS + 1) if with_legend else 0) + MARGIN
    start = width - MARGIN if words.direction == "rtl" else MARGIN
    placed = drawing.replace(
        "<svg ", f'<svg x="{MARGIN}" y="{HEADING}" width="{size[0]}" height="{size[1]}" ', 1
    )
    return (
        f'<svg class="map-file" xmlns="http://www.w3.org/2000/svg" lang="{words.code}" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<title>{heading}</title><style>{style()}</style>"
        f'<path class="map-paper" d="M0 0h{width}v{height}H0z"/>'
        f'<text class="map-heading" x="{start}" y="40" direction="{words.direction}">'
        f"{heading}</text>{placed}{items}</svg>\n"
    )


def _legend(words: MapWords, width: int, top: int) -> str:
    """Two columns of samples and labels, from the side on which the language begins."""
    column = (width - 2 * MARGIN) // COLUMNS
    items = []
    for place, answer in enumerate(Answer):
        left = MARGIN + place % COLUMNS * column
        y = top + place // COLUMNS * ROW
        sample, text = (left, left + 38)
        if words.direction == "rtl":
            sample, text = (width - left - 28, width - left - 38)
        items.append(
            f'<path {fill(answer)} d="M{sample} {y - 13}h28v18h-28z"/>'
            f'<text class="map-label" x="{text}" y="{y}" direction="{words.direction}">'
            f"{words.label(answer)}</text>"
        )
    return "".join(items)
