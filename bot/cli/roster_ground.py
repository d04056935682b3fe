"""What every `bot roster` command begins with: settings, the database, names and counties."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn, TypeVar

import typer

from bot.agreements.names import Names
from bot.agreements.placements import read_placements
from bot.agreements.witnesses import travelling_names
from bot.custody.corrections import JAIL_CORRECTIONS
from bot.custody.custody import Custody, OperatorKind
from bot.custody.tables import read_custody
from bot.places.gazetteer import Gazetteer, read_gazetteer
from bot.publishing.deciding import Ground
from bot.publishing.documents import DocumentError
from bot.publishing.reading import Witnesses
from bot.settings import Settings, SettingsError, read_settings
from bot.store import migrations
from bot.store.database import Database, DatabaseAddressError, open_database
from bot.store.secret_key import SecretKeyError

_Value = TypeVar("_Value")
_OF_SEVERAL = frozenset({OperatorKind.REGIONAL_AUTHORITY, OperatorKind.CITY_OR_METRO})
"""Operators that may run the jails of several counties."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Names to place rows by, counties and jails to compare with."""

    gazetteer: Gazetteer
    custody: Custody
    witnesses: Witnesses

    @property
    def ground(self) -> Ground:
        return Ground(self.gazetteer.counties, self.custody)

    @property
    def states(self) -> frozenset[str]:
        return frozenset(county.state for county in self.gazetteer.counties.values())

    def county(self, fips: str) -> str:
        """A county's name with its state, as "Jackson County, MI"."""
        found = self.gazetteer.counties.get(fips)
        return f"{found.name}, {found.state}" if found else fips


@lru_cache(maxsize=1)
def read_setting() -> Setting:
    """Raises no error: what cannot be read ends the command, with the remedy."""
    try:
        corrections = read_settings().content_dir / JAIL_CORRECTIONS
        gazetteer, custody = read_gazetteer(), read_custody(corrections=corrections)
    except ValueError as error:
        refuse(str(error))
    return Setting(gazetteer, custody, Witnesses(read_names(gazetteer, custody), read_placements()))


def read_names(gazetteer: Gazetteer, custody: Custody) -> Names:
    """A city's own department is among them: New York's runs the jails of five counties."""
    members: dict[tuple[str, str], list[str]] = {}
    for fips, operator in custody.operators.items():
        if operator.kind in _OF_SEVERAL and fips in gazetteer.counties:
            state = gazetteer.counties[fips].state
            members.setdefault((state, operator.body), []).append(fips)
    return travelling_names(
        gazetteer.counties.values(), {key: tuple(fips) for key, fips in members.items()}
    )


def with_database(errand: Callable[[Database, Settings], Awaitable[_Value]]) -> _Value:
    """Run one errand on the database of the settings, brought to the newest schema first.

    What cannot be done ends with exit status 1 and a sentence that says what to do.
    """
    try:
        settings = read_settings()
        keys = [key.get_secret_value() for key in settings.secret_keys]
        database = open_database(settings.database_url, keys)
    except (SettingsError, DatabaseAddressError, SecretKeyError) as error:
        refuse(str(error))
    return asyncio.run(_run(errand, database, settings))


async def _run(
    errand: Callable[[Database, Settings], Awaitable[_Value]],
    database: Database,
    settings: Settings,
) -> _Value:
    try:
        await _make_ready(database, settings)
        return await errand(database, settings)
    except DocumentError as error:
        refuse(str(error))
    finally:
        await database.close()


async def _make_ready(database: Database, settings: Settings) -> None:
    try:
        if database.file is not None:
            await migrations.upgrade(database, settings.migrations_dir)
            return
        newest = await migrations.is_newest(database, settings.migrations_dir)
    except Exception as error:
        # Drivers put the address, with its password, into their errors.
        refuse(f"the database does not answer ({type(error).__name__}); run: bot doctor")
    if not newest:
        refuse("the database lacks migrations; run: bot database upgrade")


def refuse(reason: str) -> NoReturn:
    typer.echo(f"refused: {reason}", err=True)
    raise typer.Exit(1)
