"""One polite download: who we are, limits on size and time, retries, no wandering elsewhere.

Every failure is a :class:`FetchError` whose words say what happened and what to do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

TRIES = 3
SECONDS = 120
REDIRECTS = 5
PAGE_BYTES, WORKBOOK_BYTES = 5_000_000, 20_000_000
"""The page is under 1 million bytes, the largest list so far under 300,000."""

_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_BY_HAND = "open ICE's page in a browser and import the list by hand"


class FetchError(Exception):
    """Nothing usable came; the message is a complaint for the operator."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """``body`` is None where the server says that nothing has changed (304)."""

    address: str
    body: bytes | None
    etag: str = ""
    modified: str = ""


def polite_client(contact: str) -> httpx.AsyncClient:
    """A client that says who asks and where to complain."""
    agent = "Faro/0.1 (287(g) text line of a nonprofit; looks once a day"
    return httpx.AsyncClient(
        headers={"User-Agent": f"{agent}; {contact})" if contact else f"{agent})"},
        timeout=httpx.Timeout(30, connect=15),
        follow_redirects=False,
    )


async def fetch(
    client: httpx.AsyncClient,
    address: str,
    limit: int,
    conditions: Mapping[str, str] | None = None,
    pause: float = 2,
) -> Fetched:
    """Download up to ``limit`` bytes. ``pause`` is the wait before the second try, in seconds;
    it grows with each. Raises :class:`FetchError`."""
    for tried in range(1, TRIES + 1):
        try:
            async with asyncio.timeout(SECONDS):
                return await _once(client, address, limit, conditions or {})
        except (_PassingError, httpx.HTTPError, TimeoutError) as error:
            why = str(error) or type(error).__name__
            if tried == TRIES:
                break
        await asyncio.sleep(pause * tried)
    raise FetchError(
        f"{address}: no usable answer after {TRIES} tries ({why}); if it lasts, {_BY_HAND}"
    )


class _PassingError(Exception):
    """An answer that may be better a moment later."""


async def _once(
    client: httpx.AsyncClient, address: str, limit: int, conditions: Mapping[str, str]
) -> Fetched:
    here = address
    for _ in range(REDIRECTS + 1):
        async with client.stream("GET", here, headers=dict(conditions)) as answer:
            if answer.status_code == 304:
                return Fetched(here, None)
            if answer.is_redirect:
                here = _onward(address, here, answer.headers.get("location", ""))
                continue
            _check(here, answer)
            body = await _body(here, answer, limit)
            etag, modified = (answer.headers.get(n, "") for n in ("etag", "last-modified"))
            return Fetched(here, body, etag, modified)
    raise FetchError(f"{address}: sent on more than {REDIRECTS} times; {_BY_HAND}")


def _onward(address: str, here: str, location: str) -> str:
    """The next address of a redirect: on the same host, and to no login page."""
    there = urljoin(here, location)
    if urlsplit(there).hostname != urlsplit(address).hostname:
        raise FetchError(
            f"{address}: sent on to another host, {urlsplit(there).hostname} (a login or error "
            f"page?); {_BY_HAND}"
        )
    if urlsplit(address).scheme == "https" and urlsplit(there).scheme != "https":
        raise FetchError(f"{address}: sent on to an address without https; {_BY_HAND}")
    return there


def _check(here: str, answer: httpx.Response) -> None:
    code = answer.status_code
    if code in _TRY_AGAIN:
        raise _PassingError(f"HTTP {code}")
    if code in (401, 403):
        raise FetchError(f"{here}: refused to us (HTTP {code}); {_BY_HAND}")
    if code in (404, 410):
        raise FetchError(f"{here}: is gone (HTTP {code}): has the page moved? {_BY_HAND}")
    if code != 200:
        raise FetchError(f"{here}: answered HTTP {code}; {_BY_HAND}")


async def _body(here: str, answer: httpx.Response, limit: int) -> bytes:
    parts, size = [], 0
    async for part in answer.aiter_bytes():
        parts.append(part)
        size += len(part)
        if size > limit:
            raise FetchError(f"{here}: is larger than {limit // 10**6} MB; {_BY_HAND}")
    return b"".join(parts)
