"""``bot legal-aid``: is the directory sound, and what of it will soon be too old to send?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.legal_aid_coverage import coverage_page
from bot.cli.legal_aid_ground import AsJson, ContentDir, OnDate, day_of, folder_of
from bot.cli.legal_aid_import import import_list
from bot.cli.legal_aid_review import publish, review
from bot.legal_aid.contact import Contact
from bot.legal_aid.directory import Directory, DirectoryError, read_directory

app = typer.Typer(help="The directory of legal help.", no_args_is_help=True)
app.command("import")(import_list)
app.command()(review)
app.command()(publish)


@app.command()
def check(content: ContentDir = None, on: OnDate = None) -> None:
    """Validate the table and the advocates' corrections."""
    directory = _read(content)
    for complaint in directory.unused:
        typer.echo(f"{complaint}: remove the entry or mend its phone", err=True)
    day = day_of(on)
    sendable = sum(contact.sendable(day) for contact in directory.contacts)
    typer.echo(
        f"{len(directory.contacts)} contacts, {sendable} may be sent on {day}, "
        f"{len(directory.unused)} corrections without effect",
        err=True,
    )
    raise typer.Exit(1 if directory.unused else 0)


@app.command()
def status(
    content: ContentDir = None,
    on: OnDate = None,
    as_json: AsJson = False,
    as_table: Annotated[
        bool, typer.Option("--markdown", help="The table of docs/legal-help-coverage.md.")
    ] = False,
) -> None:
    """By state: what may be sent, what takes detained people, languages, what expires next."""
    day = day_of(on)
    accounts = list(_accounts(_read(content), day))
    if as_table:
        typer.echo(coverage_page(accounts, day))
        return
    for account in accounts:
        typer.echo(json.dumps(account) if as_json else _line(account))


def _read(content: Path | None) -> Directory:
    try:
        return read_directory(content_dir=folder_of(content))
    except DirectoryError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error


def _accounts(directory: Directory, on: date) -> Iterable[dict[str, object]]:
    states = sorted({contact.state for contact in directory.contacts})
    for state in states:
        yield _account(state, [c for c in directory.contacts if c.state == state], on)


def _account(state: str, contacts: Sequence[Contact], on: date) -> dict[str, object]:
    sendable = [contact for contact in contacts if contact.sendable(on)]
    helping = [contact for contact in sendable if contact.legal_help]
    following = min(sendable, key=lambda contact: (contact.expires, contact.org), default=None)
    return {
        "state": state or "national",
        "contacts": len(contacts),
        "sendable": len(helping),
        "detained": sum("detained" in contact.services for contact in helping),
        "labelled": len(sendable) - len(helping),
        "expired": len(contacts) - len(sendable),
        "languages": sorted({code for contact in helping for code in contact.languages}),
        "next_expiry": following.expires.isoformat() if following else None,
        "next_to_expire": following.org if following else None,
    }


def _line(account: dict[str, object]) -> str:
    languages = account["languages"]
    spoken = " ".join(languages) if isinstance(languages, list) else ""
    return (
        f"{account['state']:<9}{account['sendable']:>4} sendable {account['detained']:>3} detained "
        f"{account['labelled']:>2} labelled {account['expired']:>3} expired  "
        f"next {account['next_expiry'] or '-'} {account['next_to_expire'] or ''}  {spoken}"
    ).rstrip()
