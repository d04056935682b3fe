"""Documents name files, commands, settings, rules and numbers that exist, and leave none out."""

from __future__ import annotations

import re
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli.main import app
from bot.places.finder import STEPS
from bot.settings import Settings

ROOT = Path(__file__).parent.parent
DOCUMENTS = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "content" / "README.md")
}
EVERY = "\n".join(DOCUMENTS.values())
README, CAPACITY = DOCUMENTS["README.md"], DOCUMENTS["docs/capacity.md"]

LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)")
CODE = re.compile(r"`([^`\n]+)`|^    (.+)$", re.M)
FILE = re.compile(r"[\w./<>*{}-]+(?:/|\.(?:py|md|toml|csv|txt|css|html|yaml|json|jsonl|conf|po))")
COMMAND = re.compile(r"\bbot ([a-z][a-z-]+)(?: ([a-z][a-z-]+))?([^|`#\n]*)")
SETTING = re.compile(r"\b(?:BOT|TWILIO)_[A-Z_]*[A-Z]\b")

LATER = re.compile(r"var/|(.*/)?TX\.toml|.*/lists/.*|(.*/)?(xx|so)([./].*)|/.*|\.md")
"""What a start, an advocate, or whoever adds a language will make; addresses of pages."""


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    done = subprocess.run(("git", "ls-files"), cwd=ROOT, capture_output=True, text=True, check=True)
    files = done.stdout.splitlines()
    return [*files, *{f"{folder}/" for name in files for folder in Path(name).parents}]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(name: str) -> None:
    for path, heading in LINK.findall(DOCUMENTS[name]):
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), path
        if heading:
            titles = re.findall(r"^#+ (.+)$", target.read_text(encoding="utf-8"), re.M)
            assert heading in [title.lower().replace(" ", "-") for title in titles]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(name: str, tracked: list[str]) -> None:
    said = [
        span for spans in CODE.findall(DOCUMENTS[name]) for span in spans if FILE.fullmatch(span)
    ]
    named = [re.sub(r"<\w+>", "*", one) for one in said if not LATER.fullmatch(one)]
    missing = [one for one in named if not any(fnmatch(f"/{file}", f"*/{one}") for file in tracked)]
    assert not missing


def commands() -> dict[str, set[str]]:
    """Each command, as "roster import", with its options."""
    found: dict[str, set[str]] = {}
    top: Any = typer.main.get_command(app)
    for name in top.list_commands(None):
        command: Any = top.get_command(None, name)
        for path, one in [(name, command), *_below(name, command)]:
            found[path] = {option for param in one.params for option in param.opts}
    return found


def _below(name: str, group: Any) -> list[tuple[str, Any]]:
    return [(f"{name} {sub}", one) for sub, one in getattr(group, "commands", {}).items()]


def test_every_command_and_option_in_a_document_exists() -> None:
    known, wrong = commands(), []
    for line in ("".join(spans) for spans in CODE.findall(EVERY)):
        for first, second, rest in COMMAND.findall(line):
            path = f"{first} {second}" if f"{first} {second}" in known else first
            options = set(re.findall(r"--[a-z-]+", rest))
            if path not in known or not options <= known[path]:
                wrong.append(line)
    assert not wrong


def test_every_command_stands_in_a_document() -> None:
    groups = {path.partition(" ")[0] for path in commands() if " " in path}
    for_programmers = {"data words", "database revision"}
    wanted = commands().keys() - groups - for_programmers
    assert not [path for path in wanted if f"bot {path}" not in EVERY and f"`{path}" not in EVERY]


def test_the_settings_in_documents_are_those_that_are_read() -> None:
    read = {str(field.validation_alias) for field in Settings.model_fields.values()}
    assert set(SETTING.findall(EVERY)) <= read
    table = DOCUMENTS["docs/running-it.md"]
    assert read <= set(SETTING.findall(table))


def test_every_dependency_stands_in_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for extra in project["project"]["optional-dependencies"].values():
        listed += extra
    names = {re.split(r"[\[>=<]", one)[0] for one in listed}
    part = README.partition("## Dependencies")[2]
    assert not [name for name in names if not name.startswith("types-") and name not in part]


def test_every_room_stands_in_the_picture_of_the_house() -> None:
    rooms = [path for path in (ROOT / "bot").iterdir() if not path.name.startswith("__")]
    picture = README.partition("## The picture of the house")[2].partition("\n## ")[0]
    names = [f"{path.name}/" if path.is_dir() else path.name for path in rooms]
    assert not [name for name in names if name not in picture]


def test_every_benchmark_stands_in_a_document() -> None:
    files = {path.name for path in (ROOT / "benchmarks").glob("*.py")} - {"__init__.py", "texts.py"}
    assert not [name for name in files if f"`{name}`" not in CAPACITY]


def test_every_step_of_the_finder_stands_in_its_document() -> None:
    table = DOCUMENTS["docs/finding-places.md"]
    steps = {step.__name__.replace("_", " ") for step in STEPS}
    written = re.sub(r" \(behind in\)", ", by misspelt jail behind in", table)
    assert not [step for step in steps if step not in written]


def test_topics_and_languages_are_counted_right() -> None:
    topics = len(list((ROOT / "content" / "topics").iterdir()))
    told = README + DOCUMENTS["CHANGELOG.md"]
    assert set(re.findall(r"(\d+) topics", told)) == {str(topics)}
    languages = tomllib.loads((ROOT / "content" / "languages.toml").read_text(encoding="utf-8"))
    offered = sum(one["offered"] for one in languages.values())
    assert (offered, "eleven of them" in README) == (11, True)


def test_every_rule_that_is_named_by_number_is_written_down() -> None:
    rules = DOCUMENTS["docs/rules.md"]
    written = set(re.findall(r"^\| (\d+[a-d]?) \|", rules, re.M))
    forbidden = (ROOT / "content/rules/forbidden.toml").read_text(encoding="utf-8")
    named = set(re.findall(r"why = ['\"](\d+[a-d]?)", forbidden))
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    named |= set(re.findall(r"docs/rules\.md,? (\d+)", code))
    assert named
    assert named <= written


def test_the_conversation_in_the_readme_is_one_that_people_have() -> None:
    shown = re.search(r"^```\n(> .*?)^```$", README, re.M | re.S)
    assert shown is not None
    transcripts = " ".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tests/conversations").glob("*.txt")
    )
    said = " ".join(transcripts.split())
    lines = [line.removeprefix("…").strip() for line in shown[1].splitlines()]
    assert not [line for line in lines if " ".join(line.split()) not in said]
