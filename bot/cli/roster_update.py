"""`bot roster update`: look at ICE's page, take a newer workbook in as a draft, or complain."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import httpx
import typer

from bot import desk
from bot.agreements.container import SheetError
from bot.agreements.sheet import Sheet, read_sheet
from bot.cli.roster_ground import Setting, read_setting, with_database
from bot.harvest.fetching import (
    PAGE_BYTES,
    WORKBOOK_BYTES,
    Fetched,
    FetchError,
    fetch,
    polite_client,
)
from bot.harvest.ice_page import ListLink, link_to, list_links, newest
from bot.publishing.checking import refusals
from bot.publishing.reading import LATE_SHARE, place_list, share_signed_after
from bot.settings import Settings
from bot.store import looks, rosters
from bot.store.database import Database
from bot.store.looks import FAILED, NEW, UNCHANGED, Look


def update() -> None:
    """Look at ICE's page for a newer workbook and import it as a draft. Exit status 1, with a
    dated complaint, where anything is not as it should be."""
    setting = read_setting()

    async def errand(database: Database, settings: Settings) -> Look:
        now = datetime.now(UTC)
        async with polite_client(settings.contact_url) as client:
            found = await look_once(database, client, settings.ice_page_url, setting, now)
        await looks.write_look(database, found)
        return found

    found = with_database(errand)
    stamp = found.looked_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    if found.outcome == FAILED:
        typer.echo(f"{stamp} COMPLAINT: {found.complaint}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{stamp} {found.outcome}: {found.address}", err=True)
    if found.outcome == NEW:
        typer.echo("Next: bot roster diff, bot roster review, bot roster publish", err=True)


async def look_once(
    database: Database,
    client: httpx.AsyncClient,
    page: str,
    setting: Setting,
    now: datetime,
    pause: float = 2,
) -> Look:
    """One look. What goes wrong is in the look that is returned, never an exception."""
    past = await looks.past_looks(database)
    before = next((each for each in past if each.outcome != FAILED), None)
    try:
        fetched = await fetch(client, page, PAGE_BYTES, _page_conditions(before), pause)
        participating, pending = _links(fetched, before, page)
        errand = _Errand(database, client, before, setting, now, pause)
        outcomes = [await _take_in(errand, participating)]
        if pending is not None and pending.list_date is not None:
            outcomes.append(await _take_in(errand, pending))
    except (FetchError, SheetError, _NotTakenError) as error:
        return Look(now, FAILED, str(error))
    source = before if fetched.body is None and before is not None else fetched
    outcome = NEW if NEW in outcomes else UNCHANGED
    return Look(now, outcome, "", participating.address, source.etag, source.modified)


@dataclass(frozen=True, slots=True)
class _Errand:
    """What one look has in hand. ``before`` is the last look that went well."""

    database: Database
    client: httpx.AsyncClient
    before: Look | None
    setting: Setting
    now: datetime
    pause: float


class _NotTakenError(Exception):
    """A workbook was found that must not become a draft; the message says why."""


def _page_conditions(before: Look | None) -> dict[str, str]:
    if before is None:
        return {}
    given = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: value for name, value in given.items() if value}


def _links(fetched: Fetched, before: Look | None, page: str) -> tuple[ListLink, ListLink | None]:
    """The newest participating list and the newest pending one. An unchanged page leads to the
    list of the last look: the workbook behind the address may have been replaced."""
    if fetched.body is None:
        found = [link for link in (link_to(before.address if before else ""),) if link]
    else:
        found = list(list_links(fetched.body.decode("utf-8", "replace"), fetched.address))
    participating = newest(found, pending=False)
    if participating is None:
        raise _NotTakenError(
            f"{page}: holds no link to a list of participating agencies (.xlsx): it has changed "
            "its shape, or is a login or error page. Open it in a browser and import by hand"
        )
    if participating.list_date is None:
        raise _NotTakenError(
            f"{participating.name}: its name has no date that can be read; download it and import "
            "it with --list-date"
        )
    return participating, newest(found, pending=True)


async def _take_in(errand: _Errand, link: ListLink) -> str:
    """Download, check and keep one workbook: NEW, or UNCHANGED where it is here already."""
    fetched = await fetch(
        errand.client, link.address, WORKBOOK_BYTES, _file_conditions(errand, link), errand.pause
    )
    if fetched.body is None or link.list_date is None:
        return UNCHANGED
    sheet = _read(fetched.body, link.name)
    for notice in sheet.notices:
        typer.echo(f"{link.name}: {notice}", err=True)
    if share_signed_after(sheet, link.list_date) > LATE_SHARE:
        raise _NotTakenError(
            f"{link.name}: its name says {link.list_date}, but many rows were signed later; "
            "download it and import it with --list-date"
        )
    published = (await desk.current(errand.database))[1]
    witnesses = errand.setting.witnesses
    placed = place_list(sheet, link.list_date, witnesses, published.roster)
    wrong = refusals(
        placed,
        name=link.name,
        today=errand.now.date(),
        published=published.roster,
        states=errand.setting.states,
        undated=sheet.undated,
    )
    if wrong:
        raise _NotTakenError(f"{link.address}: {'; '.join(wrong)}")
    _, new = await rosters.keep_list(errand.database, placed, link.address, errand.now)
    return NEW if new else UNCHANGED


def _file_conditions(errand: _Errand, link: ListLink) -> dict[str, str]:
    """Only a workbook that was looked at before, at this very address, may be unchanged."""
    if errand.before is None or errand.before.address != link.address:
        return {}
    return {"If-Modified-Since": format_datetime(errand.before.looked_at, usegmt=True)}


def _read(body: bytes, name: str) -> Sheet:
    """The downloaded bytes as a sheet, by way of a file that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="faro-") as folder:
        path = Path(folder) / Path(name).name
        path.write_bytes(body)
        try:
            return read_sheet(path)
        except SheetError as error:
            raise SheetError(str(error).replace(f"{folder}/", "")) from error
