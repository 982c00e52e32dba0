"""An owner's update on a phone: how many taps it takes, and how much of the form is seen at once."""

import re

from playwright.sync_api import expect

from visitor import sign_in

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_an_update_takes_five_taps_on_a_phone(example, browse):
    page = browse(example, **PHONE)
    sign_in(page, example)
    taps = 0

    def tap(locator):
        nonlocal taps
        locator.tap()
        taps += 1

    page.goto("/work")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Update", exact=True)).first
    reference = row.get_by_role("rowheader").or_(row.get_by_role("cell")).first.inner_text()
    tap(row.get_by_role("link", name="Update", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Update {reference}")

    # All that must be filled in is what happened; the rest has a default or may stay empty.
    form = page.locator("main form")
    needed = form.locator("[required]")
    assert needed.count() == 2 and form.get_by_label("The day it speaks of").input_value() != ""
    assert form.locator("input:visible, textarea:visible, select:visible").count() <= 12
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    button = page.get_by_role("button", name="Post the update")
    assert button.bounding_box()["y"] + button.bounding_box()["height"] < 2 * 844, "within two screens"

    tap(page.get_by_label("What happened"))
    page.keyboard.type("Two more stations have agreed their part.")
    tap(page.get_by_role("radio", name=re.compile("Green")))
    milestones = page.get_by_role("group", name=re.compile("Milestones reached")).get_by_role("checkbox")
    if milestones.count():
        tap(milestones.first)
    tap(button)
    page.wait_for_url("**/work")
    expect(page.get_by_role("status").or_(page.get_by_role("main")).first).to_contain_text(f"The update of {reference} was posted.")
    assert taps <= 5
