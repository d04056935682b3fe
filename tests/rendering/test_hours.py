from __future__ import annotations

import pytest

from bot.knowledge import Knowledge
from bot.rendering.hours import say_hours


@pytest.mark.parametrize(
    ("hours", "language", "said"),
    [
        ("Mon-Thu 9:00-17:00", "en", "Mon-Thu 9am-5pm"),
        ("Mon,Wed 13:00-16:30; Fri 9:30-12:00", "en", "Mon,Wed 1pm-4:30pm; Fri 9:30am-12pm"),
        ("Tue 11:00-14:00 CT", "es", "mar 11am-2pm CT"),
        ("Mon-Thu 9:00-17:00", "fr", "lun-jeu 9:00-17:00"),
        ("Mon-Fri 8:30-17:00", "ht", "len-van 8:30-17:00"),
        ("Mon-Fri 0:00-12:30", "fil", "Lun-Biy 12am-12:30pm"),
        ("24/7", "ru", "24/7"),
        ("", "ko", ""),
    ],
)
def test_opening_hours_are_said_with_the_languages_days_and_clock(
    hours: str, language: str, said: str, knowledge: Knowledge
) -> None:
    assert say_hours(hours, knowledge.languages[language]) == said
