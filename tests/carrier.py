"""A stand-in for the few addresses of Twilio's API that we call, with the errors it documents."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

ACCOUNT = "AC" + "0" * 32


@dataclass
class Carrier:
    """``kept`` is sid -> (from, to). Sids of ``busy`` are refused as not final; with ``refuses``
    every call is answered by that status and code."""

    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)
    refuses: tuple[int, int] | None = None
    asked: list[str] = field(default_factory=list)
    url: str = ""

    def answer(self, method: str, target: str) -> tuple[int, dict[str, object] | None]:
        self.asked.append(f"{method} {target}")
        if self.refuses:
            return self.refuses[0], _error(*self.refuses)
        parts = urlsplit(target)
        if method == "GET":
            return 200, self._page(parse_qs(parts.query))
        sid = parts.path.rpartition("/")[2].removesuffix(".json")
        if sid in self.busy:
            return 400, _error(400, 20009)
        return (204, None) if self.kept.pop(sid, None) else (404, _error(404, 20404))

    def _page(self, query: dict[str, list[str]]) -> dict[str, object]:
        sender, to = query.get("From", [""])[0], query.get("To", [""])[0]
        found = [
            {"sid": sid, "account_sid": ACCOUNT, "status": "delivered"}
            for sid, ends in self.kept.items()
            if (sender and ends[0] == sender) or (to and ends[1] == to)
        ]
        return {"messages": found, "page": 0, "page_size": 50, "next_page_uri": None}


def _error(status: int, code: int) -> dict[str, object]:
    return {"code": code, "message": "about +14045550123", "more_info": "", "status": status}


@contextmanager
def running_carrier() -> Iterator[Carrier]:
    carrier = Carrier()

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            status, body = carrier.answer(self.command, self.path)
            content = b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_DELETE = _do  # noqa: N815 (names of the standard library)

        def log_message(self, *_arguments: object) -> None:
            """The tests' output is read by people."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    carrier.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield carrier
    finally:
        server.shutdown()
        server.server_close()
