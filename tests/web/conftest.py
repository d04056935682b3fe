"""A whole server in this process, called as Twilio and a browser call it."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from twilio.request_validator import RequestValidator

from bot.knowledge import Holder, Knowledge
from bot.settings import read_settings
from bot.web.app import create_app

PUBLIC_URL = "https://bot.example.org"
TOKEN = "0123456789abcdef0123456789abcdef"
OLD_TOKEN = "fedcba9876543210fedcba9876543210"
FORM = "application/x-www-form-urlencoded"

Fields = Sequence[tuple[str, str]]


class Form:
    """A form with repeated fields, as Twilio's library reads one."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields

    def __iter__(self) -> Iterator[str]:
        return iter(name for name, _ in self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def getlist(self, name: str) -> list[str]:
        return [value for each, value in self.fields if each == name]


@dataclass
class Server:
    """``token`` and ``old_token`` are both accepted; ``database`` is the embedded file."""

    client: httpx.AsyncClient
    database: Path
    numbers: Iterator[int]
    token: str = TOKEN
    old_token: str = OLD_TOKEN

    async def twilio(
        self,
        fields: Fields | Mapping[str, str],
        *,
        token: str = TOKEN,
        query: str = "",
        signature: str | None = None,
    ) -> httpx.Response:
        """Post a form as Twilio does, signed by its own library."""
        pairs = list(fields.items()) if isinstance(fields, Mapping) else list(fields)
        path = f"/twilio/messages{query}"
        if signature is None:
            validator = RequestValidator(token)
            signature = validator.compute_signature(f"{PUBLIC_URL}{path}", Form(pairs))
        headers = {"X-Twilio-Signature": signature, "Content-Type": FORM}
        return await self.client.post(path, content=urlencode(pairs), headers=headers)

    async def sms(self, body: str, sender: str = "+14045550123", **more: str) -> httpx.Response:
        sid = f"SM{next(self.numbers):032x}"
        return await self.twilio({"MessageSid": sid, "From": sender, "Body": body, **more})


Serve = Callable[..., AbstractAsyncContextManager[Server]]


@pytest.fixture
def serve(tmp_path: Path, knowledge: Knowledge) -> Serve:
    """``async with serve(BOT_TEXTS_PER_HOUR=5) as server``: a server with these settings."""

    @asynccontextmanager
    async def running(holder: Holder | None = None, **named: object) -> AsyncIterator[Server]:
        file = tmp_path / "bot.sqlite3"
        defaults: dict[str, object] = {
            "BOT_DATABASE_URL": f"sqlite:///{file}",
            "BOT_PUBLIC_URL": PUBLIC_URL,
            "TWILIO_AUTH_TOKEN": f"{TOKEN},{OLD_TOKEN}",
            "BOT_TEXTS_PER_HOUR": 100_000,
        }
        app = create_app(read_settings(None, **{**defaults, **named}), holder or Holder(knowledge))
        transport = httpx.ASGITransport(app)
        async with (
            app.app.router.lifespan_context(app.app),
            # An inner address, as behind a proxy: signatures are over the public one.
            httpx.AsyncClient(transport=transport, base_url="http://10.0.0.7:8000") as client,
        ):
            yield Server(client, file, itertools.count(1))

    return running


@pytest.fixture
async def server(serve: Serve) -> AsyncIterator[Server]:
    async with serve() as running:
        yield running
