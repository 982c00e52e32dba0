"""A draft is one form: what was typed in any of its sections is kept by one button, and nothing else is touched."""

import pytest
from playwright.sync_api import expect

from visitor import sign_in


@pytest.fixture
def page(example, browse):
    page = browse(example, expected=[422], viewport={"width": 1280, "height": 900})
    sign_in(page, example)
    page.goto("/papers?standing=draft")
    page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    page.get_by_role("link", name="Write", exact=True).click()
    return page


def test_one_button_saves_what_was_typed_anywhere(page):
    words = page.get_by_label("Words")
    following = [card for card in page.locator("section.card").all() if card.get_by_text("Writes itself").count()]
    assert following, "a section writes itself"
    first, last = words.nth(0), words.nth(words.count() - 2)
    first.fill("Members are asked to read this first.")
    last.fill("And this last.")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("status").first).to_contain_text("The paper was saved.")
    expect(words.nth(0)).to_have_value("Members are asked to read this first.")
    expect(last).to_have_value("And this last.")
    # What nobody touched goes on writing itself.
    untouched = [card for card in page.locator("section.card").all() if card.get_by_text("Writes itself").count()]
    assert len(untouched) >= len(following) - 2


def test_a_wrong_heading_brings_everything_back(page):
    headings, words = page.get_by_label("Heading"), page.get_by_label("Words")
    headings.nth(1).fill("")
    words.nth(2).fill("Typed, and not to be lost.")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_role("alert").first).to_contain_text("Enter heading.")
    expect(words.nth(2)).to_have_value("Typed, and not to be lost.")


def test_another_section_is_added_with_the_rest(page):
    page.get_by_text("Another section", exact=True).click()
    page.locator("#heading-new").fill("Consultation")
    page.locator("#words-new").fill("Staff were asked.")
    page.get_by_label("Words").nth(0).fill("Members are asked to note the report.")
    page.get_by_role("button", name="Save").last.click()
    page.wait_for_url("**/write#section-*")
    expect(page.get_by_role("heading", name="Consultation")).to_be_visible()
    expect(page.get_by_label("Words").nth(0)).to_have_value("Members are asked to note the report.")
