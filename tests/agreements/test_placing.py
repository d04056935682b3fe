from __future__ import annotations

import pytest

from bot.agreements.agreement import AgencyKind, Scope
from bot.agreements.case import Reviewed
from bot.agreements.cell import read_cell
from bot.agreements.names import Names
from bot.places.place import County
from tests.agreements.ground import placed

# state, agency, county cell -> counties, and a word that one of the complaints must hold
BY_COUNTY = [
    ("AL", "Franklin County Sheriff's Office", "Franklin County", ["01059"], ""),
    ("AL", "Franklin County Sheriff's Office", "Frankin County", ["01059"], "respelled"),
    ("GA", "Decatur County Sheriff's Office", "Decatur", ["13087"], "written"),
    ("GA", "De Kalb County Sheriff's Office", "De Kalb County", ["13089"], ""),
    ("LA", "Richland Parish Sheriff's Office", "Richland County", ["22083"], "Richland Parish"),
    ("LA", "St. Charles Parish Sheriff's Office", "German Coast County", ["22089"], "own name"),
    ("LA", "La Salle Parish Sheriff's Office", "La Salle Parish", ["22059"], ""),
    ("MI", "Berrian County Sheriff's Office", "Berrian County", ["26021"], "Berrien County"),
    ("MI", "Wayne County Sheriff's Office", "#N/A", ["26163"], "own name says Wayne County"),
    ("MO", "Saint Francois County Sheriff's Office", "Saint Francois County", ["29187"], ""),
    ("TN", "Louden County Sheriff's Office", "Louden County", ["47105"], "Loudon County"),
    ("VA", "Hopewell County Sheriff's Office", "Hopewell County", ["51670"], "Hopewell city"),
    ("VA", "Roanoke City Sheriff's Office", "Roanoke City", ["51770"], ""),
    ("VA", "Roanoke County Sheriff's Office", "Roanoke County", ["51161"], ""),
    ("NV", "Carson City Sheriff's Office", "Carson City", ["32510"], ""),
    ("FL", "Jacksonville Sheriff's Office", "Duval County", ["12031"], ""),
    ("FL", "Miami-Dade Sheriff's Office", "Miami-Dade County", ["12086"], ""),
    ("MI", "Genesee County Sheriff's Office", "Wayne County", ["26049"], "differs"),
]
BY_TOWN = [
    ("MI", "Taylor Police Department", "#N/A", ["26163"], "only town"),
    ("AR", "Texarkana Police Department", "Bowie County", ["05091"], "not one of the state"),
    ("TX", "Overton Police Department", "Overton County", ["48401", "48423"], "Rusk County"),
    ("AL", "Piedmont Police Department", "Calhoun County", ["01015", "01019"], "several"),
    ("AL", "Cherokee Police Department", "Cherokee County", ["01033"], "its police are in"),
    ("TX", "Yoakum Police Department", "Yoakum County", ["48285", "48501"], "both kept"),
    ("TN", "Sparta Police Department", "Sparta-White County", ["47185"], "taken from"),
    ("LA", "Arnaudville Police Department", "Saint Landry County", ["22097", "22099"], "several"),
    ("PA", "Sewickley Township Constable's Office", "#N/A", ["42129"], "only town"),
    ("PA", "Mifflin Borough Police Department", "Juniata County", ["42067"], ""),
    ("FL", "Howey in the Hills Police Department", "Lake Conty", ["12069"], "Lake County"),
    ("FL", "University of North Florida Police Department", "#N/A", ["12031"], "table of police"),
    ("MI", "Metro Police Authority of Genesee County", "#NA", ["26049"], "own name"),
    ("VA", "Roanoke Police Department", "Roanoke", ["51770"], "only town"),
]


@pytest.mark.parametrize(("state", "agency", "cell", "fips", "said"), BY_COUNTY + BY_TOWN)
def test_a_row_is_placed_and_each_change_is_explained(
    state: str, agency: str, cell: str, fips: list[str], said: str
) -> None:
    row = placed(state, agency, cell)
    assert list(row.fips) == fips, row.complaints
    assert said in " ".join(row.complaints)
    assert bool(row.complaints) == bool(said), row.complaints


@pytest.mark.parametrize(
    ("state", "agency", "cell"),
    [
        ("WV", "West Virginia State Police Department", "Washington County"),
        ("AR", "Arkansas Department of Corrections", "Pulaksi County"),
        ("WY", "Wyoming State Highway Patrol", "Laramie County"),
        ("MP", "CNMI Department of Public Safety", "#NA"),
    ],
)
def test_a_state_agency_never_answers_for_the_county_in_its_cell(
    state: str, agency: str, cell: str
) -> None:
    row = placed(state, agency, cell)
    assert row.fips == ()
    assert row.scope is Scope.STATE
    assert row.placed
    assert bool(row.complaints) == (not cell.startswith("#"))


@pytest.mark.parametrize(
    ("agency", "fips"),
    [
        (
            "Rappahannock, Shenandoah, Warren Regional Jail Authority",
            ("51157", "51171", "51187"),
        ),
        ("Rappahannok,Shenandoah, Warren Regional Jail Authority", ("51157", "51171", "51187")),
        ("Northern Regional Jail", ("51171", "51187")),
        ("Northern Regional Jail Authority", ("51171", "51187")),
        ("Northern Regional Jail (NRJ)", ("51171", "51187")),
        ("Valley Regional Jail", ("51157", "51161")),
    ],
)
def test_a_regional_jail_stands_in_each_of_its_counties(agency: str, fips: tuple[str, ...]) -> None:
    row = placed("VA", agency)
    assert row.fips == fips
    assert row.scope is Scope.REGIONAL
    assert row.kind is AgencyKind.REGIONAL_JAIL


def test_a_known_jail_of_several_counties_needs_no_word_regional_to_stand_in_all() -> None:
    for cell in ("Rusk County", "Smith County", "#N/A"):
        row = placed("TX", "Multi-County Correctional Center", cell, printed_type="State Agency")
        assert (row.fips, row.scope) == (("48401", "48423"), Scope.REGIONAL)
        assert "not certain" not in " ".join(row.complaints)


def test_a_cell_that_is_none_of_the_members_is_said() -> None:
    row = placed("VA", "Northern Regional Jail", "Roanoke County")
    assert row.fips == ("51171", "51187")
    assert "Roanoke County, which is none of its members" in row.complaints[-1]


def test_a_name_placed_by_hand_is_found_without_its_word_authority() -> None:
    hand = Reviewed(("51157", "51191"), Scope.REGIONAL, None, "its members")
    key = ("VA", "southern regional jail authority")
    row = placed("VA", "Southern Regional Jail", "#N/A", reviewed={key: hand})
    assert row.fips == ("51157", "51191")


@pytest.mark.parametrize(
    ("state", "agency", "cell", "printed_type"),
    [
        ("FL", "Pasco County", "Pasco County", "County"),
        ("FL", "Pasco County Board of County Commissioners", "Pasco County", "County"),
        ("FL", "Board of County Commissioners, Pasco County, Florida", "#N/A", "County"),
        ("PA", "County of Berks", "Berks County", ""),
        ("TX", "Rusk County Commissioners Court", "Rusk County", "Municipality"),
        ("TX", "East Texas Supervision", "Rusk County", "County"),
    ],
)
def test_a_county_s_government_is_no_town_and_its_sort_is_said_to_be_uncertain(
    state: str, agency: str, cell: str, printed_type: str
) -> None:
    row = placed(state, agency, cell, printed_type=printed_type)
    assert row.scope is Scope.COUNTY
    assert len(row.fips) == 1
    assert row.complaints[-1] == "not certain what sort of body this is: taken for the county's"


def test_a_town_s_body_of_no_known_sort_is_said_to_be_one() -> None:
    row = placed("AL", "Cherokee Watch", "Colbert County")
    assert row.scope is Scope.MUNICIPAL
    assert row.complaints[-1] == "not certain what sort of body this is: taken for a town's"


@pytest.mark.parametrize(
    ("state", "agency", "cell"),
    [
        ("MO", "North County Police Cooperative", "North County"),
        ("PA", "Union Township Police Department", "#N/A"),
        ("TX", "Reno Police Department", "#N/A"),
        ("TX", "Marin County Sheriff's Office", "Marin County"),
        ("FL", "Nowhere Police Department", "#N/A"),
        ("MI", "Someplace Police Department", "Ocean County"),
    ],
)
def test_what_no_rule_knows_stays_unplaced_with_a_complaint(
    state: str, agency: str, cell: str
) -> None:
    row = placed(state, agency, cell)
    assert not row.placed
    assert row.fips == ()
    assert "not placed" in row.complaints[-1]


def test_a_county_of_another_state_is_named_as_such() -> None:
    row = placed("MASSACHUSETTS", "Some Police Department", "Crow Wing County")
    assert not row.placed
    assert "county of MN" in row.complaints[-1]


def test_a_near_county_of_the_printed_state_is_likelier_than_another_state() -> None:
    row = placed("MI", "Sheboygan County Sheriff's Office", "Sheboygan County")
    assert (row.state, row.fips) == ("MI", ("26031",))
    assert "not certain" in row.complaints[0]
    assert "Sheboygan County is in WI" in row.complaints[1]


def test_a_campus_whose_town_lies_elsewhere_than_its_cell_says_is_not_certain() -> None:
    row = placed("TX", "University of Houston Police Department", "Rusk County")
    assert row.fips == ("48401",)
    assert "it is in Harris County" in row.complaints[-1]
    row = placed("TX", "University of Houston Police Department", "Harris County")
    assert row.complaints == ()
    row = placed("FL", "University of North Florida Police Department", "Lake County")
    assert "it is in Duval County" in row.complaints[-1]


def test_a_wrong_state_is_put_right_where_name_and_cell_agree_on_the_only_such_county() -> None:
    row = placed("MASSACHUSETTS", "Crow Wing County Sheriff's Office", "Crow Wing County")
    assert (row.state, row.fips) == ("MN", ("27035",))
    assert "state cell says MA" in row.complaints[-1]


@pytest.mark.parametrize(
    ("state", "agency", "cell", "fips"),
    [
        ("TN", "Constable Precinct 2, White County", "#N/A", "47185"),
        ("MI", "District Attorney, Wayne County", "County", "26163"),
        ("MI", "Office of the District Attorney of Berrien County", "Wayne County", "26021"),
        ("MI", "Berrien Co. Sheriff's Office", "Wayne County", "26021"),
        ("MI", "Berrien Sheriff's Office", "Unknown", "26021"),
        ("MI", "Sheriff of Wayne County", "TBD", "26163"),
        ("MI", "Genesee Counry Sherriff's Office", "", "26049"),
        ("MI", "Genessee County Sheriff's Office", "-", "26049"),
        ("VA", "City of Roanoke Sheriff's Office", "#N/A", "51770"),
        ("AL", "Cherokee-Colbert Unified Government Police", "#N/A", "01033"),
        ("MI", "Taylor Metropolitan Police Department", "#N/A", "26163"),
        ("MI", "Taylor PD", "County of Wayne", "26163"),
        ("MI", "Taylor PD", "Wayne Co., MI", "26163"),
        ("MI", "Taylor PD", "Wayne County (Michigan)", "26163"),
    ],
)
def test_a_name_or_cell_in_another_style_is_read(
    state: str, agency: str, cell: str, fips: str
) -> None:
    assert placed(state, agency, cell).fips == (fips,)


def test_part_of_an_invented_name_is_no_county() -> None:
    assert not placed("TN", "Liberty White County Sheriff's Office", "Liberty White County").placed


def test_an_airport_stands_in_the_main_county_of_its_town() -> None:
    row = placed("AL", "Piedmont Airport Authority Police")
    assert (row.kind, row.fips) == (AgencyKind.AIRPORT, ("01015",))


def test_a_county_of_another_state_is_not_lightly_taken_for_a_misspelt_one() -> None:
    counties = [
        County("36005", "NY", "New York", "Bronx County", "Bronx", "County", 1, 0.0, 0.0),
        County("39015", "OH", "Ohio", "Brown County", "Brown", "County", 1, 0.0, 0.0),
    ]
    assert read_cell(Names(counties), "NY", "Brown County") is None
    assert read_cell(Names(counties), "NY", "Bromx County") is not None


def test_a_regional_body_with_one_county_in_its_cell_is_not_certain() -> None:
    for agency in ("Eastern Regional Jail", "23rd Judicial District Drug Task Force"):
        row = placed("TN", agency, "White County")
        assert row.fips == ("47185",)
        assert "not certain" in row.complaints[-1]


def test_what_two_witnesses_contradict_is_called_not_certain() -> None:
    row = placed("TX", "Yoakum Police Department", "Yoakum County")
    assert "not certain" in row.complaints[-1]


def test_a_row_placed_by_hand_wins_and_gives_its_reason() -> None:
    hand = Reviewed(("12101", "12031"), Scope.REGIONAL, AgencyKind.PROSECUTOR, "two counties")
    key = ("FL", "office of the state attorney")
    row = placed("FL", "Office of the State Attorney", "Lake County", reviewed={key: hand})
    assert row.fips == ("12101", "12031")
    assert row.scope is Scope.REGIONAL
    assert row.kind is AgencyKind.PROSECUTOR
    assert row.complaints == ("placed by hand: two counties",)


@pytest.mark.parametrize(
    ("printed", "code", "complains"),
    [
        ("ALABAMA ", "AL", False),
        ("MI", "MI", False),
        ("PENNSLYVANIA", "PA", True),
        ("WEST VIRGINA", "WV", True),
        ("ATLANTIS", "ATLANTIS", True),
    ],
)
def test_a_misspelt_state_is_put_right_and_said(printed: str, code: str, complains: bool) -> None:
    row = placed(printed, "Somewhere Police Department")
    assert row.state == code
    assert any("state" in said for said in row.complaints) == complains


@pytest.mark.parametrize(
    ("printed", "model", "complains"),
    [
        ("Warrant Services Officer", "WSO", False),
        ("Jail Enforcment Model ", "JEM", False),
        ("Task Force Officer ", "TFM", False),
        ("tfm", "TFM", False),
        ("Tribal Model", "Tribal Model", True),
        ("", "", True),
    ],
)
def test_the_model_is_read_from_its_printed_words(
    printed: str, model: str, complains: bool
) -> None:
    row = placed("MI", "Wayne County Sheriff's Office", "Wayne County", model=printed)
    assert row.model == model
    assert any("support type" in said for said in row.complaints) == complains


@pytest.mark.parametrize("agency", ["#REF!", "#NAME?", "=B3", "2179", "12/31/2025", "N/A", "—"])
def test_a_cell_that_names_no_agency_waits_for_a_person(agency: str) -> None:
    found = placed("AL", agency, "Franklin County", "County")
    assert not found.placed
    assert "no agency" in found.complaints[-1]
