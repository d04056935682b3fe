"""``bot doctor``: what is missing, stale or unsafe in this installation, and what to do."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.doctor_database import database_findings
from bot.cli.doctor_safety import Finding, unsafe_settings
from bot.cli.start import with_published
from bot.knowledge import read_knowledge
from bot.settings import Settings, SettingsError, read_settings
from bot.store.secret_key import key_file

ENV_FILE = Path(".env")


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Look over this installation. Exit status 1 where something is unsafe or keeps it down."""
    findings = list(examine(datetime.now(UTC).date()))
    for finding in findings:
        line = f"{finding.verdict:8} {finding.what}"
        if finding.remedy:
            line += f"\n         → {finding.remedy}"
        typer.echo(json.dumps(asdict(finding), ensure_ascii=False) if as_json else line)
    if any(finding.verdict == "unsafe" for finding in findings):
        raise typer.Exit(1)


def examine(today: date) -> Iterator[Finding]:
    """Every finding, good ones too. Makes and changes nothing."""
    try:
        settings = read_settings(ENV_FILE)
    except SettingsError as error:
        yield Finding("unsafe", "the settings cannot be read", str(error))
        return
    yield Finding("ok", "the settings can be read")
    yield from _twilio(settings)
    yield from _who_runs_it(settings)
    yield from _knowledge(settings, today)
    yield from database_findings(settings)
    yield from _files(settings)
    yield from unsafe_settings(settings)
    yield from _print(settings)


def _twilio(settings: Settings) -> Iterator[Finding]:
    if settings.twilio_auth_tokens:
        yield Finding("ok", "TWILIO_AUTH_TOKEN is set")
    else:
        yield Finding(
            "missing",
            "TWILIO_AUTH_TOKEN: Twilio's messages are not answered",
            "copy the auth token from the Twilio console",
        )
    if len(settings.twilio_auth_tokens) > 1:
        yield Finding(
            "stale",
            "two auth tokens are accepted",
            "when the change is done, take the old one out of TWILIO_AUTH_TOKEN",
        )
    if settings.public_url:
        yield Finding("ok", f"Twilio is to call {settings.public_url}/twilio/messages")
    else:
        yield Finding(
            "missing",
            "BOT_PUBLIC_URL: no signature of Twilio's can be checked",
            "set it to the https address that Twilio calls, without a path",
        )


def _who_runs_it(settings: Settings) -> Iterator[Finding]:
    for name, value in (
        ("BOT_ORGANIZATION", settings.organization),
        ("BOT_CONTACT_URL", settings.contact_url),
    ):
        if value:
            yield Finding("ok", f"{name} is {value}")
        else:
            yield Finding(
                "missing", f"{name}: not set", "say who runs this line; ABOUT tells people"
            )


def _knowledge(settings: Settings, today: date) -> Iterator[Finding]:
    try:
        known = read_knowledge(settings.content_dir, settings.locales_dir, settings.line())
        known = with_published(known, settings)
    except Exception as error:  # each room has its own; all say what to mend
        yield Finding("unsafe", "the texts and tables cannot be read", str(error))
        return
    offered = [code for code, language in known.languages.items() if language.offered]
    yield Finding("ok", f"texts can be read in {', '.join(offered)}")
    age = (today - known.roster.list_date).days
    what = f"ICE's list of {known.roster.list_date.isoformat()} is {age} days old"
    if age < settings.roster_stale_days:
        yield Finding("ok", what)
    else:
        yield Finding(
            "stale", f"{what}; answers say so", "import a newer list: docs/keeping-it-true.md"
        )


def _files(settings: Settings) -> Iterator[Finding]:
    """Files with secrets or conversations are for their owner alone."""
    scheme, _, rest = settings.database_url.partition("///")
    held = [ENV_FILE]
    if scheme == "sqlite:":
        held += [Path(rest), key_file(Path(rest))]
    for path in held:
        try:
            if not path.exists():
                continue
        except PermissionError:
            yield Finding(
                "missing",
                f"{path} cannot be looked at",
                "run it as the user of the server",
            )
            continue
        if stat.S_IMODE(path.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
            yield Finding("unsafe", f"others can read {path}", f"run: chmod 600 {path}")
        else:
            yield Finding("ok", f"only its owner can read {path}")


def _print(settings: Settings) -> Iterator[Finding]:
    """Whether cards and flyers can be printed, and in which languages they cannot."""
    from bot.printing import PrintError, missing

    try:
        without = missing(settings.fonts_dir)
    except PrintError as error:
        yield Finding("missing", "cards and flyers cannot be printed", str(error))
        return
    for language, remedy in without.items():
        yield Finding("missing", f"cards and flyers cannot be printed in {language}", remedy)
    if not without:
        yield Finding("ok", "cards and flyers can be printed in every language")
