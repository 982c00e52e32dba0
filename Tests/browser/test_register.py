"""The public register on a host of its own, as the public comes to it: nobody signs in."""

import re

import html5lib
import pytest
from playwright.sync_api import expect

from axe import violations
from program import Service, command

PAGES = [
    "/register", "/register?words=anchor&type=enforcement&sort=-changed", "/register?words=nobody-has-this", "/register/map", "/register/map?type=prohibition",
    "/register/statistics", "/register/statistics?area=Harrowby", "/register/about",
]


@pytest.fixture(scope="session")
def register(tmp_path_factory):
    """Three hundred made-up notices, served by themselves."""
    folder = tmp_path_factory.mktemp("register")
    command(folder / "data", "example", "register", "--notices", "300", "--on", "2026-11-27", "--file", folder / "register.jsonl")
    service = Service(folder / "data").begin("--only", "register", "--from", folder / "register.jsonl", "--service-name", "Northshire Fire and Rescue")
    service.address = service.wait_for(r"The register is ready at (\S+)/register$", 60)[1]
    yield service
    service.stop()


@pytest.fixture(scope="session")
def pages(chromium, register):
    """One address of each kind of page, that of a notice among them."""
    context = chromium.new_context(base_url=register.address)
    page = context.new_page()
    page.goto("/register")
    notice = page.locator(".entry h2 a").first.get_attribute("href")
    page.goto(notice)
    edition = page.get_by_role("link", name=f"{notice}/editions/").get_attribute("href")
    yield [*PAGES, notice, edition]
    context.close()


@pytest.mark.parametrize("kind", [
    {"viewport": {"width": 1280, "height": 900}}, {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    {"viewport": {"width": 320, "height": 700}}, {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
], ids=["wide", "phone in the dark", "narrowest", "wide in the dark"])
def test_has_no_fault_that_axe_finds_and_fits(browse, register, pages, kind):
    page = browse(register, **kind)
    wrong = []
    for address in pages:
        page.goto(address)
        wrong += [f"{address}: {fault}" for fault in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth") > page.viewport_size["width"]:
            wrong.append(f"{address} is wider than the screen")
    assert not wrong, "\n".join(wrong)


def test_is_strict_html_for_anybody(chromium, register, pages):
    context = chromium.new_context(base_url=register.address)
    for address in pages:
        answer = context.request.get(address)
        assert answer.status == 200
        assert "set-cookie" not in answer.headers and answer.headers["cache-control"] == "public, max-age=60", address
        document = html5lib.HTMLParser(strict=True).parse(answer.text())
        assert document is not None
        assert context.request.get(address, headers={"If-None-Match": answer.headers["etag"]}).status == 304
    assert context.cookies() == []
    for other in ("/plans", "/sign-in", "/api/v1/openapi.json", "/style"):
        assert context.request.get(other).status == 404, other
    assert context.request.post("/register").status == 405
    context.close()


def test_finds_as_one_types_and_keeps_the_address(browse, register):
    page = browse(register)
    page.goto("/register")
    whole = page.get_by_role("status").inner_text()
    page.get_by_label("Name, address").press_sequentially("kestrel")
    page.wait_for_url("**words=kestrel*")
    expect(page.get_by_role("status")).not_to_have_text(whole)
    expect(page.get_by_label("Name, address")).to_be_focused()
    page.get_by_label("Prohibition notice").check()
    page.wait_for_url("**type=prohibition*")
    found = page.get_by_role("status").inner_text()
    # The counts beside it follow, and none of them goes away.
    assert page.locator("#type-2-count").inner_text() == re.match(r"\d+", found)[0]
    assert page.locator("#premises-0-count").count() == 1
    page.reload()
    expect(page.get_by_role("status")).to_have_text(found)
    page.get_by_role("link", name="“kestrel”").click()
    page.wait_for_load_state()
    assert "words=" not in page.url and "type=prohibition" in page.url


def test_without_script(browse, register):
    page = browse(register, java_script_enabled=False)
    page.goto("/register")
    page.get_by_label("Enforcement notice").check()
    page.get_by_label("Sort by").select_option("premises")
    page.get_by_role("button", name="Apply").click()
    assert "type=enforcement" in page.url and "sort=premises" in page.url
    names = page.locator(".entry h2").all_inner_texts()
    assert len(names) == 25 and names == sorted(names, key=str.lower)
    page.get_by_role("link", name="Next").click()
    assert "page=2" in page.url and "type=enforcement" in page.url
    page.locator(".entry h2 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()


def test_the_map_is_walked_by_keyboard(browse, register):
    page = browse(register)
    page.goto("/register/map")
    marks = page.locator(".map svg a")
    assert marks.count() > 3
    many = page.locator(".map svg a:has(.many)").first
    many.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**box=*")
    expect(page.get_by_role("status")).to_contain_text("in sight")
    page.get_by_role("link", name="List those in sight").click()
    page.wait_for_url("**/register?*box=*")
    assert page.locator(".entry").count() > 0


def test_says_what_is_not_there(browse, register):
    page = browse(register, expected=[404])
    page.goto("/register/N-1900-0001")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not in the register")
    page.get_by_role("link", name="Look through the register").click()
    page.wait_for_url("**/register")
