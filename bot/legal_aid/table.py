"""The layout of ``contacts.csv``: lists are parted by a space, dates are ISO, blank is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.legal_aid.contact import Contact, DetentionLine, Reach, RunBy
from bot.phone import display

COLUMNS = (
    "org",
    "phone",
    "extension",
    "run_by",
    "reach",
    "state",
    "counties",
    "serves",
    "services",
    "languages",
    "hours",
    "limit",
    "excludes",
    "website",
    "lat",
    "lon",
    "source",
    "source_date",
    "expires",
    "two_sources",
    "renewing",
    "missing_since",
)

LINE_COLUMNS = ("org", "dial", "email", "not_phone", "source", "source_date", "expires")


def line_from_row(row: Mapping[str, str]) -> DetentionLine:
    """One line of ``detention_lines.csv``. Raises ``ValueError`` or ``KeyError``."""
    return DetentionLine(
        org=row["org"],
        dial=row["dial"],
        email=row["email"],
        not_phone=row["not_phone"],
        source=row["source"],
        source_date=date.fromisoformat(row["source_date"]),
        expires=date.fromisoformat(row["expires"]),
    )


def contact_from_row(row: Mapping[str, str]) -> Contact:
    """One line of the table. Raises ``ValueError`` or ``KeyError`` on a wrong cell."""
    return Contact(
        org=row["org"],
        phone=row["phone"],
        display=display(row["phone"], row["extension"]),
        reach=Reach(row["reach"]),
        state=row["state"],
        counties=tuple(row["counties"].split()),
        services=frozenset(row["services"].split()),
        languages=tuple(row["languages"].split()),
        hours=row["hours"],
        limit=row["limit"],
        website=row["website"],
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        source=row["source"],
        source_date=date.fromisoformat(row["source_date"]),
        expires=date.fromisoformat(row["expires"]),
        run_by=RunBy(row["run_by"]),
        serves=tuple(row["serves"].split()),
        excludes=frozenset(row["excludes"].split()),
        extension=row["extension"],
        two_sources=row["two_sources"] == "yes",
        renewing=row["renewing"] == "yes",
        missing_since=(date.fromisoformat(row["missing_since"]) if row["missing_since"] else None),
    )


def row_of(contact: Contact) -> dict[str, str]:
    """The line of the table that reads back as this contact."""
    return {
        "org": contact.org,
        "phone": contact.phone,
        "extension": contact.extension,
        "run_by": contact.run_by.value,
        "reach": contact.reach.value,
        "state": contact.state,
        "counties": " ".join(contact.counties),
        "serves": " ".join(contact.serves),
        "services": " ".join(sorted(contact.services)),
        "languages": " ".join(contact.languages),
        "hours": contact.hours,
        "limit": contact.limit,
        "excludes": " ".join(sorted(contact.excludes)),
        "website": contact.website,
        "lat": "" if contact.lat is None else f"{contact.lat:.3f}",
        "lon": "" if contact.lon is None else f"{contact.lon:.3f}",
        "source": contact.source,
        "source_date": contact.source_date.isoformat(),
        "expires": contact.expires.isoformat(),
        "two_sources": "yes" if contact.two_sources else "",
        "renewing": "yes" if contact.renewing else "",
        "missing_since": contact.missing_since.isoformat() if contact.missing_since else "",
    }
