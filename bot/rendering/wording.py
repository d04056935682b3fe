"""How facts are said in a language: dates, ages, places, phones."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, timedelta
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta

from bot.conversation.reply import Fact, Month, Phone, PlaceName, StateName
from bot.knowledge import Knowledge
from bot.language import Language
from bot.places.place import County

_MANY_DAYS = 100_000
"""Above any age, so that Babel never rounds days to weeks or months."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One language, with its catalogue of short strings: says facts."""

    language: Language
    catalog: NullTranslations

    def say(self, fact: Fact) -> object:  # noqa: PLR0911 - one line a kind of fact
        """A fact as the templates take it; lists stay lists."""
        match fact:
            case PlaceName():
                return self.place(fact)
            case StateName(name):
                return self.state(name)
            case Phone(number):
                return say_phone(number)
            case Month(day):
                return self.month(day)
            case date():
                return self.day(fact)
            case timedelta():
                return self.age(fact)
            case _:
                return fact

    def day(self, day: date) -> str:
        """ "July 24, 2026": the month in words."""
        own = self.language.months
        if own:
            return f"{day.day} {own[day.month - 1]} {day.year}"
        return _date(day, self.language.date_form, self.language.code)

    def month(self, day: date) -> str:
        own = self.language.months
        if own:
            return f"{own[day.month - 1]} {day.year}"
        return _month(day.replace(day=1), self.language.code)

    def age(self, age: timedelta) -> str:
        """Whole days, in the plural that the number needs."""
        if self.language.days:
            return self.language.days.replace("%s", str(age.days))
        return _age(age, self.language.code)

    def state(self, name: str) -> str:
        return self.catalog.pgettext("state", name)

    def county(self, county: County) -> str:
        """The county and its state: "Condado de Jackson, Michigan"; Guam is both."""
        if county.name == county.state_name:
            return self.state(county.state_name)
        return self.county_name(county) + self.separator + self.state(county.state_name)

    @property
    def separator(self) -> str:
        """What stands between a county and its state, and between the entries of a menu."""
        return self.catalog.pgettext("list", ", ")

    def place(self, place: PlaceName) -> str:
        county = self.county(place.county)
        return f"{place.label} ({county})" if place.label else county

    def county_name(self, county: County) -> str:
        """The county without its state. Official names have the form "Jackson County"; the form
        is translated, not the name."""
        kind = county.name.removeprefix(county.short_name).strip()
        if not kind or not county.name.startswith(county.short_name):
            return county.name
        # Translators: %s is the name; the word beside it is the kind of county.
        pattern = self.catalog.pgettext("county", f"%s {kind}")
        return pattern.replace("%s", county.short_name, 1)


# The same few dates stand in every answer of a day.
@functools.lru_cache(maxsize=4096)
def _date(day: date, form: str, code: str) -> str:
    return _plain_spaces(format_date(day, form, locale=_locale(code)))


@functools.lru_cache(maxsize=1024)
def _month(day: date, code: str) -> str:
    return _plain_spaces(format_skeleton("yMMMM", day, locale=_locale(code)))


@functools.lru_cache(maxsize=1024)
def _age(age: timedelta, code: str) -> str:
    text = format_timedelta(age, granularity="day", threshold=_MANY_DAYS, locale=_locale(code))
    return _plain_spaces(text)


@functools.lru_cache(maxsize=64)
def _locale(code: str) -> Locale:
    return Locale.parse(code, sep="-")


@functools.lru_cache(maxsize=64)
def voice(code: str, knowledge: Knowledge) -> Voice:
    """The voice of an offered language."""
    return Voice(knowledge.languages[code], knowledge.catalogs[code])


def say_phone(number: str) -> str:
    """ "+15177687900" as people dial it: "517-768-7900"."""
    digits = number.removeprefix("+1")
    if number.startswith("+1") and len(digits) == 10:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return number


def _plain_spaces(text: str) -> str:
    """CLDR's no-break spaces would double the price of a text that GSM-7 carries."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
