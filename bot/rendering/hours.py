"""Opening hours in a language: the directory's "Mon-Thu 9:00-17:00" as people say it."""

from __future__ import annotations

import functools
import re

from babel import Locale

from bot.language import Language

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = re.compile("|".join(_DAYS))
_TIME = re.compile(r"\b(\d{1,2}):(\d\d)\b")


# A few dozen kinds of hours are those of all offices.
@functools.lru_cache(maxsize=4096)
def say_hours(hours: str, language: Language) -> str:
    """ "lun-jue 9am-5pm": the language's short days, and its clock. "24/7" stays as it is."""
    days = _short_days(language)
    said = _DAY.sub(lambda found: days[_DAYS.index(found[0])], hours)
    return _TIME.sub(_twelve, said) if language.twelve_hours else said


@functools.lru_cache(maxsize=64)
def _short_days(language: Language) -> tuple[str, ...]:
    if language.weekdays:
        return language.weekdays
    # Only the day's own full stop is dropped: it costs a letter and helps nobody.
    names = Locale.parse(language.code, sep="-").days["format"]["abbreviated"]
    return tuple(names[number].rstrip(".") for number in range(7))


def _twelve(time: re.Match[str]) -> str:
    hour = int(time[1])
    minutes = "" if time[2] == "00" else f":{time[2]}"
    return f"{(hour - 1) % 12 + 1}{minutes}{'am' if hour < 12 else 'pm'}"
