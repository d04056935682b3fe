"""``bot content check`` finds each planted fault, with its file, its line and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.content import app

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy for all planted faults; each test puts back what it changed."""
    folder = tmp_path_factory.mktemp("checked")
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "locales", folder / "locales")
    return folder


def check(folder: Path, *more: str) -> list[str]:
    where = ["--content", str(folder / "content"), "--locales", str(folder / "locales")]
    result = CliRunner().invoke(app, ["check", *where, *more])
    assert result.exit_code == (1 if result.stdout else 0), result.output
    return result.stdout.splitlines()


FAULTS = [
    ("content/topics/detainer/en.md", "No judge signs", "A judge does not sign",
     "en.md has changed since"),
    ("content/topics/detainer/es.md", "48 horas", "72 horas", "es.md:1: card 1: the number 72"),
    ("content/topics/detainer/es.md", "Guarde el recibo", "Guarde aquel recibo que " + "muy "
     * 18, "es.md:38: card 5: cut this sentence of"),
    ("content/topics/detainer/fr.md", "ICE", "l’ICE", "(U+2019, right single quotation mark)"),
    ("content/topics/detainer/zh-Hans.md", "ICE", "ICE非常" + "非常" * 30, "at most 40"),
    ("content/topics/bail-bond/topic.toml", "[label]", '[label]\nso = "Damiin"',
     "[label] has so, which languages.toml has not"),
    ("content/rules/letters.toml", "[es]", '[so]\nreason = "x"\n\n[es]',
     "rules/letters.toml:9: [so] is no language"),
    ("content/words/es.toml", 'more = [', 'more = ["alto", ',
     '"alto" is more already (words/es.toml); keep one'),
    ("content/words/ht.toml", 'thanks = [', 'thanks = []\nformer = [', "thanks is empty"),
    ("content/topics/detainer/topic.toml", "[words]\nen = [", '[words]\nen = ["English", ',
     'the en word "English" is a command'),
    ("locales/fr/LC_MESSAGES/messages.po", 'msgid "Other"\nmsgstr "Autre"',
     'msgid "Other"\nmsgstr ""', '"Other" is not translated'),
]  # fmt: skip


@pytest.fixture(scope="module")
def found(sound: Path) -> list[str]:
    """With all of them planted at once: none may hide another."""
    before = {path: path.read_bytes() for path in {sound / name for name, *_ in FAULTS}}
    for name, old, new, _ in FAULTS:
        text = (sound / name).read_text(encoding="utf-8")
        assert old in text, (name, old)
        (sound / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    complaints = check(sound)
    for path, content in before.items():
        path.write_bytes(content)
    return complaints


@pytest.mark.parametrize("complaint", [complaint for *_, complaint in FAULTS])
def test_a_planted_fault_is_named(found: list[str], complaint: str) -> None:
    assert any(complaint in one for one in found), found


def test_when_the_english_moves_every_translation_is_stale_until_it_is_recorded(
    sound: Path,
) -> None:
    path = sound / "content/topics/detainer/en.md"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("at once", "today", 1), encoding="utf-8")
    stale = [one for one in check(sound) if "en.md has changed since this was written" in one]
    assert len(stale) == 10
    assert "bot content draft detainer --lang es" in "".join(stale)
    command = ["draft", "detainer", "--lang", "es", "--content", str(sound / "content")]
    assert CliRunner().invoke(app, command).stdout.startswith("1 records written")
    assert len([one for one in check(sound) if "en.md has changed" in one]) == 9
    path.write_text(before, encoding="utf-8")


def test_a_folder_that_no_reply_uses_is_an_orphan_and_a_missing_one_is_missed(
    sound: Path,
) -> None:
    here, there = sound / "content/answers/thanks", sound / "content/answers/cheers"
    here.rename(there)
    found = check(sound)
    there.rename(here)
    assert any("answers/cheers/answer.toml:1: no reply is made of it" in one for one in found)
    assert any(
        "answers/thanks/en.md: is missing, and a reply is made of it" in one for one in found
    )


def test_a_list_of_words_without_a_language_is_an_orphan(sound: Path) -> None:
    path = sound / "content/words/so.toml"
    path.write_text("more = []\n", encoding="utf-8")
    found = check(sound)
    path.unlink()
    assert found == ["words/so.toml:1: is of no language in languages.toml; take the file out"]


def test_the_board_says_that_eleven_languages_are_complete() -> None:
    result = CliRunner().invoke(app, ["status"])
    assert "11 languages offered, 11 complete; 0 missing, 0 stale, 0 over budget" in result.stdout
    assert "texts were read by no fluent person" in result.stdout
    row = next(line for line in result.stdout.splitlines() if line.startswith("detainer "))
    assert len(row.split()) == 12


def test_the_folder_that_the_settings_name_is_the_one_that_is_checked(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else what is served and what is checked could be two folders."""
    monkeypatch.chdir(tmp_path)
    served = tmp_path / "served"
    shutil.copytree(sound / "content", served)
    (served / "topics/detainer/es.md").unlink()
    (tmp_path / ".env").write_text(f"BOT_CONTENT_DIR={served}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 1
    assert "detainer" in result.stdout
