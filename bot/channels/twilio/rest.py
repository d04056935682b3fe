"""What we ask of Twilio's API: to delete the copies that it keeps of one person's texts.

Nothing is sent to people from here. The library is imported at the first call: it takes half a
second, and most installations never need it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

SECONDS = 10
"""The library waits for ever by default."""

MOST_COPIES = 2000
"""In each direction. Whoever wrote more than this is a machine."""

_PAGES = {"limit": MOST_COPIES, "page_size": 1000}

NOT_FINAL = 20009
"""Twilio refuses to delete a message that it still handles: usually for a minute, in rare cases
up to 14 days (Twilio's error 20009)."""

NOT_FOUND = 404
REFUSED = frozenset({401, 403})
SILENT = logging.Logger("twilio is not heard")  # its lines hold addresses with numbers in them


class CarrierError(Exception):
    """Twilio did not do it. ``permanent``: asking again will not help, an operator must act.

    Its text is the error's number only: the library's own words hold addresses.
    """

    def __init__(self, code: int, *, permanent: bool) -> None:
        super().__init__(f"error {code}")
        self.code = code
        self.permanent = permanent


@dataclass(frozen=True, slots=True)
class Credentials:
    """``user`` and ``password`` are an API key and its secret, or the account and its token.
    ``api_url`` replaces Twilio's own address, for a local stand-in."""

    account_sid: str
    user: str = field(repr=False)
    password: str = field(repr=False)
    api_url: str | None = None


class Copies:
    """The messages of our account. Every method blocks on the network: call it in a thread."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._client: Any = None

    def of(self, address: str) -> tuple[str, ...]:
        """The ids of all that this address (``+1…``, ``whatsapp:…``) sent or was sent.

        Raises :class:`CarrierError`.
        """
        messages = self._messages()
        with_us = chain(
            _asked(lambda: messages.list(to=address, **_PAGES)),
            _asked(lambda: messages.list(from_=address, **_PAGES)),
        )
        return tuple(dict.fromkeys(message.sid for message in with_us))

    def delete(self, sid: str) -> bool:
        """Delete one message and its media. False where Twilio does not let go of it yet; a
        message that is gone already counts as deleted. Raises :class:`CarrierError`."""
        try:
            _asked(lambda: iter((self._messages()(sid).delete(),)))
        except CarrierError as error:
            if error.code == NOT_FINAL:
                return False
            if error.code != NOT_FOUND:
                raise
        return True

    def _messages(self) -> Any:
        if self._client is None:
            self._client = _client(self._credentials)
        return self._client.messages


def _client(given: Credentials) -> Any:
    from twilio.http.http_client import TwilioHttpClient
    from twilio.rest import Client

    # The layer below logs each address it asks, with the person's number in it.
    logging.getLogger("urllib3.connectionpool").disabled = True
    http = TwilioHttpClient(timeout=SECONDS, logger=SILENT)
    client = Client(given.user, given.password, given.account_sid, http_client=http)
    if given.api_url:
        client.api.base_url = given.api_url
    return client


def _asked(call: Any) -> Iterator[Any]:
    """The call's answer; each of its errors as ours, without its words."""
    import requests
    from twilio.base.exceptions import TwilioException

    try:
        return iter(call())
    except TwilioException as error:
        status, code = _numbers(error)
        raise CarrierError(code, permanent=status in REFUSED) from None
    except requests.RequestException:
        raise CarrierError(0, permanent=False) from None


def _numbers(error: Any) -> tuple[int, int]:
    """(HTTP status, Twilio's code). A failed page of a list is raised as a plain error that
    holds the response."""
    response = error.args[1] if len(error.args) > 1 else None
    status: int = getattr(error, "status", 0) or getattr(response, "status_code", 0)
    if status == NOT_FOUND:
        return status, NOT_FOUND
    code: int = getattr(error, "code", 0) or _code(getattr(response, "text", ""))
    return status, code or status


def _code(text: str) -> int:
    try:
        return int(json.loads(text)["code"])
    except (ValueError, KeyError, TypeError):
        return 0
