"""A county's answer: which sentences it takes, and in which order. No word is written here.

The order is that of docs/rules.md, style 2: what was found, what it can mean, the one next action,
what else is listed, how old the list is, and that it is no legal advice. All of that stands in
the first message; legal help, the jail's phone and the menu may follow in a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.agreements.agreement import (
    JAIL_ENFORCEMENT,
    TASK_FORCE,
    WARRANT_SERVICE,
    AgencyKind,
    Scope,
)
from bot.conversation.calling import jail_phone
from bot.conversation.reply import Fact, Part, PlaceName
from bot.custody.custody import OperatorKind
from bot.knowledge import LIST_ADDRESS, Knowledge
from bot.places.fold import fold
from bot.standing import Entry, Standing

_LONG_NAME = 60
_KIND_OF_TOWN = "(?:city|town|township|village|borough)"
_BODY = "(?:police|pd|public|department|marshal|constable|jail)"
_DEPARTMENT = re.compile(r" (?:Department|Bureau) of ")

JAIL_BODIES = frozenset(
    {AgencyKind.SHERIFF, AgencyKind.COUNTY_JAIL, AgencyKind.REGIONAL_JAIL},
)


def first_message(
    stand: Standing, place: PlaceName, at: datetime, knowledge: Knowledge
) -> tuple[Part, ...]:
    """The status message: safe if it arrives alone."""
    return (
        finding(stand, place),
        *runner(stand),
        *_also(stand, place.label)[0],
        *(_pending(entry, knowledge) for entry in stand.pending[:1]),
        age_of_list(stand.list_date, at, knowledge),
        Part("not-advice"),
    )


def second_message(
    stand: Standing, label: str, at: datetime, knowledge: Knowledge
) -> tuple[Part, ...]:
    """What may follow: the rest of what is listed, the jail's phone, where the newest list is."""
    parts: list[Part] = []
    if stand.jail and stand.street:
        parts.append(Part("street-too"))
    parts += _also(stand, label)[1]
    parts += jail_phone(stand.county.fips, knowledge)
    if is_old(stand.list_date, at, knowledge):
        parts.append(Part("list-address", {"list_address": LIST_ADDRESS}))
    return tuple(_following(parts))


def next_topics(stand: Standing) -> tuple[str, ...]:
    """What to offer next, by what was found."""
    return ("first-hours", explained_by(stand), "detainer", "bail-bond")


def explained_by(stand: Standing) -> str:
    """The topic that says what was found in other words: a model's, or what not listed means."""
    if stand.jail:
        return _model_case(stand.jail)[1]
    return "tfm" if stand.street else "not-listed"


def is_old(list_date: date, at: datetime, knowledge: Knowledge) -> bool:
    return (at.date() - list_date).days >= knowledge.line.stale_days


def age_of_list(list_date: date, at: datetime, knowledge: Knowledge) -> Part:
    """Never as if fresh: past the limit the sentence calls the list old (docs/rules.md, 40)."""
    age = max(timedelta(0), at.date() - list_date)
    return Part("age-old" if is_old(list_date, at, knowledge) else "age-fresh", {"age": age})


def agencies_of(label: str, local: Iterable[Entry]) -> tuple[Entry, ...]:
    """The local agencies of the city that the person named; not those of its longer namesakes
    ("Miami" is not "Miami Springs" or "North Miami")."""
    if not label:
        return ()
    own = re.compile(rf"({_KIND_OF_TOWN} of )?{re.escape(fold(label))} ({_KIND_OF_TOWN} )?{_BODY}")
    return tuple(entry for entry in local if own.match(fold(entry.agency)))


def finding(stand: Standing, place: PlaceName) -> Part:
    """What the list says of the jail, or of the street, what it can mean, and one next action."""
    facts: dict[str, Fact] = {"place": place, "list_date": stand.list_date}
    if stand.jail:
        shown = tuple(entry for entry in stand.jail if entry.runs_jail) or stand.jail
        case, _ = _model_case(shown)
        facts |= {"model": shown[0].model, "agency": shown[0].agency}
        if shown[0].runs_jail:
            return Part(f"status-jail-{case}", facts)
        if shown[0].kind is AgencyKind.SHERIFF:
            return Part(f"status-sheriff-{case}", facts)
        # Only jail enforcement lets officers ask about status (content/topics/jem).
        asks = case in ("jem", "both")
        return Part("status-other-body" if asks else "status-other-body-wso", facts)
    if stand.street:
        street = stand.street[0]
        if street.kind is AgencyKind.SHERIFF:
            return Part("status-street", facts)
        return Part("status-street-police", {**facts, "agency": street.agency})
    return Part("status-none", facts)


def _model_case(entries: Iterable[Entry]) -> tuple[str, str]:
    """Which wording, and which topic explains it. A model we do not know is said to be one."""
    models = {entry.model for entry in entries}
    if {JAIL_ENFORCEMENT, WARRANT_SERVICE} <= models:
        return "both", "jem"
    if JAIL_ENFORCEMENT in models:
        return "jem", "jem"
    if WARRANT_SERVICE in models:
        return "wso", "wso"
    return "other", "287g"


def runner(stand: Standing) -> tuple[Part, ...]:
    """Who runs the jail, wherever that is not simply the sheriff (docs/rules.md, 29)."""
    if not stand.jail:
        kind = stand.operator.kind
        by_state = kind is OperatorKind.STATE and stand.operator.decides
        return (_state_runs(stand),) if by_state else ()
    shown = [entry for entry in stand.jail if entry.runs_jail]
    if shown and shown[0].kind is AgencyKind.STATE_CORRECTIONS:
        return (_state_runs(stand),)
    if shown:
        named = shown[0].kind is not AgencyKind.SHERIFF
        return (Part("runner-named", {"agency": _short(shown[0].agency)}),) if named else ()
    unknown = stand.jail[0].runs_jail is None
    return (Part("runner-unknown" if unknown else "runner-other"),)


def _state_runs(stand: Standing) -> Part:
    """A territory is no state: there its government is named, as it stands before "Department of
    Corrections" in the name of the body; the whole of it is longer than a text has room for."""
    if stand.county.in_territory and stand.operator.body:
        return Part("runner-named", {"agency": _DEPARTMENT.split(stand.operator.body)[0]})
    return Part("runner-state")


def _also(stand: Standing, label: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Who else is or was listed here: what the first message says, and what the second.

    Where the county itself is not listed, the first one must not hide the named city's agency or
    a body that left (docs/rules.md, 30), and there is room for one sentence.
    """
    named = agencies_of(label, stand.local)
    sure = (*_named(named), *_gone(stand))
    others = _others(stand, named)
    if stand.jail or stand.street:
        return (), (*sure, *others)
    if sure or label:
        return sure[:1], (*sure[1:], *others)
    return others, ()


def _short(agency: str) -> str:
    """ICE prints some bodies as "County Board of …/ Department of Corrections"."""
    return agency.rsplit("/", 1)[-1].strip() if len(agency) > _LONG_NAME else agency


def _named(entries: Iterable[Entry]) -> tuple[Part, ...]:
    """The named city's own agency: a street deal, or its lock-up (docs/rules.md, 30)."""
    return tuple(
        Part("local-street", {"agency": entry.agency})
        if entry.model == TASK_FORCE
        else Part("local-lockup", {"agency": entry.agency, "model": entry.model})
        for entry in list(entries)[:2]
    )


def _gone(stand: Standing) -> tuple[Part, ...]:
    """The last body that left the list, one with a say in the jail before any other; ICE gives no
    reason, and neither do we. Not where a street deal has to be said."""
    local = [entry for entry in stand.left if entry.scope is not Scope.STATE]
    gone = [entry for entry in local if entry.kind in JAIL_BODIES] or local
    if not gone or stand.street or stand.jail:
        return ()
    last = max(gone, key=lambda entry: (entry.last_seen or date.min, entry.agency))
    return (Part("left", {"agency": last.agency, "last_date": last.last_seen or date.min}),)


def _others(stand: Standing, named: Iterable[Entry]) -> tuple[Part, ...]:
    """How many other agencies are listed here: counted, not named (MORE names them)."""
    known = {entry.agency for entry in named}
    local = len({entry.agency for entry in stand.local} - known)
    statewide = len({entry.agency for entry in stand.statewide})
    if local and statewide:
        return (Part("others-both", {"local": local, "statewide": statewide}),)
    if local:
        return (Part("others-local", {"local": local}),)
    return (Part("others-state", {"statewide": statewide}),) if statewide else ()


def _pending(entry: Entry, knowledge: Knowledge) -> Part:
    pending_date = max((one.list_date for one in knowledge.roster.pending), default=date.min)
    return Part("pending", {"agency": entry.agency, "pending_date": pending_date})


def _following(parts: Iterable[Part]) -> Iterable[Part]:
    return (Part(part.name, part.facts, follow=True, card=part.card) for part in parts)
