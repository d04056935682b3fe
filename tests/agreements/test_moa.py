from __future__ import annotations

import pytest

from bot.agreements.agreement import AgencyKind
from bot.agreements.moa import contradicts, ice_address

PDF = "https://www.ice.gov/doclib/287gMOA/JacksonCoSheriffsOfficeMI_WSO_MOA_03192025.pdf"
WRAPPED = (
    "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fdoclib"
    "%2F287gMOA%2FJacksonCoSheriffsOfficeMI_WSO_MOA_03192025.pdf&data=05%7C02&reserved=0"
)


@pytest.mark.parametrize("link", [PDF, f" {PDF}\n", WRAPPED])
def test_an_address_at_ice_gov_is_kept_and_unwrapped(link: str) -> None:
    assert ice_address(link) == (PDF, None)


def test_blanks_in_an_address_are_encoded_once() -> None:
    for link in ("https://www.ice.gov/a_ MOA.pdf", "https://www.ice.gov/a_%20MOA.pdf"):
        assert ice_address(link) == ("https://www.ice.gov/a_%20MOA.pdf", None)


@pytest.mark.parametrize(
    "link",
    [
        "http://www.ice.gov/doclib/a.pdf",
        "https:/www.ice.gov/doclib/a.pdf",
        "chrome-extension://abc/https:/www.ice.gov/doclib/a.pdf",
        "https://www.ice.gov.example.org/a.pdf",
        "https://example.org/?url=https://www.ice.gov/a.pdf",
        "mailto:somebody@ice.gov",
        "https://[www.ice.gov/a.pdf",
        "https://[bad]/a.pdf",
    ],
)
def test_any_other_address_is_left_out_with_the_reason(link: str) -> None:
    address, reason = ice_address(link)
    assert address is None
    assert reason is not None
    assert reason.startswith("link left out")


@pytest.mark.parametrize(
    ("name", "model", "kind", "wrong"),
    [
        ("RushCoSheriffsOfficeIN_TFM_MOA.pdf", "WSO", AgencyKind.SHERIFF, True),
        ("georgiaDeptPublicSafety_TFM_MOA.pdf", "WSO", AgencyKind.SHERIFF, True),
        ("ManheimBoroughPoliceDeptPA_TFM_MOA.pdf", "TFM", AgencyKind.SHERIFF, True),
        ("ManheimBoroughPoliceDeptPA_TFM_MOA.pdf", "TFM", AgencyKind.CITY_POLICE, False),
        ("287gWSO_StJohnsCoFl2019-10-15.pdf", "WSO", AgencyKind.SHERIFF, False),
        ("LeeCountyFL_7.2.25.pdf", "TFM", AgencyKind.SHERIFF, False),
    ],
)
def test_a_paper_named_for_another_model_or_body_is_left_out(
    name: str, model: str, kind: AgencyKind, wrong: bool
) -> None:
    reason = contradicts(f"https://www.ice.gov/doclib/287gMOA/{name}", model, kind)
    assert bool(reason) == wrong
