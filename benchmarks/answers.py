"""How fast an answer is: a fresh process, a running server, and the memory that it holds.

    uv run python benchmarks/answers.py

Prints times and, because machines differ, each as a ratio to a bare Python start or a bare /health
request in the same run. Talks only to this machine.
"""

from __future__ import annotations

import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

BOT = str(Path(sys.executable).parent / "bot")
PORT = 8765
TOKEN = "0" * 32
PUBLIC = "https://bot.example.org"
TEXTS = [
    "jackson mi",
    "what is a detainer",
    "Washington County",
    "condado de cobb georgia",
    "48201",
]
ROUNDS = 40


def wall(command: list[str], times: int = 5) -> float:
    """Median seconds of wall-clock time of a command, its first run left out."""
    taken = []
    for _ in range(times + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[1:])


def text(number: int, body: str) -> tuple[bytes, dict[str, str]]:
    """One signed webhook request: each from another sender, so that no limit is met."""
    sid, sender = f"SM{number:032d}", f"+1404{number:07d}"
    fields = {"MessageSid": sid, "From": sender, "To": "+14045550100", "Body": body}
    url = f"{PUBLIC}/twilio/messages"
    signature = RequestValidator(TOKEN).compute_signature(url, fields)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": signature,
    }
    return urlencode(fields).encode(), headers


def median_of_texts() -> float:
    taken = []
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
    for number in range(ROUNDS * len(TEXTS)):
        body, headers = text(number, TEXTS[number % len(TEXTS)])
        start = time.perf_counter()
        connection.request("POST", "/twilio/messages", body, headers)
        answer = connection.getresponse()
        page = answer.read()
        taken.append(time.perf_counter() - start)
        assert answer.status == 200, answer.status
        assert b"<Message>" in page, page
    return statistics.median(taken[len(TEXTS) :])


def median_of_health() -> float:
    taken = []
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
    for _ in range(ROUNDS):
        start = time.perf_counter()
        connection.request("GET", "/health")
        connection.getresponse().read()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken[5:])


def memory(pid: int) -> int:
    """Resident megabytes of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def wait_for_server() -> None:
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=1)
            connection.request("GET", "/health")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def main() -> None:
    bare = wall([sys.executable, "-c", "pass"])
    fresh = wall([BOT, "ask", "jackson mi"])
    print(f"fresh process, bot ask: {fresh:.2f} s, {fresh / bare:.0f} bare Python starts")
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            **os.environ,
            "BOT_DATABASE_URL": f"sqlite:///{folder}/bot.sqlite3",
            "BOT_PUBLIC_URL": PUBLIC,
            "TWILIO_AUTH_TOKEN": TOKEN,
        }
        command = [BOT, "serve", "--port", str(PORT)]
        with subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL) as server:
            try:
                wait_for_server()
                health, answer = median_of_health(), median_of_texts()
                print(f"running server, one text: median {answer * 1000:.1f} ms, ", end="")
                print(f"{answer / health:.1f} bare /health requests")
                print(f"memory of the server: {memory(server.pid)} MB")
            finally:
                server.terminate()


if __name__ == "__main__":
    main()
