"""`bot jails`: are the corrections to the list of jails sound, and what is known of one county?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.shelf import ContentDir, refused
from bot.custody.area_codes import states_of_area_codes
from bot.custody.corrections import JAIL_CORRECTIONS, Correction, read_corrections
from bot.custody.custody import Custody
from bot.custody.tables import read_custody
from bot.phone import display
from bot.places.finder import find
from bot.places.gazetteer import Gazetteer, read_gazetteer
from bot.settings import read_settings

app = typer.Typer(help="Who runs each county's jail, and which number answers.")


@app.callback()
def jails() -> None:
    """Who runs each county's jail, and which number answers."""


@app.command()
def check(content: ContentDir = None) -> None:
    """Every correction without effect, and every new number with another state's area code."""
    path = _file(content)
    try:
        corrections = read_corrections(path)
        unused = read_custody(corrections=path).unused
    except ValueError as error:
        raise refused(str(error)) from error
    doubts = tuple(_doubts(corrections, read_custody(), read_gazetteer()))
    for complaint in (*unused, *doubts):
        typer.echo(complaint, err=True)
    typer.echo(
        f"{len(corrections)} corrections, {len(unused)} without effect, {len(doubts)} in doubt",
        err=True,
    )
    raise typer.Exit(1 if unused or doubts else 0)


@app.command()
def show(
    place: Annotated[list[str], typer.Argument(help="A county, as people text it.")],
    content: ContentDir = None,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line.")] = False,
) -> None:
    """What an answer about this county would say of its jail, and how old that is."""
    gazetteer = read_gazetteer()
    found = find(" ".join(place), gazetteer).places
    counties = [one.fips for one in found if one.fips in gazetteer.counties]
    if not counties:
        raise refused("no county is found in that: write its name with its state")
    try:
        custody = read_custody(corrections=_file(content))
    except ValueError as error:
        raise refused(str(error)) from error
    for fips in counties:
        account = _account(fips, custody, gazetteer)
        typer.echo(json.dumps(account) if as_json else _lines(account))


def _file(content: Path | None) -> Path:
    try:
        folder = content or read_settings().content_dir
    except ValueError as error:
        raise refused(str(error)) from error
    if not folder.is_dir():
        raise refused(
            f"{folder}: there is no such folder; name the one of the texts with --content, "
            "or in BOT_CONTENT_DIR"
        )
    return folder / JAIL_CORRECTIONS


def _doubts(
    corrections: tuple[Correction, ...], custody: Custody, gazetteer: Gazetteer
) -> Iterator[str]:
    """A slip in an area code sends a family to a stranger."""
    of_state = states_of_area_codes(custody)
    for one in corrections:
        number = one.told.get("new_phone") or one.told.get("phone", "")
        there = of_state.get(number[2:5])
        here = _states(one, custody, gazetteer)
        if one.act in ("county", "change") and there and here and there not in here:
            yield f"{one.where}: {display(number)} has an area code of {there}; look again"


def _states(one: Correction, custody: Custody, gazetteer: Gazetteer) -> set[str]:
    """Postal codes of where the jail is, or each house that had the old number."""
    county = gazetteer.counties.get(one.told.get("county", ""))
    if county:
        return {county.state}
    return {house.state for house in custody.by_id.values() if house.phone == one.told["phone"]}


def _account(fips: str, custody: Custody, gazetteer: Gazetteer) -> dict[str, str]:
    county, operator = gazetteer.counties[fips], custody.operator(fips)
    call = custody.calls.get(fips)
    return {
        "fips": fips,
        "county": f"{county.name}, {county.state}",
        "kind": operator.kind.value,
        "body": operator.body,
        "confidence": operator.confidence.value,
        "call": call.name if call else "",
        "phone": display(call.phone) if call else "",
        "checked": call.checked if call else "",
    }


def _lines(account: dict[str, str]) -> str:
    run = account["body"] or "not known"
    call = f"{account['call']} {account['phone']}, as of {account['checked']}"
    return (
        f"{account['fips']} {account['county']}\n"
        f"  run by: {run} ({account['kind']}, confidence {account['confidence']})\n"
        f"  number: {call if account['call'] else 'none'}"
    )
