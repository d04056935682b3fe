from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.agreements.roster import read_roster
from bot.cli.main import app
from bot.custody.corrections import CustodyCorrectionError
from bot.custody.custody import Call, Confidence, OperatorKind
from bot.custody.tables import read_custody
from bot.places.gazetteer import read_gazetteer
from bot.settings import read_settings
from bot.standing import standing

JACKSON = "26075"
SIGNED = 'source = "called, Legal Team"\ndate = 2026-11-20\n'
COUNTY = '[[county]]\ncounty = "26075"\nname = "Jackson Jail"\nphone = "(517) 768-7901"\n' + SIGNED


def _written(folder: Path, text: str) -> Path:
    path = folder / "jails.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_number_of_a_county_can_be_given_also_where_it_had_none(tmp_path: Path) -> None:
    known = read_custody().calls
    without = next(fips for fips in read_custody().operators if fips not in known)
    text = COUNTY + COUNTY.replace("26075", without)
    calls = read_custody(corrections=_written(tmp_path, text)).calls
    assert calls[JACKSON] == calls[without] == Call("Jackson Jail", "+15177687901", "2026-11-20")
    assert len(calls) == len(known) + 1


def test_a_number_that_changed_is_changed_wherever_it_stands(tmp_path: Path) -> None:
    old = read_custody().calls[JACKSON].phone
    text = f'[[change]]\nphone = "{old}"\nnew_phone = "517-768-7999"\n{SIGNED}'
    custody = read_custody(corrections=_written(tmp_path, text))
    phones = [house.phone for house in (*custody.by_id.values(), *custody.calls.values())]
    assert old not in phones
    assert phones.count("+15177687999") >= 2
    assert custody.calls[JACKSON].checked == "2026-11-20"
    jails = [jail for jail in custody.jails[JACKSON] if jail.phone == "+15177687999"]
    assert jails
    assert {jail.checked for jail in jails} == {"2026-11-20"}


def test_a_number_that_is_withdrawn_is_given_nowhere(tmp_path: Path) -> None:
    old = read_custody().calls[JACKSON].phone
    text = f'[[withdraw]]\nphone = "{old}"\nreason = "a private person"\n{SIGNED}'
    custody = read_custody(corrections=_written(tmp_path, text))
    assert JACKSON not in custody.calls
    assert old not in {house.phone for house in custody.by_id.values()}


def test_who_runs_a_jail_decides_whether_an_agreement_is_the_jail_s_own(tmp_path: Path) -> None:
    text = '[[runs]]\ncounty = "26075"\nkind = "county_department"\nbody = "Jackson Jails"\n'
    county = read_gazetteer().counties[JACKSON]
    before = standing(county, read_roster(), read_custody())
    custody = read_custody(corrections=_written(tmp_path, text + SIGNED))
    after = standing(county, read_roster(), custody)
    assert [entry.runs_jail for entry in before.jail] == [True]
    assert [entry.runs_jail for entry in after.jail] == [False]
    assert custody.operator(JACKSON).kind is OperatorKind.COUNTY_DEPARTMENT
    assert custody.operator(JACKSON).confidence is Confidence.HIGH


def test_a_county_may_have_no_jail_at_all(tmp_path: Path) -> None:
    text = '[[runs]]\ncounty = "26075"\nkind = "none"\n' + SIGNED
    operator = read_custody(corrections=_written(tmp_path, text)).operator(JACKSON)
    assert (operator.kind, operator.body) == (OperatorKind.NONE, "")


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        ("[county]\n", "write one of [[county]], [[change]], [[withdraw]], [[runs]]"),
        ("[[phone]]\n", "write one of [[county]]"),
        ('[[county]]\ncounty = "26075"\n', "name is missing"),
        (COUNTY.replace('"26075"', '"Jackson"'), "county is the code of five digits"),
        (COUNTY.replace("(517) 768-7901", "911"), "phone ('+1911' is not a valid US"),
        (COUNTY.replace("2026-11-20", '"2026-11-20"'), "date is a date without quotes"),
        (COUNTY.replace("name", "nmae"), "unknown key 'nmae'"),
        ("[[county]\n", "jails.toml"),
        (
            f'[[runs]]\ncounty = "26075"\nkind = "police"\nbody = "X"\n{SIGNED}',
            "kind is one of city_or_metro",
        ),
    ],
)
def test_a_slip_is_refused_with_its_entry_and_what_to_write(
    tmp_path: Path, entry: str, remedy: str
) -> None:
    with pytest.raises(CustodyCorrectionError) as refused:
        read_custody(corrections=_written(tmp_path, entry))
    assert remedy in str(refused.value)
    assert "jails.toml" in str(refused.value)


def test_the_file_that_travels_with_the_program_is_sound() -> None:
    ran = CliRunner().invoke(app, ["jails", "check"])
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert (read_settings().content_dir / "jails.toml").exists()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (COUNTY.replace("26075", "99999"), "99999 is no county's code"),
        (f'[[withdraw]]\nphone = "517-555-0100"\nreason = "x"\n{SIGNED}', "517-555-0100 is not"),
        (COUNTY.replace("517", "212"), "212-768-7901 has an area code of NY; look again"),
    ],
)
def test_what_has_no_effect_or_another_state_s_area_code_is_named(
    tmp_path: Path, entry: str, said: str
) -> None:
    _written(tmp_path, entry)
    ran = CliRunner().invoke(app, ["jails", "check", "--content", str(tmp_path)])
    assert ran.exit_code == 1
    assert said in ran.stderr


def test_a_folder_of_texts_that_is_not_there_is_refused(tmp_path: Path) -> None:
    there = str(tmp_path / "nowhere")
    ran = CliRunner().invoke(app, ["jails", "check", "--content", there])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert f"{there}: there is no such folder" in ran.stderr


def test_a_volunteer_can_look_at_what_is_known_of_a_county(tmp_path: Path) -> None:
    _written(tmp_path, COUNTY)
    ran = CliRunner().invoke(app, ["jails", "show", "jackson", "mi", "--content", str(tmp_path)])
    assert ran.exit_code == 0
    assert ran.stdout.splitlines() == [
        "26075 Jackson County, MI",
        "  run by: Jackson County Sheriff's Office (sheriff, confidence high)",
        "  number: Jackson Jail 517-768-7901, as of 2026-11-20",
    ]
