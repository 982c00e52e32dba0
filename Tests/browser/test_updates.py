"""An owner's update on a phone: how many taps it takes, and how much of the form is seen at once."""

import re
import struct
import zlib

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

    # From *Update* in the list of one's own, which is the first tap.
    reference, taps = "6.2", 1
    page.goto(f"/plans/peer-review-response/actions/{reference}/updates/new")
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


def photograph(side=640):
    """A picture as a phone would send it, made here: grey, as PNG."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + bytes([y % 256]) * side for y in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_a_photograph_goes_with_an_update_on_a_phone(example, browse):
    page = browse(example, **PHONE)
    sign_in(page, example)
    page.goto("/work")
    page.goto("/plans/peer-review-response/actions/6.2/updates/new")
    page.wait_for_url("**/updates/new")
    action = page.url.removesuffix("/updates/new")
    page.get_by_label("What happened").fill("The new board is up in the watch room.")
    page.get_by_label("A photograph or a file that shows it").set_input_files(
        {"name": "IMG_2041.PNG", "mimeType": "image/png", "buffer": photograph()})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Post the update").tap()
    page.wait_for_url("**/work")

    page.goto(action)
    evidence = page.locator("#evidence")
    expect(evidence).to_contain_text("The new board is up in the watch room.")
    with page.expect_download() as sent:
        evidence.get_by_role("link", name="IMG_2041.PNG").first.click()
    with open(sent.value.path(), "rb") as file:
        assert file.read() == photograph()
