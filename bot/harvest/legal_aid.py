"""The legal-aid directory -> ``bot/legal_aid/data/contacts.csv``: only rows that may be sent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import phonenumbers

from bot.harvest import legal_aid_words as words
from bot.harvest.built import Built
from bot.harvest.tables import read_table, write_table
from bot.legal_aid.contact import LASTS_DAYS, RunBy
from bot.legal_aid.table import COLUMNS, LINE_COLUMNS

Row = Mapping[str, str]
Towns = Mapping[tuple[str, str], tuple[str, str]]

SOURCE_KEYS = (
    ("List of Pro Bono Legal Service Providers", "doj_pro_bono_list"),
    ("Recognized Organizations roster", "doj_roster"),
    ("Recognized Organizations and Accredited Representatives rosters", "doj_roster"),
    ("ICE.gov field offices page", "ice_field_offices"),
    ("Mexican government statements", "mexican_government"),
)
SOURCES = """\
# Where the rows of contacts.csv come from. The keys stand in its column "source".
# Nobody has called these numbers. A listing by the Department of Justice is no endorsement, and
# its List of Pro Bono Legal Service Providers may not be used to solicit paid work.

[doj_pro_bono_list]
source = "DOJ/EOIR, List of Pro Bono Legal Service Providers, by way of petertakla/casewhy"
date = 2026-09-10
licence = "US government work, public domain"
credit = "US Department of Justice, EOIR, September 2026"

[doj_roster]
source = "DOJ/EOIR, roster of recognized organizations, by way of petertakla/casewhy"
second_source = "the same roster of 2026-09-28, by way of AngelBautistaMartinez/eoir-buscador"
date = 2026-09-19
licence = "US government work, public domain"
credit = "US Department of Justice, EOIR, September 2026"

[ice_field_offices]
source = "ICE.gov, field offices page, by way of CarwilB/ice-detention"
date = 2026-04-03
licence = "US government work, public domain"
credit = "ICE.gov, April 2026"

[mexican_government]
source = "Government of Mexico on its help line CIAM, as La Nacion and others reported it in 2025"
date = 2025-11-02
licence = "one fact (a number), no text"
credit = "Government of Mexico, as reported in November 2025"

[office_places]
source = "US Census Bureau: middle of each office's ZIP code area or town (columns lat, lon)"
date = 2026-11-22
licence = "US government work, public domain"
credit = "US Census Bureau"
"""


def build_legal_aid(source: Path, package: Path) -> tuple[Built, ...]:
    """Write the table and SOURCES.toml below ``package``/legal_aid/data.

    ``source`` holds ``data/legal-aid`` and ``data/places``: an office that prints only its town is
    put in the middle of it. Identical bytes on each build: nothing here asks for today. Raises
    ``ValueError`` on a row with an unknown source.
    """
    rows = read_table(source / "data" / "legal-aid" / "legal_aid.csv")
    towns = _towns(source / "data" / "places")
    contacts = [contact_row(row, towns) for row in rows if not reason_left_out(row)]
    contacts.sort(key=lambda c: (c["state"], c["org"], c["phone"]))
    target = package / "legal_aid" / "data"
    count = write_table(target / "contacts.csv", COLUMNS, contacts)
    (target / "SOURCES.toml").write_text(SOURCES, encoding="utf-8", newline="\n")
    lines = list(_detention_lines(rows))
    return (
        Built("contacts.csv", count, tuple(_notes(rows, contacts))),
        Built(
            "detention_lines.csv",
            write_table(target / "detention_lines.csv", LINE_COLUMNS, lines),
            tuple(f"only from inside detention: {line['org']}, {line['dial']}" for line in lines),
        ),
    )


def _detention_lines(rows: Iterable[Row]) -> Iterable[dict[str, str]]:
    """Lines with an official source whose own words give a number to dial inside detention.

    Their printed number may be for other people (the Defense Department's), and is not sent.
    """
    for row in rows:
        dial, email = words.from_detention(row["notes"])
        if dial and row["scope"] == "national" and "unofficial" not in row["confidence"]:
            org = row["org"].partition(" - ")[0]
            yield {
                "org": words.SPELLED_OUT.get(org, org),
                "dial": dial,
                "email": email,
                "not_phone": row["phone_e164"],
                "source": source_key(row),
                "source_date": _source_date(row).isoformat(),
                "expires": _expires(row).isoformat(),
            }


def _towns(folder: Path) -> Towns:
    """Middle of each town by (name, state); where two share a name, the larger one's."""
    rows = read_table(folder / "place_county.csv")
    rows.sort(key=lambda row: int(row["population"] or 0))
    return {(row["name"], row["state"]): (row["lat"], row["lon"]) for row in rows}


def reason_left_out(row: Row) -> str:
    """Why a row of the source may not be sent, or ``""``."""
    if not row["phone_e164"]:
        return "no phone number"
    if not phonenumbers.is_valid_number(phonenumbers.parse(row["phone_e164"], None)):
        return "not a valid number"
    if "unofficial" in row["confidence"]:
        return "no official source"
    if row["send_ok"] == "confirm_first":
        return "to be confirmed first"
    if row["send_ok"] != "yes":
        return "misprint in the source" if row["checks"] else "marked as not to be sent"
    return "takes texts only" if row["sms"] == "text_only" else ""


def contact_row(row: Row, towns: Towns | None = None) -> dict[str, str]:
    """A row of the collected directory in our own layout. ``towns`` place offices without one."""
    services, note, run_by = row["services"].split(";"), row["notes"], _run_by(row)
    helps = run_by in (RunBy.NONPROFIT, RunBy.PUBLIC_DEFENDER, RunBy.CONSULATE)
    limit = words.limited(note, services) if helps else ""
    lat, lon = (row["lat"], row["lon"]) if row["lat"] else _town_of(row, towns or {})
    return {
        "org": _name(row["org"]),
        "phone": row["phone_e164"],
        "extension": words.extension(note),
        "run_by": run_by.value,
        "reach": row["scope"],
        "state": row["state"],
        "counties": " ".join(row["counties_fips"].split(";")),
        "serves": " ".join(words.served(note, row["org"])),
        "services": " ".join(sorted(services)),
        "languages": " ".join(row["languages"].split(";")),
        "hours": "24/7" if row["hours"].startswith("24/7") else words.opening_hours(note),
        "limit": limit,
        "excludes": " ".join(sorted(words.excluded(note, row["org"], services, limit))),
        "website": row["website"],
        "lat": _degrees(lat),
        "lon": _degrees(lon),
        "source": source_key(row),
        "source_date": _source_date(row).isoformat(),
        "expires": _expires(row).isoformat(),
        "two_sources": "yes" if row["confidence"] == "two_sources_agree" else "",
        "renewing": "yes" if row["recognition_pending_renewal"] == "yes" else "",
        "missing_since": "",
    }


def _run_by(row: Row) -> RunBy:
    if row["kind"] == "consulate":
        return RunBy.CONSULATE
    if row["kind"] == "government_line":
        return RunBy.ICE if row["org"].startswith("ICE ") else RunBy.IMMIGRATION_COURT
    return RunBy.PUBLIC_DEFENDER if "Public Defender" in row["org"] else RunBy.NONPROFIT


def _name(org: str) -> str:
    # A dash of print would make the whole SMS cost double; "Inc." tells a family nothing.
    return re.sub(r",? (Inc|Corp)\.?$", "", org.replace("–", "-"))


def _town_of(row: Row, towns: Towns) -> tuple[str, str]:
    printed = re.search(r"([^,]+), ([A-Z]{2})(?: \d{5})?$", row["address"])
    if not printed or row["scope"] in ("state", "national"):
        return "", ""
    return towns.get((printed[1].strip(), printed[2]), ("", ""))


def _degrees(text: str) -> str:
    return f"{float(text):.3f}" if text else ""


def source_key(row: Row) -> str:
    for phrase, key in SOURCE_KEYS:
        if phrase in row["source"]:
            return key
    raise ValueError(f"{row['org']}: unknown source {row['source']!r}: add it to SOURCE_KEYS")


def _source_date(row: Row) -> date:
    return date.fromisoformat(row["source_date"][:10])


def _expires(row: Row) -> date:
    """The source's last good day, or the recognition's where no renewal is pending."""
    last = _source_date(row) + timedelta(days=LASTS_DAYS)
    if row["recognition_expires"] and row["recognition_pending_renewal"] != "yes":
        return min(last, date.fromisoformat(row["recognition_expires"]))
    return last


def _notes(rows: Iterable[Row], contacts: Sequence[Row]) -> Iterable[str]:
    """One sentence per row that a rule left out or changed, then the counts of each key."""
    rows = list(rows)
    for row in rows:
        if reason := reason_left_out(row):
            yield f"left out: {row['org']} ({row['state'] or 'national'}): {reason}"
    for contact in contacts:
        if contact["expires"] < _full_life(contact):
            yield f"ends early with its recognition: {contact['org']}, {contact['expires']}"
    unplaced = {_name(row["org"]) for row in rows if not row["lat"]}
    for contact in contacts:
        if contact["org"] in unplaced and contact["lat"]:
            yield f"office put in the middle of its town: {contact['org']}"
    yield from _key_counts(contacts)


def _key_counts(contacts: Sequence[Row]) -> Iterable[str]:
    for column in ("limit", "excludes"):
        keys = Counter(key for contact in contacts for key in contact[column].split())
        yield from (f"{column} {key}: {keys[key]} rows" for key in sorted(keys))


def _full_life(contact: Mapping[str, str]) -> str:
    made = date.fromisoformat(contact["source_date"])
    return (made + timedelta(days=LASTS_DAYS)).isoformat()
