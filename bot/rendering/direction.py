"""Right-to-left texts: numbers and Latin names keep their own order inside them.

Source of the rule: Unicode's bidirectional algorithm (UAX 9), which moves the brackets of "287(g)"
and the parts of an address when they stand bare among Arabic letters.
"""

from __future__ import annotations

import re

LEFT_TO_RIGHT, END = "\u2066", "\u2069"

# A run that begins and ends with a Latin letter or digit and has some other mark inside, or an
# opened and closed bracket: bare words and bare numbers keep their order by themselves.
_RUN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:;/'’&@+()-]*[A-Za-z0-9)]")
_BARE = re.compile(r"[A-Za-z]+|[0-9]+")


def isolated(text: str) -> str:
    """The text with its Latin runs in isolates; already isolated ones are left alone."""
    if LEFT_TO_RIGHT in text:
        return text
    return _RUN.sub(_wrap, text)


def _wrap(found: re.Match[str]) -> str:
    run = found[0]
    # A closing bracket that was opened before the run belongs to the Arabic around it.
    tail = ""
    while run.endswith(")") and run.count(")") > run.count("("):
        run, tail = run[:-1], ")" + tail
    if _BARE.fullmatch(run):
        return run + tail
    return f"{LEFT_TO_RIGHT}{run}{END}{tail}"
