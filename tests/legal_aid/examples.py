"""Contacts and counties that the tests of this room share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.legal_aid.contact import Contact, Reach, RunBy
from bot.legal_aid.directory import Directory
from bot.places.place import County

DAY = date(2026, 11, 22)

JACKSON = County("26075", "MI", "Michigan", "Jackson County", "Jackson", "County", 1, 42.25, -84.42)
FULTON = County("39051", "OH", "Ohio", "Fulton County", "Fulton", "County", 1, 41.60, -84.12)

OFFICE = Contact(
    org="Example Legal Aid",
    phone="+12125550100",
    display="212-555-0100",
    reach=Reach.COUNTY,
    state="MI",
    counties=(),
    services=frozenset({"removal_defense"}),
    languages=(),
    hours="",
    limit="",
    website="",
    lat=42.28,
    lon=-83.74,
    source="doj_roster",
    source_date=date(2026, 9, 19),
    expires=date(2027, 9, 18),
)
DETAINED = replace(OFFICE, org="Detained Help", services=frozenset({"detained"}))
STATEWIDE = replace(OFFICE, org="Statewide Help", reach=Reach.STATE, lat=None, lon=None)
FORMS = replace(
    OFFICE,
    org="Forms Help",
    services=frozenset({"consultation", "family"}),
    limit="ask_if_court",
)
ICE_LINE = replace(
    OFFICE,
    org="ICE line",
    reach=Reach.NATIONAL,
    state="",
    services=frozenset({"detained"}),
    run_by=RunBy.ICE,
)
CONSULATE = replace(
    OFFICE,
    org="Consulate line",
    reach=Reach.NATIONAL,
    state="",
    services=frozenset({"detained", "family"}),
    languages=("es",),
    limit="mexican_nationals",
    run_by=RunBy.CONSULATE,
)


def directory(*contacts: Contact) -> Directory:
    return Directory(contacts)
