"""How people ask on behind an answer: short questions under what was read and what answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import Knowledge
from bot.library.follow_ups import (
    ANY,
    COUNTY,
    NEXT,
    Target,
    follow_ups,
    parse_follow_ups,
    read_follow_ups,
)

CARDS = {"bail": 2, "detainer": 6}


def test_questions_stand_under_what_was_read_and_what_answers() -> None:
    text = (
        "[bail -> detainer 3]\nhow long\n[any -> next]\nwhy\nhow long\n[county -> bail]\nhow much\n"
    )
    asked = parse_follow_ups(text)
    assert asked == {
        "bail": {Target("detainer", 3): ("how long",)},
        ANY: {NEXT: ("why", "how long")},
        COUNTY: {Target("bail", 1): ("how much",)},
    }
    assert follow_ups(asked) == ("how long", "why", "how much")


def test_a_heading_without_an_arrow_says_how_to_write_it() -> None:
    with pytest.raises(ValueError, match=r"\[bail\]: write \[what was read -> topic"):
        parse_follow_ups("[bail]\nhow long\n")


@pytest.mark.parametrize(
    ("heading", "wrong"),
    [
        ("bial -> bail", "[bial -> ...]"),
        ("bail -> bial", "[bail -> bial 1]: there is no such card"),
        ("bail -> bail 3", "[bail -> bail 3]: there is no such card"),
        ("county -> next", "[county -> next 1]: there is no such card"),
    ],
)
def test_a_topic_or_a_card_that_does_not_exist_is_named(
    tmp_path: Path, heading: str, wrong: str
) -> None:
    folder = tmp_path / "follow_ups"
    folder.mkdir()
    (folder / "en.txt").write_text(f"[{heading}]\nhow long\n")
    problems: list[str] = []
    read_follow_ups(tmp_path, ("en",), CARDS, problems)
    assert len(problems) == 1
    assert wrong in problems[0]


def test_a_language_that_the_line_has_not_and_a_broken_file_are_told_at_once(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "follow_ups"
    folder.mkdir()
    (folder / "xx.txt").write_text("[any -> next]\nwhy\n")
    (folder / "es.txt").write_bytes(b"[any -> next]\n\xff\n")
    problems: list[str] = []
    read_follow_ups(tmp_path, ("en", "es"), CARDS, problems)
    assert [problem.partition(":")[0] for problem in problems] == [
        "follow_ups/es.txt",
        "follow_ups/xx.txt",
    ]


def test_no_question_has_two_answers_behind_the_same_text(knowledge: Knowledge) -> None:
    for code, asked in knowledge.library.follow_ups.items():
        for behind, targets in asked.items():
            said = [question for listed in targets.values() for question in listed]
            twice = sorted({one for one in said if said.count(one) > 1})
            assert not twice, (code, behind)


def test_every_language_of_the_line_knows_how_people_ask_on(knowledge: Knowledge) -> None:
    for code in knowledge.catalogs:
        asked = knowledge.library.follow_ups[code]
        assert {ANY, COUNTY, "detainer", "bail-bond", "legal-help"} <= set(asked), code
        assert len(follow_ups(asked)) >= 200, code
