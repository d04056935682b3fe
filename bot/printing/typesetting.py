"""A sheet becomes a PDF, by Typst. It takes about a fifth of a second."""

from __future__ import annotations

import io
import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path

from bot.printing.errors import DoesNotFitError, MissingFontError, NotInstalledError, PrintError
from bot.printing.fonts import families, paths, remedy, typesetter
from bot.printing.sheet import Sheet

TEMPLATES = Path(__file__).parent / "templates"

# A tagged file that a screen reader can read; this standard also refuses letters without a font.
STANDARD = "ua-1"
NO_FONT = "could not be displayed with font"
TOO_LONG = "does not fit"


class Kind(StrEnum):
    """``card``: four wallet cards on a page, to be cut and folded. ``flyer``: one page."""

    CARD = "card"
    FLYER = "flyer"


def typeset(kind: Kind, sheet: Sheet, fonts_dir: Path | None = None) -> bytes:
    """The PDF. Raises :class:`bot.printing.PrintError`, whose message says what to do."""
    typst = typesetter()
    data = {
        **asdict(sheet),
        "fonts": families(sheet.language, fonts_dir),
        "code": square_code(sheet.link),
    }
    try:
        made = typst.compile(
            str(TEMPLATES / f"{kind}.typ"),
            root=str(TEMPLATES),
            font_paths=paths(fonts_dir),
            sys_inputs={"sheet": json.dumps(data)},
            pdf_standards=[STANDARD],
            timestamp=0,
        )
    except typst.TypstError as error:
        raise _explained(str(error), kind, sheet.language) from error
    return bytes(made)


def square_code(link: str) -> str:
    """The link as a QR code, in SVG. It can be read with a tenth of it hidden or worn."""
    try:
        import segno
    except ImportError:
        raise NotInstalledError from None
    drawn = io.BytesIO()
    segno.make(link, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()


def _explained(complaint: str, kind: Kind, language: str) -> PrintError:
    if NO_FONT in complaint:
        return MissingFontError("some letters of this sheet", remedy(language))
    if TOO_LONG in complaint:
        return DoesNotFitError(kind, language)
    return PrintError(f"the {kind} could not be set: {complaint}")
