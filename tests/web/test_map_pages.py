"""Maps as files: valid, with their colours inside, and new as soon as the list is."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

from bot.knowledge import Holder, Knowledge
from tests.maps.drawn import SVG, read
from tests.web.conftest import Serve, Server


async def test_a_map_is_a_whole_file_that_may_use_its_own_colours_only(server: Server) -> None:
    for address in ("/map.svg", "/map/mi.svg?lang=ar", "/map/PR.svg?lang=xx", "/plot.svg?lang=ko"):
        answer = await server.client.get(address)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/svg+xml"
        (style,) = read(answer.text).iter(f"{SVG}style")
        digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
        policy = answer.headers["content-security-policy"]
        assert f"style-src 'sha256-{digest}'" in policy
        assert "script" not in policy


async def test_a_map_speaks_the_language_however_its_code_is_written(server: Server) -> None:
    spanish, again = [
        await server.client.get(f"/map/mi.svg?lang={written}") for written in ("es", "ES")
    ]
    english = await server.client.get("/map/mi.svg")
    assert spanish.text == again.text != english.text


async def test_whoever_holds_a_map_is_told_that_it_is_still_the_same(server: Server) -> None:
    first = await server.client.get("/map/mi.svg")
    again = await server.client.get("/map/mi.svg", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


async def test_a_new_list_shows_at_once(serve: Serve, knowledge: Knowledge) -> None:
    holder = Holder(knowledge)
    async with serve(holder) as server:
        before = await server.client.get("/map/mi.svg")
        nobody = replace(knowledge.roster, agreements=())
        holder.current = replace(knowledge, version="none", roster=nobody)
        after = await server.client.get(
            "/map/mi.svg", headers={"If-None-Match": before.headers["etag"]}
        )
    assert after.status_code == 200
    jails = [len(re.findall(r'</title><path fill="url\(#map-jail\)', text))
             for text in (before.text, after.text)]  # fmt: skip
    assert jails[0] > 0
    assert jails[1] == 0


async def test_no_state_is_told_so(server: Server) -> None:
    for address in ("/map/zz.svg", "/map/%00.svg", "/map/..%2F.svg", "/map/<script>.svg"):
        answer = await server.client.get(address)
        assert answer.status_code == 404
        assert "<script>" not in answer.text


async def test_the_colours_are_one_stylesheet(server: Server) -> None:
    answer = await server.client.get("/map.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert "prefers-color-scheme: dark" in answer.text
