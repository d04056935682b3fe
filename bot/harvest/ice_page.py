"""ICE's page -> the addresses of its newest lists, whatever they are called this month. Pure.

Names seen: ``participatingAgencies05182026am.xlsx``, ``287gParticipatingAgencies091526pm.xlsx``,
``ParticipatingAgency091826am.xlsx``, ``pendingAgencies11062025pm.xlsx``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from bot.publishing.reading import date_in_name

_LIST = re.compile(r"(particip|pending)\w*?[ _-]*agenc", re.IGNORECASE)
_TIMES = {"am": 1, "mid": 2, "pm": 3}
_TIME = re.compile(r"\d(am|mid|pm)?[ _-]?([a-z0-9]?)\.xlsx$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListLink:
    """One workbook of the page. ``list_date`` is None where its name carries no date."""

    address: str
    name: str
    pending: bool
    list_date: date | None


def list_links(page: str, base: str) -> tuple[ListLink, ...]:
    """Every link to a list of agencies, in the page's order, each once."""
    parser = _Links()
    parser.feed(page)
    parser.close()
    found = (link_to(urljoin(base, address.strip())) for address in parser.addresses)
    return tuple(dict.fromkeys(link for link in found if link is not None))


def newest(links: Iterable[ListLink], pending: bool) -> ListLink | None:
    """The newest list of its kind: by the date in its name, then by the time of the day."""
    of_kind = [link for link in links if link.pending == pending]
    return max(of_kind, key=_age, default=None)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.addresses += [value for name, value in attrs if name == "href" and value]


def link_to(address: str) -> ListLink | None:
    """What an address says of the list behind it; None where it is no list of agencies."""
    name = unquote(urlsplit(address).path.rsplit("/", 1)[-1])
    found = _LIST.search(name)
    if found is None or not name.lower().endswith(".xlsx"):
        return None
    return ListLink(address, name, found[1].lower() == "pending", date_in_name(name))


def _age(link: ListLink) -> tuple[date, int, str]:
    found = _TIME.search(link.name)
    part, suffix = (found[1] or "", found[2]) if found else ("", "")
    return link.list_date or date.min, _TIMES.get(part.lower(), 0), suffix.lower()
