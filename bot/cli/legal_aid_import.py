"""`bot legal-aid import`: a list becomes a draft, with what changed; nobody is sent it yet."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.legal_aid_desk import Desk
from bot.cli.legal_aid_ground import (
    AsJson,
    ContentDir,
    OnDate,
    day_of,
    difference_json,
    difference_line,
    folder_of,
    refuse,
)
from bot.harvest.legal_aid_layout import LayoutError, Lines, PlaceOf, read_sheet
from bot.legal_aid.corrections import DirectoryError
from bot.legal_aid.differences import Kind, shrank
from bot.legal_aid.directory import read_directory
from bot.legal_aid.issue import Ground, Issue, read_issue
from bot.legal_aid.lists import LISTS
from bot.places.finder import find
from bot.places.gazetteer import Gazetteer, read_gazetteer
from bot.places.place import Outcome


def import_list(
    file: Annotated[Path, typer.Argument(help="A CSV file: one source, our layout.")],
    leave_out: Annotated[
        bool, typer.Option("--leave-out", help="Import without the rows that have a complaint.")
    ] = False,
    content: ContentDir = None,
    on: OnDate = None,
    as_json: AsJson = False,
) -> None:
    """A CSV file of contacts -> a draft with its differences from what is sent now."""
    day = day_of(on)
    desk = Desk(folder_of(content) / LISTS)
    gazetteer = read_gazetteer()
    try:
        sheet = read_sheet(file, _places(gazetteer), day)
        for left in sheet.left_out:
            typer.echo(left, err=True)
        ground = _ground(gazetteer, day)
        issues = {source: read_issue(rows, ground) for source, rows in sheet.sources.items()}
        _refuse_faults(issues, leave_out)
        for source, issue in issues.items():
            _refuse_shrunk(desk, source, issue)
        for source, issue in issues.items():
            _draft(desk, source, issue, sheet.sources[source], as_json)
    except (LayoutError, DirectoryError) as error:
        refuse(str(error))


def _ground(gazetteer: Gazetteer, day: date) -> Ground:
    lines = read_directory().detention_lines
    return Ground(
        states={county.fips: county.state for county in gazetteer.counties.values()},
        refused={
            line.not_phone: f"people held by ICE dial {line.dial} ({line.org})" for line in lines
        },
        today=day,
    )


def _places(gazetteer: Gazetteer) -> PlaceOf:
    """The middle of the county of an office that has no point of its own."""

    def place_of(said: str) -> tuple[str, str]:
        answer = find(said, gazetteer)
        if answer.outcome is not Outcome.FOUND or answer.places[0].kind == "state":
            known = gazetteer.counties.get(said)
        else:
            known = gazetteer.county(answer.places[0].fips)
        return (f"{known.lat:.3f}", f"{known.lon:.3f}") if known else ("", "")

    return place_of


def _refuse_faults(issues: dict[str, Issue], leave_out: bool) -> None:
    complaints = [str(one) for issue in issues.values() for one in issue.complaints]
    for complaint in complaints:
        typer.echo(complaint, err=True)
    if complaints and not leave_out:
        refuse(
            f"refused: {len(complaints)} complaints. Mend the rows, "
            "or import without them with --leave-out"
        )


def _refuse_shrunk(desk: Desk, source: str, issue: Issue) -> None:
    before = desk.sent(source)
    if shrank(before, issue.contacts):
        refuse(
            f"refused: {source} has {len(issue.contacts)} good rows and had {len(before)}. "
            "A page or a part of the file is probably missing; nothing was changed"
        )


def _draft(desk: Desk, source: str, issue: Issue, rows: Lines, as_json: bool) -> None:
    differences = desk.compared(source, issue.contacts)
    for one in differences:
        if as_json:
            typer.echo(json.dumps({"source": source, **difference_json(one)}))
        elif one.kind is not Kind.SEEN:
            typer.echo(difference_line(one))
    counts = Counter(one.kind.value for one in differences)
    said = ", ".join(f"{counts[kind]} {kind}" for kind in sorted(counts))
    path = desk.keep_draft(source, issue.contacts)
    waits = sum(one.waits for one in differences)
    typer.echo(f"{source}: {len(rows)} rows; {said}", err=True)
    following = f"bot legal-aid review {source}" if waits else f"bot legal-aid publish {source}"
    typer.echo(f"draft in {path}; {waits} wait for a person. Next: {following}", err=True)
