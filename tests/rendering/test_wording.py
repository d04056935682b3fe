"""Facts in words: a place, a number, a day."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

from bot.knowledge import Knowledge
from bot.rendering.wording import voice


def test_a_county_that_is_a_whole_state_is_named_once(knowledge: Knowledge) -> None:
    county = knowledge.gazetteer.county
    assert voice("en", knowledge).county(county("66010")) == "Guam"
    assert voice("en", knowledge).county(county("11001")) == "District of Columbia"
    assert voice("ar", knowledge).county(county("66010")) == "غوام"
    assert voice("en", knowledge).county(county("26075")) == "Jackson County, Michigan"


def test_a_voice_is_that_of_its_own_knowledge(knowledge: Knowledge) -> None:
    untranslated = replace(knowledge, catalogs={"es": NullTranslations()})
    assert voice("es", knowledge).state("New York") == "Nueva York"
    assert voice("es", untranslated).state("New York") == "New York"
    assert voice("es", knowledge).state("New York") == "Nueva York"
