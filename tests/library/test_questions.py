"""How people ask: one text a line under the name of its topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import Knowledge
from bot.library.questions import NONE, asked_about, openings, parse_questions, read_questions


def test_texts_stand_under_their_topic_and_comments_are_left_out() -> None:
    text = "# head\n\n[bail-bond]\n# about money\nhow much is it\n  cuanto es \n[none]\nlol\n"
    assert parse_questions(text) == {"bail-bond": ("how much is it", "cuanto es"), NONE: ("lol",)}


def test_a_topic_may_come_again() -> None:
    assert parse_questions("[a]\none\n[b]\ntwo\n[a]\nthree\n")["a"] == ("one", "three")


def test_a_text_before_the_first_topic_is_named() -> None:
    with pytest.raises(ValueError, match='"how much" stands before the first'):
        parse_questions("how much\n[bail-bond]\n")


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "en.txt").write_text("[bial]\nhow much\n[bail 3]\nwho pays\n")
    (folder / "xx.txt").write_text("[bail]\nhow much\n")
    (folder / "es.txt").write_text("cuanto\n")
    (folder / "fr.txt").write_bytes(b"[bail]\n\xff\n")
    problems: list[str] = []
    read = read_questions(tmp_path, ("en", "es", "fr"), {"bail": 2}, problems)
    assert set(read) == {"en", "xx"}
    assert [problem.partition(":")[0] for problem in problems] == [
        "questions/en.txt",
        "questions/en.txt",
        "questions/es.txt",
        "questions/fr.txt",
        "questions/xx.txt",
    ]


def test_texts_for_a_later_card_belong_to_its_topic() -> None:
    asked = parse_questions("[bail-bond]\nhow much\n[bail-bond 5]\nwho may pay\n[bail]\nno\n")
    assert asked_about(asked, "bail-bond") == ("how much", "who may pay")
    assert openings(asked, "bail-bond") == {5: ("who may pay",)}


def test_every_language_of_the_line_has_questions_for_what_people_ask(knowledge: Knowledge) -> None:
    library = knowledge.library
    models = {"jem", "wso", "tfm"}  # asked by name
    for code in knowledge.catalogs:
        asked = library.questions[code]
        assert {topic for topic in library.topics if not asked.get(topic)} == models, code
        assert len(asked[NONE]) >= 100, code
