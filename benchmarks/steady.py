"""How long people wait while texts come at a steady rate, whatever the answers take.

    uv run python -m benchmarks.steady [--rate 500] [--seconds 15]
        [--texts raid|plain|talks] [--warm 3]

The server on one core, the texts from another, over connections that stay open, as a carrier holds
them. Each text is due at its time; its wait counts from then, also where it had to wait for a free
connection. Talks only to this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.texts import PATH, PUBLIC, TOKEN, conversations, form, plain_questions
from benchmarks.webhooks import PORT, contenders, running
from bot.channels.twilio.signature import sign
from bot.places.gazetteer import read_gazetteer

CONNECTIONS = 64
WARM = 3.0
"""Seconds at the start that are not counted: the first answer to each question is worded then. For
every county of the country (``--texts plain``) that takes a minute (``--warm 40 --seconds 60``)."""


def requests(kind: str, count: int) -> list[bytes]:
    gazetteer = read_gazetteer()
    counties = [(c.short_name, c.state) for c in gazetteer.counties.values() if c.name.isascii()]
    texts = {
        "raid": lambda: plain_questions(count, counties[1000:1010]),
        "plain": lambda: plain_questions(count, counties),
        "talks": lambda: conversations(-(-count // 8)),
    }[kind]()
    return [_request(number, sender, body) for number, (sender, body) in enumerate(texts)]


def _request(number: int, sender: str, body: str) -> bytes:
    fields = form(number, sender, body)
    content = urlencode(fields).encode()
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Twilio-Signature: {sign(PUBLIC + PATH, fields, TOKEN)}\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


async def answered(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
    length = next(
        int(line.partition(b":")[2])
        for line in head.lower().split(b"\r\n")
        if line.startswith(b"content-length:")
    )
    await reader.readexactly(length)


async def waits(texts: list[bytes], rate: float, warm: float) -> list[float]:
    """Seconds, one for each text after the warm-up."""
    found: list[float] = []
    due, begun = itertools.count(), time.perf_counter()

    async def carrier() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        for number in due:
            if number >= len(texts):
                break
            at = begun + number / rate
            await asyncio.sleep(max(0.0, at - time.perf_counter()))
            writer.write(texts[number])
            await answered(reader)
            if at - begun > warm:
                found.append(time.perf_counter() - at)
        writer.close()

    await asyncio.gather(*(carrier() for _ in range(CONNECTIONS)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=500)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--texts", choices=("raid", "plain", "talks"), default="raid")
    parser.add_argument("--warm", type=float, default=WARM)
    given = parser.parse_args()
    texts = requests(given.texts, int(given.rate * given.seconds))
    os.sched_setaffinity(0, {1})
    with tempfile.TemporaryDirectory() as name:
        server = next(c for c in contenders(Path(name), None) if c.texts == given.texts and c.ours)
        with running(server, Path(name)):
            found = asyncio.run(waits(texts, given.rate, given.warm))
    cuts = statistics.quantiles(found, n=100)
    print(
        f"{given.texts}, {given.rate:.0f} texts a second: {len(found)} counted, "
        f"median {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms"
    )


if __name__ == "__main__":
    main()
