import contextlib
import json
import os

import pytest
from playwright.sync_api import sync_playwright

from example import example_service, once
from site_map import representatives, site_map
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


def signed_in(chromium, service):
    """What a browser keeps of someone who is signed in to an example service."""
    context = chromium.new_context(base_url=service.address)
    sign_in(context.new_page(), service)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="session")
def member(chromium, example):
    return signed_in(chromium, example)


@pytest.fixture(scope="session")
def untouched(tmp_path_factory):
    """An example service that nobody changes, so that every worker's has the same pages."""
    service = example_service(tmp_path_factory.mktemp("untouched") / "data").start()
    yield service
    service.stop()


@pytest.fixture(scope="session")
def onlooker(chromium, untouched):
    return signed_in(chromium, untouched)


@pytest.fixture(scope="session")
def addresses(chromium, untouched, onlooker):
    """Addresses of every kind of page that the example service has, as one worker found them for all."""
    def crawl(place):
        context = chromium.new_context(base_url=untouched.address, storage_state=onlooker)
        place.write_text(json.dumps(site_map(context.request)))
        context.close()

    found = json.loads(once("site-map", crawl).read_text())
    # One page stands for those of its kind, but for the long run.
    return found if os.environ.get("MUSTER_EVERY_PAGE") else representatives(found)
