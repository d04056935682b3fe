"""The harvested contacts with the advocates' corrections applied. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.legal_aid.contact import LASTS_DAYS, Contact, Reach
from bot.legal_aid.corrections import Correction, DirectoryError, Entry
from bot.phone import display, e164


def apply_corrections(
    contacts: Iterable[Contact], corrections: Iterable[Correction]
) -> tuple[tuple[Contact, ...], tuple[str, ...]]:
    """The corrected contacts, and a complaint for each entry whose number is not there.

    Raises :class:`DirectoryError` where an entry gives one number to two contacts.
    """
    by_phone = {contact.phone: contact for contact in contacts}
    unused: list[str] = []
    for correction in corrections:
        known = by_phone.pop(correction.phone, None)
        if correction.act == "add":
            if known:
                raise _taken(correction, known)
            by_phone[correction.phone] = _added(correction)
        elif not known:
            unused.append(
                f"{correction.where}: {display(correction.phone)} is not in the directory"
            )
        elif correction.act == "confirm":
            by_phone[known.phone] = _confirmed(known, correction.entry)
        elif correction.act == "change":
            changed = _changed(known, correction.entry)
            if changed.phone in by_phone:
                raise _taken(correction, by_phone[changed.phone])
            by_phone[changed.phone] = changed
    return tuple(by_phone.values()), tuple(unused)


def _taken(correction: Correction, known: Contact) -> DirectoryError:
    return DirectoryError(
        f"{correction.where}: {known.display} is already {known.org}: use [[change]] with its phone"
    )


def _added(correction: Correction) -> Contact:
    entry = correction.entry
    told = date.fromisoformat(str(entry["date"]))
    lat, lon = entry.get("lat"), entry.get("lon")
    extension = str(entry.get("extension", ""))
    return Contact(
        org=str(entry["org"]),
        phone=correction.phone,
        display=display(correction.phone, extension),
        reach=Reach(str(entry["reach"])),
        state=str(entry["state"]),
        counties=_texts(entry.get("counties")),
        services=frozenset(_texts(entry["services"])),
        languages=_texts(entry.get("languages")),
        hours=str(entry.get("hours", "")),
        limit=str(entry.get("limit", "")),
        website=str(entry.get("website", "")),
        lat=lat if isinstance(lat, float) else None,
        lon=lon if isinstance(lon, float) else None,
        source=str(entry["source"]),
        source_date=told,
        expires=told + timedelta(days=LASTS_DAYS),
        serves=_texts(entry.get("serves")),
        excludes=frozenset(_texts(entry.get("excludes"))),
        extension=extension,
    )


def _confirmed(contact: Contact, entry: Entry) -> Contact:
    """Somebody has called: it lasts a year from that day, unless what ended it was not its age but
    the recognition of the group."""
    told = date.fromisoformat(str(entry["date"]))
    lasts = timedelta(days=LASTS_DAYS)
    by_age = contact.expires == contact.source_date + lasts
    expires = max(contact.expires, told + lasts) if by_age else contact.expires
    return replace(contact, source=str(entry["source"]), source_date=told, expires=expires)


def _changed(contact: Contact, entry: Entry) -> Contact:
    """A corrected number lasts no longer than its listing: ``expires`` stays."""
    phone = e164(entry.get("new_phone", contact.phone))
    extension = str(entry.get("extension", contact.extension))
    return replace(
        contact,
        phone=phone,
        display=display(phone, extension),
        extension=extension,
        services=frozenset(_texts(entry.get("services", contact.services))),
        languages=_texts(entry.get("languages", contact.languages)),
        hours=str(entry.get("hours", contact.hours)),
        limit=str(entry.get("limit", contact.limit)),
        excludes=frozenset(_texts(entry.get("excludes", contact.excludes))),
        website=str(entry.get("website", contact.website)),
        source=str(entry["source"]),
        source_date=date.fromisoformat(str(entry["date"])),
    )


def _texts(values: object) -> tuple[str, ...]:
    return tuple(map(str, values)) if isinstance(values, list | tuple | frozenset) else ()
