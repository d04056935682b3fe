from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.segments import Measure, measure

BASIC_TABLE = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Measure("GSM-7", 0, 1)),
        ("jackson mi", Measure("GSM-7", 10, 1)),
        ("a" * 160, Measure("GSM-7", 160, 1)),
        ("a" * 161, Measure("GSM-7", 161, 2)),
        ("a" * 306, Measure("GSM-7", 306, 2)),
        ("a" * 307, Measure("GSM-7", 307, 3)),
        ("€" * 80, Measure("GSM-7", 160, 1)),
        ("€" * 81, Measure("GSM-7", 162, 2)),
        ("a" * 152 + "€" + "a" * 151, Measure("GSM-7", 305, 2)),
        ("a" * 152 + "€" + "a" * 152, Measure("GSM-7", 306, 3)),
        ("\f", Measure("GSM-7", 2, 1)),
        ("¿Señor, el niño?", Measure("GSM-7", 16, 1)),
        ("èd", Measure("GSM-7", 2, 1)),
        ("ÈD", Measure("UCS-2", 2, 1)),
        ("condado está", Measure("UCS-2", 12, 1)),
        ("á" * 70, Measure("UCS-2", 70, 1)),
        ("á" * 71, Measure("UCS-2", 71, 2)),
        ("á" * 134, Measure("UCS-2", 134, 2)),
        ("á" * 135, Measure("UCS-2", 135, 3)),
        ("á€", Measure("UCS-2", 2, 1)),
        ("😀" * 35, Measure("UCS-2", 70, 1)),
        ("😀" * 36, Measure("UCS-2", 72, 2)),
        ("á" * 66 + "😀" + "á" * 65, Measure("UCS-2", 133, 2)),
        ("á" * 66 + "😀" + "á" * 66, Measure("UCS-2", 134, 3)),
        ("\ud83d", Measure("UCS-2", 1, 1)),
        ("tab\there", Measure("UCS-2", 8, 1)),
    ],
)
def test_a_text_costs_what_twilio_bills(text: str, expected: Measure) -> None:
    assert measure(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain text [with] {brackets} €", "GSM-7"),
        ("“curly", "UCS-2"),
        ("a – b", "UCS-2"),
        ("it’s", "UCS-2"),
        ("no\u00a0break", "UCS-2"),
        ("back`tick", "UCS-2"),
    ],
)
def test_one_character_outside_the_alphabet_makes_the_whole_text_dear(
    text: str, expected: str
) -> None:
    assert measure(text).encoding == expected


def test_the_basic_alphabet_is_the_127_characters_of_the_standard_without_escape() -> None:
    letters = BASIC_TABLE.replace("\x1b", "")
    assert len(letters) == 127
    assert measure(letters) == Measure("GSM-7", 127, 1)


def _second_opinion(text: str) -> Measure:
    """Written another way: septets or UTF-16 bytes in a list, cut at the last whole character."""
    escapes = {c: "\x1b" + chr(i) for i, c in enumerate("^{}\\[~]|€\f")}
    gsm = all(c in BASIC_TABLE.replace("\x1b", "") or c in escapes for c in text)
    if gsm:
        coded = [escapes.get(c, c) for c in text]
        single, part = 160, 153
    else:
        coded = ["x" * (len(c.encode("utf-16-le", "surrogatepass")) // 2) for c in text]
        single, part = 70, 67
    stream = "".join(coded)
    if len(stream) <= single:
        return Measure("GSM-7" if gsm else "UCS-2", len(stream), 1)
    starts = {0, *accumulate(map(len, coded))}
    position, parts = 0, 0
    while position < len(stream):
        parts += 1
        end = min(position + part, len(stream))
        position = end if end in starts else end - 1
    return Measure("GSM-7" if gsm else "UCS-2", len(stream), parts)


_TEXTS = st.one_of(
    st.text(max_size=400),
    st.text(alphabet=BASIC_TABLE.replace("\x1b", "") + "^{}€\f|~", min_size=100, max_size=700),
    st.text(alphabet="aá€😀", min_size=50, max_size=400),
)


@given(_TEXTS)
def test_two_ways_of_counting_agree(text: str) -> None:
    assert measure(text) == _second_opinion(text)


@given(_TEXTS)
def test_segments_always_hold_the_units(text: str) -> None:
    cost = measure(text)
    single, part = (160, 153) if cost.encoding == "GSM-7" else (70, 67)
    if cost.segments == 1:
        assert cost.units <= single
    else:
        assert single < cost.units <= cost.segments * part


# What reads as one character, by construction: none of them grows together with its neighbour.
_CLUSTERS = (
    *("a", "á", "你", "한", "ж"),
    *("😀", "👩\u200d👧", "👨\u200d👩\u200d👧\u200d👦", "✈\ufe0f", "👍\U0001f3fd", "🇲🇽"),
    *("e\u0301", "م\u064b", "ê\u0323", "\u1100\u1161\u11a8", "क\u093f"),
)


def _as_twilios_calculator_packs(clusters: list[str]) -> int:
    """Segments filled one after the other; the first gives up its last ones for the header that
    all get as soon as there is a second."""
    sizes = [len(cluster.encode("utf-16-le")) // 2 for cluster in clusters]
    if sum(sizes) <= 70:
        return 1
    segments: list[list[int]] = [[]]
    for size in sizes:
        if sum(segments[-1]) + size > 67:
            segments.append([])
        segments[-1].append(size)
    return len(segments)


@given(st.lists(st.sampled_from(_CLUSTERS), max_size=200))
def test_what_reads_as_one_character_is_never_cut(clusters: list[str]) -> None:
    cost = measure("".join(clusters))
    if cost.encoding == "UCS-2":
        assert cost.segments == _as_twilios_calculator_packs(clusters)


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("م" * 66 + "م\u064b" + "م" * 60, 2),
        ("م" * 66 + "م\u064b" + "م" * 65, 2),
        ("م" * 66 + "م\u064b" + "م" * 66, 3),
        ("á" * 65 + "👩\u200d👧" + "á" * 62, 2),
        ("á" * 65 + "👩\u200d👧" + "á" * 63, 3),
        ("á" * 64 + "🇲🇽" + "á" * 64, 3),
        ("á" + "\r\n" * 40, 2),
    ],
)
def test_a_letter_with_its_marks_moves_whole_to_the_next_part(text: str, segments: int) -> None:
    assert measure(text).segments == segments
