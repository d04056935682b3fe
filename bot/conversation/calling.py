"""Phones of jails, detention centres and ICE's own offices: each dated, each to be confirmed."""

from __future__ import annotations

from datetime import date

from bot.conversation.reply import Fact, Month, Part, Phone, PlaceName
from bot.custody.custody import IceFacility, Jail
from bot.custody.nearby import nearest_centre
from bot.knowledge import Knowledge


def jail_phone(fips: str, knowledge: Knowledge) -> tuple[Part, ...]:
    """The one number to ask for a person in this county's jail, with the year of its source."""
    call = knowledge.custody.calls.get(fips)
    return (_phone(call.name, call.phone, call.checked),) if call else ()


def centre_phone(centre: Jail | IceFacility) -> tuple[Part, ...]:
    """The phone of a centre that the person named, as old as the source of the phone."""
    if not centre.phone:
        return ()
    checked = centre.phone_checked if isinstance(centre, IceFacility) else centre.checked
    return (_phone(centre.name, centre.phone, checked or centre.checked),)


def ice_phones(fips: str, on: date, knowledge: Knowledge) -> tuple[Part, ...]:
    """ICE's office for a county, said to be ICE, and the nearest place where it held people."""
    return (*_office(fips, on, knowledge), *_centre(fips, knowledge))


def _office(fips: str, on: date, knowledge: Knowledge) -> tuple[Part, ...]:
    office = knowledge.custody.field_offices.get(fips)
    line = knowledge.directory.ice_line(on)
    if office is None:
        return ()
    name = office.name.removesuffix(" Field Office")
    if office.phone:
        month = Month(date.fromisoformat(office.checked))
        facts: dict[str, Fact] = {"office": name, "phone": Phone(office.phone), "month": month}
        return (Part("field-office", facts, follow=True),)
    if line is None:
        return ()
    facts = {"office": name, "phone": Phone(line.phone), "month": Month(line.source_date)}
    return (Part("field-office-line", facts, follow=True),)


def _centre(fips: str, knowledge: Knowledge) -> tuple[Part, ...]:
    county_of = knowledge.gazetteer.county
    centre = nearest_centre(county_of(fips), knowledge.custody, county_of)
    if centre is None:
        return ()
    facts: dict[str, Fact] = {
        "jail": centre.name,
        "place": PlaceName(county_of(centre.fips)),
        "month": Month(date.fromisoformat(centre.checked)),
        "phone": Phone(centre.phone),
        "year": centre.phone_checked[:4],
    }
    return (Part("centre-near", facts, follow=True),)


def _phone(label: str, phone: str, checked: str) -> Part:
    facts: dict[str, Fact] = {"jail": label, "phone": Phone(phone), "year": checked[:4]}
    return Part("jail-phone", facts, follow=True)
