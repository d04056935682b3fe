"""How facts are said in a language: dates, ages, places, limits of a contact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from gettext import NullTranslations

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta

from bot.conversation.reply import Fact, Month, Phone, PlaceName, StateName
from bot.places.place import County

_DATE_WIDTH: Mapping[str, str] = {"en": "long"}
"""Elsewhere the medium form: "24 jul 2026" says the same for half the price."""

_MANY_DAYS = 100_000
"""Above any age, so that Babel never rounds days to weeks or months."""


def locale_of(code: str) -> Locale:
    return Locale.parse(code, sep="-")


def say_date(day: date, code: str) -> str:
    text = format_date(day, _DATE_WIDTH.get(code, "medium"), locale=locale_of(code))
    return _plain_spaces(text)


def say_age(age: timedelta, code: str) -> str:
    """Whole days, in the plural that the number needs."""
    return _plain_spaces(
        format_timedelta(age, granularity="day", threshold=_MANY_DAYS, locale=locale_of(code))
    )


def say_county(county: County, catalog: NullTranslations) -> str:
    """The county and its state: "Condado de Jackson, Michigan"."""
    return f"{_county_name(county, catalog)}, {say_state(county.state_name, catalog)}"


def say_state(name: str, catalog: NullTranslations) -> str:
    return catalog.pgettext("state", name)


def say_place(place: PlaceName, catalog: NullTranslations) -> str:
    county = say_county(place.county, catalog)
    return f"{place.label} ({county})" if place.label else county


def say_phone(number: str) -> str:
    """ "+15177687900" as people dial it: "517-768-7900"."""
    digits = number.removeprefix("+1")
    if number.startswith("+1") and len(digits) == 10:
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return number


def say(fact: Fact, code: str, catalog: NullTranslations) -> object:  # noqa: PLR0911 - one a kind
    """A fact as the templates take it; lists stay lists."""
    match fact:
        case PlaceName():
            return say_place(fact, catalog)
        case StateName(name):
            return say_state(name, catalog)
        case Phone(number):
            return say_phone(number)
        case Month(day):
            return _plain_spaces(format_skeleton("yMMMM", day, locale=locale_of(code)))
        case date():
            return say_date(fact, code)
        case timedelta():
            return say_age(fact, code)
        case _:
            return fact


def _county_name(county: County, catalog: NullTranslations) -> str:
    """Official names have the form "Jackson County"; the form is translated, the name is not."""
    kind = county.name.removeprefix(county.short_name).strip()
    if not kind or not county.name.startswith(county.short_name):
        return county.name
    # Translators: %s is the name; the word beside it is the kind of county.
    pattern = catalog.pgettext("county", f"%s {kind}")
    return pattern.replace("%s", county.short_name, 1)


def _plain_spaces(text: str) -> str:
    """CLDR's no-break spaces would double the price of a text that GSM-7 carries."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
