from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.sealing import BUCKET_BYTES, Sealer, open_sealed, seal

OLD, NEW = b"the old secret, long enough for tests", b"the new secret, long enough for tests"
KEY = bytes(range(32))


@given(st.binary(max_size=3 * BUCKET_BYTES), st.binary(max_size=40))
def test_what_is_sealed_opens_with_the_same_key_and_bond(content: bytes, bound: bytes) -> None:
    assert open_sealed(KEY, seal(KEY, content, bound), bound) == content


@given(st.binary(max_size=100), st.data())
def test_one_changed_bit_is_noticed(content: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, content, b"x"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    assert open_sealed(KEY, bytes(sealed), b"x") is None


def test_the_wrong_key_or_bond_opens_nothing() -> None:
    sealed = seal(KEY, b"words", b"x")
    assert open_sealed(bytes(32), sealed, b"x") is None
    assert open_sealed(KEY, sealed, b"y") is None


def test_short_and_shorter_contents_have_one_size() -> None:
    assert len(seal(KEY, b"", b"")) == len(seal(KEY, b"a" * (BUCKET_BYTES - 4), b""))


def test_the_same_content_is_never_sealed_twice_alike() -> None:
    assert seal(KEY, b"a", b"") != seal(KEY, b"a", b"")


@given(st.text(), st.text())
def test_two_senders_share_no_name(one: str, other: str) -> None:
    sealer = Sealer([NEW])
    same = sealer.sender(one).newest.index == sealer.sender(other).newest.index
    assert same == (one == other)


def test_a_sender_is_known_by_the_key_of_each_living_day_todays_first() -> None:
    sealer = Sealer([NEW])
    sealer.use_days([b"today's key", b"yesterday's key"])
    both = sealer.sender("sms:+12025550123")
    sealer.use_days([b"yesterday's key"])
    old = sealer.sender("sms:+12025550123")
    assert both.names[1].index == old.newest.index
    assert both.newest.index != old.newest.index


def test_an_opt_out_is_known_by_each_secret_on_any_day() -> None:
    both = Sealer([NEW, OLD]).sender("sms:+12025550123")
    old = Sealer([OLD]).sender("sms:+12025550123")
    assert both.lasting[1] == old.lasting[0]
    assert both.lasting[0] != old.lasting[0]


def test_the_secret_alone_makes_no_key_of_a_conversation() -> None:
    one, other = (Sealer([NEW]).sender("sms:+12025550123") for _ in range(2))
    assert one.newest.index != other.newest.index
    assert one.lasting == other.lasting


def test_a_days_key_opens_with_its_secret_on_its_day_only() -> None:
    wrapped = Sealer([OLD]).wrap_day(KEY, 20_000)
    assert Sealer([NEW, OLD]).unwrap_day(wrapped, 20_000) == (KEY, False)
    assert Sealer([OLD]).unwrap_day(wrapped, 20_000) == (KEY, True)
    assert Sealer([OLD]).unwrap_day(wrapped, 20_001) == (None, False)
    assert Sealer([NEW]).unwrap_day(wrapped, 20_000) == (None, False)


def test_a_page_sealed_under_the_old_secret_still_opens() -> None:
    assert Sealer([NEW, OLD]).open_page(Sealer([OLD]).seal_page(b"talk")) == b"talk"
    assert Sealer([NEW]).open_page(Sealer([OLD]).seal_page(b"talk")) is None


def test_nothing_of_a_sender_can_be_printed() -> None:
    sender = Sealer([NEW]).sender("sms:+12025550123")
    shown = f"{sender!r} {sender.newest!r}"
    assert "202" not in shown
    assert sender.newest.index.hex()[:8] not in shown
    assert str(sender.newest.key) not in shown


def test_no_secret_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one secret"):
        Sealer([])
