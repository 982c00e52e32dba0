"""What must hold for each page of the example service, whatever it is about.

Pages of one shape of address look alike, so one stands for them (`site_map.representatives`); MUSTER_EVERY_PAGE=1 visits each that the
crawl finds, as `make test-long` does. Each is visited once for all that is asked of it, and the pages are dealt out in parts, so that more than one core can visit.
"""

import html5lib
import pytest

from axe import violations
from visitor import listen

PARTS = 8
WIDE, NARROWEST = {"width": 1280, "height": 900}, {"width": 320, "height": 800}


def fits(page):
    """Nothing stands out beyond the edge of the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > page.viewport_size["width"]:
        widest = page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            ".slice(0, 3).map(e => e.outerHTML.slice(0, 120))")
        yield f"is {width} pixels wide: {widest}"


def is_strict_html_with_one_heading_and_a_language(text):
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(text)
    yield from (f"line {place[0]}: {code} {about}" for place, code, about in parser.errors)
    if len(list(tree.iter("h1"))) != 1:
        yield f"has {len(list(tree.iter('h1')))} first headings"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    yield from (f"the id “{twice}” stands twice" for twice in {one for one in ids if ids.count(one) > 1})
    pointed = {label.get("for") for label in tree.iter("label") if label.get("for")}
    yield from (f"a label points to “{lost}”, which is not there" for lost in pointed - set(ids))
    if tree.get("lang") != "en-GB":
        yield "does not say that it is British English"
    for element in tree.iter():
        inline = element.tag == "style" or (element.tag == "script" and not element.get("src"))
        if inline or any(name == "style" or name.startswith("on") for name in element.keys()):
            yield f"<{element.tag}> has script or style of its own"


def has_a_strict_policy(headers):
    policy = headers.get("content-security-policy", "")
    if "'unsafe-" in policy or "default-src" not in policy:
        yield f"its policy is “{policy}”"


def test_there_are_pages(addresses):
    assert len(addresses) >= 15, addresses
    for kind in ("/plans/", "/boards/", "/reviews/", "/documents/", "/premises/", "/enforcement/", "/register/"):
        assert any(address.startswith(kind) for address in addresses), addresses


@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(PARTS))
def test_has_no_fault(chromium, untouched, onlooker, addresses, part):
    context = chromium.new_context(base_url=untouched.address, locale="en-GB", storage_state=onlooker, viewport=WIDE)
    wrong = []
    for address in addresses[part::PARTS]:
        found, page = [], context.new_page()
        listen(page, found, expected=[404] if "no-such" in address else [])
        answer = page.goto(address)
        found += is_strict_html_with_one_heading_and_a_language(answer.text())
        found += has_a_strict_policy(answer.headers)
        found += violations(page)
        # Loaded as a narrow screen in the dark would, since what it shows and asks for may hang on that.
        page.set_viewport_size(NARROWEST)
        page.emulate_media(color_scheme="dark")
        page.reload()
        found += [f"in the dark on the narrowest screen: {fault}" for fault in [*violations(page), *fits(page)]]
        page.close()
        wrong += [f"{address}: {fault}" for fault in found]
    context.close()
    assert not wrong, f"{len(wrong)} findings on {len(addresses[part::PARTS])} pages:\n" + "\n".join(wrong)
