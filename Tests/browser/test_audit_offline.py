"""An officer fills an audit in on a tablet while the line is away, and nothing is lost or doubled when it returns."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def tablet(chromium, example, member):
    """A browser whose line a test may take away: what it says of that on its console is no fault, a script's own error is."""
    faults = []
    context = chromium.new_context(base_url=example.address, storage_state=member, locale="en-GB", timezone_id="Europe/London", viewport={"width": 820, "height": 1180})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: "Content Security" in message.text and faults.append(message.text))
    yield page
    context.close()
    assert not faults, faults


def fill(page, found):
    page.fill("#found-14", found)
    page.locator("#level-14-4").check()


def saved(page):
    page.wait_for_selector('.kept[data-standing="there"]', timeout=20_000)


@pytest.fixture
def sheet(tablet):
    """The working form of an audit that was planned for it."""
    tablet.goto("/audits/new?premises=NS100012")
    tablet.fill("#officer", "R. Okafor")
    tablet.select_option("#band", "low")
    tablet.get_by_role("button", name="Plan it").click()
    tablet.wait_for_url(re.compile(r"/audits/A-"))
    reference = re.search(r"A-\d{4}-\d{4}", tablet.url).group()
    tablet.goto(f"/audits/{reference}/sheet")
    return reference


def changes(page, reference):
    """How many entries the journal has of it."""
    page.goto(f"/audits/{reference}/history")
    return page.locator(".history > li").count()


def test_what_is_typed_without_a_line_is_sent_once_when_it_returns(tablet, sheet):
    page = tablet
    page.context.set_offline(True)
    fill(page, "Bins on the stairs")
    page.wait_for_selector('.kept[data-standing="here"]')
    expect(page.locator(".kept")).to_contain_text("no line", timeout=20_000)
    page.fill("#found-14", "Bins and a bicycle on the stairs")
    page.context.set_offline(False)
    saved(page)
    assert page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('muster-sheet')).length") == 0
    page.goto(f"/audits/{sheet}")
    assert "Bins and a bicycle on the stairs" in page.content()
    # Planned, begun with what was not answered, and filled in with what came after it: nothing more.
    assert changes(page, sheet) == 3


def test_an_answer_that_was_lost_doubles_nothing(tablet, sheet):
    page = tablet
    lost = []

    def swallow(route):
        if lost:
            route.continue_()
            return
        # It arrives and is saved there; the answer never comes back.
        lost.append(route.fetch().status)
        route.abort()

    page.route("**/saving", swallow)
    fill(page, "Bins on the stairs")
    expect(page.locator(".kept")).to_contain_text("no line", timeout=20_000)
    assert lost == [200]
    page.fill("#found-14", "Bins on both stairs")
    saved(page)
    assert changes(page, sheet) == 3
    page.goto(f"/audits/{sheet}")
    assert "Bins on both stairs" in page.content()


def test_what_was_typed_is_there_again_when_the_page_is_opened_anew(tablet, sheet):
    page = tablet
    page.route("**/saving", lambda route: route.abort())
    fill(page, "Typed before the battery died")
    page.wait_for_selector('.kept[data-standing="here"]')
    page.once("dialog", lambda dialog: dialog.accept())
    page.unroute("**/saving")
    page.goto(f"/audits/{sheet}/sheet")
    assert page.input_value("#found-14") == "Typed before the battery died"
    saved(page)


def test_somebody_elses_change_is_not_overwritten(tablet, sheet):
    page = tablet
    page.context.set_offline(True)
    fill(page, "Mine")
    page.wait_for_selector('.kept[data-standing="here"]')
    # Meanwhile another device saves.
    page.context.set_offline(False)
    page.route("**/saving", lambda route: route.abort())
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("localStorage.clear()")
    other.goto(page.url)
    other.fill("#notes", "Theirs")
    other.wait_for_selector('.kept[data-standing="there"]', timeout=20_000)
    other.close()
    page.unroute("**/saving")
    page.fill("#found-14", "Mine still")
    page.wait_for_selector('.kept[data-standing="conflict"]', timeout=20_000)
    assert "Somebody else saved this audit" in page.locator(".kept").inner_text()
    page.get_by_role("button", name="Look at theirs").click()
    page.wait_for_load_state()
    assert page.input_value("#notes") == "Theirs"


def test_what_was_typed_over_an_older_version_is_not_saved_in_silence_when_the_page_is_opened_anew(tablet, sheet):
    page = tablet
    page.route("**/saving", lambda route: route.abort())
    fill(page, "Mine")
    page.wait_for_selector('.kept[data-standing="here"]')
    kept = page.evaluate("Object.entries(localStorage).filter(([name]) => name.startsWith('muster-sheet'))")
    assert len(kept) == 1
    page.evaluate("localStorage.clear()")
    page.once("dialog", lambda dialog: dialog.accept())
    page.unroute("**/saving")
    page.goto(f"/audits/{sheet}/sheet")
    page.fill("#notes", "Theirs")
    saved(page)
    # The tablet on which the first was typed is opened again, and more is typed before anything is sent.
    page.evaluate("([[name, value]]) => localStorage.setItem(name, value)", kept)
    page.route("**/saving", lambda route: route.abort())
    page.goto(f"/audits/{sheet}/sheet")
    assert page.input_value("#found-14") == "Mine"
    page.fill("#found-14", "Mine, and more")
    page.unroute("**/saving")
    page.fill("#found-14", "Mine, and more still")
    page.wait_for_selector('.kept[data-standing="conflict"]', timeout=30_000)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Look at theirs").click()
    page.wait_for_load_state()
    assert page.input_value("#notes") == "Theirs"


def test_signing_out_leaves_nothing_typed_behind(tablet, sheet):
    page = tablet
    page.route("**/saving", lambda route: route.abort())
    # The session is shared with other tests, so nobody is signed out in earnest.
    page.route("**/sign-out", lambda route: route.fulfill(status=204))
    fill(page, "Between us")
    page.wait_for_selector('.kept[data-standing="here"]')
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Sign out").click()
    assert "not saved there" in asked[0]
    assert page.evaluate("Object.keys(localStorage).length") == 1
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_timeout(500)
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_the_working_form_needs_no_script(tablet, chromium, sheet):
    context = chromium.new_context(java_script_enabled=False, storage_state=tablet.context.storage_state())
    page = context.new_page()
    page.goto(tablet.url)
    page.fill("#notes", "By hand")
    page.get_by_role("button", name="Save").click()
    assert "What you filled in was saved." in page.content()
    assert "By hand" in page.content()
    context.close()
