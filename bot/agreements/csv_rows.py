"""The rows of a CSV as somebody saved it, each with the line where it begins."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator


def csv_rows(lines: Iterable[str], delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Raises :class:`csv.Error` with the line where a quote is opened and not closed: else it
    would swallow the rows behind it."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begins = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise csv.Error(
                f'line {begins}: a quote (") is not closed at the end of its cell; close it or '
                f"take it out ({error})"
            ) from error
        yield begins, row
