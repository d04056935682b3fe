"""`bot data build`: every room's table, from the shared facts, in the order in which they need
each other."""

from __future__ import annotations

from pathlib import Path

from bot.harvest.built import Built
from bot.harvest.custody import build_custody
from bot.harvest.legal_aid import build_legal_aid
from bot.harvest.map_outlines import build_outlines
from bot.harvest.place_shapes import build_shapes
from bot.harvest.places import build_places
from bot.harvest.roster import build_roster
from bot.harvest.state_rules import build_state_rules


class SourceError(ValueError):
    """The folder of sources is not there or not whole; the message says where to point."""


def build_shapes_of_counties(topology: Path, older: Path, package: Path) -> tuple[Built, ...]:
    """Build what is drawn and what a shared location is looked up in, from two TopoJSON files.

    ``topology`` has today's counties; ``older`` the eight that Connecticut had until 2022, which
    people still name. Both are named in the folders' SOURCES.toml. Raises ``ValueError``.
    """
    return (
        build_shapes(topology, package / "places" / "data"),
        build_outlines(topology, older, package / "maps" / "data"),
    )


def build_all(source: Path, package: Path) -> tuple[Built, ...]:
    """Build every table below ``package`` (the folder ``bot``) from ``source``.

    ``source`` holds ``data/`` and ``facts/``. The roster is built before custody, which spells
    its bodies as the roster does. Raises :class:`SourceError`.
    """
    if not (source / "data").is_dir() or not (source / "facts").is_dir():
        raise SourceError(f"{source}: holds no data/ and facts/; give their folder with --from")
    data = source / "data"
    return (
        *build_places(data / "places", package / "places" / "data"),
        *build_roster(data, package),
        *build_custody(data, package),
        *build_legal_aid(source, package),
        *build_state_rules(source, package),
    )
