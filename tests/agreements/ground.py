"""A small country for the placing rules: a few counties, towns and police agencies."""

from __future__ import annotations

from datetime import date

from bot.agreements.case import Reviewed, ReviewedRows
from bot.agreements.importer import PlacedRow, SheetRow, place_row
from bot.agreements.names import Body, Names, Town
from bot.places.place import County

_STATES = """
AL Alabama|AR Arkansas|CA California|FL Florida|GA Georgia|LA Louisiana|MA Massachusetts|MI Michigan
MN Minnesota|MO Missouri|NV Nevada|PA Pennsylvania|TN Tennessee|TX Texas|VA Virginia
WI Wisconsin|WV West Virginia|WY Wyoming|MP Northern Mariana Islands
"""


def _entries(table: str) -> list[str]:
    return [entry for line in table.split("\n") if line for entry in line.split("|")]


STATES = {entry[:2]: entry[3:] for entry in _entries(_STATES)}
_COUNTIES = """
01015 AL Calhoun County|01019 AL Cherokee County|01033 AL Colbert County|01059 AL Franklin County
05081 AR Little River County|05091 AR Miller County|05119 AR Pulaski County
12031 FL Duval County|12069 FL Lake County|12086 FL Miami-Dade County|12101 FL Pasco County
13087 GA Decatur County|13089 GA DeKalb County
22001 LA Acadia Parish|22059 LA LaSalle Parish|22083 LA Richland Parish|22089 LA St. Charles Parish
22097 LA St. Landry Parish|22099 LA St. Martin Parish
26031 MI Cheboygan County|55117 WI Sheboygan County
26021 MI Berrien County|26049 MI Genesee County|26163 MI Wayne County
27035 MN Crow Wing County|25025 MA Suffolk County
29187 MO St. Francois County|29227 MO Worth County
48071 TX Marion County|48317 TX Martin County|48201 TX Harris County|06041 CA Marin County
32510 NV Carson City
42011 PA Berks County|42057 PA Fulton County|42067 PA Juniata County|42071 PA Lancaster County
42087 PA Mifflin County|42129 PA Westmoreland County|42003 PA Allegheny County
47185 TN White County|47105 TN Loudon County
48037 TX Bowie County|48401 TX Rusk County|48423 TX Smith County|48285 TX Lavaca County
48501 TX Yoakum County
51157 VA Rappahannock County|51171 VA Shenandoah County|51187 VA Warren County
51161 VA Roanoke County|51770 VA Roanoke city|51670 VA Hopewell city|51191 VA Washington County
54039 WV Kanawha County|56021 WY Laramie County|69110 MP Saipan Municipality
"""


def _county(line: str) -> County:
    fips, state, name = line.split(" ", 2)
    short, _, kind = name.rpartition(" ")
    return County(fips, state, STATES[state], name, short, kind, 1000, 0.0, 0.0)


COUNTIES = [_county(entry) for entry in _entries(_COUNTIES)]
TOWNS = [
    Town("Cherokee", "AL", "city", ("01033",)),
    Town("Piedmont", "AL", "city", ("01015", "01019")),
    Town("Texarkana", "AR", "city", ("05091",)),
    Town("Taylor", "MI", "city", ("26163",)),
    Town("Overton", "TX", "city", ("48401", "48423")),
    Town("Yoakum", "TX", "city", ("48285",)),
    Town("Sewickley", "PA", "city", ("42003",)),
    Town("Sewickley", "PA", "town", ("42129",)),
    Town("Union", "PA", "town", ("42057",)),
    Town("Union", "PA", "town", ("42011",)),
    Town("Arnaudville", "LA", "town", ("22097", "22099")),
    Town("Florida City", "FL", "city", ("12086",)),
    Town("Reno", "TX", "city", ("48401",)),
    Town("Reno", "TX", "city", ("48423",)),
    Town("Houston", "TX", "city", ("48201",)),
    Town("Roanoke", "VA", "city", ("51770",)),
]
BODIES = [
    Body("CHEROKEE POLICE DEPARTMENT", "AL", ("01033",)),
    Body("RENO POLICE DEPARTMENT", "TX", ("48401",)),
    Body("RENO POLICE DEPARTMENT", "TX", ("48423",)),
    Body("UNIVERSITY OF NORTH FLORIDA POLICE DEPARTMENT", "FL", ("12031",)),
]
MEMBERS = [
    Body("Northern Regional Jail", "VA", ("51171", "51187")),
    Body("Valley Regional Jail Authority (VRJ)", "VA", ("51157", "51161")),
    Body("Multi-County Correctional Center", "TX", ("48401", "48423")),
]

NAMES = Names(COUNTIES, TOWNS, BODIES, MEMBERS)


def placed(
    state: str,
    agency: str,
    county: str = "#N/A",
    printed_type: str = "",
    model: str = "TFM",
    reviewed: dict[tuple[str, str], Reviewed] | None = None,
) -> PlacedRow:
    """One printed row, placed on this small ground."""
    hand: ReviewedRows = reviewed or {}
    row = SheetRow(2, state, agency, printed_type, county, model, date(2025, 3, 19))
    return place_row(row, NAMES, hand)
