"""The same service by keyboard, without script, on a phone, and for those who may not see it."""

from playwright.sync_api import expect

from visitor import sign_in

FOCUSED = "(e => (e.innerText || e.value || e.getAttribute('aria-label') || '').trim())(document.activeElement)"
# The parts inside a date field are the browser's own, and it marks them itself.
RING = """(e => {
    const s = getComputedStyle(e)
    return s.outlineStyle !== 'none' || s.boxShadow !== 'none' || e.type === 'date'
})(document.activeElement)"""


def tab_to(page, words, most=80):
    """Presses Tab until what has the focus says the words; each stop must show that it has it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(RING), f"“{page.evaluate(FOCUSED)}” does not show that it has the focus"
        if words in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{most} presses of Tab never came to “{words}”")


def test_by_keyboard_alone(browse, example, member):
    page = browse(example, storage_state=member)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to the page"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"

    page.goto("/plans")
    tab_to(page, "Peer review response")
    page.keyboard.press("Enter")
    page.wait_for_url("**/plans/*")
    tab_to(page, "Publish a rota of qualified officers")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actions/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Publish a rota")


def test_without_script(browse, example):
    page = browse(example, java_script_enabled=False)
    sign_in(page, example)
    page.goto("/plans")
    page.get_by_role("main").get_by_role("heading", level=2).get_by_role("link", name="Peer review response").click()

    main = page.get_by_role("main")
    main.get_by_label("Standing", exact=True).select_option("amber")
    main.get_by_role("button", name="Show").click()
    assert "standing=amber" in page.url
    expect(main.get_by_text("Showing")).to_contain_text("of 16")

    page.get_by_label("As on").fill("2025-06-01")
    page.get_by_role("button", name="Go").click()
    assert "on=2025-06-01" in page.url and "standing=amber" in page.url
    expect(page.get_by_text("You are looking back").first).to_contain_text("1 June 2025")


def test_on_a_phone(browse, example, member):
    page = browse(example, storage_state=member, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto("/plans")
    page.get_by_role("main").get_by_role("heading", level=2).get_by_role("link", name="Peer review response").tap()
    link = page.locator("table").get_by_role("link", name="Publish a rota of qualified officers")
    link.scroll_into_view_if_needed()
    expect(link).to_be_visible()
    small = page.evaluate(
        "[...document.querySelectorAll('button, .button, select, input:not([type=hidden])')]"
        ".filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 120))")
    assert not small, f"too small for a finger: {small}"


def test_nobody_reads_a_plan_without_signing_in(browse, untouched, addresses):
    page = browse(untouched, expected=[401, 403, 404])
    for address in addresses:
        if address.startswith(("/plans", "/people", "/accounts", "/work", "/imports")):
            page.goto(address)
            assert "/sign-in" in page.url, f"{address} was shown to a stranger"


def test_a_form_with_an_error_keeps_what_was_typed(browse, example):
    page = browse(example, expected=[401, 422])
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill("nobody@northshire.example")
    page.get_by_label("Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_label("E-mail")).to_have_value("nobody@northshire.example")
    expect(page.get_by_role("alert").or_(page.locator("[aria-invalid=true]")).first).to_be_visible()
