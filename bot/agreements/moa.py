"""The address of an agreement's text (MOA): only one that ICE itself serves may be shown."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, unquote, urlsplit

from bot.agreements.agreement import JAIL_MODELS, TASK_FORCE, AgencyKind

_ICE_HOSTS = frozenset({"ice.gov", "www.ice.gov"})
_WRAPPER = "safelinks.protection.outlook.com"
_MODEL_IN_NAME = re.compile(r"(?<![A-Z])(JEM|WSO|TFM)(?![A-Z])")


def unwrap(link: str) -> str:
    """The address inside a mail filter's link, and any other address as it is.

    Raises :class:`ValueError` for what Python's rules do not take for an address.
    """
    parts = urlsplit(link.strip())
    if parts.hostname and parts.hostname.endswith(_WRAPPER):
        return parse_qs(parts.query).get("url", [""])[0]
    return link.strip()


def ice_address(link: str) -> tuple[str | None, str | None]:
    """The https address at ice.gov, or None and the reason why the link is not shown."""
    try:
        address = unwrap(link)
        parts = urlsplit(address)
    except ValueError:  # a bracket that is not closed
        return None, f"link left out, no address: {link}"
    if parts.scheme != "https" or parts.hostname not in _ICE_HOSTS:
        return None, f"link left out, no https address at ice.gov: {address}"
    path = quote(unquote(parts.path))
    return f"https://{parts.hostname}{path}", None


def contradicts(address: str, model: str, kind: AgencyKind) -> str | None:
    """Why the PDF's name cannot be this row's agreement, or None.

    Lists link the papers of other agencies: a WSO row linked a state police's TFM, a sheriff's
    row a borough police department's. The name is a check, not the truth: what it does not say
    is let through.
    """
    name = unquote(urlsplit(address).path.rsplit("/", 1)[-1])
    found = _MODEL_IN_NAME.search(name)
    if found and model in JAIL_MODELS | {TASK_FORCE} and found[1] != model:
        return f"link left out, its file is named for {found[1]}: {name}"
    if kind is AgencyKind.SHERIFF and re.search(r"police", name, re.IGNORECASE):
        return f"link left out, its file is named for a police department: {name}"
    return None
