from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.legal_aid.contact import Reach
from bot.legal_aid.correcting import apply_corrections
from bot.legal_aid.corrections import DirectoryError, read_corrections
from tests.legal_aid.examples import OFFICE

ADD = """
[[add]]
org = "New Help"
phone = "(212) 555-0123"
reach = "state"
services = ["detained"]
languages = ["es", "ht"]
hours = "Mon-Thu 9:00-17:00; Fri 9:00-12:00 CT"
limit = "low_income"
source = "https://www.example.org"
date = 2026-11-20
"""
SIGNED = '\nsource = "called, Legal Team"\ndate = 2026-11-20\n'


def _read(folder: Path, text: str, name: str = "MI.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_an_advocate_can_add_a_contact(tmp_path: Path) -> None:
    contacts, unused = apply_corrections([OFFICE], read_corrections(_read(tmp_path, ADD)))
    added = contacts[1]
    assert not unused
    assert (added.org, added.phone, added.display) == ("New Help", "+12125550123", "212-555-0123")
    assert (added.state, added.reach, added.languages) == ("MI", Reach.STATE, ("es", "ht"))
    assert added.expires == date(2027, 11, 19)


def test_an_advocate_can_change_a_number_but_not_lengthen_the_life_of_its_listing(
    tmp_path: Path,
) -> None:
    text = '[[change]]\nphone = "212-555-0100"\nnew_phone = "212-555-0199"' + SIGNED
    contacts, unused = apply_corrections([OFFICE], read_corrections(_read(tmp_path, text)))
    assert not unused
    assert contacts == (
        replace(
            OFFICE,
            phone="+12125550199",
            display="212-555-0199",
            source="called, Legal Team",
            source_date=date(2026, 11, 20),
        ),
    )


def test_an_advocate_can_withdraw_a_number(tmp_path: Path) -> None:
    text = '[[withdraw]]\nphone = "212-555-0100"\nreason = "disconnected"' + SIGNED
    assert apply_corrections([OFFICE], read_corrections(_read(tmp_path, text))) == ((), ())


def test_a_correction_of_a_number_that_is_gone_is_reported_and_harms_nothing(
    tmp_path: Path,
) -> None:
    text = '[[withdraw]]\nphone = "212-555-0111"\nreason = "disconnected"' + SIGNED
    contacts, unused = apply_corrections([OFFICE], read_corrections(_read(tmp_path, text)))
    assert contacts == (OFFICE,)
    assert "MI.toml: [[withdraw]] 1: 212-555-0111" in unused[0]


def test_a_number_cannot_be_given_to_two_contacts(tmp_path: Path) -> None:
    corrections = read_corrections(_read(tmp_path, ADD.replace("0123", "0100")))
    with pytest.raises(DirectoryError, match=r"\[\[add\]\] 1: 212-555-0100 is already Example"):
        apply_corrections([OFFICE], corrections)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (ADD.replace('org = "New Help"\n', ""), r"MI.toml: \[\[add\]\] 1: org is missing"),
        (ADD.replace("(212) 555-0123", "555-0123"), "phone .*not a valid US phone number"),
        (ADD.replace("(212) 555-0123", "call us"), "phone 'call us' is not a phone number"),
        (ADD.replace("2026-11-20", '"2026-11-20"'), "date is a date without quotes"),
        (ADD.replace("low_income", "poor"), "limit is one of"),
        (ADD.replace('"state"', '"town"'), "reach is one of"),
        (ADD.replace('"state"', '"county"'), "say whom it serves"),
        (ADD.replace('"state"', '"national"'), "national contacts stand in national.toml"),
        (ADD.replace('["detained"]', '"detained"'), "services is a list"),
        (ADD.replace('["detained"]', '["divorce"]'), "services has 'divorce'"),
        (ADD.replace("Mon-Thu 9:00-17:00", "mornings"), "hours is 24/7 or like"),
        (ADD + 'fax = "1"\n', "unknown key 'fax'"),
        (ADD + 'counties = ["Jackson"]\n', "counties has 'Jackson', which is no counties code"),
        (ADD.replace("[[add]]", "[add]"), r"write \[\[add\]\]"),
        ("[[replace]]\n" + SIGNED, r"write \[\[add\]\], \[\[change\]\], \[\[confirm\]\] or"),
        ('[[change]]\nphone = "212-555-0100"' + SIGNED, "says nothing to change"),
        ('[[withdraw]]\nphone = "212-555-0100"' + SIGNED, "reason is missing"),
        ("[[add]\n", "MI.toml: .*line 1"),
    ],
)
def test_a_faulty_entry_is_refused_by_file_and_number(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(DirectoryError, match=complaint):
        read_corrections(_read(tmp_path, text))


def test_a_file_that_is_named_after_no_state_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="name it after a state"):
        read_corrections(_read(tmp_path, "", "texas.toml"))


def test_no_corrections_are_no_error(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "absent") == ()


def test_a_number_that_somebody_called_lasts_a_year_from_that_day(tmp_path: Path) -> None:
    old = replace(OFFICE, source_date=date(2025, 10, 1), expires=date(2026, 9, 30))
    text = '[[confirm]]\nphone = "212-555-0100"' + SIGNED
    contacts, unused = apply_corrections([old], read_corrections(_read(tmp_path, text)))
    assert not unused
    assert contacts[0].source_date == date(2026, 11, 20)
    assert contacts[0].expires == date(2027, 11, 19)


def test_a_call_does_not_lengthen_a_recognition_that_ends(tmp_path: Path) -> None:
    ending = replace(OFFICE, source_date=date(2026, 9, 1), expires=date(2026, 12, 1))
    text = '[[confirm]]\nphone = "212-555-0100"' + SIGNED
    contacts, _ = apply_corrections([ending], read_corrections(_read(tmp_path, text)))
    assert contacts[0].expires == date(2026, 12, 1)
