"""Twilio's copies of a person's texts are found and deleted, and nothing is said about whom."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.channels.twilio.rest import CarrierError, Copies, Credentials
from tests.carrier import ACCOUNT, Carrier, running_carrier

PERSON, LINE = "+14045550123", "+14045550100"


def sid(number: int) -> str:
    return f"SM{number:032x}"


@pytest.fixture
def carrier() -> Iterator[Carrier]:
    with running_carrier() as running:
        running.kept = {
            sid(1): (PERSON, LINE),
            sid(2): (LINE, PERSON),
            sid(3): ("+14045550199", LINE),
        }
        yield running


@pytest.fixture
def copies(carrier: Carrier) -> Copies:
    return Copies(Credentials(ACCOUNT, "SK" + "0" * 32, "a secret of the key", carrier.url))


def test_both_directions_of_one_person_are_found_and_nobody_elses(copies: Copies) -> None:
    assert set(copies.of(PERSON)) == {sid(1), sid(2)}


def test_a_copy_is_deleted_once_and_one_that_is_gone_counts_as_deleted(
    copies: Copies, carrier: Carrier
) -> None:
    assert copies.delete(sid(1))
    assert sid(1) not in carrier.kept
    assert copies.delete(sid(1))


def test_a_message_that_twilio_still_handles_is_not_deleted_yet(
    copies: Copies, carrier: Carrier
) -> None:
    carrier.busy = {sid(2)}
    assert not copies.delete(sid(2))
    assert sid(2) in carrier.kept


@pytest.mark.parametrize(
    ("refusal", "permanent"), [((401, 20003), True), ((429, 20429), False), ((500, 20500), False)]
)
def test_an_error_says_its_number_and_whether_asking_again_helps(
    copies: Copies, carrier: Carrier, refusal: tuple[int, int], permanent: bool
) -> None:
    carrier.refuses = refusal
    with pytest.raises(CarrierError) as caught:
        copies.of(PERSON)
    assert caught.value.permanent is permanent
    assert caught.value.code == refusal[1]
    assert "+1404" not in str(caught.value)


def test_no_network_is_an_error_that_asking_again_may_mend() -> None:
    nowhere = Credentials(ACCOUNT, "SK" + "0" * 32, "secret", "http://127.0.0.1:9")
    with pytest.raises(CarrierError) as caught:
        Copies(nowhere).delete(sid(1))
    assert not caught.value.permanent


def test_the_library_logs_nothing_of_whom_we_asked_about(
    copies: Copies, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("twilio", "twilio.http_client", "urllib3", "requests"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    copies.of(PERSON)
    copies.delete(sid(1))
    said = "\n".join(f"{record.name} {record.getMessage()}" for record in caplog.records)
    assert "14045550123" not in said.replace("%2B", "")
    assert "BEGIN Twilio" not in said
