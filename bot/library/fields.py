"""The entries of a ``topic.toml`` or ``answer.toml``, each with the complaint it can give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from bot.library.topic import Source

NO_DAY = date.min


class Fields:
    """Takes entries out of a table; what is wrong goes to ``problems``, and reading goes on."""

    def __init__(self, table: Mapping[str, object], place: str, problems: list[str]) -> None:
        self._table = table
        self._place = place
        self._problems = problems

    def number(self, key: str) -> int:
        value = self._table.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        self._complain(f"add {key} = a whole number")
        return 0

    def day(self, key: str) -> date:
        return self._day(self._table.get(key), f"add {key} = a date like 2027-02-01")

    def names(self, key: str) -> tuple[str, ...]:
        """A list of short texts; an absent one is empty."""
        value = self._table.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        self._complain(f'write {key} as a list, like ["…", "…"]')
        return ()

    def texts(self, key: str) -> dict[str, str]:
        """A table of language code to one text."""
        table = self._sub_table(key)
        for code, value in table.items():
            if not isinstance(value, str) or not value.strip():
                self._complain(f'under [{key}] write {code} = "…"')
        return {code: value for code, value in table.items() if isinstance(value, str)}

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of language code to a list of texts."""
        below = Fields(self._sub_table(key), self._place, self._problems)
        return {code: below.names(code) for code in self._sub_table(key, quiet=True)}

    def sources(self) -> tuple[Source, ...]:
        value = self._table.get("sources", [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self._complain("write each source below a line [[sources]]")
            return ()
        return tuple(self._source(one) for one in value)

    def _source(self, table: Mapping[str, object]) -> Source:
        title, url = table.get("title"), table.get("url", "")
        if not isinstance(title, str) or not isinstance(url, str):
            self._complain('each of [[sources]] needs title = "…"; url = "…" where it has one')
        read = self._day(table.get("read"), "each of [[sources]] needs read = a date")
        return Source(str(title), str(url), read)

    def _sub_table(self, key: str, *, quiet: bool = False) -> Mapping[str, object]:
        value = self._table.get(key)
        if isinstance(value, dict):
            return value
        if not quiet:
            self._complain(f"add a block [{key}] with an entry for each language")
        return {}

    def _day(self, value: object, remedy: str) -> date:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self._complain(remedy)
        return NO_DAY

    def _complain(self, remedy: str) -> None:
        self._problems.append(f"{self._place}: {remedy}")
