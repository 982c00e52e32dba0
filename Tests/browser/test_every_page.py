"""What must hold for each page of the example service, whatever it is about."""

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe

from visitor import listen


@pytest.fixture
def walk(chromium, example, member, addresses):
    """Visits each address in a browser of a given kind and gathers what a check says of it."""
    def walk(check, **kind):
        context = chromium.new_context(base_url=example.address, locale="en-GB", storage_state=member, **kind)
        wrong = []
        for address in addresses:
            complaints, page = [], context.new_page()
            listen(page, complaints, expected=[404] if "no-such" in address else [])
            page.goto(address)
            wrong += [f"{address}: {finding}" for finding in [*check(page), *complaints]]
            page.close()
        context.close()
        assert not wrong, f"{len(wrong)} findings on {len(addresses)} pages:\n" + "\n".join(wrong)

    return walk


def axe(page):
    for violation in Axe().run(page).response["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {violation['help']}: {node['html'][:160]}"


def fits(page):
    """Nothing stands out beyond the edge of the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > page.viewport_size["width"]:
        widest = page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            ".slice(0, 3).map(e => e.outerHTML.slice(0, 120))")
        yield f"is {width} pixels wide: {widest}"


def test_there_are_pages(addresses):
    assert len(addresses) >= 15, addresses
    for kind in ("/plans/", "/boards/", "/reviews/", "/documents/"):
        assert any(address.startswith(kind) for address in addresses), addresses


@pytest.mark.timeout(900)
def test_has_no_fault_that_axe_finds(walk):
    walk(axe, viewport={"width": 1280, "height": 900})


@pytest.mark.timeout(900)
def test_has_no_fault_that_axe_finds_in_the_dark_on_the_narrowest_screen(walk):
    walk(lambda page: [*axe(page), *fits(page)], viewport={"width": 320, "height": 800}, color_scheme="dark")


def test_is_strict_html_with_one_heading_and_a_language(chromium, example, member, addresses):
    context = chromium.new_context(base_url=example.address, storage_state=member)
    wrong = []
    for address in addresses:
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        tree = parser.parse(context.request.get(address).text())
        wrong += [f"{address}: line {place[0]}: {code} {about}" for place, code, about in parser.errors]
        if len(list(tree.iter("h1"))) != 1:
            wrong.append(f"{address}: has {len(list(tree.iter('h1')))} first headings")
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        wrong += [f"{address}: the id “{twice}” stands twice" for twice in {one for one in ids if ids.count(one) > 1}]
        pointed = {label.get("for") for label in tree.iter("label") if label.get("for")}
        wrong += [f"{address}: a label points to “{lost}”, which is not there" for lost in pointed - set(ids)]
        if tree.get("lang") != "en-GB":
            wrong.append(f"{address}: does not say that it is British English")
    context.close()
    assert not wrong, "\n".join(wrong)


def test_has_no_script_or_style_of_its_own(chromium, example, member, addresses):
    context = chromium.new_context(base_url=example.address, storage_state=member)
    wrong = []
    for address in addresses:
        answer = context.request.get(address)
        policy = answer.headers.get("content-security-policy", "")
        if "'unsafe-" in policy or "default-src" not in policy:
            wrong.append(f"{address}: its policy is “{policy}”")
        for element in html5lib.parse(answer.text(), namespaceHTMLElements=False).iter():
            inline = element.tag == "style" or (element.tag == "script" and not element.get("src"))
            if inline or any(name == "style" or name.startswith("on") for name in element.keys()):
                wrong.append(f"{address}: <{element.tag}> has script or style of its own")
    context.close()
    assert not wrong, "\n".join(wrong)
