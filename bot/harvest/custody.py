"""Who runs each jail, jails, ICE's detention centres and field offices -> ``bot/custody/data``.

Sources: ``custody/jail_operators.csv`` and ``places/{jails,sheriffs,detention_facilities,
ice_field_offices,ice_aor_by_county,ct_town_crosswalk}.csv`` of the shared facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.agreements.spelling import body_key
from bot.harvest.built import Built
from bot.harvest.credits import CUSTODY_SOURCES
from bot.harvest.jail_calls import build_calls
from bot.harvest.jails import build_facilities, build_jails, build_offices
from bot.harvest.tables import read_table, write_table

Row = Mapping[str, str]

OPERATOR_COLUMNS = ("fips", "kind", "body", "confidence", "basis", "field_office")

# The table of areas writes this office otherwise than the table of offices does.
_AREA_NAMES = {"St Paul": "St. Paul Field Office"}


def build_custody(source: Path, package: Path) -> tuple[Built, ...]:
    """Write the five tables and SOURCES.toml below ``package``/custody/data.

    ``source`` is the folder of the shared facts' data. Agencies are taken from the roster that
    was built before, so that a body is spelled here as ICE's list spells it.
    """
    target = package / "custody" / "data"
    agencies = _agencies(package / "agreements" / "data" / "agreements.csv")
    built = (
        build_offices(source, target),
        _build_operators(source, target, agencies),
        build_jails(source, target),
        build_facilities(source, target),
        build_calls(source, target, read_table(target / "operators.csv")),
    )
    (target / "SOURCES.toml").write_text(CUSTODY_SOURCES, encoding="utf-8", newline="\n")
    return built


def _build_operators(source: Path, target: Path, agencies: Mapping[tuple[str, str], str]) -> Built:
    area = {row["county_fips"]: row for row in read_table(source / "places/ice_aor_by_county.csv")}
    listed = {row["county_fips"]: row for row in read_table(source / "custody/jail_operators.csv")}
    notes = [f"operators: {len(listed)} counties in the source"]
    rows, said = _legacy_connecticut(listed, source / "places/ct_town_crosswalk.csv")
    notes += said
    table, sheriffs = [], 0
    for fips, row in sorted(rows.items()):
        body = agencies.get((row["state"], body_key(row["body"])), row["body"])
        if body != row["body"] and row["operator"] == "sheriff":
            sheriffs += 1
        elif body != row["body"]:
            notes.append(f"operators {fips}: {row['body']} -> {body} (as the roster spells it)")
        office = area.get(fips, {}).get("ero_field_office", "")
        table.append(
            {
                "fips": fips,
                "kind": row["operator"],
                "body": body,
                "confidence": row["confidence"],
                "basis": row["basis"],
                "field_office": _AREA_NAMES.get(office, f"{office} Field Office" if office else ""),
            }
        )
    without = [str(row["fips"]) for row in table if not row["field_office"]]
    notes += [
        f"operators: {sheriffs} sheriffs named as the roster spells them",
        f"operators: no ICE field office given for {len(without)}: {' '.join(without)}",
    ]
    count = write_table(target / "operators.csv", OPERATOR_COLUMNS, table)
    return Built("operators.csv", count, tuple(notes))


def _legacy_connecticut(
    rows: Mapping[str, Row], crosswalk: Path
) -> tuple[dict[str, Row], list[str]]:
    """The eight counties that people name, in place of the nine planning regions.

    A legacy county takes the answer that all of its regions share; they do share it.
    """
    regions: dict[str, set[str]] = {}
    for town in read_table(crosswalk):
        regions.setdefault(town["legacy_county_fips"], set()).add(town["planning_region_fips"])
    replaced = {region for found in regions.values() for region in found}
    kept = {fips: row for fips, row in rows.items() if fips not in replaced}
    for legacy, found in sorted(regions.items()):
        answers = {(rows[r]["operator"], rows[r]["body"], rows[r]["confidence"]) for r in found}
        if len(answers) != 1:
            raise ValueError(f"{crosswalk}: the regions of {legacy} differ; decide by hand")
        kept[legacy] = rows[min(found)]
    return kept, [f"operators: {len(replaced)} planning regions -> {len(regions)} counties (CT)"]


def _agencies(path: Path) -> dict[tuple[str, str], str]:
    if not path.exists():
        raise FileNotFoundError(f"{path}: build the roster before the custody tables")
    return {(row["state"], body_key(row["agency"])): row["agency"] for row in read_table(path)}
