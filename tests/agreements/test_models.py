from __future__ import annotations

import pytest

from bot.agreements.models import models_apart, read_model


@pytest.mark.parametrize(
    ("printed", "model"),
    [
        ("Jail Enforcment Model ", "JEM"),
        ("Warrant Services Officer", "WSO"),
        ("Task Force Officer ", "TFM"),
        ("Task Force Model (TFM)", "TFM"),
        ("W.S.O.", "WSO"),
        ("287(g) Task Force Model", "TFM"),
        ("Model: JEM", "JEM"),
    ],
)
def test_the_usual_words_are_read_without_a_complaint(printed: str, model: str) -> None:
    assert read_model(printed) == (model, ())


@pytest.mark.parametrize(
    ("printed", "model"),
    [
        ("Warrent Service Officer", "WSO"),
        ("Warrant Serivce Officer", "WSO"),
        ("Taskforce Model", "TFM"),
        ("WSO Model", "WSO"),
        ("JEM Model", "JEM"),
        ("TFM Model", "TFM"),
        ("Jail Model", "JEM"),
        ("Jail Model (JEM)", "JEM"),
        ("Jail Enforecement Mdoel", "JEM"),
        ("Task Force Model, street only", "TFM"),
    ],
)
def test_a_misspelt_model_is_read_and_said(printed: str, model: str) -> None:
    read, said = read_model(printed)
    assert read == model
    assert printed in said[0]


@pytest.mark.parametrize(
    "printed",
    [
        "Jail Task Force Model",
        "Warrant Service Officer to Task Force Model",
        "JEM-WSO Upgrade",
        "not a Jail Enforcement Model",
        "Tunnel Task Force",
        "Street Enforcement Model",
        "Terminated",
    ],
)
def test_what_may_be_two_models_or_none_is_not_guessed(printed: str) -> None:
    assert read_model(printed) == (printed, (f'support type "{printed}" is not one that we know',))


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("JEM/WSO", ("JEM", "WSO")),
        ("WSO\nTFM", ("WSO", "TFM")),
        ("WSO TFM", ("WSO", "TFM")),
        ("JEM-WSO", ("JEM", "WSO")),
        ("WSO • JEM", ("WSO", "JEM")),
        ("both WSO and TFM", ("WSO", "TFM")),
        ("WSO to TFM", ("WSO to TFM",)),
        ("JEM-WSO Upgrade", ("JEM-WSO Upgrade",)),
        (
            "Task Force Model; Warrent Service Officer",
            ("Task Force Model", "Warrent Service Officer"),
        ),
        ("Task Force Model", ("Task Force Model",)),
        ("Warrant Service\nOfficer", ("Warrant Service\nOfficer",)),
        ("WSO / something new", ("WSO / something new",)),
    ],
)
def test_models_in_one_cell_are_told_apart_where_each_is_known(
    printed: str, parts: tuple[str, ...]
) -> None:
    assert models_apart(printed) == parts


@pytest.mark.parametrize("printed", ["N/A", "#N/A", "#NAME?", "None", "-", "?", "=E2", "12"])
def test_a_cell_that_names_no_model_is_said(printed: str) -> None:
    assert read_model(printed) == ("", (f'no support type: "{printed}"',))
    assert read_model("") == ("", ("no support type",))
