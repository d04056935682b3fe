from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from bot.conversation.message import Channel
from bot.conversation.session import Session
from bot.rendering.text import Text
from bot.store.sealing import Sealer
from bot.web.talk import EXCHANGES_SHOWN, Exchange, Talk, from_token, to_token

if TYPE_CHECKING:
    from tests.web.conftest import Server

SEALER = Sealer([b"a secret of the tests"])
PATHS = (
    "/", "/c/mi/jackson", "/c/fl/broward", "/s/de", "/map", "/t", "/t/detainer", "/languages",
    "/about", "/privacy", "/data", "/which?of=26075", "/search", "/nowhere",
)  # fmt: skip
HELLO = Exchange("hello", (Text("Hi", "GSM-7", 1),), "en", Channel.SMS)


def token_of(page: str) -> str:
    found = re.search(r'name="talk" value="([^"]+)"', page)
    assert found
    return found[1]


def bubbles(page: str, side: str) -> list[str]:
    found = re.findall(rf'<li class="{side}"[^>]*>(.*?)</li>', page, re.DOTALL)
    return [html.unescape(text).strip() for text in found]


async def say(server: Server, talk: str, text: str, channel: str = "sms") -> str:
    form = {"text": text, "talk": talk, "channel": channel}
    response = await server.client.post("/", data=form)
    assert response.status_code == 200
    return response.text


async def test_the_first_page_says_what_this_is_and_names_911(server: Server) -> None:
    page = (await server.client.get("/")).text
    assert "287(g)" in page
    assert "911" in page


async def test_a_conversation_works_without_scripts_and_cookies(server: Server) -> None:
    page = (await server.client.get("/")).text
    page = await say(server, token_of(page), "Washington County")
    page = await say(server, token_of(page), "2")
    assert bubbles(page, "mine") == ["Washington County", "2"]
    assert len(bubbles(page, "theirs")) >= 2
    assert not server.client.cookies


async def test_an_answer_shows_what_it_costs(server: Server) -> None:
    by_sms = await say(server, "", "jackson mi", "sms")
    by_whatsapp = await say(server, "", "jackson mi", "whatsapp")
    assert re.search(r"\d segments? · [\w, 2-]+ · about \$0\.0\d+", by_sms)
    assert re.search(r"1 message · about \$0\.0050", by_whatsapp)


async def test_the_server_keeps_nothing_of_what_is_typed(server: Server) -> None:
    await say(server, "", "jackson mi")
    import sqlite3

    with sqlite3.connect(server.database) as connection:
        assert connection.execute("SELECT count(*) FROM sessions").fetchone() == (0,)


async def test_what_is_typed_is_shown_as_text_never_as_markup(server: Server) -> None:
    page = await say(server, "", "<script>alert(1)</script>\"'&")
    assert "<script>" not in page
    assert "<script" not in page.partition("<main")[2]
    assert bubbles(page, "mine") == ["<script>alert(1)</script>\"'&"]


async def test_of_the_field_and_a_button_the_one_that_was_used_counts(server: Server) -> None:
    content = urlencode([("text", ""), ("channel", "sms"), ("text", "jackson mi")])
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    response = await server.client.post("/", content=content, headers=headers)
    assert bubbles(response.text, "mine") == ["jackson mi"]


@pytest.mark.parametrize("token", ["", "x", "é", "AAAA", "A" * 5000])
async def test_a_token_that_is_not_ours_begins_a_new_conversation(
    server: Server, token: str
) -> None:
    assert bubbles(await say(server, token, "hello"), "mine") == ["hello"]


async def test_a_body_over_the_cap_is_refused(server: Server) -> None:
    response = await server.client.post("/", data={"text": "x" * 70_000})
    assert response.status_code == 413


async def test_even_a_long_conversation_stays_below_the_cap(server: Server) -> None:
    talk = ""
    for number in range(EXCHANGES_SHOWN + 3):
        talk = token_of(await say(server, talk, f"{number} " + "palabras " * 150))
    assert len(talk) < 60_000


def test_a_talk_comes_back_from_its_token_whole() -> None:
    talk = Talk(Session(language="es", told=frozenset({"a"})), (HELLO,))
    assert from_token(to_token(talk, SEALER), SEALER) == talk


def test_a_token_can_neither_be_read_nor_changed() -> None:
    token = to_token(Talk(exchanges=(HELLO,)), SEALER)
    assert "hello" not in token
    changed = token[:40] + ("A" if token[40] != "A" else "B") + token[41:]
    assert from_token(changed, SEALER) == Talk()
    assert from_token(token, Sealer([b"another secret"])) == Talk()


def test_only_the_last_exchanges_are_carried() -> None:
    talk = Talk()
    for _ in range(EXCHANGES_SHOWN + 1):
        talk = talk.after(HELLO, Session())
    assert len(talk.exchanges) == EXCHANGES_SHOWN


@pytest.mark.parametrize("path", ["/", "/health", "/nowhere", "/static/faro.css"])
async def test_every_answer_carries_the_strict_headers(server: Server, path: str) -> None:
    headers = (await server.client.get(path)).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers
    stored = "max-age=3600" if path.startswith("/static") else "no-store"
    assert headers["cache-control"] == stored


async def test_a_page_loads_nothing_from_elsewhere(server: Server) -> None:
    page = (await server.client.get("/")).text
    tags = re.findall(r"<(?:script|link|img|form|iframe|object|source)\b[^>]*>", page)
    loading = [tag for tag in tags if 'rel="alternate"' not in tag and "canonical" not in tag]
    loaded = re.findall(r'(?:src|href|action|hx-post)="([^"]+)"', "".join(loading))
    assert loaded
    assert all(address.startswith("/") and not address.startswith("//") for address in loaded)
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page):
        assert (await server.client.get(address)).status_code == 200


async def test_no_script_stands_in_a_page_and_no_style_either(server: Server) -> None:
    for path in PATHS:
        page = (await server.client.get(path)).text
        assert re.findall(r"<script(?![^>]* src=)", page) == [], path
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page), path


async def test_a_link_to_elsewhere_tells_nothing_of_where_it_was_followed(server: Server) -> None:
    for path in PATHS:
        page = (await server.client.get(path)).text
        for anchor in re.findall(r'<a [^>]*href="https?://[^>]*>', page):
            assert 'rel="noreferrer external"' in anchor, (path, anchor)


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
async def test_the_frameworks_own_pages_are_off(server: Server, path: str) -> None:
    assert (await server.client.get(path)).status_code == 404
