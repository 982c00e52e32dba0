"""A server that is told to stop ends what is under way, and is kept from ending by nobody."""

import signal
import socket
import sqlite3
import threading
import time
import urllib.parse

import pytest

from crash import check
from example import example_service
from program import command
from visiting import example_visitor

UPDATE = "/plans/peer-review-response/actions/1.1/updates"


@pytest.fixture
def served(server, tmp_path):
    service = example_service(tmp_path / "data", server).start()
    yield service, example_visitor(service)
    if service.process.poll() is None:
        service.process.kill()
        service.process.wait()


def ends(service, seconds):
    """It ends well within the time, and its database is whole and closed in order."""
    assert service.process.wait(timeout=seconds) == 0, service.errors()
    assert not [path.name for path in service.folder.glob("*-wal") if path.stat().st_size]
    check(service.folder, service.database)


def test_a_change_that_waits_for_the_database_is_answered_before_the_end(tmp_path):
    service = example_service(tmp_path / "data").start()
    visitor = example_visitor(service)
    other = sqlite3.connect(service.folder / "muster.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answers = []
    asking = threading.Thread(target=lambda: answers.append(visitor.open().post(UPDATE, narrative="Said at the last moment.")))
    asking.start()
    time.sleep(0.5)
    service.process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    assert service.process.poll() is None and not answers
    other.execute("ROLLBACK")
    other.close()
    asking.join(timeout=20)
    assert [answer[0] for answer in answers] == [303]
    ends(service, 20)
    assert "Said at the last moment." in command(service.folder, "plan", "action", "show", "peer-review-response", "1.1").stdout


def test_a_copy_under_way_ends_at_once_and_leaves_nothing(served):
    service, visitor = served
    for number in range(60):
        assert visitor.open().post(UPDATE, narrative=f"Update {number}. " + "Long words. " * 200)[0] == 303
    page = visitor.open().ask("GET", "/copies")[2]
    assert 'action="/copies"' in page
    assert visitor.open().post("/copies")[0] == 303
    service.process.send_signal(signal.SIGTERM)
    ends(service, 20)
    listed = command(service.folder, "backup", "list", "--json", database=service.database).stdout
    # Before the stop was noticed it may have come to its end.
    assert "The server was stopped before it was done." in listed or '"outcome":"kept"' in listed.replace(" ", ""), listed
    kept = '"outcome":"kept"' in listed.replace(" ", "")
    assert len(list((service.folder / "copies").glob("*.sqlite"))) == kept
    assert not list((service.folder / "copies").glob(".*"))


def test_nobody_holds_up_the_end_for_ever(served):
    """One trickles a form, one never reads what it asked for; both are broken off when the time is up."""
    service, visitor = served
    host, port = urllib.parse.urlsplit(service.address).netloc.split(":")
    half = socket.create_connection((host, int(port)))
    half.sendall((f"POST {UPDATE} HTTP/1.1\r\nHost: x\r\nCookie: {visitor.cookie}\r\n"
                  "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ncsrf=").encode())
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect((host, int(port)))
    deaf.sendall((f"GET /plans/peer-review-response HTTP/1.1\r\nHost: x\r\nCookie: {visitor.cookie}\r\n\r\n" * 200).encode())
    time.sleep(0.5)
    begun = time.monotonic()
    service.process.send_signal(signal.SIGTERM)
    ends(service, 40)
    assert time.monotonic() - begun > 10, "they were not given time"
    for one in (half, deaf):
        one.close()
