"""The STATE cell: a state's name or code, and the other ways in which people write it."""

from __future__ import annotations

import re

from bot.agreements.names import Names
from bot.agreements.spelling import fold, nearest, tidy

# The short forms from before the postal codes, without blanks, and the names of territories.
_TABLE = """
ala=AL ariz=AZ ark=AR calif=CA colo=CO conn=CT del=DE fla=FL ill=IL ind=IN kan=KS kans=KS
mass=MA mich=MI minn=MN miss=MS mont=MT neb=NE nebr=NE nev=NV nmex=NM ncar=NC ndak=ND scar=SC
sdak=SD okla=OK ore=OR oreg=OR penn=PA penna=PA tenn=TN tex=TX wash=WA wva=WV wis=WI wisc=WI
wyo=WY washingtondc=DC cnmi=MP marianas=MP northernmarianas=MP virginislands=VI
usvirginislands=VI usvi=VI virginislandsus=VI
"""
_SHORT = dict(entry.split("=") for entry in _TABLE.split())


def read_state(printed: str, names: Names) -> tuple[str, tuple[str, ...]]:
    """The postal code of a printed state, its letters put right where only one state fits."""
    if code := names.state_called(printed):
        return code, ()
    if code := _otherwise(printed, names):
        return code, (f'state written "{tidy(printed)}": {code}',)
    meant = nearest(fold(printed), names.state_names())
    if meant is None:
        return tidy(printed), (f'state "{tidy(printed)}" is not known',)
    code = names.state_called(meant) or ""
    return code, (f"state respelled: {tidy(printed)} → {code}",)


def _otherwise(printed: str, names: Names) -> str | None:
    """ "Tenn.", "State of Tennessee", "New York State", "U.S. Virgin Islands"."""
    words = re.sub(r"^(state|commonwealth|territory) of (the )?| state$", "", fold(printed))
    short = _SHORT.get(words.replace(" ", ""), words)
    return names.state_called(short)
