"""What Korean writes into the word of a name: particles, "it is", the word for a county."""

from __future__ import annotations

from bot.places.letters import script_of

# Korean writes "in", "to", "of", "from" into the word, and the county word behind the name.
AFTER = (
    "이래요", "래요", "이라네요", "라네요", "이라던데요", "라던데요", "이라고요", "라고요",
    "이라고", "라고",
    "에서는", "에서도", "에서", "으로", "에게", "에는", "에요", "이에요", "예요", "입니다", "로",
    "은요", "는요", "이요", "에서요", "에요", "요",
    "에", "의", "은", "는", "이", "가", "을", "를", "도", "와", "과",
)  # fmt: skip
# "… it is": behind a name, and nothing of it.
IS = frozenset(
    {"인데요", "인데", "이고요", "이구요", "이에요", "예요", "입니다", "이요", "요", "이야"}
)
SIGNS = ("카운티", "교도소", "구치소", "유치장", "감옥", "경찰서", "시티", "시", "군", "주")


def is_another_word(left: str) -> bool:
    """What follows a name and is no particle: 오렌지색 is a colour, no Orange."""
    return script_of(left) == "hangul" and not left.startswith((*AFTER, *IS, *SIGNS))


def ends(word: str, end: int) -> bool:
    """A Korean sign ends its word, but for a particle: no city in 시민권자."""
    return script_of(word) != "hangul" or word[end:] in ("", *AFTER)


def parts(word: str) -> list[str]:
    """A Korean name that we do not know, its county word and its particle: 그위넷카운티에서."""
    particle = next((p for p in AFTER if word.endswith(p) and len(word) > len(p) + 1), "")
    name = word[: len(word) - len(particle)]
    sign = next((s for s in SIGNS if name.endswith(s) and len(name) > len(s) + 1), "")
    return [part for part in (name[: len(name) - len(sign)], sign, particle) if part]
