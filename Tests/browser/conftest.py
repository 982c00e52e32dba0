import contextlib

import pytest
from playwright.sync_api import sync_playwright

from site_map import site_map
from visitor import listen, sign_in


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium):
    """Opens pages as a browser of a given kind, and fails the test for whatever the browser complains of."""
    complaints = []
    with contextlib.ExitStack() as stack:
        def open_page(service, expected=(), **kind):
            context = chromium.new_context(base_url=service.address, locale="en-GB", timezone_id="Europe/London", **kind)
            stack.callback(context.close)
            context.set_default_timeout(10_000)
            page = context.new_page()
            listen(page, complaints, expected)
            return page

        yield open_page
    assert not complaints, "the browser complained:\n" + "\n".join(complaints)


@pytest.fixture(scope="session")
def member(chromium, example):
    """What a browser keeps of someone who is signed in to the example service."""
    context = chromium.new_context(base_url=example.address)
    sign_in(context.new_page(), example)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def addresses(chromium, example, member):
    """One address of every kind of page that the example service has."""
    context = chromium.new_context(base_url=example.address, storage_state=member)
    yield site_map(context.request)
    context.close()
