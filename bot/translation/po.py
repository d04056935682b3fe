"""A book as a PO file: for translators who work with Poedit, Weblate or the like.

An entry is marked fuzzy until a fluent reader takes the mark away: that is the word "read" of the
workbook. The key stands in the context, the mark in an extracted comment.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from bot.translation.row import Book, FileRefused, Row

_MARK, _WRONG = "mark: ", "WHAT IS WRONG: "


def write_po_file(book: Book) -> bytes:
    """The file, in UTF-8, lines unwrapped."""
    catalog = Catalog(
        locale=book.language.replace("-", "_"),
        header_comment=f"# Faro: {book.language}. Back with: bot content import FILE",
        project="faro",
        fuzzy=False,
        charset="utf-8",
    )
    for row in book.rows:
        comments = [*row.notes.split("\n"), *row.terms.split("\n"), row.room, _MARK + row.mark]
        catalog.add(
            row.english,
            row.text,
            context=row.key,
            flags=() if row.read else ("fuzzy",),
            auto_comments=[one for one in comments if one],
            user_comments=[_WRONG + row.wrong] if row.wrong else [],
        )
    written = io.BytesIO()
    write_po(written, catalog, width=0)
    return written.getvalue()


def read_po_file(data: bytes) -> Book:
    """The book out of a PO file. Raises :class:`FileRefused`."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise FileRefused("The PO file is not UTF-8; save it as UTF-8") from error
    try:
        catalog = read_po(io.BytesIO(data), abort_invalid=True)
    except (PoFileError, ValueError, KeyError) as error:
        raise FileRefused(
            f"This is no whole PO file ({error}); mend it, or export it anew"
        ) from error
    language = str(catalog.locale_identifier or "").replace("_", "-")
    if not language:
        raise FileRefused('The PO file does not say its language; add "Language: …" to its header')
    rows = tuple(_rows(catalog))
    if not rows:
        raise FileRefused("The PO file has no entry; export a new one")
    return Book(language, rows)


def _rows(catalog: Catalog) -> Iterator[Row]:
    for message in catalog:
        if message.id:
            yield _row(message)


def _row(message: Message) -> Row:
    marks = [one[len(_MARK) :] for one in message.auto_comments if one.startswith(_MARK)]
    text = message.string
    plural = not isinstance(message.id, str) or not isinstance(text, str | None)
    return Row(
        key=str(message.context or ""),
        english=str(message.id),
        text="" if plural else str(text or ""),
        read=not message.fuzzy,
        mark=marks[0].strip() if marks else "",
        wrong="has plural forms; write one text" if plural else "",
        number=message.lineno or 0,
    )
