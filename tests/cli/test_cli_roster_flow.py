"""A newer list from file to people, as a volunteer does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.a_newer_list import DAY, GONE, NEW, run, state, write

pytestmark = pytest.mark.usefixtures("database")


def test_a_newer_list_goes_from_file_to_people(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    file = write(tmp_path / "list.csv", listed)
    imported = run("import", file, "--list-date", DAY)
    assert imported.exit_code == 0, imported.stderr
    assert "draft: list 1" in imported.stderr
    again = run("import", file, "--list-date", DAY)
    assert "nothing changed" in again.stderr

    found = [json.loads(line) for line in run("diff", "--json").stdout.splitlines()]
    assert {(each["change"], each["agency"]) for each in found} == {
        ("left", GONE),
        ("joined", NEW["agency"]),
    }
    (waiting,) = [each for each in found if each["waits"]]

    published = run("publish", "--by", "Ann")
    assert published.exit_code == 0, published.stderr
    assert "1 wait for a person" in published.stderr
    counties = [json.loads(line) for line in run("export").stdout.splitlines()]
    by_code = {row["fips"]: row for row in counties}
    assert by_code["26161"]["status"] == "jail"
    assert any(each["agency"] == GONE for each in by_code["01015"]["agencies"])
    assert by_code["01015"]["list_date"] == "2026-07-24", "held: the older list's date"

    shown = run("review", says="Ann\nq\n")
    assert GONE in shown.stdout
    assert "not on it" in shown.stdout
    decided = run("review", "--reviewer", "Ann", "--accept", waiting["mark"])
    assert "0 still wait" in decided.stderr
    assert run("publish", "--by", "Ann").exit_code == 0
    status = json.loads(run("status", "--json").stdout)
    assert (status["list_date"], status["version"], status["waiting"]) == (DAY, 2, 0)
    again = run("publish")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "refused: nothing to publish" in again.stderr
    changes = [
        json.loads(line) for line in run("export", "--format", "changes").stdout.splitlines()
    ]
    newest = {(each["change"], each["agency"]) for each in changes if each["list_date"] == DAY}
    assert newest == {("left", GONE), ("joined", NEW["agency"])}


LOST = {**NEW, "agency": "Nowhere At All Police Department", "county": "#N/A", "model": "TFM"}


def test_the_diff_shows_all_that_waits_and_says_which_lists_it_compares(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    run("import", write(tmp_path / "list.csv", [*listed, LOST]), "--list-date", DAY)
    asked = [{key: NEW[key] for key in ("state", "agency", "county", "model")}]
    asked += [{**asked[0], "agency": "Ingham County Sheriff's Office", "county": "Ingham County"}]
    run("import", write(tmp_path / "pending.csv", asked), "--list-date", "2026-09-29")
    said = run("diff")
    assert "published (ICE's list of 2026-07-24), and the draft (list 1, of 2026-09-28)" in (
        said.stderr
    )
    assert "the draft of requests (2026-09-29)" in said.stderr
    assert "not placed: MI Nowhere At All Police Department TFM" in said.stdout
    assert "asked for: MI Ingham County Sheriff's Office WSO (Ingham County, MI)" in said.stdout
    assert "asked for: MI Washtenaw" not in said.stdout, "it has joined: that is said"
    shapes = {each["change"]: each for each in map(json.loads, _lines("diff", "--json"))}
    assert run("review", "--reviewer", "Ann", "--place", f"{shapes['not placed']['mark']}=26161")
    assert "not placed" not in run("diff").stdout


def _lines(*arguments: str) -> list[str]:
    return run(*arguments).stdout.splitlines()


def test_without_a_draft_the_diff_says_so_and_how_to_get_one() -> None:
    said = run("diff")
    assert (said.exit_code, said.stdout) == (0, "")
    assert "no draft waits beside what is published (ICE's list of 2026-07-24)" in said.stderr
    assert "import a list" in said.stderr
    two = run("diff", "2026-05-18", "2026-07-24")
    assert "the list of 2026-05-18, and the list of 2026-07-24" in two.stderr


def test_a_command_of_decisions_is_kept_whole_or_not_at_all(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    run("import", write(tmp_path / "list.csv", [*listed, LOST]), "--list-date", DAY)
    marks = {each["change"]: each["mark"] for each in map(json.loads, _lines("diff", "--json"))}
    left, lost = marks["left"], marks["not placed"]
    for wrong, says in (
        (("--accept", "0000ffff"), "no one thing to decide has this mark"),
        (("--keep", left), '"accept" and "keep"'),
        (("--keep", left[:5]), '"accept" and "keep"'),
        (("--place", f"{left}=26161"), "unplaced rows only"),
        (("--place", f"{lost}=Jackson"), "five-digit county codes"),
        (("--place", f"{lost}=26161", "--place", f"{lost}=26163"), '"26161" and "26163"'),
    ):
        done = run("review", "--reviewer", "Ann", "--accept", left, *wrong)
        assert done.exit_code == 1
        assert says in done.stderr
        assert "Nothing was kept" in done.stderr
        assert json.loads(run("status", "--json").stdout)["waiting"] == 1
    two_bodies = run("review", "--reviewer", "Ann", "--apart", left)
    assert "only a rename can be two bodies" in two_bodies.stderr
    nobody = run("review", "--reviewer", "Ann\n", "--accept", left)
    assert nobody.exit_code == 2
    same = run("review", "--reviewer", "Ann", "--accept", left, "--accept", left[:6])
    assert same.exit_code == 0
    assert json.loads(run("status", "--json").stdout)["waiting"] == 0
    run("publish", "--by", "Ann")
    back = run("publish", "--version", "0", "--by", "Ann")
    assert "the next `bot roster publish` makes 2 changes" in back.stderr
    assert run("review", "--reviewer", "Ann", "--keep", left).exit_code == 0
    assert f"[keep {left}]" in run("diff").stdout


def test_nothing_is_published_where_nobody_has_brought_a_list() -> None:
    done = run("publish", "--by", "Ann")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "nothing to publish: no draft changes what is live" in done.stderr
    assert json.loads(run("status", "--json").stdout)["version"] == 0


def test_an_earlier_version_is_published_again_as_the_newest(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    run("import", write(tmp_path / "right.csv", listed), "--list-date", "2026-09-01")
    run("publish", "--by", "Ann")
    run("import", write(tmp_path / "wrong.csv", listed[40:]), "--list-date", DAY)
    run("publish", "--by", "Ann")
    undone = run("publish", "--version", "1", "--by", "Ben")
    assert undone.exit_code == 0, undone.stderr
    assert "published: version 3, ICE's list of 2026-09-01" in undone.stdout
    assert "bot roster discard 2" in undone.stderr, "else the next publication brings it back"
    assert run("publish", "--version", "1").exit_code == 1
    assert run("discard", "2").exit_code == 0
    assert run("publish").exit_code == 1
    now = state()
    assert (now["version"], now["list_date"]) == (3, "2026-09-01")
    assert run("publish", "--version", "0").exit_code == 0
    assert state()["list_date"] == "2026-07-24"
    unknown = run("publish", "--version", "9")
    assert unknown.exit_code == 1
    assert "there are 0 (list of 2026-07-24), 1 (list of 2026-09-01)" in unknown.stderr


def test_a_second_person_is_asked_for_when_the_installation_says_so(
    tmp_path: Path, listed: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_REVIEWERS", "2")
    run("import", write(tmp_path / "list.csv", listed), "--list-date", DAY)
    lines = run("diff", "--json").stdout.splitlines()
    mark = next(each["mark"] for each in map(json.loads, lines) if each["waits"])
    first = run("review", "--reviewer", "Ann", "--accept", mark)
    assert "1 still wait" in first.stderr
    assert "2 different people" in first.stderr
    second = run("review", "--reviewer", "Ben", "--accept", mark)
    assert "0 still wait" in second.stderr


def test_a_row_that_no_rule_places_is_listed_and_placed_by_a_person(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    imported = run("import", write(tmp_path / "l.csv", [*listed, LOST]), "--list-date", DAY)
    assert "not placed: row 2181: MI Nowhere At All Police Department" in imported.stderr
    run("publish", "--by", "Ann")
    assert json.loads(run("status", "--json").stdout)["unplaced"] == 1
    # One at a time: skip the departure, place the row.
    run("review", "--reviewer", "Ann", says="s\n26161\n")
    run("publish", "--by", "Ann")
    assert json.loads(run("status", "--json").stdout)["unplaced"] == 0
    rows = [json.loads(line) for line in run("export").stdout.splitlines()]
    washtenaw = next(row for row in rows if row["fips"] == "26161")
    assert washtenaw["local_agencies"] == 1


def test_a_wrong_list_can_be_discarded(tmp_path: Path, listed: list[dict[str, str]]) -> None:
    run("import", write(tmp_path / "list.csv", listed), "--list-date", DAY)
    assert run("discard", "1").exit_code == 0
    assert run("discard", "1").exit_code == 1
    assert run("diff").stdout == ""


def test_an_older_list_is_kept_for_the_history_and_never_served(
    tmp_path: Path, listed: list[dict[str, str]]
) -> None:
    imported = run("import", write(tmp_path / "list.csv", listed), "--list-date", "2026-06-01")
    assert "older than the published list" in imported.stderr
    assert run("publish", "--by", "Ann").exit_code == 0
    status = json.loads(run("status", "--json").stdout)
    assert status["list_date"] == "2026-07-24"
    between = run("diff", "2026-06-01", "2026-07-24", "--json").stdout.splitlines()
    assert (json.loads(line)["agency"] for line in between)
    assert GONE in " ".join(between)


def test_two_lists_of_which_we_know_are_compared() -> None:
    lines = run("diff", "2026-05-18", "2026-07-24", "--json").stdout.splitlines()
    kinds = {json.loads(line)["change"] for line in lines}
    assert {"joined", "left", "model dropped", "renamed"} <= kinds
    missing = run("diff", "2020-01-01", "2026-07-24")
    assert missing.exit_code == 1
    assert "there are 2025-02-21" in missing.stderr
