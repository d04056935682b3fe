"""Which two or three contacts a county's answer names: surest first, never padded. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from bot.legal_aid.contact import Contact, RunBy
from bot.legal_aid.directory import Directory
from bot.legal_aid.serving import Nearness, Served, serving
from bot.places.place import County

BAND_MILES = 50.0
"""Within a band the language, the second source and the renewal decide before the distance."""

NEVER = frozenset({"children_only", "one_facility", "other_cases"})
NOT_WHEN_DETAINED = frozenset({"no_detained", "asylum_only", "no_criminal", "survivors_only"})
NOT_WHEN_FREE = frozenset({"only_detained"})
SOME_PEOPLE_ONLY = frozenset({"haitian_cases", "some_cases"})
NARROW = SOME_PEOPLE_ONLY | {"ask_if_area", "calls_from_detention", "held_by_ice"}


@lru_cache(maxsize=8192)
def choose(
    directory: Directory,
    county: County,
    detained: bool | None,
    language: str,
    on: date,
    *,
    most: int = 3,
) -> tuple[Contact, ...]:
    """At most ``most`` contacts for this county on this day, best first; perhaps none.

    ``detained`` None (not known) keeps only what fits both. ICE-run and government lines are never
    among them. With fewer than two, one national line that fits the language is added, labelled by
    its ``limit``; where the directory has none that may be sent, none is.
    """
    refused = _refused(detained)
    near = [
        one
        for one in serving(directory, county)
        if one.contact.sendable(on) and _takes(one.contact, refused)
    ]
    near.sort(key=lambda one: _rank(one, detained, language))
    chosen = [_labelled(one, detained) for one in _own_kept(_spread(near), most)]
    if len(chosen) < min(2, most):
        chosen += [c for c in directory.national(on) if _national_fits(c, detained, language)][:1]
    return tuple(chosen)


def _own_kept(ordered: Sequence[Served], most: int) -> list[Served]:
    """The first ones, the last of them the best of the person's own area where all the others lie
    in another state: those may have to refuse."""
    kept = list(ordered[:most])
    if kept and not any(one.of_this_area for one in kept):
        own = next((one for one in ordered if one.of_this_area), None)
        kept = [*kept[:-1], own] if own else kept
    return kept


def aged_out(directory: Directory, county: County, detained: bool | None, on: date) -> bool:
    """Whether numbers for this county are known, all of them past their last day."""
    refused = _refused(detained)
    fitting = [c for c, *_ in serving(directory, county) if _takes(c, refused)]
    return bool(fitting) and not any(c.sendable(on) for c in fitting)


def _refused(detained: bool | None) -> frozenset[str]:
    """What a contact may not say of whom it takes."""
    refused = NEVER
    if detained is not False:
        refused |= NOT_WHEN_DETAINED
    if detained is not True:
        refused |= NOT_WHEN_FREE
    return refused


def _takes(contact: Contact, refused: frozenset[str]) -> bool:
    return contact.excludes.isdisjoint(refused)


def _rank(one: Served, detained: bool | None, language: str) -> tuple[object, ...]:
    contact, where, away = one
    by_distance = where in (Nearness.NEAR, Nearness.NEAR_IN_OTHER_STATE)
    return (
        _tier(contact, detained, where),
        where,
        away // BAND_MILES if by_distance else 0,
        contact.limit in NARROW,
        not _speaks(contact, language),
        not contact.two_sources,
        contact.renewing,
        away,
        not contact.hours,
        contact.org,
        contact.phone,
    )


def _tier(contact: Contact, detained: bool | None, where: Nearness) -> int:
    """Help for people in custody, then help in court, then forms and advice.

    An office in another state comes after the court help of this one: a legal-aid office often
    may not work across the line, and its listing does not say.
    """
    away = where is Nearness.NEAR_IN_OTHER_STATE
    for_many = "detained" in contact.services and contact.limit not in SOME_PEOPLE_ONLY
    if detained is not False and for_many:
        return 2 if away else 0
    if contact.services & {"detained", "removal_defense", "bond"}:
        return 3 if away else 1
    return 5 if away else 4


def _speaks(contact: Contact, language: str) -> bool:
    """Every office answers in English; a blank list means that its languages are not known."""
    spoken = language.partition("-")[0]
    return spoken == "en" or spoken in {code.partition("-")[0] for code in contact.languages}


def _spread(served: Iterable[Served]) -> list[Served]:
    """The same order with one line of each organisation, and one for calls from detention."""
    seen: set[tuple[str, bool]] = set()
    kept = []
    for one in served:
        contact = one.contact
        organisation = contact.website or contact.org.partition(" - ")[0]
        line = (organisation, contact.limit == "calls_from_detention")
        if line not in seen:
            seen.add(line)
            kept.append(one)
    return kept


def _labelled(one: Served, detained: bool | None) -> Contact:
    """Where the listing is silent on this place or on people in custody, the label says: ask."""
    contact = one.contact
    if contact.limit not in ("", "ask_if_court"):
        return contact
    if not one.of_this_area:
        return replace(contact, limit="ask_if_area")
    if contact.limit:
        return contact
    if detained is not False and "detained" not in contact.services:
        return replace(contact, limit="ask_if_detained")
    return contact


def _national_fits(contact: Contact, detained: bool | None, language: str) -> bool:
    if contact.run_by in (RunBy.ICE, RunBy.IMMIGRATION_COURT):
        return False
    if detained is False and "detained" in contact.services and not contact.legal_help:
        return False
    return not contact.languages or language == "en" or _speaks(contact, language)
