from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import phonenumbers
import pytest

import bot.legal_aid
from bot.legal_aid.contact import EXCLUSIONS, LASTS_DAYS, LIMITS, SERVICES, RunBy
from bot.legal_aid.corrections import HOURS
from bot.legal_aid.directory import DirectoryError, read_directory
from bot.phone import display
from tests.legal_aid.examples import DAY

DATA = Path(bot.legal_aid.__file__).parent / "data"
DIRECTORY = read_directory()


def test_every_contact_keeps_to_the_closed_lists() -> None:
    for contact in DIRECTORY.contacts:
        assert phonenumbers.is_valid_number(phonenumbers.parse(contact.phone, None))
        assert contact.limit in LIMITS | {""}
        assert contact.excludes <= EXCLUSIONS
        assert contact.services <= SERVICES
        assert HOURS.fullmatch(contact.hours)
        assert contact.expires <= contact.source_date + timedelta(days=LASTS_DAYS)


def test_no_number_is_listed_twice() -> None:
    phones = [contact.phone for contact in DIRECTORY.contacts]
    assert len(set(phones)) == len(phones)


def test_every_source_in_the_table_is_credited() -> None:
    sources = tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))
    assert {contact.source for contact in DIRECTORY.contacts} <= set(sources)
    assert all({"source", "date", "licence", "credit"} <= set(s) for s in sources.values())


def test_ices_own_line_and_the_courts_line_are_found_and_labelled() -> None:
    ice, court = DIRECTORY.ice_line(DAY), DIRECTORY.case_line(DAY)
    assert ice is not None
    assert ice.run_by is RunBy.ICE
    assert not ice.legal_help
    assert court is not None
    assert court.run_by is RunBy.IMMIGRATION_COURT
    assert not court.legal_help


def test_old_national_lines_are_not_offered() -> None:
    assert DIRECTORY.ice_line(date(2027, 4, 2)) is not None
    assert DIRECTORY.ice_line(date(2027, 4, 3)) is None


@pytest.mark.parametrize(
    ("phone", "extension", "expected"),
    [
        ("+17342396863", "", "734-239-6863"),
        ("+17325729100", "8782", "732-572-9100 x8782"),
    ],
)
def test_a_number_is_printed_short(phone: str, extension: str, expected: str) -> None:
    assert display(phone, extension) == expected


@pytest.mark.parametrize("phone", ["", "+15550100", "+525512345678"])
def test_a_number_that_is_not_american_is_refused(phone: str) -> None:
    with pytest.raises(ValueError, match="phone number"):
        display(phone)


def test_a_missing_table_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="run `bot data build`"):
        read_directory(tmp_path)


def test_a_broken_row_is_named_by_its_line(tmp_path: Path) -> None:
    lines = (DATA / "contacts.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "contacts.csv").write_text(f"{lines[0]}\n{lines[1].replace('+', '')}\n")
    with pytest.raises(DirectoryError, match=r"contacts.csv: line 2: "):
        read_directory(tmp_path)
