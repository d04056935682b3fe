from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.library import ContentError, MissingText, ReviewState, read_library
from bot.library.cards import deck_hash
from tests.library.shelves import LANGUAGES, SPANISH, sound, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sound(tmp_path)
    return tmp_path


def test_a_folder_becomes_a_topic_with_all_its_entries(folder: Path) -> None:
    topic = read_library(folder, LANGUAGES).topics["detainer"]
    assert topic.order == 1
    assert topic.labels == {"en": "ICE hold", "es": "Retención"}
    assert topic.words["en"] == ("hold", "a hold")
    assert topic.placeholders == ("list_date",)
    assert topic.related == ("bail", "papers")
    assert topic.review_by == date(2027, 2, 1)
    assert [(one.title, one.url, one.read) for one in topic.sources] == [
        ("A statute", "", date(2026, 11, 22))
    ]
    assert len(topic.decks["es"]) == 2


def test_topics_and_answers_give_their_cards_by_name_and_language(folder: Path) -> None:
    library = read_library(folder, LANGUAGES)
    assert library.cards("thanks", "en") == ("You are welcome.",)
    assert library.cards("detainer", "en")[1] == "Ask a lawyer."
    assert library.holds("thanks")
    assert not library.holds("nothing")


def test_a_missing_text_is_named_with_the_file_to_add(folder: Path) -> None:
    library = read_library(folder, LANGUAGES)
    with pytest.raises(MissingText, match=r"thanks has no text in es: add es\.md"):
        library.cards("thanks", "es")
    with pytest.raises(MissingText, match="no text is called nothing"):
        library.cards("nothing", "en")


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("topics/detainer/topic.toml", "order = ", "topics/detainer/topic.toml: is not TOML"),
        ("topics/detainer/topic.toml", "", "topics/detainer/topic.toml: add order = a whole"),
        ("topics/detainer/topic.toml", "", "topics/detainer/topic.toml: add review_by = a date"),
        ("topics/detainer/topic.toml", "", "topics/detainer/topic.toml: add a block [label]"),
        ("topics/detainer/topic.toml", "words = 3", "add a block [words]"),
        ("topics/detainer/topic.toml", "[words]\nen = 'x'", "write en as a list"),
        ("topics/detainer/topic.toml", "[label]\nen = 3", 'under [label] write en = "…"'),
        ("topics/detainer/topic.toml", "sources = 1", "below a line [[sources]]"),
        ("topics/detainer/topic.toml", "[[sources]]\nurl = 'x'", "needs title"),
        ("topics/detainer/topic.toml", "[[sources]]\ntitle = 'x'", "needs read = a date"),
        ("topics/detainer/en.md", "One.\n---\n", "topics/detainer/en.md: a card is empty"),
        ("topics/detainer/xx.md", "Xx.", "xx.md: add the language xx to languages.toml"),
        ("topics/bail/topic.toml", "order = 2", "topics/bail: add en.md"),
        ("topics/bail/en.md", "Bail.", "topics/bail/topic.toml: is missing"),
        ("topics/thanks/en.md", "Thanks.", "topics/thanks has the same name"),
        ("topics/detainer/reviews.csv", "a,b\n", "reviews.csv: begin it with the line language,"),
        (
            "topics/detainer/reviews.csv",
            "language,source_hash,text_hash,reviewer,date\nes,1,2,Ana,May\n",
            "line 2: write the date as",
        ),
        (
            "topics/detainer/reviews.csv",
            "language,source_hash,text_hash,reviewer,date\nes,1,2,,2026-11-22\n",
            "line 2 has an empty field",
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_its_file_and_remedy(
    folder: Path, name: str, text: str, complaint: str
) -> None:
    write(folder, {name: text})
    if name == "topics/thanks/en.md":
        write(
            folder,
            {"topics/thanks/topic.toml": (folder / "topics/detainer/topic.toml").read_text()},
        )
    with pytest.raises(ContentError) as caught:
        read_library(folder, LANGUAGES)
    assert any(complaint in problem for problem in caught.value.problems)


def test_all_problems_are_told_at_once(folder: Path) -> None:
    write(folder, {"topics/detainer/topic.toml": "order = ", "answers/thanks/en.md": "---"})
    with pytest.raises(ContentError) as caught:
        read_library(folder, LANGUAGES)
    assert len(caught.value.problems) == 2


def test_a_file_that_is_not_utf_8_is_named(folder: Path) -> None:
    (folder / "answers/thanks/en.md").write_bytes("señor".encode("latin-1"))
    with pytest.raises(ContentError, match="save it as UTF-8"):
        read_library(folder, LANGUAGES)


def test_an_empty_folder_points_at_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="BOT_CONTENT_DIR"):
        read_library(tmp_path, LANGUAGES)


def _signed(folder: Path, source_hash: str, text_hash: str) -> ReviewState:
    header = "language,source_hash,text_hash,reviewer,date"
    row = f"es,{source_hash},{text_hash},Ana,2026-11-22"
    write(folder, {"topics/detainer/reviews.csv": f"{header}\n{row}\n"})
    return read_library(folder, LANGUAGES).state("detainer", "es")


def test_a_signed_text_is_approved_until_it_or_its_english_changes(folder: Path) -> None:
    decks = read_library(folder, LANGUAGES).topics["detainer"].decks
    english, spanish = deck_hash(decks["en"]), deck_hash(decks["es"])
    assert _signed(folder, english, spanish) is ReviewState.APPROVED
    assert _signed(folder, "older", spanish) is ReviewState.STALE
    assert _signed(folder, english, "older") is ReviewState.UNREVIEWED
    assert read_library(folder, LANGUAGES).is_approved("detainer", "es") is False


def test_wrapping_a_signed_text_anew_keeps_it_approved(folder: Path) -> None:
    decks = read_library(folder, LANGUAGES).topics["detainer"].decks
    signed = _signed(folder, deck_hash(decks["en"]), deck_hash(decks["es"]))
    write(folder, {"topics/detainer/es.md": SPANISH.replace("pide a la", "pide\na la")})
    assert signed is read_library(folder, LANGUAGES).state("detainer", "es")


def test_states_are_known_for_every_language_also_without_a_text(folder: Path) -> None:
    library = read_library(folder, LANGUAGES)
    assert library.state("detainer", "en") is ReviewState.UNREVIEWED
    assert library.state("detainer", "fr") is ReviewState.MISSING
    assert library.state("nothing", "en") is ReviewState.MISSING
