"""What an advocate hands out: a wallet card and a flyer of a county, as PDF, in any language."""

from bot.printing.errors import (
    DoesNotFitError,
    MissingFontError,
    NotInstalledError,
    NoWayToReachError,
    PrintError,
)
from bot.printing.fonts import missing
from bot.printing.reach import Reach
from bot.printing.sheet import Sheet, make_sheet
from bot.printing.typesetting import Kind, typeset

__all__ = [
    "DoesNotFitError",
    "Kind",
    "MissingFontError",
    "NoWayToReachError",
    "NotInstalledError",
    "PrintError",
    "Reach",
    "Sheet",
    "make_sheet",
    "missing",
    "typeset",
]
