"""Who runs each county's jail, the jails and detention centres with phones, ICE's field offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class OperatorKind(StrEnum):
    SHERIFF = "sheriff"
    COUNTY_DEPARTMENT = "county_department"
    REGIONAL_AUTHORITY = "regional_authority"
    JAILER = "jailer"
    STATE = "state"
    CITY_OR_METRO = "city_or_metro"
    PRIVATE_CONTRACT = "private_contract"
    UNKNOWN = "unknown"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who runs the jail that serves a county. ``body`` is its name, ``""`` where not known."""

    kind: OperatorKind
    body: str
    confidence: Confidence

    @property
    def decides(self) -> bool:
        """Only a sure enough row may decide where an agreement is shown."""
        sure = self.confidence in (Confidence.HIGH, Confidence.MEDIUM)
        return sure and self.kind not in (OperatorKind.UNKNOWN, OperatorKind.NONE)


@dataclass(frozen=True, slots=True)
class Jail:
    """A local jail or a prison. ``phone`` is E.164 or ``""``: "call to confirm".

    ``operator_type`` is county, multi (several counties), local (a town), state, federal or
    ``""``; ``checked`` the ISO date on which the source last looked; ``population`` people held
    then, None where not given.
    """

    id: str
    name: str
    fips: str
    city: str
    state: str
    phone: str
    operator_type: str
    checked: str
    population: int | None = None
    juvenile: bool = False


@dataclass(frozen=True, slots=True)
class IceFacility:
    """A place that held people for ICE on the day of ``checked``.

    ``phone`` is E.164 or ``""``; ``phone_checked`` the ISO date of its own, older source.
    """

    id: str
    name: str
    fips: str
    city: str
    state: str
    phone: str
    checked: str
    phone_checked: str = ""


@dataclass(frozen=True, slots=True)
class FieldOffice:
    """The ICE enforcement office for a county. It is ICE: say so.

    ``phone`` is E.164 or ``""`` (some publish none); ``checked`` the ISO date of the source.
    """

    name: str
    city: str
    state: str
    phone: str
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """The one number to ask whether somebody is in a county's jail: "call to confirm".

    ``name`` is the main jail of whoever runs it for this county, perhaps standing in another one,
    or the sheriff's office where no jail has a number. ``phone`` is E.164, ``checked`` ISO.
    """

    name: str
    phone: str
    checked: str


@dataclass(frozen=True, slots=True)
class Custody:
    """The look-up of this room. Every mapping is keyed by county FIPS unless it says otherwise.

    ``unused`` holds one complaint per correction that finds nothing to correct.
    """

    operators: Mapping[str, Operator]
    jails: Mapping[str, tuple[Jail, ...]]
    facilities: Mapping[str, tuple[IceFacility, ...]]
    field_offices: Mapping[str, FieldOffice]
    by_id: Mapping[str, Jail | IceFacility]
    calls: Mapping[str, Call] = field(default_factory=dict)
    unused: tuple[str, ...] = ()

    def operator(self, fips: str) -> Operator:
        """Who runs the jail; UNKNOWN at LOW confidence for a county that is not in the table."""
        return self.operators.get(fips, _UNKNOWN)


_UNKNOWN = Operator(OperatorKind.UNKNOWN, "", Confidence.LOW)
