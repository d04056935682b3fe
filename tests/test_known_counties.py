"""Counties whose answer on the list of 2026-07-24 is known, asked with `bot ask --json`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.main import app

DAY = ("--on", "2026-11-22", "--json")


def asked(text: str, *options: str) -> dict[str, Any]:
    """The one JSON object that `bot ask TEXT --json` prints."""
    done = CliRunner().invoke(app, ["ask", text, *DAY, *options])
    assert done.exit_code == 0, done.output
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def agencies(answer: dict[str, Any], group: str) -> list[tuple[str, str, bool | None]]:
    return [(one["agency"], one["model"], one["runs_jail"]) for one in answer["status"][group]]


def first_text(answer: dict[str, Any]) -> str:
    text: str = answer["messages"][0]["text"]
    return text


def test_jackson_county_michigan_has_a_jail_deal_signed_in_march_2025() -> None:
    answer = asked("Jackson County MI")
    (jail,) = answer["status"]["jail"]
    assert (jail["model"], jail["signed"], jail["runs_jail"]) == ("WSO", "2025-03-19", True)
    assert answer["list_date"] == "2026-07-24"
    assert "WSO" in first_text(answer)


def test_washtenaw_county_michigan_has_nothing_listed_and_is_not_called_safe() -> None:
    answer = asked("Washtenaw County MI")
    assert not any(answer["status"][group] for group in ("jail", "street", "local"))
    assert "not on ICE's list of July 24, 2026" in first_text(answer)
    assert "does not mean no ICE" in first_text(answer)


def test_taylor_michigan_has_a_city_deal_inside_a_county_whose_jail_is_not_listed() -> None:
    answer = asked("Taylor, Michigan")
    assert answer["place"]["places"][0]["fips"] == "26163"
    assert agencies(answer, "local") == [("Taylor Police Department", "TFM", None)]
    assert answer["status"]["jail"] == []
    assert "Taylor Police Department" in first_text(answer)
    assert "the jail is not on ICE's list" in first_text(answer)


def test_genesee_county_michigan_names_a_body_that_left_the_list() -> None:
    answer = asked("Genesee County MI")
    assert answer["status"]["left"]
    assert answer["status"]["left"][0]["last_seen"]
    assert answer["status"]["jail"] == []
    assert "was on the list of" in first_text(answer)


@pytest.mark.parametrize("borough", ["Anchorage", "Juneau", "Nome Census Area", "Kenai Peninsula"])
def test_in_alaska_the_state_runs_the_jails_and_is_listed(borough: str) -> None:
    answer = asked(f"{borough} Alaska")
    (jail,) = answer["status"]["jail"]
    assert "Corrections" in jail["agency"]
    assert (jail["model"], jail["runs_jail"]) == ("WSO", True)


def test_miami_dade_keeps_jail_street_city_and_state_apart() -> None:
    answer = asked("Miami-Dade")
    assert agencies(answer, "jail") == [("Miami-Dade Corrections and Rehabilitation", "WSO", True)]
    assert [model for _, model, _ in agencies(answer, "street")] == ["TFM"]
    assert ("Doral Police Department", "TFM", None) in agencies(answer, "local")
    assert len(answer["status"]["statewide"]) > 1


def test_in_clark_county_nevada_the_metropolitan_police_run_the_jail() -> None:
    answer = asked("Clark County NV")
    assert agencies(answer, "jail") == [("Las Vegas Metropolitan Police Department", "WSO", True)]
    assert "Las Vegas Metropolitan Police Department runs this jail" in first_text(answer)


def test_washington_county_is_asked_about() -> None:
    answer = asked("Washington County")
    assert answer["reply"] == "ask-place"
    assert answer["place"]["outcome"] == "ask"
    assert len(answer["place"]["places"]) == 5
    assert "1 Washington County" in first_text(answer)


def test_the_sentence_of_a_frightened_person_is_answered_in_her_language() -> None:
    answer = asked("arrestaron a mi esposo en el condado de Jackson Michigan")
    assert answer["language"] == "es"
    assert answer["place"]["places"][0]["fips"] == "26075"
    assert "Condado de Jackson, Michigan" in first_text(answer)


@pytest.mark.parametrize(
    ("written", "code"),
    [("ES", "es"), ("PT-br", "pt-BR"), ("pt_BR", "pt-BR"), ("zh-hans", "zh-Hans"), ("Tl", "fil")],
)
def test_a_language_is_understood_in_any_case_and_with_a_low_line(written: str, code: str) -> None:
    assert asked("Jackson County MI", "--lang", written)["language"] == code


def test_a_language_that_is_not_offered_is_wrong_usage() -> None:
    for unknown in ("tlh", "es-XX", "e", ""):
        done = CliRunner().invoke(app, ["ask", "jackson mi", "--lang", unknown])
        assert done.exit_code == 2
        assert "is not offered here" in done.stderr


def test_every_contact_has_a_phone_and_a_date() -> None:
    contacts = asked("Harris County Texas")["contacts"]
    assert 2 <= len(contacts) <= 3
    assert all(one["phone"].startswith("+1") and one["source_date"] for one in contacts)


def test_a_conversation_on_standard_input_keeps_each_sender_apart() -> None:
    lines = [
        {"from": "a", "body": "Washington County", "channel": "sms"},
        {"from": "b", "body": "jackson mi", "channel": "whatsapp"},
        {"from": "a", "body": "1"},
        {"from": "b", "body": "lawyer"},
    ]
    text = "\n".join(json.dumps(line) for line in lines)
    done = CliRunner().invoke(app, ["ask", "--stdin", "--on", "2026-11-22"], input=text)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["reply"] for one in answers] == [
        "ask-place",
        "county-status",
        "county-status",
        "legal-help",
    ]
    assert len(answers[1]["messages"]) == 1, "WhatsApp bills each message"


def test_a_line_that_is_no_json_is_named_with_its_number() -> None:
    done = CliRunner().invoke(app, ["ask", "--stdin"], input="nonsense\n")
    assert done.exit_code == 1
    assert "line 1" in done.stderr
