"""After a week of thousands of conversations nothing that is left anywhere tells who wrote, or
what; and of the week's conversations only the last day's can still be opened."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import time_machine

from bot.knowledge import Holder, Knowledge
from bot.settings import Settings, read_settings
from bot.store.backup import backup
from bot.store.database import open_database
from bot.store.secret_key import key_file
from bot.web.app import create_app
from tests.test_privacy import PUBLIC_URL, TALKS, TOKEN, live_through

FIRST_DAY = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
DAYS, SENDERS, TEXTS = 7, 300, 3
SECRET_WORDS = ("xiomaro", "quetzalcoatl", "zacarias", "huehuetenango", "bramblewood", "apartment")
PLACES = ("gwinnett", "maricopa", "miami-dade", "washington county", "harris county")


def sender(day: int, number: int) -> dict[str, str]:
    """By SMS, by WhatsApp, and without a number; nobody writes on two days."""
    phone = f"+1{734_200_0000 + day * 10_007 + number * 31}"
    if number % 3 == 0:
        return {"From": phone, "FromState": "MI"}
    if number % 3 == 1:
        return {"From": f"whatsapp:{phone}", "WaId": phone.lstrip("+"), "ProfileName": "Evaristo"}
    hidden = f"whatsapp:US.{90_210_000_017 + day * 7919 + number * 104_729}"
    return {"From": hidden, "ExternalUserId": hidden}


def texts_of(day: int) -> Iterator[dict[str, str]]:
    for turn in range(TEXTS):
        for number in range(SENDERS):
            talk = TALKS[number % len(TALKS)]
            sid = f"SM{day:08x}{turn:08x}{number:016x}"
            body = talk[turn % len(talk)]
            yield {**sender(day, number), "MessageSid": sid, "Body": body, "NumMedia": "0"}


def digits_of(day: int) -> set[bytes]:
    found: set[bytes] = set()
    for number in range(SENDERS):
        address = sender(day, number)["From"]
        digits = "".join(letter for letter in address if letter.isdigit())
        found |= {digits.encode(), digits[-10:].encode()}
    return found


async def lived(settings: Settings, holder: Holder, day: int) -> str:
    """One day of a server that is started and stopped; what its counts say at the end."""
    app = create_app(settings, holder)
    transport = httpx.ASGITransport(app)
    async with (
        app.app.router.lifespan_context(app.app),
        httpx.AsyncClient(transport=transport, base_url="http://inner") as client,
    ):
        assert await live_through(texts_of(day), client) == {200}
        return (await client.get("/metrics")).text


async def copied(file: Path, secret: Path, to: Path) -> None:
    database = open_database(f"sqlite:///{file}", [secret.read_text().strip()])
    await backup(database, to)
    await database.close()


def test_a_week_leaves_nothing_about_anybody(
    knowledge: Knowledge,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    kept, scratch = tmp_path / "kept", tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.chdir(scratch)  # where a crash report would be written
    file = kept / "bot.sqlite3"
    settings = read_settings(
        None,
        BOT_DATABASE_URL=f"sqlite:///{file}",
        BOT_PUBLIC_URL=PUBLIC_URL,
        TWILIO_AUTH_TOKEN=TOKEN,
        BOT_LOG_LEVEL="debug",
    )
    holder, counts = Holder(knowledge), ""
    for day in range(DAYS):
        with time_machine.travel(FIRST_DAY + timedelta(days=day)):
            counts = asyncio.run(lived(settings, holder, day))
    asyncio.run(copied(file, key_file(file), kept / "week.backup"))
    output = capsys.readouterr()
    traces = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    traces |= {"metrics": counts.encode(), "log": (output.out + output.err).encode()}
    for name, content in traces.items():
        lowered = content.lower()
        for word in (*SECRET_WORDS, *PLACES):
            assert word.encode() not in lowered, f"{name} holds {word}"
        for day in range(DAYS):
            assert not [digits for digits in digits_of(day) if digits in content], name
    with closing(sqlite3.connect(file)) as connection:
        days = [row[0] for row in connection.execute("SELECT day FROM session_keys ORDER BY day")]
        rows = connection.execute("SELECT count(*) FROM sessions").fetchone()[0]
    last = int((FIRST_DAY + timedelta(days=DAYS - 1)).timestamp()) // 86400
    assert days == [last - 1, last, last + 1]
    assert 0 < rows <= 2 * SENDERS
