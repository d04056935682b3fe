from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.inbound import Inbound
from bot.channels.twilio.inbound import read_inbound
from bot.conversation.message import CarrierWord, Channel

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SMS = {"From": "+14045550123", "To": "+14045550100", "MessageSid": "SM1", "Body": "Gwinnett GA"}
WHATSAPP = {**SMS, "From": "whatsapp:+14045550123", "To": "whatsapp:+14045550100"}


def read(form: dict[str, str]) -> Inbound:
    return read_inbound(list(form.items()), AT)


def test_an_sms_is_read() -> None:
    inbound = read({**SMS, "FromState": "GA", "FromCountry": "US", "NumMedia": "0"})
    assert (inbound.address, inbound.delivery) == ("sms:+14045550123", "SM1")
    message = inbound.message
    assert (message.body, message.at, message.channel) == ("Gwinnett GA", AT, Channel.SMS)
    assert (message.media, message.hint_state, message.carrier) == (0, "GA", None)


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({}, "whatsapp:+14045550123"),
        ({"ExternalUserId": "whatsapp:US.1"}, "whatsapp:US.1"),
        ({"From": "whatsapp:US.2", "ExternalUserId": "whatsapp:US.2"}, "whatsapp:US.2"),
        ({"From": "whatsapp:US.2"}, "whatsapp:US.2"),
    ],
    ids=["a number", "a number and an id", "an id alone", "an id as From only"],
)
def test_a_whatsapp_sender_may_have_no_number(fields: dict[str, str], address: str) -> None:
    inbound = read({**WHATSAPP, **fields})
    assert inbound.address == address
    assert inbound.message.channel is Channel.WHATSAPP


def test_the_state_of_a_number_is_a_hint_on_sms_only() -> None:
    assert read({**SMS, "FromState": "ga"}).message.hint_state == "GA"
    assert read({**SMS, "FromState": "ON", "FromCountry": "CA"}).message.hint_state == ""
    assert read({**SMS, "FromState": "Georgia"}).message.hint_state == ""
    assert read({**WHATSAPP, "FromState": "GA"}).message.hint_state == ""


@pytest.mark.parametrize("count", ["", "x", "-1", "1.5", "²", "9" * 5000])
def test_a_strange_count_of_pictures_is_none(count: str) -> None:
    assert read({**SMS, "NumMedia": count}).message.media == 0


def test_pictures_and_voice_notes_are_counted() -> None:
    assert read({**SMS, "NumMedia": "2", "Body": ""}).message.media == 2


LIST_REPLY = '{"interactive": {"type": "list_reply", "list_reply": {"id": "county:12071"}}}'
NESTED = '{"data": {"context": "{\\"button_reply\\": {\\"id\\": \\"lang:es\\"}}"}}'


@pytest.mark.parametrize(
    ("fields", "choice"),
    [
        ({"ListId": "county:12071", "ButtonPayload": "other"}, "county:12071"),
        ({"ButtonPayload": "lang:es", "ButtonText": "Español"}, "lang:es"),
        ({"InteractiveData": LIST_REPLY}, "county:12071"),
        ({"ChannelMetadata": NESTED}, "lang:es"),
        ({"InteractiveData": "{"}, ""),
        ({"InteractiveData": "[" * 100_000}, ""),
        ({"InteractiveData": '{"list_reply": {"id": 7}}'}, ""),
        ({"InteractiveData": "null"}, ""),
        ({}, ""),
    ],
)
def test_a_tapped_button_or_list_item_is_found_where_twilio_may_put_it(
    fields: dict[str, str], choice: str
) -> None:
    assert read({**WHATSAPP, **fields}).message.choice == choice


def test_the_title_of_a_button_stands_in_for_a_missing_body() -> None:
    assert read({**WHATSAPP, "Body": "", "ButtonText": "Español"}).message.body == "Español"
    assert read({**WHATSAPP, "Body": "", "ListTitle": "Lee, FL"}).message.body == "Lee, FL"


@pytest.mark.parametrize(
    ("latitude", "longitude", "location"),
    [
        ("33.95", "-84.07", (33.95, -84.07)),
        ("0", "0", (0.0, 0.0)),
        ("91", "0", None),
        ("0", "-181", None),
        ("nan", "0", None),
        ("inf", "0", None),
        ("", "", None),
        ("north", "west", None),
    ],
)
def test_a_shared_position_is_read_when_it_is_on_earth(
    latitude: str, longitude: str, location: tuple[float, float] | None
) -> None:
    form = {**WHATSAPP, "Latitude": latitude, "Longitude": longitude}
    assert read(form).message.location == location


@pytest.mark.parametrize(
    ("form", "carrier"),
    [
        ({**SMS, "Body": "ALTO", "OptOutType": "STOP"}, CarrierWord.STOP),
        ({**SMS, "Body": "inicio", "OptOutType": "START"}, CarrierWord.START),
        ({**SMS, "Body": "AYUDA", "OptOutType": "HELP"}, CarrierWord.HELP),
        ({**SMS, "Body": "hm", "OptOutType": "OTHER"}, None),
        ({**SMS, "Body": "STOP"}, CarrierWord.STOP),
        ({**SMS, "Body": " unsubscribe\n"}, CarrierWord.STOP),
        ({**SMS, "Body": "Cancel"}, CarrierWord.STOP),
        ({**SMS, "Body": "please stop"}, None),
        ({**SMS, "Body": "how do I stop a deportation"}, None),
        ({**SMS, "Body": "HELP"}, None),
        ({**SMS, "Body": "YES"}, None),
        ({**WHATSAPP, "Body": "STOP"}, None),
        ({**WHATSAPP, "Body": "STOP", "OptOutType": "STOP"}, None),
    ],
)
def test_what_twilio_already_answered_is_known(
    form: dict[str, str], carrier: CarrierWord | None
) -> None:
    assert read(form).message.carrier is carrier


def test_of_a_repeated_field_the_first_counts() -> None:
    fields = [*SMS.items(), ("Body", "second"), ("From", "+19995550100")]
    inbound = read_inbound(fields, AT)
    assert inbound.message.body == "Gwinnett GA"
    assert inbound.address == "sms:+14045550123"


def test_without_a_sender_there_is_no_address() -> None:
    assert read({"Body": "hello"}).address == ""


def test_nothing_of_a_text_or_its_sender_can_be_printed() -> None:
    shown = repr(read({**SMS, "Body": "Maria is at the jail"}))
    assert shown == "Inbound()"


def test_a_body_longer_than_a_carrier_takes_is_cut() -> None:
    assert len(read({**SMS, "Body": "x" * 5000}).message.body) == 1600


names = st.sampled_from(
    (
        *("From", "Body", "MessageSid", "NumMedia", "Latitude", "Longitude", "OptOutType"),
        *("InteractiveData", "ListId", "ChannelMetadata", "FromState", "ExternalUserId"),
    )
)


@given(st.lists(st.tuples(names | st.text(), st.text())))
def test_any_form_at_all_is_read(fields: list[tuple[str, str]]) -> None:
    inbound = read_inbound(fields, AT)
    assert isinstance(inbound.message.body, str)


def test_a_captured_location_message_is_read() -> None:
    body = (
        "NumMedia=0&ProfileName=Ana&MessageType=location&WaId=14045550123&Body="
        "&From=whatsapp%3A%2B14045550123&ExternalUserId=whatsapp%3AUS.1&Latitude=33.95"
        "&Longitude=-84.07&Address=Lawrenceville%2C+GA&Label=Lawrenceville&MessageSid=SM6"
    )
    message = read_inbound(parse_qsl(body, keep_blank_values=True), AT).message
    assert (message.body, message.location) == ("", (33.95, -84.07))
