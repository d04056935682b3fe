"""Addresses, languages, caches: what the server answers to any request for a page."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from urllib.parse import quote

import pytest

from bot.agreements.roster import Roster
from bot.knowledge import Holder, Knowledge
from bot.web.visit import preferred_language
from tests.web.conftest import Serve, Server
from tests.web.reading import read

KINDS = (
    "/", "/c/mi/jackson", "/c/tx/harris", "/s/tx", "/s/va", "/map", "/t", "/t/detainer",
    "/languages", "/about", "/privacy", "/data", "/which?of=26075", "/search", "/nowhere",
)  # fmt: skip
MOST_BYTES = 50_000
STATIC = ("/static/faro.css", "/static/leave.js", "/static/lighthouse.svg", "/map.css")


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("/c/MI/Jackson", "/c/mi/jackson"),
        ("/c/ct/greater-bridgeport-planning-region", "/c/ct/fairfield"),
        ("/c/ct/greater-bridgeport", "/c/ct/fairfield"),
        ("/c/ct/northeastern-connecticut-planning-region", "/c/ct/windham"),
        ("/s/TX", "/s/tx"),
        ("/t/DETAINER", "/t/detainer"),
    ],
)
async def test_an_address_in_another_spelling_leads_to_the_one_page(
    server: Server, asked: str, path: str
) -> None:
    answer = await server.client.get(f"{asked}?lang=es")
    assert (answer.status_code, answer.headers["location"]) == (308, f"{path}?lang=es")
    assert (await server.client.get(answer.headers["location"])).status_code == 200


async def test_a_region_of_several_counties_is_asked_about(server: Server) -> None:
    answer = await server.client.get("/c/ct/capitol-planning-region?lang=en")
    assert answer.headers["location"] == "/which?of=09003&of=09013&lang=en"
    page = await server.client.get(answer.headers["location"])
    assert "/c/ct/hartford?lang=en" in page.text
    assert "/c/ct/tolland?lang=en" in page.text


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("", "en"),
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("de,fr;q=0.3,ko;q=0.7", "ko"),
        ("zh-TW", "zh-Hans"),
        ("pt", "pt-BR"),
        ("tl-PH", "fil"),
        ("en;q=0,ar", "ar"),
        ("xx;;;q=9,\x00,*;q=.5", "en"),
        ("a," * 5000 + "es", "en"),
    ],
)
def test_the_browsers_language_is_spoken(knowledge: Knowledge, header: str, code: str) -> None:
    assert preferred_language(header, knowledge.catalogs.keys()) == code


async def test_an_address_with_a_language_wins_over_the_browser(server: Server) -> None:
    spanish = {"Accept-Language": "es"}
    by_browser = await server.client.get("/c/mi/jackson", headers=spanish)
    by_address = await server.client.get("/c/mi/jackson?lang=AR", headers=spanish)
    unknown = await server.client.get("/c/mi/jackson?lang=tlh", headers=spanish)
    assert [read(one.text).language for one in (by_browser, by_address, unknown)] == [
        "es", "ar", "es",
    ]  # fmt: skip
    for written, code in (("pt_BR", "pt-BR"), ("zh-hans", "zh-Hans"), ("tl", "fil")):
        page = await server.client.get(f"/c/mi/jackson?lang={written}")
        assert page.headers["content-language"] == code
    assert read(by_address.text).direction == "rtl"
    assert by_address.headers["content-language"] == "ar"
    assert "Accept-Language" in by_browser.headers["vary"]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_page_is_small_and_all_its_links_keep_its_language(
    server: Server, kind: str
) -> None:
    address = f"{kind}{'&' if '?' in kind else '?'}lang=ru"
    answer = await server.client.get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.num_bytes_downloaded < MOST_BYTES
    own = re.findall(r'<a [^>]*href="(/[^"]*)"[^>]*>', answer.text)
    assert own
    others = [one for one in own if "lang=ru" not in one and not one.startswith("/data/")]
    languages = [one for one in others if re.search(r"lang=[A-Za-z-]+$", one)]
    assert others == languages


async def test_a_page_with_its_files_stays_small(server: Server) -> None:
    total = 0
    for path in (*STATIC, "/static/htmx-2.0.11.min.js", "/"):
        total += len(gzip.compress((await server.client.get(path)).content))
    assert total < MOST_BYTES


async def test_whoever_has_todays_page_is_told_so(server: Server) -> None:
    first = await server.client.get("/c/mi/jackson?lang=en")
    tag = first.headers["etag"]
    again = await server.client.get("/c/mi/jackson?lang=en", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    spanish = await server.client.get("/c/mi/jackson?lang=es", headers={"If-None-Match": tag})
    assert spanish.status_code == 200
    assert first.headers["cache-control"] == "no-cache"
    plain = await server.client.get("/c/mi/jackson?lang=en", headers={"Accept-Encoding": "br"})
    assert plain.text == first.text


async def test_a_new_list_shows_at_once_on_every_page(serve: Serve, knowledge: Knowledge) -> None:
    holder = Holder(knowledge)
    async with serve(holder) as server:
        before = await server.client.get("/c/mi/jackson?lang=en")
        assert read(before.text).groups["jail"]
        empty = Roster(list_date=knowledge.roster.list_date, agreements=())
        holder.current = replace(knowledge, version="other", roster=empty)
        tag = {"If-None-Match": before.headers["etag"]}
        after = await server.client.get("/c/mi/jackson?lang=en", headers=tag)
        assert after.status_code == 200
        assert read(after.text).groups["jail"] == []
        assert "The jail has a 287(g) deal</td>" not in (await server.client.get("/s/mi")).text
        holder.current = knowledge
        back = await server.client.get("/c/mi/jackson?lang=en", headers=tag)
        assert back.status_code == 304


HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}{% debug %}",
    "javascript:alert(1)", "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "\u202egnp.exe",
    "a\x00b", "%00", "\r\nSet-Cookie: a=b", "' OR 1=1 --", "\ud7ff\uffff", "𝒥" * 300, "x" * 1600,
    "//evil.example", "\\\\evil.example",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_words_in_any_field_do_no_harm(server: Server, text: str) -> None:
    raw = quote(text, safe="")
    answers = [
        await server.client.post("/search?lang=en", data={"q": text}),
        await server.client.post("/?lang=en", data={"text": text, "talk": text, "channel": text}),
        await server.client.get(f"/search?q={raw}&lang={raw}"),
        await server.client.get(f"/c/mi/wayne?for={raw}&lang={raw}"),
        await server.client.get(f"/which?of=26163.{raw}&of={raw}"),
        await server.client.get(f"/c/mi/jackson?lang=en&{raw}={raw}"),
    ]
    for answer in answers:
        assert answer.status_code in (200, 303, 404)
        _harmless(answer.text, answer.headers.get("location", "/"), text)


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_words_in_any_path_are_not_found(server: Server, text: str) -> None:
    raw = quote(text, safe="")
    for path in (f"/{raw}", f"/c/{raw}/jackson", f"/c/mi/{raw}", f"/s/{raw}", f"/t/{raw}"):
        answer = await server.client.get(path)
        assert answer.status_code in (404, 307), path
        _harmless(answer.text, "/", text)


def _harmless(page: str, location: str, text: str) -> None:
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))
    assert "\n" not in location
    assert "<script>" not in page
    assert "<img src=x" not in page
    assert "root:" not in page
    assert ">49<" not in page
    if page and len(text) > 3 and "<ol" not in page:
        assert text not in page, "what was typed is not repeated"


async def test_errors_have_the_look_and_the_language_of_the_house(server: Server) -> None:
    missing = await server.client.get("/c/mi/nowhere?lang=ar")
    method = await server.client.put("/c/mi/jackson?lang=ko")
    long = await server.client.post("/search?lang=vi", data={"q": "x" * 1700})
    form = await server.client.post(
        "/search?lang=fr",
        content=b"\xff\xfe",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert [one.status_code for one in (missing, method, long, form)] == [404, 405, 422, 422]
    assert set(method.headers["allow"].split(", ")) == {"GET", "HEAD"}
    for answer, code in ((missing, "ar"), (method, "ko"), (long, "vi"), (form, "fr")):
        seen = read(answer.text)
        assert seen.language == code
        assert not seen.unclosed
        assert 'role="search"' in answer.text
    program = await server.client.get("/twilio/messages")
    assert program.status_code == 405
    assert "<" not in program.text


async def test_what_is_shared_names_the_place_and_nothing_that_harms(server: Server) -> None:
    page = (await server.client.get("/c/mi/jackson?lang=es")).text
    shared = re.findall(
        r'<meta (?:name|property)="(?:og:[a-z_]+|description)" content="([^"]*)"', page
    )
    shared += re.findall(r"<title>([^<]*)</title>", page)
    assert "Condado de Jackson, Michigan" in shared
    assert "Información gratis para familias, en muchos idiomas." in shared
    for word in ("ICE", "287", "arrest", "cárcel", "deport", "migra"):
        assert not any(word in one for one in shared)
    assert (
        '<link rel="alternate" hreflang="ar" href="https://bot.example.org/c/mi/jackson?lang=ar">'
        in page
    )


async def test_search_engines_find_every_page_in_every_language(
    server: Server, knowledge: Knowledge
) -> None:
    robots = (await server.client.get("/robots.txt")).text
    assert "Sitemap: https://bot.example.org/sitemap.xml" in robots
    site = (await server.client.get("/sitemap.xml")).text
    places = re.findall(r"<loc>https://bot\.example\.org([^<]+)</loc>", site)
    assert len(places) > len(knowledge.gazetteer.counties)
    assert site.count('hreflang="zh-Hans"') == len(places)
    for path in places[:: len(places) // 40]:
        assert (await server.client.get(path)).status_code == 200, path


async def test_an_installation_can_ask_search_engines_to_stay_away(serve: Serve) -> None:
    async with serve(BOT_ROBOTS="noindex") as server:
        assert "Disallow: /\n" in (await server.client.get("/robots.txt")).text
        assert (await server.client.get("/sitemap.xml")).status_code == 404
        for path in ("/", "/c/mi/jackson", "/nowhere"):
            answer = await server.client.get(path)
            assert '<meta name="robots" content="noindex">' in answer.text
            assert answer.headers["x-robots-tag"] == "noindex"


async def test_an_installation_for_read_texts_only_says_why_a_page_is_in_english(
    serve: Serve, knowledge: Knowledge
) -> None:
    strict = replace(knowledge, line=replace(knowledge.line, send_unreviewed=False))
    async with serve(Holder(strict)) as server:
        page = (await server.client.get("/c/mi/jackson?lang=es")).text
    assert '<div class="said first" lang="en" dir="ltr">' in page
    assert strict.library.cards("english-instead", "es")[0].split("\n")[0] in page


async def test_a_sentence_in_another_language_is_answered_in_it(server: Server) -> None:
    said = {"arrestaron a mi esposo en el condado de Jackson Michigan": "es", "jackson mi": "en"}
    for text, code in said.items():
        answer = await server.client.post("/search?lang=en", data={"q": text})
        assert answer.headers["location"] == f"/c/mi/jackson?lang={code}"


async def test_a_page_can_be_asked_for_without_its_body(server: Server) -> None:
    answer = await server.client.head("/c/mi/jackson")
    assert answer.status_code == 200
