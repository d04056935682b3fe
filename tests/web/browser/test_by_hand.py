"""What a person does, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect


def search(page: Page, text: str) -> None:
    page.get_by_role("searchbox").first.fill(text)
    page.get_by_role("searchbox").first.press("Enter")


def test_a_search_leads_to_the_county_in_any_language_and_to_a_link_to_share(
    page: Page, site: str
) -> None:
    page.goto("/?lang=en")
    search(page, "jakson mi")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jackson County, Michigan")
    page.locator("details.languages summary").click()
    page.get_by_role("link", name="Español").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Condado de Jackson, Michigan")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    link = page.locator("#address").input_value()
    assert link == f"{site}/c/mi/jackson?lang=es"
    page.goto(link)
    expect(page.locator(".answer")).to_contain_text("acuerdo 287(g)")


def test_a_name_in_two_places_is_asked_and_both_answers_can_be_had_in_another_language(
    page: Page,
) -> None:
    page.goto("/?lang=en")
    search(page, "washington county")
    expect(page.get_by_role("heading", level=1)).to_have_text("Which place do you mean?")
    page.locator("details.languages summary").click()
    page.get_by_role("link", name="Kreyòl ayisyen").click()
    page.get_by_role("link", name=re.compile("Oregon")).click()
    expect(page).to_have_url(re.compile(r"/c/or/washington\?lang=ht"))


def test_a_city_is_named_on_the_page_of_its_county(page: Page) -> None:
    page.goto("/?lang=en")
    search(page, "taylor michigan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wayne County, Michigan")
    expect(page.locator("article")).to_contain_text("You looked for: Taylor")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("what is a detainer", re.compile("/t/detainer")),
        ("texas", re.compile("/s/tx")),
        ("Krome", re.compile("/c/fl/miami-dade")),
        ("español", re.compile(r"/\?lang=es")),
    ],
)
def test_the_search_box_understands_what_the_line_understands(
    page: Page, text: str, found: re.Pattern[str]
) -> None:
    page.goto("/?lang=en")
    search(page, text)
    expect(page).to_have_url(found)


@pytest.mark.parametrize("text", ["zzqxv wvutsr", "I want to die"])
def test_what_is_no_place_is_answered_kindly(page: Page, text: str) -> None:
    page.goto("/?lang=en")
    search(page, text)
    expect(page.locator(".answer")).to_contain_text("911")
    assert text not in page.content()


def test_a_conversation_on_the_phone_of_the_page(page: Page) -> None:
    page.goto("/?lang=en")
    page.evaluate("window.stillHere = true")
    page.get_by_label("Your text").fill("Washington County")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".theirs", has_text="Which place")).to_have_count(1)
    page.get_by_label("Your text").fill("2")
    page.get_by_label("Your text").press("Enter")
    expect(page.locator(".mine").last).to_have_text("2")
    expect(page.locator(".theirs", has_text="Washington County, Minnesota:")).to_have_count(1)
    expect(page.get_by_label("Your text")).to_be_focused()
    page.get_by_text("What this answer costs").last.click()
    expect(page.locator(".cost").last).to_contain_text("segments")
    assert page.evaluate("window.stillHere"), "htmx put the answer in place"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_phone_answers_in_the_language_of_the_page_and_from_right_to_left(page: Page) -> None:
    page.goto("/?lang=ar")
    page.locator("#text").fill("jackson mi")
    page.locator("#send").click()
    answer = page.locator(".theirs").last
    expect(answer).to_have_attribute("dir", "rtl")
    expect(answer).to_have_attribute("lang", "ar")
    page.get_by_label("WhatsApp").check()
    page.locator("#text").fill("english")
    page.locator("#send").click()
    expect(page.locator(".theirs").last).to_have_attribute("lang", "en")
    expect(page.locator(".phone.whatsapp")).to_have_count(1)


def test_everything_works_without_scripts(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/?lang=vi")
    search(page, "harris county texas")
    expect(page.locator("h1")).to_contain_text("Harris")
    page.locator("details.languages summary").click()
    page.get_by_role("link", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    page.goto("/?lang=en")
    page.locator("#text").fill("jackson mi")
    page.locator("#send").click()
    expect(page.locator(".theirs").nth(0)).to_contain_text("Jackson County, Michigan")
    page.locator("#text").fill("4")
    page.locator("#send").click()
    expect(page.locator(".mine")).to_have_text(["jackson mi", "4"])
    expect(page.locator("a.leave")).to_have_attribute("href", "https://www.wikipedia.org/")
    context.close()


def test_everything_can_be_reached_by_keyboard_with_a_focus_that_shows(page: Page) -> None:
    page.goto("/?lang=en")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#q")).to_be_focused()
    outline = page.locator("#q").evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline != "none"
    page.keyboard.type("jackson mi")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jackson County, Michigan")
    summary = page.locator("details.languages summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_leaving_the_site_leaves_no_way_back_by_the_back_button(page: Page, site: str) -> None:
    page.route("**/elsewhere", lambda route: route.fulfill(body="weather"))
    page.goto("/?lang=en")
    page.goto("/c/mi/jackson?lang=en")
    page.locator("a.leave").evaluate("e => { e.href = '/elsewhere'; }")
    page.locator("a.leave").click()
    page.wait_for_url("**/elsewhere")
    page.go_back()
    assert page.url == f"{site}/?lang=en"


def test_a_county_prints_its_answer_and_its_numbers_and_no_menus(page: Page) -> None:
    page.goto("/c/mi/jackson?lang=en")
    page.emulate_media(media="print")
    expect(page.locator(".answer")).to_be_visible()
    expect(page.locator("#help .call").first).to_be_visible()
    for menu in (".languages", ".top nav", ".leave", ".search", "#share"):
        expect(page.locator(menu).first).to_be_hidden()
