"""Which fonts print which language. Boxes are never printed: what is missing is said instead."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.printing.errors import MissingFontError, NotInstalledError

# Embedded in the typesetter itself, so that Latin and Cyrillic letters never fail.
LATIN = ("Noto Sans", "DejaVu Sans", "Liberation Sans", "Libertinus Serif")

OWN: Mapping[str, tuple[str, ...]] = {
    "ar": ("Noto Sans Arabic", "Noto Naskh Arabic", "DejaVu Sans"),
    "zh-Hans": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Zen Hei"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans K", "NanumGothic"),
}
"""Languages that need a font beside the Latin one; any of these will do, the first is best."""

PACKAGES: Mapping[str, str] = {
    "ar": "fonts-noto-core",
    "zh-Hans": "fonts-noto-cjk",
    "ko": "fonts-noto-cjk",
}


def families(language: str, fonts_dir: Path | None) -> list[str]:
    """The families to set a language in, of those that are here.

    Raises :class:`MissingFontError`, :class:`NotInstalledError`.
    """
    here = set(typesetter().Fonts(font_paths=paths(fonts_dir)).families())
    latin = [family for family in LATIN if family in here][:1]
    if language not in OWN:
        return latin
    own = [family for family in OWN[language] if family in here][:1]
    if not own:
        raise MissingFontError(f"the letters of {language}", remedy(language))
    # Arabic digits and marks in its own font; Latin names in the Latin one.
    return [*own, *latin] if language == "ar" else [*latin, *own]


def missing(fonts_dir: Path | None) -> Mapping[str, str]:
    """Languages that have no font here, each with its remedy.

    Raises :class:`NotInstalledError`.
    """
    without = {}
    for language in OWN:
        try:
            families(language, fonts_dir)
        except MissingFontError:
            without[language] = remedy(language)
    return without


def paths(fonts_dir: Path | None) -> list[str]:
    """Folders with fonts beside the system's own."""
    return [str(fonts_dir)] if fonts_dir else []


def remedy(language: str) -> str:
    package = PACKAGES.get(language, "fonts-noto-core")
    best = OWN.get(language, LATIN)[0]
    return (
        f"install {best} (Debian and Ubuntu: apt-get install {package}), or name a folder that "
        "has it in BOT_FONTS_DIR"
    )


def typesetter() -> Any:
    """Typst, imported when something is printed. Raises :class:`NotInstalledError`."""
    try:
        import typst
    except ImportError:
        raise NotInstalledError from None
    return typst
