from __future__ import annotations

from pathlib import Path

import phonenumbers
import pytest
from phonenumbers import geocoder

from bot.custody.custody import Confidence, Custody, Jail, Operator, OperatorKind
from bot.custody.nearby import nearest_centre
from bot.custody.tables import CustodyTableError, read_custody
from bot.places.gazetteer import read_gazetteer


@pytest.fixture(scope="module")
def custody() -> Custody:
    return read_custody()


def test_every_county_has_an_operator_row(custody: Custody) -> None:
    assert set(custody.operators) == set(read_gazetteer().counties)


def test_every_county_but_american_samoa_has_a_field_office(custody: Custody) -> None:
    without = set(custody.operators) - set(custody.field_offices)
    assert without == {"60010", "60020", "60030", "60040", "60050"}


@pytest.mark.parametrize("fips", [f"090{number:02}" for number in range(1, 16, 2)])
def test_connecticut_s_eight_counties_have_the_state_s_jails(custody: Custody, fips: str) -> None:
    operator = custody.operator(fips)
    assert operator.kind is OperatorKind.STATE
    assert operator.body == "Connecticut Department of Correction"
    assert custody.field_offices[fips].name == "Boston Field Office"


@pytest.mark.parametrize(
    ("kind", "sure", "decides"),
    [
        (OperatorKind.SHERIFF, Confidence.HIGH, True),
        (OperatorKind.SHERIFF, Confidence.MEDIUM, True),
        (OperatorKind.SHERIFF, Confidence.LOW, False),
        (OperatorKind.UNKNOWN, Confidence.HIGH, False),
        (OperatorKind.NONE, Confidence.MEDIUM, False),
    ],
)
def test_only_a_sure_row_decides(kind: OperatorKind, sure: Confidence, decides: bool) -> None:
    assert Operator(kind, "", sure).decides is decides


def test_no_county_is_sent_to_a_jail_of_another_state(custody: Custody) -> None:
    """HIFLD had the number of Orange, Texas, for Orange County, California."""
    counties = read_gazetteer().counties
    states = {state.name: code for code, state in read_gazetteer().states.items()}
    states |= {"Washington State": "WA", "Washington D.C.": "DC"}
    for fips, call in custody.calls.items():
        area = geocoder.description_for_number(phonenumbers.parse(call.phone, None), "en")
        there = area.rpartition(", ")[2]
        assert states.get(there, there) in ("", counties[fips].state), (fips, call.phone)


def test_a_county_that_is_not_in_the_table_is_unknown(custody: Custody) -> None:
    assert not custody.operator("99999").decides


def test_every_phone_is_a_valid_number_in_e164(custody: Custody) -> None:
    phones = {record.phone for record in custody.by_id.values()}
    phones |= {office.phone for office in custody.field_offices.values()}
    for phone in phones - {""}:
        number = phonenumbers.parse(phone, None)
        assert phonenumbers.is_valid_number(number), phone
        assert phone == phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def test_a_main_jail_is_never_federal_or_for_minors_where_another_is_known(
    custody: Custody,
) -> None:
    for jails in custody.jails.values():
        adult = [jail for jail in jails if not jail.juvenile and jail.operator_type != "federal"]
        if adult:
            assert jails[0] in adult
            if any(jail.operator_type == "county" for jail in adult):
                assert jails[0].operator_type == "county"


def test_records_are_found_by_their_ids(custody: Custody) -> None:
    assert custody.by_id["ice-adams-county-correctional-center-ms"].fips == "28001"
    jackson = custody.jails["26075"][0]
    assert jackson.name.startswith("Jackson County Jail")
    assert custody.by_id[jackson.id] is jackson


def test_a_missing_table_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CustodyTableError, match="bot data build"):
        read_custody(tmp_path)


@pytest.mark.parametrize(
    ("fips", "name"),
    [
        ("13121", "Fulton County Jail"),  # not the city's, which HIFLD lists first
        ("48453", "Travis County Jail / Central Booking Facility"),  # not the larger annex
        ("30031", "Gallatin County Detention Center"),  # not the re-entry program
        ("39145", "Scioto County Jail"),  # not the counseling center
        ("51041", "Riverside Regional Jail"),  # stands in another county of its members
        ("11001", "Central Detention Facility"),  # not a police cell block
        ("30013", "Cascade County Sheriffs Office"),  # no jail here but a state prison
        ("44007", "Anthony P. Travisono Intake Service Center"),  # not the private federal one
    ],
)
def test_one_jail_of_several_is_the_one_to_call(custody: Custody, fips: str, name: str) -> None:
    assert custody.calls[fips].name == name


def test_no_county_is_sent_to_a_house_for_minors_or_to_a_federal_prison(custody: Custody) -> None:
    unwanted = {
        (jail.name, jail.phone)
        for jail in custody.by_id.values()
        if isinstance(jail, Jail) and (jail.juvenile or jail.operator_type == "federal")
    }
    assert not [call for call in custody.calls.values() if (call.name, call.phone) in unwanted]


def test_a_number_to_call_is_from_2016_or_later(custody: Custody) -> None:
    assert min(call.checked for call in custody.calls.values()) >= "2016"


def test_the_nearest_centre_answers_to_the_countys_own_ice_office(custody: Custody) -> None:
    gazetteer = read_gazetteer()
    for fips in ("13121", "48201", "26075", "12086"):
        centre = nearest_centre(gazetteer.county(fips), custody, gazetteer.county)
        assert centre is not None
        assert centre.phone
        assert custody.field_offices[centre.fips] == custody.field_offices[fips]
    assert nearest_centre(gazetteer.county("30111"), custody, gazetteer.county) is None
    assert nearest_centre(gazetteer.county("60010"), custody, gazetteer.county) is None
