"""A form is read as Python's own library reads it."""

from __future__ import annotations

from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.twilio.form import MOST_FIELDS, read_form

PIECES = st.sampled_from(["&", "=", "+", "%", "%20", "%C3%B1", "%c3", "%00", "a", "Body", "é", ";"])
BODIES = st.one_of(st.binary(), st.lists(PIECES).map(lambda parts: "".join(parts).encode()))


@given(BODIES)
def test_any_body_is_read_as_the_library_reads_it(body: bytes) -> None:
    try:
        plain = body.decode("ascii")
        expected = parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=300)
    except ValueError:
        assert read_form(body) is None
    else:
        assert read_form(body) == expected


def test_a_form_of_too_many_fields_is_none() -> None:
    assert read_form(b"&".join([b"a=1"] * MOST_FIELDS)) is not None
    assert read_form(b"&".join([b"a=1"] * (MOST_FIELDS + 1))) is None
