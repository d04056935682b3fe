"""``bot language``: which language a short text is in; the skeleton of a new one."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Which language a text is in; the skeleton of a new one.", no_args_is_help=True
)


@app.command("guess")
def guess_lines(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """One text a line on standard input; no language where it should not decide."""
    from bot.cli.start import start_knowledge
    from bot.conversation.hearing import guess
    from bot.places.finder import find

    knowledge = start_knowledge(published=False)
    for line in sys.stdin:
        text = line.rstrip("\n")
        place = find(text, knowledge.gazetteer)
        heard = guess(text, knowledge, place.rest if place.places else None)
        if as_json:
            shape = {"text": text, "language": heard.language, "confidence": heard.confidence}
            typer.echo(json.dumps(shape, ensure_ascii=False))
        else:
            typer.echo(f"{heard.language or '-'}\t{heard.confidence:.2f}\t{text}")


@app.command("add")
def add(
    code: Annotated[str, typer.Argument(help="BCP 47: so, am, zh-Hant")],
    name: Annotated[str, typer.Option(help="What its speakers call it.")],
    direction: Annotated[str, typer.Option(help="ltr or rtl")] = "ltr",
) -> None:
    """Make the skeleton of a language: a draft that is not offered until it is complete."""
    from bot.settings import read_settings

    settings = read_settings()
    block = settings.content_dir / "languages.toml"
    words = settings.content_dir / "words" / f"{code}.toml"
    catalogue = settings.locales_dir / code.replace("-", "_") / "LC_MESSAGES" / "messages.po"
    if f"[{code}]" in block.read_text(encoding="utf-8") or words.exists() or catalogue.exists():
        typer.echo(f"{code} is there already; see content/languages.toml", err=True)
        raise typer.Exit(1)
    _write_skeleton(code, name, direction, block, words)
    catalogue.parent.mkdir(parents=True)
    template = (settings.locales_dir / "messages.pot").read_text(encoding="utf-8")
    catalogue.write_text(template.replace("Language: en", f"Language: {code}"), encoding="utf-8")
    typer.echo(f"{code} is a draft. Next: content/README.md, then bot content check --lang {code}")


def _write_skeleton(code: str, name: str, direction: str, block: Path, words: Path) -> None:
    from bot.words import WHOLE, WITHIN

    if direction not in ("ltr", "rtl"):
        raise typer.BadParameter("Write ltr or rtl", param_hint="--direction")
    with block.open("a", encoding="utf-8") as languages:
        languages.write(
            f'\n[{code}]\nname = "{name}"\ndirection = "{direction}"\n'
            f'offered = false\nwords = ["{name.lower()}"]\n'
        )
    lists = "".join(f"{key} = []\n" for key in (*WHOLE, *WITHIN, "lexicon"))
    words.write_text(f"# See en.toml for what each list means.\n{lists}", encoding="utf-8")
