"""A text of ``content/`` takes facts by their names, and nothing else."""

from __future__ import annotations

import pytest

from bot.rendering.filling import fill


def test_facts_stand_where_their_names_stood() -> None:
    card = "{{ local }} agencies in {{ place }}, {{ place }}."
    assert fill(card, {"local": 3, "place": "Ohio"}) == "3 agencies in Ohio, Ohio."


def test_a_fact_is_never_read_as_a_template() -> None:
    assert fill("{{ place }}", {"place": "{{ hours }}\\1"}) == "{{ hours }}\\1"


def test_a_name_without_a_fact_is_refused() -> None:
    with pytest.raises(KeyError):
        fill("{{ place }}", {})


@pytest.mark.parametrize(
    "card", ["{{ place.county }}", "{{ place|upper }}", "{% if place %}x{% endif %}", "{{place}}"]
)
def test_a_card_that_asks_for_more_than_names_is_refused(card: str) -> None:
    with pytest.raises(ValueError, match="bot content check"):
        fill(card, {"place": "Ohio"})
