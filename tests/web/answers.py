"""What the carrier gets for a text, and what is kept after it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import httpx

if TYPE_CHECKING:
    from tests.web.conftest import Server

SMS = {"MessageSid": "SM1", "From": "+14045550123", "To": "+14045550100", "Body": "jackson mi"}


def messages(response: httpx.Response) -> list[str]:
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/xml")
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    root = ET.fromstring(response.content)  # noqa: S314 - our own document
    assert root.tag == "Response"
    return [child.text or "" for child in root]


def rows(server: Server) -> list[tuple[bytes, int, int, bytes]]:
    with sqlite3.connect(server.database) as connection:
        return connection.execute("SELECT * FROM sessions ORDER BY sender").fetchall()
