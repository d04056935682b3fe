from __future__ import annotations

import pytest

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.kinds import agency_kind, is_statewide, scope_of

EXAMPLES = [
    ("St. Landry S.O.", "County", "Louisiana", AgencyKind.SHERIFF),
    ("Nassau Co. PD", "County", "New York", AgencyKind.COUNTY_POLICE),
    ("Pinal Cnty Attorney's Office", "County", "Arizona", AgencyKind.PROSECUTOR),
    ("Northern Neck Reg. Jail", "County", "Virginia", AgencyKind.REGIONAL_JAIL),
    ("Jackson County Sheriff’s Office", "County", "Michigan", AgencyKind.SHERIFF),
    ("Haskell County Sheriff's Office", "Municipality", "Oklahoma", AgencyKind.SHERIFF),
    ("Jacksonville Sheriff's Office", "County", "Florida", AgencyKind.SHERIFF),
    ("Miami-Dade Corrections and Rehabilitation", "County", "Florida", AgencyKind.COUNTY_JAIL),
    ("Grayson County Detention Center", "County", "Kentucky", AgencyKind.COUNTY_JAIL),
    ("County of Franklin / Franklin County Jail", "", "Pennsylvania", AgencyKind.COUNTY_JAIL),
    ("Okmulgee County Criminal Justice Authority", "", "Oklahoma", AgencyKind.COUNTY_JAIL),
    ("Wicomico County Corrections Center", "State", "Maryland", AgencyKind.COUNTY_JAIL),
    ("Southwest Virginia Regional Jail Authority", "", "Virginia", AgencyKind.REGIONAL_JAIL),
    ("Albemarle District Jail", "County", "North Carolina", AgencyKind.REGIONAL_JAIL),
    ("Nassau County Police Department", "County", "New York", AgencyKind.COUNTY_POLICE),
    ("Lebanon County Regional Police Department", "", "Pennsylvania", AgencyKind.CITY_POLICE),
    ("Metro Police Authority of Genesee County", "", "Michigan", AgencyKind.CITY_POLICE),
    ("Taylor Police Department", "Municipality", "Michigan", AgencyKind.CITY_POLICE),
    ("Gordonsville Department of Public Safety", "", "Virginia", AgencyKind.CITY_POLICE),
    ("Florida City Police Department", "", "Florida", AgencyKind.CITY_POLICE),
    ("Statesboro Police Department", "", "Georgia", AgencyKind.CITY_POLICE),
    (
        "Center Line Division of Public Safety and Security",
        "State",
        "Michigan",
        AgencyKind.CITY_POLICE,
    ),
    ("Blanco County Constable Precinct 4", "County", "Texas", AgencyKind.CONSTABLE),
    (
        "Pennsylvania State Constable's Office, Cooke Township",
        "",
        "Pennsylvania",
        AgencyKind.CONSTABLE,
    ),
    ("Pinal County Attorney's Office", "County", "Arizona", AgencyKind.PROSECUTOR),
    ("Hendricks County Prosecutor's Office", "", "Indiana", AgencyKind.PROSECUTOR),
    (
        "Office of the State Attorney, 20th Judicial Circuit",
        "State Agency",
        "Florida",
        AgencyKind.PROSECUTOR,
    ),
    ("Florida State University Police Department", "State Agency", "Florida", AgencyKind.CAMPUS),
    ("Lee County Port Authority Police", "", "Florida", AgencyKind.AIRPORT),
    ("Denham Springs City Marshal", "", "Louisiana", AgencyKind.MARSHAL),
    ("Louisiana Office of the State Fire Marshal", "", "Louisiana", AgencyKind.STATE_OTHER),
    ("16th Judicial Distric Drug Task Force", "", "Arkansas", AgencyKind.COUNTY_OTHER),
    ("Alaska Department of Corrections", "", "Alaska", AgencyKind.STATE_CORRECTIONS),
    ("Department of Corrections", "State Agency", "Alaska", AgencyKind.STATE_CORRECTIONS),
    (
        "CNMI Department of Corrections",
        "",
        "Northern Mariana Islands",
        AgencyKind.STATE_CORRECTIONS,
    ),
    ("Texas Parks and Wildlife Department", "County", "Texas", AgencyKind.STATE_OTHER),
    ("Guam Customs and Quarantine Agency", "State Agency", "Guam", AgencyKind.STATE_OTHER),
    ("Virginia Beach Police Department", "State", "Virginia", AgencyKind.CITY_POLICE),
    ("Maine Warden Service", "", "Maine", AgencyKind.STATE_OTHER),
    ("Colorado Springs Department of Public Safety", "", "Colorado", AgencyKind.CITY_POLICE),
    ("Iowa City Police Department", "", "Iowa", AgencyKind.CITY_POLICE),
    ("Autauga County Sherriff Dept", "County", "Alabama", AgencyKind.SHERIFF),
    ("Sheridan Police Department", "", "Wyoming", AgencyKind.CITY_POLICE),
    ("Sheffield Police Department", "", "Alabama", AgencyKind.CITY_POLICE),
    ("Georgia Department of Public Safety", "", "Georgia", AgencyKind.STATE_OTHER),
    ("West Virginia State Police Department", "", "West Virginia", AgencyKind.STATE_OTHER),
    ("Wyoming State Highway Patrol", "", "Wyoming", AgencyKind.STATE_OTHER),
    ("Mississippi Attorney General's Office", "", "Mississippi", AgencyKind.STATE_OTHER),
    ("Office of Agricultural Law Enforcement", "State Agency", "Florida", AgencyKind.STATE_OTHER),
    ("Adair County Jailer", "County", "Kentucky", AgencyKind.COUNTY_JAIL),
    ("Office of the Laurel County Jailer", "County", "Kentucky", AgencyKind.COUNTY_JAIL),
    ("Allen County Fiscal Court", "County", "Kentucky", AgencyKind.COUNTY_OTHER),
    ("Volusia County", "County", "Florida", AgencyKind.COUNTY_OTHER),
    ("Jackson County BOCC", "County", "Florida", AgencyKind.COUNTY_OTHER),
    ("Orange County Government", "County", "Florida", AgencyKind.COUNTY_OTHER),
    ("County of Bucks", "County", "Pennsylvania", AgencyKind.COUNTY_OTHER),
    ("Tarrant County Commissioners Court", "County", "Texas", AgencyKind.COUNTY_OTHER),
    (
        "Board of County Commissioners, Escambia County, Florida",
        "County",
        "Florida",
        AgencyKind.COUNTY_OTHER,
    ),
    ("Kerr County Law Enforcement Center", "County", "Texas", AgencyKind.COUNTY_OTHER),
    ("Briscoe Co SO", "County", "Texas", AgencyKind.SHERIFF),
    ("Kerr Co. S.O.", "County", "Texas", AgencyKind.SHERIFF),
    ("Kerr CSO", "County", "Texas", AgencyKind.SHERIFF),
    ("Kerr County S O", "County", "Texas", AgencyKind.SHERIFF),
    ("Nassau County Department of Public Safety", "County", "New York", AgencyKind.CITY_POLICE),
    ("Miami Correctional Facility", "State Agency", "Indiana", AgencyKind.STATE_CORRECTIONS),
    ("Lansing Correctional Facility", "State", "Kansas", AgencyKind.STATE_CORRECTIONS),
    ("MDOC", "State Agency", "Michigan", AgencyKind.STATE_CORRECTIONS),
    ("FDLE", "State Agency", "Florida", AgencyKind.STATE_OTHER),
    ("SLED", "State Agency", "South Carolina", AgencyKind.STATE_OTHER),
    ("Office of Inspector General", "State Agency", "Texas", AgencyKind.STATE_OTHER),
    ("Northwest Regional Corrections Center", "State", "Minnesota", AgencyKind.REGIONAL_JAIL),
]


@pytest.mark.parametrize(("agency", "printed_type", "state", "kind"), EXAMPLES)
def test_the_name_says_what_sort_of_body_it_is(
    agency: str, printed_type: str, state: str, kind: AgencyKind
) -> None:
    assert agency_kind(agency, printed_type, state) is kind


def test_every_kind_has_a_scope_and_only_state_bodies_are_statewide() -> None:
    statewide = {kind for kind in AgencyKind if is_statewide(kind)}
    assert statewide == {AgencyKind.STATE_CORRECTIONS, AgencyKind.STATE_OTHER}
    assert scope_of(AgencyKind.SHERIFF) is Scope.COUNTY
    assert scope_of(AgencyKind.CITY_POLICE) is Scope.MUNICIPAL
    assert scope_of(AgencyKind.REGIONAL_JAIL) is Scope.REGIONAL
