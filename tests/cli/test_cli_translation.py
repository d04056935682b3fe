"""Export and import from the command line: who is named, and where a bad row goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from bot.cli.content import app
from bot.library.review import Act, ReviewState, parse_reviews
from tests.translation.desk import copied, shelf_of

HOLD, THANKS = "topics/detainer/1", "answers/thanks/1"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = copied(tmp_path)
    monkeypatch.setenv("BOT_CONTENT_DIR", str(folder / "content"))
    monkeypatch.setenv("BOT_LOCALES_DIR", str(folder / "locales"))
    monkeypatch.chdir(folder)
    return folder


def run(*command: str) -> Any:
    return CliRunner().invoke(app, list(command))


def fill(path: Path, cells: dict[str, dict[str, str]]) -> None:
    """Write into the workbook, by key and column."""
    workbook = load_workbook(path)
    sheet = workbook["Texts"]
    names = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for column, value in cells.get(str(row[0].value), {}).items():
            row[names.index(column)].value = value
    workbook.save(path)


def records(desk: Path, text: str, code: str) -> list[tuple[str, Act]]:
    path = desk / "content" / text / "reviews.csv"
    found = parse_reviews(path.read_text(encoding="utf-8"))
    return [(one.reviewer, one.act) for one in found if one.language == code][1:]


def test_good_rows_are_written_and_a_bad_one_waits_in_a_file_of_its_own(desk: Path) -> None:
    assert run("export", "--lang", "ht").stdout.startswith("faro-ht.xlsx: ")
    bad = "Ou an sekirite. Se pa konsèy legal."
    fill(desk / "faro-ht.xlsx", {HOLD: {"Translation": bad}})
    fill(desk / "faro-ht.xlsx", {THANKS: {"Translation": "Padekwa. Kenbe fò."}})
    before = {text: records(desk, text, "ht") for text in ("answers/thanks", "topics/detainer")}
    done = run("import", "faro-ht.xlsx", "--translator", "Marie J.", "--on", "2026-11-24")
    assert done.exit_code == 1
    assert "topics/detainer/1: " in done.stderr
    assert shelf_of(desk).library.cards("thanks", "ht") == ("Padekwa. Kenbe fò.",)
    translated = [*before["answers/thanks"], ("Marie J.", Act.TRANSLATED)]
    assert records(desk, "answers/thanks", "ht") == translated
    assert records(desk, "topics/detainer", "ht") == before["topics/detainer"]
    mend = load_workbook(desk / "faro-ht-to-mend.xlsx")["Texts"]
    rows = {row[0]: row for row in mend.iter_rows(min_row=2, values_only=True)}
    assert len(rows) == len(shelf_of(desk).library.cards("detainer", "en"))
    assert (rows[HOLD][2], "end it with the line" in str(rows[HOLD][4])) == (bad, True)


def test_the_file_to_mend_is_imported_once_it_is_mended(desk: Path) -> None:
    key, good = "topics/detainer/2", shelf_of(desk).library.cards("detainer", "ht")[1]
    run("export", "--lang", "ht")
    fill(desk / "faro-ht.xlsx", {key: {"Translation": good + " Ou an sekirite."}})
    assert run("import", "faro-ht.xlsx", "--translator", "Marie J.").exit_code == 1
    fill(desk / "faro-ht-to-mend.xlsx", {key: {"Translation": good + " Mande avoka."}})
    done = run("import", "faro-ht-to-mend.xlsx", "--translator", "Marie J.")
    assert done.exit_code == 0, done.stderr
    assert shelf_of(desk).library.cards("detainer", "ht")[1] == good + " Mande avoka."


def test_a_file_to_mend_never_replaces_another(desk: Path) -> None:
    run("export", "--lang", "ht")
    fill(desk / "faro-ht.xlsx", {HOLD: {"Translation": "Yon papye."}})
    for _ in range(2):
        run("import", "faro-ht.xlsx", "--translator", "Marie J.")
    assert (desk / "faro-ht-to-mend.xlsx").exists()
    assert (desk / "faro-ht-to-mend-2.xlsx").exists()


def test_a_reviewer_signs_only_what_is_marked_as_read(desk: Path) -> None:
    run("export", "--lang", "ko")
    fill(desk / "faro-ko.xlsx", {THANKS: {"Read": "x"}, HOLD: {"Read": "x"}})
    done = run("import", "faro-ko.xlsx", "--reviewer", "Kim J.")
    assert "1 texts reviewed by Kim J." in done.stdout
    library = shelf_of(desk).library
    assert library.state("thanks", "ko") is ReviewState.APPROVED
    assert library.state("detainer", "ko") is ReviewState.UNREVIEWED, "only one card of six"
    assert records(desk, "answers/thanks", "ko") == [("Kim J.", Act.REVIEWED)]


def test_a_dry_run_writes_nothing(desk: Path) -> None:
    run("export", "--lang", "ru", "--format", "po", "--out", "ru.po")
    path = desk / "ru.po"
    text = path.read_text(encoding="utf-8")
    before = shelf_of(desk).library.cards("thanks", "ru")[0]
    path.write_text(text.replace(before, "Пожалуйста."), encoding="utf-8")
    done = run("import", "ru.po", "--translator", "Анна", "--dry-run")
    assert (done.exit_code, "1 texts, menu entries and lists would be taken" in done.stdout) == (
        0,
        True,
    )
    assert shelf_of(desk).library.cards("thanks", "ru") == (before,)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        (("export", "--lang", "so"), "first: bot language add so"),
        (("export", "--lang", "fr", "--format", "csv"), "Write xlsx or po"),
        (("import", "none.xlsx", "--translator", "A"), "none.xlsx"),
        (("import", "faro-fr.xlsx"), "--translator or the --reviewer"),
        (("import", "a.po", "--translator", "A", "--reviewer", "B"), "--translator or the"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(
    command: tuple[str, ...], complaint: str
) -> None:
    done = run(*command)
    assert done.exit_code in (1, 2)
    assert complaint in " ".join(done.stderr.replace("│", " ").split())
