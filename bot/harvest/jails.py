"""Jails, ICE's detention centres and its field offices -> the tables that hold phone numbers."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from phonenumbers import geocoder, parse

from bot.harvest.built import Built
from bot.harvest.place_names import ice_record
from bot.harvest.tables import e164, read_table, write_table
from bot.places.gazetteer import read_gazetteer

Row = Mapping[str, str]

JAIL_COLUMNS = (
    *("id", "name", "fips", "city", "state", "phone"),
    *("operator_type", "population", "juvenile", "checked"),
)
FACILITY_COLUMNS = ("id", "name", "fips", "city", "state", "phone", "checked", "phone_checked")
OFFICE_COLUMNS = ("name", "city", "state", "phone", "checked")
OFFICES_READ = "2026-04-03"
"""The day on which ice.gov's page of field offices was copied; the table has no date of its own."""

# Its sub-offices name their parent "Miami Field Office".
_OFFICE_NAMES = {"Miramar Sub Office": "Miami Field Office"}
_RANK = {"county": 0, "multi": 1, "local": 2, "state": 3, "": 4, "federal": 5}


def build_jails(source: Path, target: Path) -> Built:
    rows = read_table(source / "places/jails.csv")
    open_rows = [row for row in rows if row["status"] != "closed"]
    notes = [f"jails: {len(rows)} in the source, {len(rows) - len(open_rows)} closed left out"]
    table = []
    for row in sorted(open_rows, key=_jail_order):
        phone, said = _phone(f"jails: {row['facility_name']}", row)
        notes += said
        table.append(
            {
                "id": "hifld-" + row["source"].rsplit(" ", 1)[-1],
                "name": readable(row["facility_name"]),
                "fips": row["county_fips"],
                "city": readable(row["city"]),
                "state": row["state"],
                "phone": phone,
                "operator_type": row["operator_type"],
                "population": row["population"],
                "juvenile": row["juvenile"],
                "checked": row["source_date"],
            }
        )
    return Built("jails.csv", write_table(target / "jails.csv", JAIL_COLUMNS, table), tuple(notes))


def _jail_order(row: Row) -> tuple[object, ...]:
    """By county; in it the main adult jail first: who runs it, open before unknown, then size."""
    return (
        row["county_fips"],
        row["juvenile"] == "1",
        _RANK[row["operator_type"]],
        row["status"] != "open",
        -int(row["population"] or 0),
        -int(row["capacity"] or 0),
        row["facility_name"],
        row["source"],
    )


def build_facilities(source: Path, target: Path) -> Built:
    rows = read_table(source / "places/detention_facilities.csv")
    notes = [f"facilities: {len(rows)} in the source"]
    # The numbers are those of HIFLD for the same building, so they are as old as its row.
    jails = read_table(source / "places/jails.csv")
    seen = {row["source"].rsplit(" ", 1)[-1]: row["source_date"] for row in jails}
    table = []
    for row in rows:
        phone, said = _phone(f"facilities: {row['facility_name']}", row)
        notes += said
        if not row["county_fips"]:
            notes.append(f"facilities: {row['facility_name']} has no county")
        table.append(
            {
                "id": ice_record(row),
                "checked": row["data_pull_date"],
                "phone_checked": seen.get(row["hifld_id"], "") if phone else "",
                "name": readable(row["facility_name"]),
                "fips": row["county_fips"],
                "city": readable(row["city"]),
                "state": row["state"],
                "phone": phone,
            }
        )
    table.sort(key=lambda row: (row["fips"], row["id"]))
    count = write_table(target / "facilities.csv", FACILITY_COLUMNS, table)
    return Built("facilities.csv", count, tuple(notes))


def build_offices(source: Path, target: Path) -> Built:
    rows = read_table(source / "places/ice_field_offices.csv")
    notes: list[str] = []
    table = []
    for row in rows:
        if row["kind"] != "ERO field office":
            continue
        name = _OFFICE_NAMES.get(row["office_name"], row["office_name"])
        if name != row["office_name"]:
            notes.append(f"field offices: {row['office_name']} -> {name} (as its sub-offices say)")
        phone, said = _phone(f"field offices: {name}", row)
        notes += said
        office = {"name": name, "city": row["city"], "state": row["state"], "phone": phone}
        table.append({**office, "checked": OFFICES_READ if phone else ""})
    table.sort(key=lambda row: row["name"])
    count = write_table(target / "field_offices.csv", OFFICE_COLUMNS, table)
    return Built("field_offices.csv", count, tuple(notes))


def phone_of(printed: str, state: str) -> str:
    """In E.164, or "" where there is none, it is no valid number, or it is one of another state:
    HIFLD gives a jail in Orange County, California, the number of one in Orange, Texas."""
    number = e164(printed) or ""
    return "" if _is_elsewhere(number, state) else number


@functools.cache
def _is_elsewhere(number: str, state: str) -> bool:
    """By its area code. The capital's houses stand in Maryland and Virginia too."""
    area = geocoder.description_for_number(parse(number), "en") if number else ""
    there = area.rpartition(", ")[2]
    code = _state_names().get(there, there)
    return bool(code) and code not in (state, "DC")


@functools.cache
def _state_names() -> Mapping[str, str]:
    """As the table of area codes writes them, which has a code where it knows the town."""
    states = {state.name: state.code for state in read_gazetteer().states.values()}
    return {**states, "Washington State": "WA", "Washington D.C.": "DC"}


def _phone(where: str, row: Row) -> tuple[str, list[str]]:
    number = phone_of(row["phone"], row["state"])
    if row["phone"] and not number:
        return "", [f"{where}, {row['state']}: {row['phone']} is no number there, left out"]
    return number, []


_SMALL = frozenset({"of", "the", "and", "at", "in", "for", "on", "to"})
_KEEP = frozenset({"ICE", "GEO", "US", "USP", "FCI", "FDC", "FPC", "MCC", "JTF", "II", "III", "IV"})


def readable(name: str) -> str:
    """A name printed in capitals, as people write it: "JACKSON COUNTY JAIL" -> "Jackson …"."""
    if name != name.upper():
        return name
    words = re.split(r"([\s/(\-.]+)", name)
    return "".join(_word(word, first=index == 0) for index, word in enumerate(words))


def _word(word: str, *, first: bool) -> str:
    if word in _KEEP:
        return word
    if word.lower() in _SMALL and not first:
        return word.lower()
    plain = word.capitalize()
    if plain.startswith("Mc") and len(plain) > 3:
        return f"Mc{plain[2:].capitalize()}"
    return plain
