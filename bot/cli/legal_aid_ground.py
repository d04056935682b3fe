"""What the commands of `bot legal-aid` share: options, the folder, how a difference is shown."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot.legal_aid.contact import Contact
from bot.legal_aid.differences import Difference
from bot.legal_aid.table import row_of
from bot.settings import read_settings

ContentDir = Annotated[
    Path | None,
    typer.Option("--content", envvar="BOT_CONTENT_DIR", help="The folder that holds legal_aid/."),
]
OnDate = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="As of this day; today.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One object a line.")]


def folder_of(content: Path | None) -> Path:
    """The folder of the corrections: the one named, else that of the settings. Where it is not
    there the command ends: a directory without corrections would look sound."""
    try:
        folder = (content or read_settings().content_dir) / "legal_aid"
    except ValueError as error:
        refuse(str(error))
    if not folder.is_dir():
        refuse(
            f"{folder}: there is no such folder; name the one that holds legal_aid/ with "
            "--content, or in BOT_CONTENT_DIR"
        )
    return folder


def day_of(on: datetime | None) -> date:
    return on.date() if on else datetime.now(UTC).date()


def refuse(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(1)


def difference_line(one: Difference) -> str:
    """One line: what kind, who, and what it was and is."""
    contact = one.after or one.before
    org = contact.org if contact else ""
    state = (contact.state if contact else "") or "national"
    mark = "WAITS " if one.waits else ""
    return f"{mark}{one.kind.value}: {state} {org}: {_change(one)}"


def difference_json(one: Difference) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "waits": one.waits,
        "why": one.why,
        "subject": one.subject,
        "fingerprint": one.fingerprint,
        "before": row_of(one.before) if one.before else None,
        "after": row_of(one.after) if one.after else None,
    }


def _change(one: Difference) -> str:
    if one.before and one.after:
        before, after = row_of(one.before), row_of(one.after)
        told = ("org", "phone", "extension", "services", "languages", "hours", "limit", "excludes")
        changes = [
            f"{key} {before[key] or '-'} -> {after[key] or '-'}"
            for key in told
            if before[key] != after[key]
        ]
        return "; ".join(changes) or "other columns"
    return _shown(one.before or one.after) + (f" ({one.why})" if one.why else "")


def _shown(contact: Contact | None) -> str:
    return f"{contact.display}, {contact.source_date}" if contact else ""
