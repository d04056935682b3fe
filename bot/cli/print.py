"""``bot print card|flyer PLACE``: a PDF to hand out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.start import known_language, start_knowledge
from bot.knowledge import Knowledge
from bot.places.finder import find
from bot.places.place import County, Outcome
from bot.printing import Kind, PrintError, Reach, make_sheet, typeset
from bot.settings import read_settings

app = typer.Typer(help="A wallet card or a flyer of a county, as PDF.", no_args_is_help=True)

PlaceWords = Annotated[list[str], typer.Argument(help="A county, as people text it: jackson mi")]
Lang = Annotated[str, typer.Option(help="The language of the words.")]
Out = Annotated[Path | None, typer.Option(help="The file to write [faro-card-mi-jackson-en.pdf].")]


@app.command()
def card(place: PlaceWords, lang: Lang = "en", out: Out = None) -> None:
    """Four wallet cards on a page: cut them out and fold them."""
    _print(Kind.CARD, place, lang, out)


@app.command()
def flyer(place: PlaceWords, lang: Lang = "en", out: Out = None) -> None:
    """One page for a wall or a table."""
    _print(Kind.FLYER, place, lang, out)


def _print(kind: Kind, place: list[str], lang: str, out: Path | None) -> None:
    knowledge, settings = start_knowledge(), read_settings()
    language = known_language(lang, knowledge) or lang
    county = _county(" ".join(place), knowledge)
    reach = Reach(settings.text_number, settings.whatsapp_number, settings.public_url or "")
    slug = knowledge.gazetteer.slug(county)
    file = out or Path(f"faro-{kind}-{county.state.lower()}-{slug}-{language}.pdf")
    try:
        sheet = make_sheet(county, language, datetime.now(UTC), reach, knowledge)
        file.write_bytes(typeset(kind, sheet, settings.fonts_dir))
    except (PrintError, OSError) as error:
        raise _refused(str(error)) from error
    typer.echo(f"{county.full_name}: {file}")
    for notice in sheet.notices:
        typer.echo(notice, err=True)


def _county(text: str, knowledge: Knowledge) -> County:
    """The one county that the text means; anything else ends with what to write."""
    answer = find(text, knowledge.gazetteer)
    found = answer.found
    if found and found.kind == "county":
        return knowledge.gazetteer.county(found.fips)
    if answer.outcome is Outcome.ASK:
        names = "\n".join(f"  {one.name}" for one in answer.places)
        raise _refused(f"{text!r} can be several places; write one of these:\n{names}")
    if found:
        raise _refused(f"{found.name} is a whole state; add the county, as in: jackson mi")
    raise _refused(f"no county is found in {text!r}; write a county and a state: jackson mi")


def _refused(reason: str) -> typer.Exit:
    typer.echo(f"refused: {reason}", err=True)
    return typer.Exit(1)
