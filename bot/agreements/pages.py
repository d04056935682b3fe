"""Which sheet of a file is the list: hidden ones and those named for another list are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.agreements.columns import Columns, find_columns, what_is_missing
from bot.agreements.container import SheetError
from bot.agreements.marks import mark_in
from bot.agreements.spelling import fold
from bot.agreements.workbook import Page, Table


@dataclass(frozen=True, slots=True)
class ListPage:
    """A sheet that has the headers of a list."""

    page: Page
    columns: Columns

    @property
    def above(self) -> Table:
        return self.page.table[: self.columns.row + 1 - self.columns.height]

    @property
    def below(self) -> Table:
        return self.page.table[self.columns.row + 1 :]

    @property
    def rows(self) -> int:
        return sum(any(value not in (None, "") for value, _ in row) for row in self.below)


def the_list(path: Path, pages: Sequence[Page], wanted: str | None) -> tuple[ListPage, list[str]]:
    """The sheet to read and what to say of the others. Raises :class:`SheetError`.

    ``wanted`` is the name that a person gave; without it two lists in one file are no guess:
    half of a list, or an older one, would be a wrong "not on the list".
    """
    lists = [ListPage(page, columns) for page in pages if (columns := find_columns(_values(page)))]
    if wanted is not None:
        chosen = [each for each in lists if fold(each.page.name) == fold(wanted)]
        if not chosen:
            raise SheetError(
                f"{path}: no sheet with such headers is called {wanted}{_names(pages)}"
            )
    elif not lists:
        raise SheetError(f"{path}: is not ICE's list: {_no_header(pages)}")
    else:
        chosen = _narrowed(lists)
        if len(chosen) > 1:
            raise SheetError(f"{path}: {_several(chosen)}")
    others = [each for each in lists if each is not chosen[0]]
    return chosen[0], _said(chosen[0], others)


def _narrowed(lists: Sequence[ListPage]) -> list[ListPage]:
    """The lists that are left after each test that leaves any."""
    filled = [each for each in lists if each.rows] or list(lists[:1])
    seen = [each for each in filled if not each.page.hidden] or filled
    return [each for each in seen if mark_in(each.page.name) is None] or seen


def _values(page: Page) -> list[list[object]]:
    return [[value for value, _ in cells] for cells in page.table]


def _no_header(pages: Sequence[Page]) -> str:
    said = [missing for page in pages if (missing := what_is_missing(_values(page)))]
    if said:
        return said[0]
    return (
        "one row must hold the headers STATE, LAW ENFORCEMENT AGENCY and SUPPORT TYPE (our own "
        "CSV: state, agency, model); put them above the columns, then import it again"
    )


def _several(lists: Sequence[ListPage]) -> str:
    named = " and ".join(f'"{each.page.name}" ({each.rows} rows)' for each in lists)
    return (
        f"the sheets {named} could each be the list: say which with --sheet NAME; where one list "
        "is spread over them, put its rows on one sheet"
    )


def _names(pages: Sequence[Page]) -> str:
    return "; the sheets are: " + ", ".join(page.name for page in pages)


def _said(read: ListPage, others: Sequence[ListPage]) -> list[str]:
    name = read.page.name
    said = [
        f'the sheet "{each.page.name}" has such headers, too, and was not read' for each in others
    ]
    if mark_in(name):
        said.append(f'the sheet that was read is called "{name}": look at it')
    return said
