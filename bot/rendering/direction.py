"""Right-to-left texts: numbers and Latin names keep their own order inside them.

Source of the rule: Unicode's bidirectional algorithm (UAX 9), which moves the brackets of "287(g)"
and the parts of an address when they stand bare among Arabic letters.
"""

from __future__ import annotations

import re

from bot.rendering.segments import Measure, measure

LEFT_TO_RIGHT, END = "\u2066", "\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"

# A run that begins and ends with a Latin letter or digit and has some other mark inside, or an
# opened and closed bracket: bare words and bare numbers keep their order by themselves.
_RUN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:;/'’&@+()-]*[A-Za-z0-9)]")
_BARE = re.compile(r"[A-Za-z]+|[0-9]+")
# The day of a date that follows a name belongs to the Arabic month behind it.
_DAY = re.compile(r"(?<=[A-Za-z)]),? \d{1,2}$")
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def isolated(text: str) -> str:
    """The text with its Latin runs in isolates; already isolated ones are left alone."""
    if LEFT_TO_RIGHT in text or RIGHT_TO_LEFT_MARK in text:
        return text
    return "\n".join(_begun(_RUN.sub(_wrap, line)) for line in text.split("\n"))


def measured(text: str) -> Measure:
    """The price of a text with the marks that it is sent with."""
    return measure(isolated(text) if _ARABIC.search(text) else text)


def _wrap(found: re.Match[str]) -> str:
    run, tail = found[0], ""
    # A closing bracket that was opened before the run belongs to the Arabic around it.
    while run.endswith(")") and run.count(")") > run.count("("):
        run, tail = run[:-1], ")" + tail
    day = _DAY.search(run)
    if day:
        run, tail = run[: day.start()], day[0] + tail
    if _BARE.fullmatch(run) and not day:
        return run + tail
    return f"{LEFT_TO_RIGHT}{run}{END}{tail}"


def _begun(line: str) -> str:
    """A line that begins with a Latin word is Arabic all the same, where it goes on in Arabic."""
    if line[:1].isascii() and line[:1].isalpha() and _ARABIC.search(line):
        return RIGHT_TO_LEFT_MARK + line
    return line
