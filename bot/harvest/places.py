"""`bot data build`, places: the gathered county, ZIP, town and jail tables -> our own.

Deterministic: the same sources give the same bytes. Every row a rule changes or leaves out is
named in the notes of its table.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.harvest.built import Built
from bot.harvest.place_names import jail_rows
from bot.harvest.place_points import is_coarse, middles, with_point
from bot.harvest.place_shapes import build_shapes
from bot.harvest.place_spelling import build_spelling
from bot.harvest.post_towns import PlaceRow, post_towns, towns_with_jails, with_jails
from bot.places.fold import fold, key
from bot.places.names import ALIASES

Row = dict[str, str]

# Below this share of a ZIP's people a second county is not worth a question (2010 Census).
ASK_FROM_SHARE = 0.05


def build_places(source: Path, target: Path, topology: Path | None = None) -> tuple[Built, ...]:
    """Write all tables of places from ``source`` (the folder with counties.csv …) to ``target``.

    The outlines of counties are built where ``topology`` names a TopoJSON of them, and stay as
    they are where it is None.
    """
    counties, moved = _placed(read_rows(source / "counties.csv"), source)
    target.mkdir(parents=True, exist_ok=True)
    shapes = (build_shapes(topology, target),) if topology else ()
    return (
        *shapes,
        _counties(counties, moved, target),
        _regions(source, counties, target),
        _places(source, target),
        _zips(source, target),
        _jails(source, target),
        build_spelling(
            read_rows(target / "counties.csv"),
            read_rows(target / "places.csv"),
            [row for name in ALIASES for row in read_rows(target / name)],
            target,
        ),
    )


def read_rows(path: Path) -> list[Row]:
    if not path.is_file():
        raise FileNotFoundError(f"{path} is not there; give the folder of the gathered places")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def write_rows(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    ordered = sorted([str(cell) for cell in row] for row in rows)
    writer.writerows(ordered)
    path.write_text(out.getvalue(), encoding="utf-8", newline="\n")
    return len(ordered)


def _placed(counties: list[Row], source: Path) -> tuple[list[Row], list[str]]:
    """Counties whose point is a whole degree in the source get the middle of their people."""
    coarse = {row["county_fips"] for row in counties if is_coarse(row)}
    if not coarse:
        return counties, []
    known = middles(read_rows(source / "place_county.csv"))
    placed = [
        with_point(row, known[row["county_fips"]])
        if row["county_fips"] in coarse & known.keys()
        else row
        for row in counties
    ]
    notes = [
        f"{row['county_fips']} {row['name']}: a whole degree, now {row['lat']}, {row['lon']}"
        for row in placed
        if row["county_fips"] in coarse
    ]
    return placed, notes


def _counties(rows: list[Row], moved: list[str], target: Path) -> Built:
    header = ("fips", "state", "kind", "name", "short_name", "population", "lat", "lon")
    notes = [f"{row['county_fips']} {row['name']}: left out, {row['status']}" for row in rows
             if row["status"].startswith("abolished")]  # fmt: skip
    kept = [r for r in rows if not r["status"].startswith("abolished") and not _is_region(r)]
    count = write_rows(target / "counties.csv", header, [
        (r["county_fips"], r["state"], r["kind"] or "Territory", r["name"], r["short_name"],
         r["population"] or 0, r["lat"], r["lon"]) for r in kept
    ])  # fmt: skip
    states = {(r["county_fips"][:2], r["state"], _state_name(r)) for r in kept}
    write_rows(target / "states.csv", ("fips", "code", "name"), states)
    return Built("counties.csv", count, (*notes, *moved, f"{len(states)} states and territories"))


_STATE_NAMES = {"DC": "District of Columbia", "RI": "Rhode Island"}


def _state_name(row: Row) -> str:
    """The source abbreviates the District of Columbia and has Rhode Island's name of 2019."""
    return _STATE_NAMES.get(row["state"], row["state_name"])


def _is_region(row: Row) -> bool:
    return row["kind"] == "Planning Region"


def _regions(source: Path, counties: list[Row], target: Path) -> Built:
    """Connecticut's planning regions -> the old counties, the one with most people first."""
    people: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for town in read_rows(source / "ct_town_crosswalk.csv"):
        region = people[town["planning_region_fips"]]
        region[town["legacy_county_fips"]] += int(town["population"] or 0)
    rows = []
    for county in filter(_is_region, counties):
        shares = people[county["county_fips"]]
        counted = [f for f, n in shares.most_common() if n >= ASK_FROM_SHARE * shares.total()]
        rows.append((county["county_fips"], county["name"], "|".join(counted)))
    count = write_rows(target / "ct_regions.csv", ("region", "name", "counties"), rows)
    return Built(
        "ct_regions.csv",
        count,
        ("joined through the town crosswalk; under 5 % of the people left out",),
    )


_KINDS = {
    "city": "city", "consolidated_city": "city", "alternate_name": "other", "older_name": "older",
    "town": "town", "cdp": "cdp", "other": "other",
}  # fmt: skip
_PARTS = {"Village of Islands", "Moore County"}


def _places(source: Path, target: Path) -> Built:
    rows: set[PlaceRow] = set()
    kinds, left_out, renamed = Counter[str](), [], []
    for row in read_rows(source / "place_county.csv"):
        kinds[row["kind"]] += 1
        if fold(row["name"]).startswith("township "):
            left_out.append(f"{row['name']} {row['state']}: a number is no name")
            continue
        for label in _labels(row["name"]):
            if label != row["name"]:
                renamed.append(f"{row['name']} {row['state']}: also as {label}")
            rows.add((key(label), label, row["state"], _KINDS[row["kind"]], row["county_fips"],
                      row["population"] or "0"))  # fmt: skip
    jails = read_rows(source / "jails.csv")
    sheriffs = read_rows(source / "sheriffs.csv")
    police = read_rows(source / "police_departments.csv")
    added = post_towns({(row[0], row[2]) for row in rows}, jails, [*sheriffs, *police])
    header = ("key", "label", "state", "kind", "counties", "population", "held")
    table = with_jails([*rows, *added], towns_with_jails([*jails, *sheriffs]))
    count = write_rows(target / "places.csv", header, table)
    counts = tuple(f"{kind}: {n}" for kind, n in sorted(kinds.items()))
    told = f"{len(added)} towns known only from the addresses of jails, sheriffs and police"
    return Built("places.csv", count, (*counts, told, *left_out, *renamed))


def _labels(name: str) -> list[str]:
    """ "Bath (Berkeley Springs)" is known by both; "Lynchburg, Moore County" by its first."""
    if "(" in name:
        first, _, second = name.rstrip(")").partition(" (")
        return [first, second]
    if "/" in name or ", " in name:
        first = name.replace(", ", "/").split("/")[0]
        return [first, name.replace("/", " ")]
    return [name]


def _zips(source: Path, target: Path) -> Built:
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in read_rows(source / "zip_county.csv"):
        rows[row["zip"]].append(row)
    counts = Counter(row["source"] for group in rows.values() for row in group)
    asked = {code: _zip_counties(group) for code, group in rows.items()}
    zips = [(code, "|".join(counties)) for code, counties in asked.items()]
    count = write_rows(target / "zips.csv", ("zip", "counties"), zips)
    several = sum(len(counties) > 1 for counties in asked.values())
    notes = [f"{name}: {n} rows" for name, n in sorted(counts.items())]
    notes.append(f"{several} ZIPs ask, because a second county holds 5 % of the people or more")
    return Built("zips.csv", count, tuple(notes))


def _zip_counties(rows: list[Row]) -> list[str]:
    """The primary county, then those with enough people to be worth a question.

    Shares are of people where the 2010 Census knows the ZIP, of land where it is newer.
    """
    column = "pop_share_2010" if any(r["pop_share_2010"] for r in rows) else "land_share_2020"

    def share(row: Row) -> float:
        # A PO box on which two carriers disagree has no share at all: ask.
        return float(row[column] or 0) if row["source"] == "zcta2020" else 1.0

    first, *rest = sorted(rows, key=lambda r: (r["primary"] != "1", -share(r), r["county_fips"]))
    return [first["county_fips"]] + [r["county_fips"] for r in rest if share(r) >= ASK_FROM_SHARE]


def _jails(source: Path, target: Path) -> Built:
    rows, notes = jail_rows(
        read_rows(source / "jails.csv"), read_rows(source / "detention_facilities.csv")
    )
    header = ("key", "label", "state", "kind", "counties", "record")
    count = write_rows(target / "jails.csv", header, rows)
    return Built("jails.csv", count, notes)
