"""Two servers on one PostgreSQL: what one keeps, the other shows at once, and says so to the pages that are open there."""

import contextlib
import http.client
import time

import pytest

from example import example_service
from program import EXAMPLE, Service, command
from visiting import Visitor, example_visitor

PLAN = "/plans/peer-review-response"


@pytest.fixture
def two(postgres, tmp_path):
    first = example_service(tmp_path / "one", postgres).start()
    url = first.database
    second = Service(tmp_path / "two", url).start()
    visitor = example_visitor(first)
    yield first, second, visitor, Visitor(second.address, visitor.cookie, visitor.csrf).open(), postgres, url
    first.stop()
    second.stop()


@contextlib.contextmanager
def waiting(visitor, scope, since):
    """The stream that an open page waits at."""
    connection = http.client.HTTPConnection(visitor.host, timeout=30)
    connection.request("GET", f"/changes?scope={scope}&since={since}", headers={"Cookie": visitor.cookie})
    response = connection.getresponse()
    yield response
    connection.close()


def told(response):
    """The lines up to the end of the stream."""
    assert response.status == 200 and response.headers["Content-Type"].startswith("text/event-stream")
    return [line.decode().strip() for line in response if line.strip() not in (b"", b":")]


def entries(page):
    return int(page.split('data-since="')[1].split('"')[0])


def update(visitor, words):
    status, _, page = visitor.post(f"{PLAN}/actions/1.1/updates", narrative=words)
    assert status == 303, page


def test_each_shows_what_the_other_keeps_at_once_and_tells_open_pages(two):
    _, _, here, there, *_ = two
    page = there.ask("GET", PLAN)[2]
    assert 'data-scope="plan/1"' in page
    with waiting(there, "plan/1", entries(page)) as stream:
        update(here, "Went to see the shops.")
        assert "Went to see the shops." in there.ask("GET", f"{PLAN}/actions/1.1")[2]
        assert "event: changed" in told(stream)
    # And the other way, by a page that was opened before its server heard.
    with waiting(here, "plan/1", entries(page)) as stream:
        assert "event: changed" in told(stream)


def test_a_command_beside_them_is_heard_too(two, tmp_path):
    _, _, here, _, _, url = two
    with waiting(here, "plan/2", 0) as stream:
        command(tmp_path / "one", "person", "add", "M. Ashworth", database=url)
        command(tmp_path / "one", "plan", "import", EXAMPLE, "--accept-suggestions", database=url)
        assert "event: changed" in told(stream)


def test_changes_are_heard_again_after_the_connection_was_lost(two):
    _, _, here, there, postgres, url = two
    since = entries(there.ask("GET", PLAN)[2])
    with waiting(there, "plan/1", since) as stream:
        postgres.ask(url, "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()")
        update(here, "Written while nobody listened.")
        assert "event: changed" in told(stream)


def test_who_may_wait_and_for_what(two):
    first, _, here, there, *_ = two
    here.ask("GET", "/")
    for path in ["/changes", "/changes?scope=account/1&since=0", "/changes?scope=plan/1", "/changes?scope=plan/1&since=x"]:
        assert here.ask("GET", path)[0] == 404, path
    with waiting(Visitor(first.address, "muster=nobody"), "plan/1", 0) as stream:
        assert stream.status == 303
    with contextlib.ExitStack() as open_pages:
        for _ in range(8):
            stream = open_pages.enter_context(waiting(here, "plan/1", 10**9))
            assert stream.status == 200 and stream.readline().startswith(b"retry")
        with waiting(here, "plan/1", 10**9) as one_too_many:
            assert one_too_many.status == 204
        # One page is closed, and the next to open has its place at once.
        gone = open_pages.enter_context(contextlib.ExitStack())
        pages = [open_pages.enter_context(waiting(there, "plan/1", 10**9)) for _ in range(7)]
        gone.enter_context(waiting(there, "plan/1", 10**9)).readline()
        assert all(page.status == 200 for page in pages)
        gone.close()
        end = time.monotonic() + 3
        while True:
            with waiting(there, "plan/1", 10**9) as next_page:
                if next_page.status == 200 or time.monotonic() > end:
                    assert next_page.status == 200
                    break
            time.sleep(0.05)
        # Signing out and stopping both end what waits; the fixture's stop shows the second.
        assert here.ask("GET", PLAN)[0] == 200
