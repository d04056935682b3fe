"""Who runs each county's jail, the jails and detention centres with phones, ICE's field offices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    """A place that held people for ICE on the day of ``checked``. ``phone`` E.164 or ``""``."""

    id: str
    name: str
    fips: str
    city: str
    state: str
    phone: str
    checked: str


@dataclass(frozen=True, slots=True)
class FieldOffice:
    """The ICE enforcement office for a county. It is ICE: say so. ``phone`` E.164 or ``""``."""

    name: str
    city: str
    state: str
    phone: str


@dataclass(frozen=True, slots=True)
class Custody:
    """The look-up of this room. Every mapping is keyed by county FIPS unless it says otherwise."""

    operators: Mapping[str, Operator]
    jails: Mapping[str, tuple[Jail, ...]]
    facilities: Mapping[str, tuple[IceFacility, ...]]
    field_offices: Mapping[str, FieldOffice]
    by_id: Mapping[str, Jail | IceFacility]

    def operator(self, fips: str) -> Operator:
        """Who runs the jail; UNKNOWN at LOW confidence for a county that is not in the table."""
        return self.operators.get(fips, _UNKNOWN)


_UNKNOWN = Operator(OperatorKind.UNKNOWN, "", Confidence.LOW)
