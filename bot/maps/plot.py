"""How many agreements of each kind ICE's lists had, over the lists that we hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.agreements.agreement import JAIL_ENFORCEMENT, TASK_FORCE, WARRANT_SERVICE
from bot.agreements.trail import ListSeen
from bot.knowledge import Knowledge
from bot.maps.words import MapWords

WIDTH, HEIGHT = 760, 400
LEFT, RIGHT, TOP, BOTTOM = 52, 90, 84, 36
"""Room around the lines: for the numbers, for the last count, for the key, for the dates."""
DATE_ROOM = 124
"""Units that a date needs beside another one."""

MODELS = (TASK_FORCE, WARRANT_SERVICE, JAIL_ENFORCEMENT)
_MARKS: Mapping[str, str] = {
    TASK_FORCE: "M{x} {y}m-5 0l5-5l5 5l-5 5z",
    WARRANT_SERVICE: "M{x} {y}m-4-4h8v8h-8z",
    JAIL_ENFORCEMENT: "M{x} {y}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
}
"""Each kind has a mark and a kind of line of its own, so that colour is not the only sign."""


def agreements_plot(knowledge: Knowledge, language: str) -> str:
    """An ``<svg>`` for a page; empty text where fewer than two lists are held. Time runs from left
    to right in every language, as numbers do."""
    series = knowledge.history.series()
    if len(series) < 2:
        return ""
    words = MapWords(language, knowledge)
    chart = _Chart(series)
    key = "".join(_key(model, row, words) for row, model in enumerate(MODELS))
    return (
        f'<svg class="map plot" xmlns="http://www.w3.org/2000/svg" direction="ltr" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{words.say("plot")}">'
        f"{chart.grid()}{chart.dates(words)}"
        f"{''.join(chart.line(model) for model in MODELS)}{key}</svg>"
    )


class _Chart:
    def __init__(self, series: Sequence[ListSeen]) -> None:
        self._series = sorted(series, key=lambda seen: seen.list_date)
        most = max((count for seen in series for _, count in seen.counts), default=1)
        self._step = _round_step(most / 4)
        self._most = self._step * (-(-most // self._step) or 1)

    def x(self, day: date) -> int:
        first, last = self._series[0].list_date, self._series[-1].list_date
        share = (day - first).days / max((last - first).days, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT))

    def y(self, count: int) -> int:
        return round(HEIGHT - BOTTOM - count / self._most * (HEIGHT - TOP - BOTTOM))

    def line(self, model: str) -> str:
        spots = [(self.x(s.list_date), self.y(dict(s.counts).get(model, 0))) for s in self._series]
        kind = f"plot-{model.lower()}"
        path = "M" + "L".join(f"{x} {y}" for x, y in spots)
        marks = "".join(_MARKS[model].format(x=x, y=y) for x, y in spots)
        last = dict(self._series[-1].counts).get(model, 0)
        x, y = spots[-1]
        return (
            f'<path class="{kind}" d="{path}"/><path class="{kind} plot-mark" d="{marks}"/>'
            f'<text x="{x + 12}" y="{y + 5}">{last}</text>'
        )

    def grid(self) -> str:
        counts = range(0, self._most + 1, self._step)
        lines = "".join(f"M{LEFT} {self.y(count)}H{WIDTH - RIGHT}" for count in counts)
        numbers = "".join(
            f'<text class="plot-axis" x="{LEFT - 8}" y="{self.y(count) + 4}" '
            f'text-anchor="end">{count}</text>'
            for count in counts
        )
        return f'<path class="plot-grid" d="{lines}"/>{numbers}'

    def dates(self, words: MapWords) -> str:
        """The newest list's date always, the others where there is room."""
        said: list[int] = []
        texts = []
        for day in sorted((seen.list_date for seen in self._series), reverse=True):
            x = self.x(day)
            if not said or said[-1] - x >= DATE_ROOM:
                said.append(x)
                texts.append(
                    f'<text class="plot-axis" x="{x}" y="{HEIGHT - 10}" text-anchor="middle" '
                    f'direction="{words.direction}">{words.day(day)}</text>'
                )
        return "".join(texts)


def _key(model: str, row: int, words: MapWords) -> str:
    kind, y = f"plot-{model.lower()}", 16 + row * 22
    rtl = words.direction == "rtl"
    left, text = (WIDTH - 60, WIDTH - 70) if rtl else (LEFT, LEFT + 58)
    mark = _MARKS[model].format(x=left + 24, y=y)
    return (
        f'<path class="{kind}" d="M{left} {y}h48"/><path class="{kind} plot-mark" d="{mark}"/>'
        f'<text x="{text}" y="{y + 5}" direction="{words.direction}">'
        f"{words.say(model.lower())}</text>"
    )


def _round_step(least: float) -> int:
    """1, 2 or 5 times a power of ten, not less than ``least``."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if digit * power >= least:
                return digit * power
        power *= 10
