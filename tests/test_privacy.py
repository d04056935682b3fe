"""After a day of conversations nothing on disk or in the logs says who wrote, or what."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from twilio.request_validator import RequestValidator

from bot.conversation.message import Message
from bot.conversation.reply import Turn
from bot.conversation.respond import respond
from bot.conversation.session import Session
from bot.knowledge import Holder, Knowledge
from bot.settings import read_settings
from bot.store.sealing import BUCKET_BYTES
from bot.web.app import create_app

PUBLIC_URL = "https://bot.example.org"
TOKEN = "0123456789abcdef0123456789abcdef"

TALKS = (
    ("jackson mi", "more", "what is a detainer", "lawyer", "thanks"),
    ("arrestaron a mi esposo Xiomaro Quetzalcoatl en el condado de Gwinnett", "más", "fianza", "2"),
    ("Washington County", "3", "1", "my name is Guadalupe Ixchel Zacarias"),
    ("A-number 298 765 432 case DET-26-004417", "harris county texas", "english"),
    ("mi hermano nacio 03/14/1987 en Huehuetenango", "Los Angeles", "abogado", "borrar"),
    ("he lives at 4417 Bramblewood Terrace apartment 12", "48201", "español", "menu"),
    ("I want to die", "help", "stop", "start", "miami-dade"),
    ("call me at (555) 867-5309 or +52 55 1234 5678", "polk", "4", "MORE", "MORE"),
    ("\U0001f622\U0001f622", "", "   ", "zzqxv wvutsr", "Cárcel del condado de Maricopa"),
    ("text break now please", "doña ana nm", "delete", "taylor michigan"),
)
NAMES = ("Marisolita", "Evaristino", "Policarpia", "Hermenegilda", "Wilfredonzo")
CITIES = ("LAWRENCEVILLETON", "YPSILANTIVILLE")


def senders() -> Iterator[tuple[str, dict[str, str]]]:
    """(a name for it, its fields): numbers by SMS and WhatsApp, and ids without a number."""
    for number in range(20):
        phone = f"+1734{5550200 + number * 37}"
        yield phone, {"From": phone, "FromCity": CITIES[number % 2], "FromState": "MI"}
        chat = f"+1470{5557100 + number * 53}"
        name = NAMES[number % len(NAMES)]
        more = {"ProfileName": name, "WaId": chat.lstrip("+")}
        yield chat, {"From": f"whatsapp:{chat}", **more}
        hidden = f"whatsapp:US.{90210_00017 + number * 7919}"
        yield hidden, {"From": hidden, "ExternalUserId": hidden, "ProfileName": name}


def day() -> Iterator[dict[str, str]]:
    """The texts of one day, the conversations mixed as they would come."""
    longest = max(len(talk) for talk in TALKS)
    for turn in range(longest):
        for position, (_, fields) in enumerate(senders()):
            talk = TALKS[position % len(TALKS)]
            if turn < len(talk):
                sid = f"SM{turn:016x}{position:016x}"
                yield {**fields, "MessageSid": sid, "Body": talk[turn], "NumMedia": "0"}


def numbers_sent() -> set[str]:
    """Every run of digits that could lead to somebody, in the shapes it could be stored in."""
    found: set[str] = set()
    for form in day():
        for value in form.values():
            digits = re.sub(r"\D", "", value)
            if len(digits) >= 7 and not value.startswith("SM"):
                found |= {digits, digits[-10:], digits[-7:]}
    return found | {"867-5309", "298 765 432", "03/14/1987", "5550200"}


def words_sent() -> set[str]:
    sent = " ".join(
        f"{form['Body']} {form.get('ProfileName', '')} {form.get('FromCity', '')}" for form in day()
    )
    return {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", sent)}


def readable(content: bytes) -> str:
    """What a person would see of a binary file. Runs of twelve and more printable characters do
    not come about by chance in a file of this size."""
    runs = re.findall(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf\n]{12,}", content)
    wide = re.findall(rb"(?:[\x20-\x7e]\x00){6,}", content)
    return "\n".join(run.decode("utf-8", "replace") for run in [*runs, *wide]).casefold()


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some answers break, with the person's words in the error."""

    def sometimes(message: Message, session: Session, knowledge: Knowledge) -> Turn:
        if "break" in message.body:
            raise ValueError(f"cannot understand {message.body!r} of {message!r}")
        return respond(message, session, knowledge)

    monkeypatch.setattr("bot.inbox.respond", sometimes)


async def live_through(forms: Iterator[dict[str, str]], client: httpx.AsyncClient) -> set[int]:
    validator, statuses = RequestValidator(TOKEN), set()
    for form in forms:
        signature = validator.compute_signature(f"{PUBLIC_URL}/twilio/messages", form)
        response = await client.post(
            "/twilio/messages",
            content=urlencode(form),
            headers={
                "X-Twilio-Signature": signature,
                "Content-Type": "application/x-www-form-urlencoded",
            },
        )
        statuses.add(response.status_code)
    return statuses


def assert_tells_nothing(where: str, text: str, exact: bytes = b"") -> None:
    lowered = text.casefold()
    for word in sorted(words_sent()):
        assert not re.search(rf"\b{re.escape(word)}\b", lowered), f"{where} holds {word!r}"
        if len(word) > 6:
            assert word.encode() not in exact.lower(), f"{where} holds {word!r}"
    for number in sorted(numbers_sent()):
        assert number not in text, f"{where} holds {number}"
        assert number.encode() not in exact, f"{where} holds {number}"


@pytest.mark.usefixtures("failing")
async def test_after_a_day_neither_disk_nor_logs_tell_who_wrote_or_what(
    knowledge: Knowledge,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings = read_settings(
        None,
        BOT_DATABASE_URL=f"sqlite:///{tmp_path}/bot.sqlite3",
        BOT_PUBLIC_URL=PUBLIC_URL,
        TWILIO_AUTH_TOKEN=TOKEN,
        BOT_LOG_LEVEL="debug",
    )
    app = create_app(settings, Holder(knowledge))
    logging.getLogger().addHandler(caplog.handler)  # what comes to the log, before its own wall
    logging.getLogger("httpx").setLevel(logging.CRITICAL)  # the test's own client
    transport = httpx.ASGITransport(app)
    async with (
        app.app.router.lifespan_context(app.app),
        httpx.AsyncClient(transport=transport, base_url="http://inner") as client,
    ):
        assert await live_through(day(), client) == {200}
        assert await live_through(iter([{"Body": "Guadalupe, from nobody"}]), client) == {200}
        forged = await client.post("/twilio/messages", data={"Body": "Guadalupe", "From": "+1734"})
        assert forged.status_code == 403
        files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        assert len(files["bot.sqlite3"]) + len(files["bot.sqlite3-wal"]) > 60 * BUCKET_BYTES
        for name, content in files.items():
            assert_tells_nothing(name, readable(content), content)
    for path in tmp_path.iterdir():
        assert_tells_nothing(path.name, readable(path.read_bytes()), path.read_bytes())
    out, err = capsys.readouterr()
    assert "answer failed" in err
    assert_tells_nothing("standard output", out)
    assert_tells_nothing("standard error", err)
    assert {"ERROR", "WARNING"} <= {record.levelname for record in caplog.records}
    first_wall = "\n".join(f"{record.getMessage()} {record.args}" for record in caplog.records)
    assert_tells_nothing("what was handed to the log", first_wall)


def test_the_check_itself_would_notice() -> None:
    leak = b"\x00\x01 the row of Guadalupe, +17345550200, said gwinnett \x00"
    with pytest.raises(AssertionError, match="holds"):
        assert_tells_nothing("a leak", readable(leak), leak)
    with pytest.raises(AssertionError, match="holds"):
        assert_tells_nothing("a log", "sender=7345550200")
