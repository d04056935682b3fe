from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from bot.channels.twilio.signature import is_signed, sign

TOKEN = "12345"
URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
CALL = [
    ("CallSid", "CA1234567890ABCDE"),
    ("Digits", "1234"),
    ("From", "+14158675309"),
    ("To", "+18005551212"),
    ("Caller", "+14158675309"),
]
REPEATED = [
    ("Sid", "CA123"),
    ("SidAccount", "AC123"),
    ("Digits", "5678"),
    ("Digits", "1234"),
    ("Digits", "1234"),
]
BODY_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"

# The first seven: the tests of Twilio's own Python library.
VECTORS = {
    "plain": (URL, CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    "a port in our address": (
        URL.replace(".com", ".com:1234"),
        CALL,
        "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    ),
    "signed with the https port": (URL, CALL, "kvajT1Ptam85bY51eRf/AJRuM3w="),
    "signed with the http port": (
        URL.replace("https", "http"),
        CALL,
        "0ZXoZLH/DfblKGATFgpif+LLRf4=",
    ),
    "http and a port in our address": (
        URL.replace("https://mycompany.com", "http://mycompany.com:1234"),
        CALL,
        "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
    ),
    "a repeated field": (URL, REPEATED, "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
    "an address that carries a body's hash": (
        f"{URL}&bodySHA256={BODY_HASH}",
        [],
        "a9nBmqA0ju/hNViExpshrM61xv4=",
    ),
}


@pytest.mark.parametrize(("url", "fields", "signature"), VECTORS.values(), ids=VECTORS.keys())
def test_the_published_signatures_are_accepted(
    url: str, fields: list[tuple[str, str]], signature: str
) -> None:
    assert is_signed(url, fields, signature, [TOKEN])


def test_without_its_blank_fields_a_request_is_refused() -> None:
    body = "Body=&From=%2B14045550123&MediaUrl0=https%3A%2F%2Fexample.org%2Fa+b&NumMedia=1"
    whole, cut = parse_qsl(body, keep_blank_values=True), parse_qsl(body)
    signature = RequestValidator(TOKEN).compute_signature(URL, dict(whole))
    assert is_signed(URL, whole, signature, [TOKEN])
    assert not is_signed(URL, cut, signature, [TOKEN])


def test_a_request_cannot_choose_another_algorithm() -> None:
    by_sha256 = RequestValidator(TOKEN).compute_signature(URL, dict(CALL), "HMAC_SHA256")
    assert by_sha256 == "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s="
    assert not is_signed(URL, CALL, by_sha256, [TOKEN])


def test_both_tokens_are_accepted_while_they_are_changed() -> None:
    for token in ("new", "old"):
        assert is_signed(URL, CALL, sign(URL, CALL, token), ["new", "old"])
    assert not is_signed(URL, CALL, sign(URL, CALL, "older"), ["new", "old"])


ODD = {
    "nothing": (URL, CALL, ""),
    "not ASCII": (URL, CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8é"),
    "a lone surrogate in a field": (URL, [("Body", "\ud800")], "x"),
    "an address with an impossible port": ("https://a.example:99999999/", CALL, "x"),
    "a changed field": (URL, [*CALL[1:], ("CallSid", "CA0")], "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    "an added field": (URL, [*CALL, ("More", "")], "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    "another path": (URL.replace("myapp", "yours"), CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    "another query": (f"{URL}0", CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
    "cut short": (URL, CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8"),
}


@pytest.mark.parametrize(("url", "fields", "signature"), ODD.values(), ids=ODD.keys())
def test_anything_odd_is_refused(url: str, fields: list[tuple[str, str]], signature: str) -> None:
    assert not is_signed(url, fields, signature, [TOKEN])


def test_no_token_accepts_nothing() -> None:
    assert not is_signed(URL, CALL, sign(URL, CALL, ""), [])


class Form:
    """A form as web frameworks hand it to Twilio's library: repeated names have a list."""

    def __init__(self, fields: list[tuple[str, str]]) -> None:
        self.fields = fields

    def __iter__(self) -> Iterator[str]:
        return iter(name for name, _ in self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def getlist(self, name: str) -> list[str]:
        return [value for each, value in self.fields if each == name]


text = st.text(max_size=20)
forms = st.lists(st.tuples(text | st.sampled_from(["Body", "From"]), text), max_size=12)
urls = st.builds(
    "{}://{}{}{}".format,
    st.sampled_from(["https", "http"]),
    st.sampled_from(["bot.example.org", "bot.example.org:443", "bot.example.org:8443"]),
    st.sampled_from(["", "/", "/twilio/messages", "/a%20b"]),
    st.sampled_from(["", "?lang=es", "?a=1&a=2"]),
)


@given(urls, forms, st.text(min_size=1, max_size=32))
def test_we_sign_as_twilio_does(url: str, fields: list[tuple[str, str]], token: str) -> None:
    assert sign(url, fields, token) == RequestValidator(token).compute_signature(url, Form(fields))


@given(urls, urls, forms, forms)
def test_we_accept_what_twilios_own_check_accepts(
    signed_url: str,
    seen_url: str,
    signed: list[tuple[str, str]],
    seen: list[tuple[str, str]],
) -> None:
    signature = RequestValidator(TOKEN).compute_signature(signed_url, Form(signed))
    for fields in (signed, seen):
        theirs = RequestValidator(TOKEN).validate(seen_url, Form(fields), signature)
        assert is_signed(seen_url, fields, signature, [TOKEN]) == theirs
