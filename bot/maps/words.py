"""What a drawing says, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html import escape

from bot.knowledge import Knowledge
from bot.maps.answer import LABELS, Answer
from bot.places.place import County
from bot.rendering.direction import isolated
from bot.rendering.wording import voice

TEXTS: Mapping[str, str] = {
    "country": "ICE's 287(g) list of %(day)s, by county",
    "state": "%(state)s: ICE's 287(g) list of %(day)s, by county",
    "count": "%(state)s: jail deals in %(some)s of %(all)s counties",
    "plot": "Agreements on ICE's 287(g) lists, by kind",
    "jem": "Jail: questions and ICE papers (JEM)",
    "wso": "Jail: ICE papers (WSO)",
    "tfm": "Street (TFM)",
}
"""Each is translated in locales/, under "map"."""


class MapWords:
    """Titles, labels and addresses, escaped for XML."""

    def __init__(self, code: str, knowledge: Knowledge) -> None:
        self.code = code
        self._knowledge = knowledge
        self._voice = voice(code, knowledge)
        self.direction = self._voice.language.direction

    def say(self, name: str, **facts: object) -> str:
        """One of :data:`TEXTS`, filled."""
        return self._ready(self._voice.catalog.pgettext("map", TEXTS[name]) % facts)

    def label(self, answer: Answer) -> str:
        return self._ready(self._voice.catalog.pgettext("map", LABELS[answer]))

    def day(self, day: date) -> str:
        return self._ready(self._voice.day(day))

    def country_title(self) -> str:
        return self.say("country", day=self._list_day)

    def state_title(self, code: str) -> str:
        return self.say("state", state=self.state(code), day=self._list_day)

    def state_count(self, code: str, some: int, every: int) -> str:
        return self.say("count", state=self.state(code), some=some, all=every)

    def state(self, code: str) -> str:
        return self._voice.state(self._knowledge.gazetteer.states[code].name)

    def county(self, county: County) -> str:
        """The name without its state: "Jackson County"."""
        return self._ready(self._voice.county_name(county))

    def county_address(self, county: County) -> str:
        slug = self._knowledge.gazetteer.slug(county)
        return f"/c/{county.state.lower()}/{slug}?lang={self.code}"

    def state_address(self, code: str) -> str:
        return f"/s/{code.lower()}?lang={self.code}"

    def _ready(self, text: str) -> str:
        return escape(isolated(text) if self.direction == "rtl" else text)

    @property
    def _list_day(self) -> str:
        return self._voice.day(self._knowledge.roster.list_date)
