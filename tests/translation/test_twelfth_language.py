"""A twelfth language, end to end, on a copy of the texts: with the commands that advocates use and
with entries in ``content/``, and not one line of code."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from bot.channels.limits import LIMITS
from bot.cli.content import app as content_app
from bot.cli.language import app as language_app
from bot.conversation.message import Channel, Message
from bot.conversation.respond import respond
from bot.conversation.session import BLANK, Session
from bot.knowledge import Knowledge, read_knowledge
from bot.line import Line
from bot.rendering.render import render
from tests.translation.desk import ROOT, copied

CODE, NAME = "so", "Soomaali"

_KEPT = re.compile(r"\{\{.*?\}\}|%\(\w+\)s|%s|(?:[\w-]+\.)+(?:gov|org)\S*|\b[A-Z0-9()-]{2,}\b|\d+")
_VOWELS = str.maketrans("aeiouAEIOU", "uoaieUOAIE")


def pseudo(text: str) -> str:
    """English with other vowels: as long as the English, and read by nobody as English. Places,
    addresses, numbers and words in capitals stay."""
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[end : kept.start()].translate(_VOWELS), kept[0]]
        end = kept.end()
    return "".join([*parts, text[end:].translate(_VOWELS)])


def pseudo_words(text: str) -> str:
    """A list of what people text: each phrase with a word that no other language has."""
    words = [word for word in text.split("\n") if any(letter.isalpha() for letter in word)]
    return "\n".join(f"{pseudo(word)} qoyso" for word in words)


def translate(path: Path) -> None:
    """Fill the translator's workbook."""
    workbook = load_workbook(path)
    sheet = workbook["Texts"]
    for row in sheet.iter_rows(min_row=2):
        key, english = str(row[0].value), str(row[1].value)
        if key == "words/this-language":
            continue
        is_list = key.startswith("words/") or key.endswith("/words")
        row[2].value = pseudo_words(english) if is_list else pseudo(english)
    workbook.save(path)


def run(*command: str, app: object = content_app) -> str:
    done = CliRunner().invoke(app, list(command))  # type: ignore[arg-type]
    assert done.exit_code == 0, done.output
    return done.stdout


def write_fixed_lines(content: Path) -> None:
    """What the people who run the line write by hand: the lines that texts are held to."""
    path = content / "rules" / "required.toml"
    before, _, block = path.read_text(encoding="utf-8").partition(f"[{CODE}]\n")
    lines = []
    for line in block.splitlines():
        key, sign, value = line.partition(" = ")
        is_pattern = key in ("silence", "exceptions", "opening", "invitation")
        if sign and is_pattern:
            value = re.sub(r"(?<!\\)\b[a-zA-Z]{2,}", lambda word: word[0].translate(_VOWELS), value)
            value = value.replace("[Tt]ext", "[Tt]oxt")
        elif sign and key != "sentence":
            value = pseudo(value)
        lines.append(f"{key}{sign}{value}")
    path.write_text(f"{before}[{CODE}]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    forbidden = content / "rules" / "forbidden.toml"
    rule = f"\n[[{CODE}]]\npattern = '\\b{pseudo('safe')}\\b'\nwhy = '1: no promise of safety'\n"
    forbidden.write_text(forbidden.read_text(encoding="utf-8") + rule, encoding="utf-8")


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole way from the skeleton to the offered language."""
    folder = copied(tmp_path_factory.mktemp("twelve"))
    content = folder / "content"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOT_CONTENT_DIR", str(content))
        patch.setenv("BOT_LOCALES_DIR", str(folder / "locales"))
        patch.chdir(folder)
        run("add", CODE, "--name", NAME, app=language_app)
        run("check")
        board = run("status")
        assert "11 languages offered, 11 complete" in board, "a draft is not offered"
        assert re.search(r"^so .*draft: not offered$", board, re.MULTILINE)
        refused = CliRunner().invoke(content_app, ["check", "--lang", CODE])
        assert "topics/detainer/so.md: is missing; translate en.md" in refused.stdout
        write_fixed_lines(content)
        run("export", "--lang", CODE)
        translate(folder / f"faro-{CODE}.xlsx")
        taken = run("import", f"faro-{CODE}.xlsx", "--translator", "Xaliimo W.")
        texts = len(list(content.glob("*/*/en.md")))
        assert f"{texts} texts translated by Xaliimo W." in taken
        run("check", "--lang", CODE)
        listed = content / "languages.toml"
        text = listed.read_text(encoding="utf-8")
        head, _, block = text.partition(f"[{CODE}]")
        listed.write_text(
            f"{head}[{CODE}]{block.replace('offered = false', 'offered = true')}", encoding="utf-8"
        )
        run("check")
        assert "12 languages offered, 12 complete; 0 missing, 0 stale, 0 over" in run("status")
    return folder


@pytest.fixture(scope="module")
def twelfth(twelve: Path) -> Knowledge:
    return read_knowledge(twelve / "content", twelve / "locales", Line())


def answers(knowledge: Knowledge, now: datetime, *texts: str) -> list[tuple[str, str]]:
    """Language and words of each answer of one conversation."""
    session: Session = BLANK
    said = []
    for text in texts:
        turn = respond(Message(text, now, Channel.WHATSAPP), session, knowledge)
        session = turn.session
        words = "\n".join(one.text for one in render(turn, knowledge, LIMITS[Channel.WHATSAPP]))
        said.append((turn.language, words))
    return said


def test_a_person_reads_the_twelfth_language(twelfth: Knowledge, now: datetime) -> None:
    said = answers(twelfth, now, "soomaali", "jackson mi", *map(pseudo_words, ("detainer", "more")))
    assert [language for language, _ in said[1:]] == [CODE] * 3
    assert pseudo("the jail has a 287(g) deal with ICE") in said[1][1]
    assert pseudo("This is information, not legal advice.") in said[1][1]
    assert pseudo("asks a jail to keep a person up to 48 more hours") in said[2][1]


def test_the_other_eleven_are_as_before(twelfth: Knowledge, now: datetime) -> None:
    assert answers(twelfth, now, "condado de jackson michigan la carcel")[0][0] == "es"
    assert answers(twelfth, now, "what is a detainer")[0][0] == "en"


def test_only_words_and_tables_were_written(twelve: Path) -> None:

    changed = {
        str(path.relative_to(twelve))
        for path in twelve.rglob("*")
        if path.is_file()
        and path.suffix != ".xlsx"
        and _moved(path, ROOT / path.relative_to(twelve))
    }
    kinds = {re.sub(r"/(topics|answers)/[a-z0-9-]+/", r"/\1/*/", one) for one in changed}
    assert kinds == {
        "content/languages.toml",
        "content/rules/required.toml",
        "content/rules/forbidden.toml",
        "content/topics/*/so.md",
        "content/topics/*/topic.toml",
        "content/topics/*/reviews.csv",
        "content/answers/*/so.md",
        "content/answers/*/reviews.csv",
        "content/words/so.toml",
        "locales/so/LC_MESSAGES/messages.po",
    }


def _moved(path: Path, original: Path) -> bool:
    return not original.exists() or path.read_bytes() != original.read_bytes()


@pytest.mark.parametrize(
    ("code", "name", "complaint"),
    [
        ("Somali", "Soomaali", "is no language code"),
        ("es", "Español", "es is there already"),
        ("so", 'A "name"', "without quotes"),
    ],
)
def test_a_skeleton_that_cannot_be_made_says_why(
    code: str, name: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path)
    monkeypatch.setenv("BOT_CONTENT_DIR", str(folder / "content"))
    monkeypatch.setenv("BOT_LOCALES_DIR", str(folder / "locales"))
    done = CliRunner().invoke(language_app, ["add", code, "--name", name])
    assert (done.exit_code, complaint in done.stderr) == (1, True)


def test_a_language_without_dates_is_asked_for_its_months(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(tmp_path)
    monkeypatch.setenv("BOT_CONTENT_DIR", str(folder / "content"))
    monkeypatch.setenv("BOT_LOCALES_DIR", str(folder / "locales"))
    run("add", "mam", "--name", "Mam", app=language_app)
    done = CliRunner().invoke(content_app, ["check", "--lang", "mam"])
    assert "[mam] needs months and days" in done.stdout
    assert "rules/forbidden.toml:1: add blocks [[mam]]" in done.stdout
