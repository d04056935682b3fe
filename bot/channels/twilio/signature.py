"""Did Twilio send this? Its request signature, checked as its security guide describes it.

The exact public address with its query, then for each form field in the order of names its name
and value (of a repeated name the distinct values, sorted), through HMAC-SHA1 with the account's
auth token, in Base64. Twilio has a second form with HMAC-SHA256 and a shared key; we accept the
one that our configuration has a secret for, whatever a request's own headers say.
"""

from __future__ import annotations

import base64
import functools
import hmac
from collections.abc import Sequence
from itertools import chain
from urllib.parse import urlsplit

Fields = Sequence[tuple[str, str]]
"""A form, in the order it came; a name may be repeated."""

DEFAULT_PORTS = {"https": 443, "http": 80}


def sign(url: str, fields: Fields, token: str) -> str:
    """The signature that Twilio would send for this address and form."""
    return _signature(url, _content(fields), token).decode("ascii")


def is_signed(url: str, fields: Fields, signature: str, tokens: Sequence[str]) -> bool:
    """Whether ``signature`` is Twilio's for one of ``tokens``. ``url`` is the public address, path
    and query, without a fragment. Twilio signs with or without the port: both are tried. Anything
    odd is a no.
    """
    try:
        given = signature.encode("ascii")
        content = _content(fields)
        # How many are made tells a forger nothing: each comparison takes the same time, and only
        # a true signature ends them early.
        return any(
            hmac.compare_digest(given, _signature(form, content, token))
            for form in _with_and_without_port(url)
            for token in tokens
        )
    except ValueError:  # not ASCII, not an address, not encodable
        return False


def _content(fields: Fields) -> str:
    return "".join(chain.from_iterable(sorted(set(fields))))


def _signature(url: str, content: str, token: str) -> bytes:
    made = _with_token(token).copy()
    made.update((url + content).encode())
    return base64.b64encode(made.digest())


@functools.lru_cache(maxsize=8)
def _with_token(token: str) -> hmac.HMAC:
    """The token's own share of the work is done once."""
    return hmac.new(token.encode(), digestmod="sha1")


@functools.lru_cache(maxsize=64)
def _with_and_without_port(url: str) -> tuple[str, str]:
    """The address as it was given first: so Twilio nearly always signs it."""
    parts = urlsplit(url)
    if parts.port:
        host = parts.netloc.rpartition(":")[0]
        return parts.geturl(), parts._replace(netloc=host).geturl()
    port = DEFAULT_PORTS["https" if parts.scheme == "https" else "http"]
    return parts.geturl(), parts._replace(netloc=f"{parts.netloc}:{port}").geturl()
