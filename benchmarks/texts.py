"""Signed texts as Twilio sends them, and a script that makes wrk send them one after the other."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlencode

from bot.channels.twilio.signature import sign

TOKEN = "0" * 32
PUBLIC = "https://bot.example.org"
PATH = "/twilio/messages"

# What people send, by how often we expect it; counties are drawn from all of the country.
QUESTIONS = (
    ("{county} {state}", 40),
    ("{county} county {state}", 20),
    ("condado de {county} {state}", 15),
    ("what is a detainer", 8),
    ("fianza", 6),
    ("abogado", 6),
    ("my husband was arrested in {county} county {state}", 5),
)
CONVERSATION = (
    "jackson mi",
    "1",
    "what is a detainer",
    "more",
    "lawyer",
    "washtenaw mi",
    "2",
    "menu",
)

GROUP = 100

SCRIPT = """
local lines, at = {}, 0
for line in io.lines("%(file)s") do
  local signature, body = line:match("^(%%S+)\\t(.*)$")
  lines[#lines + 1] = wrk.format("POST", "%(path)s", {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["X-Twilio-Signature"] = signature }, body)
end
request = function()
  at = at + 1
  return lines[(at - 1) %% #lines + 1]
end
done = function(summary, latency)
  io.write(string.format("RESULT %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    summary.errors.status + summary.errors.read + summary.errors.timeout))
end
"""


def form(number: int, sender: str, body: str) -> list[tuple[str, str]]:
    """The fields of one incoming SMS, in the order of a captured one."""
    sid = f"SM{number:032x}"
    return [
        ("ToCountry", "US"),
        ("ToState", "GA"),
        ("SmsMessageSid", sid),
        ("NumMedia", "0"),
        ("ToCity", "ATLANTA"),
        ("FromZip", "30046"),
        ("SmsSid", sid),
        ("FromState", "GA"),
        ("SmsStatus", "received"),
        ("FromCity", "LAWRENCEVILLE"),
        ("Body", body),
        ("FromCountry", "US"),
        ("To", "+14045550100"),
        ("ToZip", "30303"),
        ("NumSegments", "1"),
        ("MessageSid", sid),
        ("AccountSid", "AC" + "0" * 32),
        ("From", sender),
        ("ApiVersion", "2010-04-01"),
    ]


def plain_questions(
    count: int, counties: list[tuple[str, str]], first: int = 0
) -> Iterator[tuple[str, str]]:
    """(sender, body): each sender asks once; senders count from ``first``."""
    dice = random.Random(287)
    patterns, weights = zip(*QUESTIONS, strict=True)
    for number in range(count):
        county, state = dice.choice(counties)
        pattern = dice.choices(patterns, weights)[0]
        yield phone(first + number), pattern.format(county=county, state=state)


def conversations(count: int, first: int = 0) -> Iterator[tuple[str, str]]:
    """(sender, body): groups of a hundred senders go through the same conversation side by side,
    one group after the other; senders count from ``first``."""
    for group in range(first, first + count, GROUP):
        people = range(group, min(group + GROUP, first + count))
        for step, number in itertools.product(range(len(CONVERSATION)), people):
            yield phone(number + 1_000_000), CONVERSATION[step]


def phone(number: int) -> str:
    return f"+1{2_000_000_000 + number}"


def write_script(folder: Path, name: str, texts: Iterable[tuple[str, str]], first: int = 0) -> Path:
    """The Lua script for these texts; their delivery ids count up from ``first``."""
    file, script = folder / f"{name}.txt", folder / f"{name}.lua"
    with file.open("w", encoding="ascii") as lines:
        for number, (sender, body) in enumerate(texts, start=first):
            fields = form(number, sender, body)
            lines.write(f"{sign(PUBLIC + PATH, fields, TOKEN)}\t{urlencode(fields)}\n")
    script.write_text(SCRIPT % {"file": file, "path": PATH}, encoding="ascii")
    return script
