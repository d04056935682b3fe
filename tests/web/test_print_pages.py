"""Sheets from the page: the right file, a bounded press, and words where nothing can be printed."""

from __future__ import annotations

import asyncio

import pytest

from bot.knowledge import Knowledge
from bot.printing import NotInstalledError
from bot.web import print_pages
from bot.web.press import MOST_A_MINUTE, MOST_WAITING, BusyError, Press
from tests.web.conftest import Serve

CARD = "/print/card/mi/jackson.pdf?lang=es"


async def test_a_county_has_a_card_and_a_flyer(serve: Serve) -> None:
    pytest.importorskip("typst", reason="the extra print is not installed")
    async with serve(BOT_TEXT_NUMBER="+15175550100") as server:
        for address in (CARD, "/print/flyer/va/richmond-city.pdf", CARD.replace("es", "xx")):
            answer = await server.client.get(address)
            assert answer.status_code == 200
            assert answer.headers["content-type"] == "application/pdf"
            assert answer.content.startswith(b"%PDF")
        first = await server.client.get(CARD)
        assert 'filename="faro-card-mi-jackson-es.pdf"' in first.headers["content-disposition"]
        again = await server.client.get(CARD, headers={"If-None-Match": first.headers["etag"]})
        assert again.status_code == 304


async def test_where_nothing_can_be_printed_it_says_so_in_the_language(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(*_: object) -> bytes:
        raise NotInstalledError

    monkeypatch.setattr(print_pages, "typeset", absent)
    async with serve(BOT_TEXT_NUMBER="+15175550100") as server:
        answer = await server.client.get(CARD)
    assert answer.status_code == 503
    assert "no se puede imprimir" in answer.text
    assert "pip" not in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/print/card/mi/nowhere.pdf",
        "/print/poster/mi/jackson.pdf",
        "/print/card/..%2F..%2Fetc/passwd.pdf",
        "/print/card/mi/%00.pdf",
        "/print/card/mi/<script>.pdf",
    ],
)
async def test_what_is_no_sheet_is_not_found(serve: Serve, address: str) -> None:
    async with serve(BOT_TEXT_NUMBER="+15175550100") as server:
        answer = await server.client.get(address)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


async def test_a_sheet_is_printed_once_for_each_list(knowledge: Knowledge) -> None:
    press, made = Press(), list[int]()

    def make() -> bytes:
        made.append(1)
        return b"sheet"

    for _ in range(3):
        assert await press.print(("card",), knowledge, make) == b"sheet"
    assert len(made) == 1


async def test_a_flood_is_refused_and_passes(knowledge: Knowledge) -> None:
    now = 0.0
    press = Press(clock=lambda: now)
    for number in range(MOST_A_MINUTE):
        await press.print((str(number),), knowledge, bytes)
    with pytest.raises(BusyError):
        await press.print(("one more",), knowledge, bytes)
    assert await press.print(("0",), knowledge, bytes) == b""
    now = 61.0
    assert await press.print(("one more",), knowledge, bytes) == b""


async def test_few_wait_at_once(knowledge: Knowledge) -> None:
    press = Press()
    asked = [press.print((str(n),), knowledge, bytes) for n in range(MOST_WAITING + 2)]
    done = await asyncio.gather(*asked, return_exceptions=True)
    assert [type(one) for one in done].count(BusyError) == 2
