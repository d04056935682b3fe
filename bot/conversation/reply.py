"""What was decided, before any word is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.conversation.session import Session
from bot.legal_aid.contact import Contact
from bot.places.place import County, PlaceAnswer
from bot.standing import Entry, Standing


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A county as a person is to read it, behind the city or jail that led to it, if any."""

    county: County
    label: str = ""


@dataclass(frozen=True, slots=True)
class StateName:
    """A state by its English name, to be said in the person's language."""

    name: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in E.164, to be printed as people dial it."""

    number: str


@dataclass(frozen=True, slots=True)
class Month:
    """A date of which only the month is said."""

    day: date


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered line: a county or a state by its name in the person's language, or a topic, or
    ``custody``: whether the person is ``held`` or ``free``."""

    place: PlaceName | StateName | None = None
    topic: str = ""
    custody: str = ""


Fact = (
    str
    | int
    | date
    | timedelta
    | PlaceName
    | StateName
    | Phone
    | Month
    | tuple[Contact, ...]
    | tuple[Entry, ...]
    | tuple[Choice, ...]
)


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a reply: a text of ``content/`` (and which card of it), or a template of
    ``rendering/templates`` where the block is a list, with the facts in it.

    ``follow`` parts may go into a second message: the first one must be safe alone. ``language``
    is set only where one part is in another language than the rest.
    """

    name: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    follow: bool = False
    card: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """The whole decision on one text: what to say, in which language, and what to remember.

    ``reply`` is the name of the answer or topic chosen. ``parts`` empty means: say nothing,
    because the carrier already answered.
    """

    reply: str
    language: str
    parts: tuple[Part, ...]
    session: Session
    place: PlaceAnswer | None = None
    standing: Standing | None = None
    contacts: tuple[Contact, ...] = ()
