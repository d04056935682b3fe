from __future__ import annotations

import os
from pathlib import Path

import pytest

import bot.legal_aid
from bot.harvest import legal_aid_words as words
from bot.harvest.legal_aid import build_legal_aid, reason_left_out
from bot.harvest.tables import read_table

SHARED = Path(os.environ.get("BOT_SHARED_DIR", Path(__file__).parents[3] / "shared"))
SOURCE = SHARED / "data" / "legal-aid"
needs_sources = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the gathered sources are absent; set BOT_SHARED_DIR to test them"
)


@pytest.mark.parametrize(
    ("note", "services", "limit", "excludes"),
    [
        ("No detained cases", ["removal_defense"], "no_detained", {"no_detained"}),
        ("Non-detained only; by appointment", ["removal_defense"], "no_detained", {"no_detained"}),
        ("Detained and non-detained adults", ["detained"], "", set()),
        ("Unaccompanied minors only", ["removal_defense"], "", {"children_only"}),
        ("Free for most; nominal fee otherwise", ["removal_defense"], "small_fee", set()),
        ("People in ICE detention", ["detained"], "held_by_ice", {"only_detained"}),
        ("For calls from detention", ["detained"], "calls_from_detention", {"only_detained"}),
        ("Asylum; by appointment", ["removal_defense"], "asylum_only", {"asylum_only"}),
        ("No asylum cases", ["removal_defense"], "no_asylum", set()),
        (
            "NO detained and no criminal cases",
            ["bond"],
            "no_detained",
            {"no_detained", "no_criminal"},
        ),
        ("Detained at one Processing Center only", ["detained"], "", {"one_facility"}),
        ("", ["consultation", "family"], "ask_if_court", set()),
    ],
)
def test_a_note_becomes_keys(
    note: str, services: list[str], limit: str, excludes: set[str]
) -> None:
    assert words.limited(note, services) == limit
    assert words.excluded(note, "Example", services, limit) == excludes


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Intake Mon-Thu 9:00-17:00; no walk-ins", "Mon-Thu 9:00-17:00"),
        ("Wednesdays 9:00-11:00", "Wed 9:00-11:00"),
        ("Call, Tuesdays 11:00-14:00 CT", "Tue 11:00-14:00 CT"),
        ("Tue 10:00-12:00, Thu 12:00-14:00", "Tue 10:00-12:00; Thu 12:00-14:00"),
        ("Mon-Fri 9:30-12:00 and 13:00-16:30; all", "Mon-Fri 9:30-12:00, 13:00-16:30"),
        ("Mon and Wed 13:00-16:30, Fri 9:30-13:00", "Mon,Wed 13:00-16:30; Fri 9:30-13:00"),
        ("intake Mon-Wed 9:00-13:00 at (212) 555-0100", ""),
        ("by appointment", ""),
    ],
)
def test_opening_hours_are_read_from_a_note(note: str, expected: str) -> None:
    assert words.opening_hours(note) == expected


GOOD = {
    "phone_e164": "+17342396863",
    "confidence": "one_official_source",
    "send_ok": "yes",
    "sms": "",
    "checks": "",
}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"phone_e164": ""}, "no phone number"),
        ({"phone_e164": "+17345550100"[:9]}, "not a valid number"),
        ({"confidence": "two_sources_agree (both unofficial)"}, "no official source"),
        ({"send_ok": "confirm_first"}, "to be confirmed first"),
        ({"send_ok": "no"}, "marked as not to be sent"),
        ({"send_ok": "no", "checks": "area_code_other_state:TN"}, "misprint in the source"),
        ({"sms": "text_only"}, "takes texts only"),
    ],
)
def test_a_row_that_may_not_be_sent_is_left_out_with_its_reason(
    change: dict[str, str], reason: str
) -> None:
    assert reason_left_out({**GOOD, **change}) == reason


@needs_sources
def test_the_table_in_the_package_is_what_the_sources_give_byte_for_byte(tmp_path: Path) -> None:
    built, lines = build_legal_aid(SHARED, tmp_path)
    data = Path(bot.legal_aid.__file__).parent / "data"
    for name in ("contacts.csv", "detention_lines.csv", "SOURCES.toml"):
        same = (tmp_path / "legal_aid" / "data" / name).read_bytes() == (data / name).read_bytes()
        assert same, f"{name}: run bot data build"
    left_out = [note for note in built.notes if note.startswith("left out")]
    assert lines.rows == len(lines.notes)
    assert built.rows + len(left_out) == len(read_table(SOURCE / "legal_aid.csv"))


@needs_sources
def test_no_note_of_the_source_travels_in_the_table() -> None:
    table = (Path(bot.legal_aid.__file__).parent / "data" / "contacts.csv").read_text("utf-8")
    notes = {row["notes"] for row in read_table(SOURCE / "legal_aid.csv")}
    assert not [note for note in notes if len(note) > 25 and note in table]
