"""Every kind of page in every language: axe-core finds nothing, and nothing is wider than 320
pixels (which is also a window of 1280 at 400 %)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from bot.knowledge import Knowledge

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
LANGUAGES = ("en", "es", "ht", "pt-BR", "fr", "zh-Hans", "vi", "ar", "ko", "fil", "ru")
KINDS = (
    "/", "/c/mi/jackson", "/c/md/frederick", "/s/de", "/map", "/t", "/t/wso",
    "/languages", "/about", "/privacy", "/data", "/which?of=26075&of=26163.Taylor",
    "/nowhere",
)  # fmt: skip
COLOURED = {"es": "light", "ar": "dark"}
"""The colours are one stylesheet's in every language; comparing them takes most of axe's time."""

RUN = """(colours) => axe.run({
    resultTypes: ['violations'], rules: {'color-contrast': {enabled: colours}},
}).then(found => found.violations.map(
    one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(n => n.html).join(' | ')}`))"""


def complaints(page: Page, *, colours: bool = True) -> list[str]:
    if not page.evaluate("window.axe"):
        page.evaluate(AXE)  # as the developer's console would: the page's own policy stands
    found: list[str] = page.evaluate(RUN, colours)
    return found


def in_language(kind: str, code: str) -> str:
    return f"{kind}{'&' if '?' in kind else '?'}lang={code}"


def test_the_languages_are_those_that_are_offered(knowledge: Knowledge) -> None:
    assert set(LANGUAGES) == set(knowledge.catalogs)


@pytest.mark.parametrize("code", LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(chromium: Browser, site: str, code: str) -> None:
    scheme: Literal["dark"] | None = "dark" if COLOURED.get(code) == "dark" else None
    context = chromium.new_context(base_url=site, color_scheme=scheme)
    page = context.new_page()
    found: list[str] = []
    for kind in KINDS:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(in_language(kind, code))
        found += [f"{kind} {one}" for one in complaints(page, colours=code in COLOURED)]
        page.set_viewport_size({"width": 320, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{kind} is {wide} pixels wide"] if wide > 320 else []
    context.close()
    assert not found, "\n".join(found)


def test_axe_finds_nothing_in_a_conversation(page: Page) -> None:
    for channel in ("SMS", "WhatsApp"):
        page.goto("/?lang=en")
        page.get_by_label(channel).check()
        page.locator("#text").fill("jackson mi")
        page.locator("#send").click()
        page.get_by_text("What this answer costs").click()
        assert complaints(page) == []
