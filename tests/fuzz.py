"""Any request that Twilio could sign gets one proper reply.

    uv run python -m tests.fuzz --texts 1000000 --seed 7

drives that many hostile forms through the whole app, counts them, and stops at the first that is
answered outside the rules with what it was. The test of the same name runs a few thousand.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, quote_plus

from starlette.types import ASGIApp

from bot.channels.plain import SORRY
from bot.channels.twilio.signature import sign
from bot.settings import read_settings
from bot.web.app import create_app

PUBLIC_URL = "https://bot.example.org"
TOKEN = "0123456789abcdef0123456789abcdef"
PATH = "/twilio/messages"
ROOT = Path(__file__).parent
MOST_MESSAGES, MOST_CHARACTERS = 10, 1600

ODD = (
    "\x00", "\x0b", "\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud7ff", "\ufffe",
    "\uffff", "\U0001f622", "\U000e0001", "\u0301" * 40,
    "ﷺ", "İ", "ß", "ǆ", "½", "Ⅷ", "①", "٣", "３", "𝟛",
    "]]>", "<Message>", "&#x0;", "&amp;", "%00", "%s%n", "{{ 7*7 }}", "{county}", "${x}",
    "../../etc", "' OR 1=1 --", "\r\n\r\nHTTP/1.1 200", "A" * 1700, " " * 1600,
    "\n" * 800, "0" * 400, "1e309", "nan",
)  # fmt: skip
NAMES = (
    "From", "To", "Body", "MessageSid", "SmsSid", "NumMedia", "MediaUrl0", "FromState", "FromZip",
    "FromCountry", "Latitude", "Longitude", "Address", "Label", "OptOutType", "ButtonPayload",
    "ButtonText", "ListId", "ListTitle", "InteractiveData", "ChannelMetadata", "ExternalUserId",
    "ProfileName", "WaId", "AccountSid", "NumSegments", "",
)  # fmt: skip
SENDERS = (
    "+14045550123",
    "+17345550188",
    "whatsapp:+14045550123",
    "whatsapp:US.13491208655302741918",
)
VALUES = (
    "", "0", "1", "-1", "99999999999999999999", "1e400", "nan", "inf", "STOP", "START", "HELP",
    "null", "[]", '{"list_reply":{"id":"county:26075"}}', '{"a":' * 40 + "1" + "}" * 40,
    "county:26075",
    "topic:detainer", "county:99999", "42.25", "-84.4", "90.0001", "MI", "ZZ", "whatsapp:",
)  # fmt: skip


class OutsideTheRulesError(AssertionError):
    """A reply that must never be sent; the message holds the made-up form that led to it."""


def spoken() -> tuple[str, ...]:
    """What people text in our own transcripts: the ground that the odd things are sown on."""
    lines = (
        line[2:].strip()
        for file in sorted((ROOT / "conversations").glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("> ")
    )
    return tuple(dict.fromkeys(line for line in lines if line))


def forms(seed: int, texts: tuple[str, ...]) -> Iterator[list[tuple[str, str]]]:
    """Without end; the same for the same seed."""
    chance = random.Random(seed)
    for number in range(sys.maxsize):
        fields = [
            ("MessageSid", f"SM{number:032x}"),
            ("From", chance.choice(SENDERS) if chance.random() < 0.95 else _value(chance)),
            ("Body", _body(chance, texts)),
        ]
        for _ in range(chance.choice((0, 0, 0, 1, 2, 5))):
            fields.insert(chance.randrange(len(fields) + 1), (chance.choice(NAMES), _value(chance)))
        yield fields


def _value(chance: random.Random) -> str:
    return chance.choice(chance.choice((VALUES, ODD)))


def _body(chance: random.Random, texts: tuple[str, ...]) -> str:
    kind = chance.random()
    if kind < 0.15:
        length = chance.randrange(1, 60)
        return "".join(chr(_point(chance)) for _ in range(length))
    body = chance.choice(texts)
    if kind < 0.3:
        body += " " + chance.choice(texts)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 4))):
        body = _spoiled(chance, body)
    return body


def _point(chance: random.Random) -> int:
    top = chance.choice((0x7F, 0x2FF, 0x7FF, 0xD7FF, 0x10FFFF))
    point = chance.randrange(top + 1)
    return point if not 0xD800 <= point <= 0xDFFF else 0xFFFD


def _spoiled(chance: random.Random, body: str) -> str:
    at = chance.randrange(len(body) + 1)
    ways: tuple[Callable[[], str], ...] = (
        lambda: body[:at] + chance.choice(ODD) + body[at:],
        lambda: body[:at] + chr(_point(chance)) + body[at:],
        lambda: body[:at] + body[at + 1 :],
        body.upper,
        lambda: body[::-1],
        lambda: body.replace(" ", ""),
        lambda: body[at:] + body[:at],
    )
    return chance.choice(ways)()


async def post(app: ASGIApp, fields: list[tuple[str, str]]) -> tuple[int, bytes]:
    """One signed request, straight into the app: no client in between that could mend it."""
    pairs = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in fields)
    body = pairs.encode("ascii")
    seen = parse_qsl(pairs, keep_blank_values=True)
    headers = [
        (b"content-type", b"application/x-www-form-urlencoded"),
        (b"content-length", str(len(body)).encode()),
        (b"x-twilio-signature", sign(PUBLIC_URL + PATH, seen, TOKEN).encode()),
    ]
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "scheme": "http", "path": PATH, "raw_path": PATH.encode(), "query_string": b"",
        "headers": headers, "client": ("127.0.0.1", 9), "server": ("127.0.0.1", 80),
        "root_path": "",
    }  # fmt: skip
    status, chunks = 0, []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, object]) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = int(str(message["status"]))
        else:
            chunks.append(bytes(message.get("body", b"")))  # type: ignore[call-overload]

    await app(scope, receive, send)  # type: ignore[arg-type]
    return status, b"".join(chunks)


def _quoted(text: str) -> str:
    return quote_plus(text.encode("utf-8", "surrogatepass"))


def check(fields: list[tuple[str, str]], status: int, answer: bytes) -> int:
    """How many messages the answer holds. Raises :class:`OutsideTheRulesError`."""
    try:
        messages = [message.text or "" for message in ET.fromstring(answer)]  # noqa: S314 (ours)
    except ET.ParseError as error:
        raise OutsideTheRulesError(f"{status}, not TwiML, for {fields!r}") from error
    lengths = [len(message) for message in messages]
    wrong = status != 200 or len(messages) > MOST_MESSAGES
    wrong = wrong or SORRY.text in messages  # sent only where something broke
    wrong = wrong or any(not 0 < length <= MOST_CHARACTERS for length in lengths)
    if wrong:
        raise OutsideTheRulesError(f"{status}, lengths {lengths}, for {fields!r}")
    return len(messages)


async def run(count: int, seed: int, folder: Path, every: int = 0) -> Counter[str]:
    """Drive ``count`` forms; progress on standard error after each ``every``."""
    settings = read_settings(
        None,
        BOT_DATABASE_URL=f"sqlite:///{folder}/bot.sqlite3",
        BOT_PUBLIC_URL=PUBLIC_URL,
        TWILIO_AUTH_TOKEN=TOKEN,
        BOT_TEXTS_PER_HOUR=10**9,
        BOT_SAME_TEXT_LIMIT=10**9,
    )
    app = create_app(settings)
    counts: Counter[str] = Counter()
    started = time.monotonic()
    async with app.app.router.lifespan_context(app.app):
        for number, fields in enumerate(forms(seed, spoken()), 1):
            messages = check(fields, *await post(app, fields))
            counts["answered" if messages else "the carrier's own or silence"] += 1
            if every and number % every == 0:
                rate = number / (time.monotonic() - started)
                print(f"{number} of {count}, {rate:.0f} a second", file=sys.stderr)
            if number == count:
                break
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = asyncio.run(run(given.texts, given.seed, Path(folder), every=10_000))
    print(
        f"{given.texts} forms of seed {given.seed}: 0 exceptions, 0 outside the rules",
        *counts.items(),
    )


if __name__ == "__main__":
    main()
