"""What stands in the program's way from outside is said in a sentence, loses nothing, and is over when its cause is."""

import contextlib
import itertools
import json
import os
import shutil
import sqlite3
import subprocess
import time

import pytest

from crash import check
from example import example_service
from program import command
from visiting import example_visitor

ACTION = "/plans/peer-review-response/actions/1.1"
AGAIN = "Went round the shops & measured <all> of it."

needs_root = pytest.mark.skipif(os.getuid() != 0, reason="only root may make a small disk, or be somebody else")


def update(visitor, words=AGAIN):
    return visitor.open().post(f"{ACTION}/updates", narrative=words)


def refused(visitor, sentence, words=AGAIN):
    """The form comes back with its words, as a page that says what is wrong and that waiting helps."""
    status, headers, page = update(visitor, words)
    assert status == 503, (status, page)
    assert int(headers["Retry-After"]) > 0
    assert sentence in page, page
    assert words[:20] in page
    return page


def recovers(visitor, seconds=20):
    """With the cause gone the same form is taken, with no restart."""
    end = time.monotonic() + seconds
    while (answer := update(visitor, "Taken at last."))[0] != 303:
        assert time.monotonic() < end, answer[2]
        time.sleep(0.1)
    assert "Taken at last." in visitor.open().ask("GET", ACTION)[2]


@pytest.fixture
def served(tmp_path):
    service = example_service(tmp_path / "data").start()
    yield service, example_visitor(service)
    service.stop()
    check(service.folder)


@contextlib.contextmanager
def small_disk(folder, size):
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=777", "muster-test", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def open_to_others(folder):
    """Lets somebody who is not root come to a folder of pytest's, which are for their owner alone."""
    for closed in (folder, *itertools.takewhile(lambda parent: parent.name.startswith(("pytest-", "popen-")), folder.parents)):
        closed.chmod(0o755)


def fill(folder):
    """Leaves not one page of the disk free."""
    path = folder / "filler"
    with open(path, "wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"\0" * 4096):
            pass
    return path


@needs_root
def test_a_full_disk_under_sqlite(tmp_path):
    with small_disk(tmp_path / "disk", "96m") as disk:
        service = example_service(disk / "data").start()
        visitor = example_visitor(service)
        filler = fill(disk)
        # The log of writes has room of its own until it is full, for a short update longer than for a long one.
        for words in (AGAIN * 150, AGAIN):
            for _ in range(600):
                status, _, page = update(visitor, words)
                if status != 303:
                    break
            assert status == 503
        refused(visitor, "disk that holds the database is full")
        assert visitor.open().ask("GET", ACTION)[0] == 200
        said = command(service.folder, "person", "add", "M. Ashworth", check=False)
        assert (said.returncode, len(said.stderr.splitlines())) == (3, 1), said.stderr
        assert "full" in said.stderr
        filler.unlink()
        recovers(visitor)
        service.stop()
        check(service.folder)


@needs_root
def test_a_full_disk_under_postgresql(postgres, tmp_path):
    with small_disk(tmp_path / "disk", "96m") as disk:
        open_to_others(tmp_path)
        (disk / "space").mkdir()
        shutil.chown(disk / "space", "postgres", "postgres")
        service = example_service(tmp_path / "data", postgres)
        url = service.database
        name = url.split("@/")[1].split("?")[0]
        postgres.ask(url.replace(f"/{name}?", "/postgres?"), f"CREATE TABLESPACE small LOCATION '{disk}/space'")
        postgres.ask(url.replace(f"/{name}?", "/postgres?"), f"ALTER DATABASE {name} SET TABLESPACE small")
        service.start()
        visitor = example_visitor(service)
        filler = fill(disk)
        for number in range(60):
            # Words that can't be made shorter.
            status, _, page = update(visitor, os.urandom(3900).hex())
            if status != 303:
                break
        assert status == 503, number
        assert "disk that holds the database is full" in page
        filler.unlink()
        recovers(visitor)
        service.stop()
        check(service.folder, url)
        postgres.ask(url.replace(f"/{name}?", "/postgres?"), f"ALTER DATABASE {name} SET TABLESPACE pg_default")
        postgres.ask(url.replace(f"/{name}?", "/postgres?"), "DROP TABLESPACE small")


def test_a_database_that_another_process_holds(served):
    service, visitor = served
    other = sqlite3.connect(service.folder / "muster.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert visitor.open().ask("GET", ACTION)[0] == 200
        refused(visitor, "busy with another change")
        said = command(service.folder, "person", "add", "M. Ashworth", check=False)
        assert (said.returncode, len(said.stderr.splitlines())) == (1, 1), said.stderr
    finally:
        other.execute("ROLLBACK")
        other.close()
    recovers(visitor)


def test_a_lock_held_in_postgresql(postgres, tmp_path):
    service = example_service(tmp_path / "data", postgres).start()
    url = service.database
    visitor = example_visitor(service)
    holder = subprocess.Popen(["psql", url, "-XAt"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    holder.stdin.write("SELECT pg_advisory_lock(7815696117), 'held';\n")
    holder.stdin.flush()
    assert holder.stdout.readline().endswith("held\n")
    refused(visitor, "busy with another change")
    holder.stdin.close()
    holder.wait()
    recovers(visitor)
    service.stop()


@needs_root
def test_a_folder_that_may_only_be_read(tmp_path):
    open_to_others(tmp_path)
    data = tmp_path / "data"
    example_service(data)
    subprocess.run(["chown", "-R", "nobody", data], check=True)
    nobody = ["setpriv", "--reuid=nobody", "--clear-groups"]
    data.chmod(0o500)
    (data / "muster.db").chmod(0o400)
    before = (data / "muster.db").read_bytes()
    for words in (["serve", "--port", "0"], ["plan", "list"]):
        said = command(data, *words, check=False, through=nobody)
        assert (said.returncode, len(said.stderr.splitlines())) == (1, 1), said.stderr
        assert "could not be opened" in said.stderr
    assert (data / "muster.db").read_bytes() == before
    data.chmod(0o700)
    (data / "muster.db").chmod(0o600)
    assert command(data, "plan", "list", through=nobody).returncode == 0


def test_a_database_that_may_only_be_read_for_a_while(postgres, tmp_path):
    service = example_service(tmp_path / "data", postgres).start()
    url = service.database
    name = url.split("@/")[1].split("?")[0]
    visitor = example_visitor(service)
    postgres.ask(url, f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    drop_connections(postgres, url)
    refused(visitor, "may be read but not written to")
    writing = url + "&options=-c%20default_transaction_read_only%3Doff"
    postgres.ask(writing, f"ALTER DATABASE {name} RESET default_transaction_read_only")
    drop_connections(postgres, url)
    recovers(visitor)
    service.stop()


def drop_connections(postgres, url):
    postgres.ask(url, "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()")


def test_lost_connections_are_not_noticed(postgres, tmp_path):
    service = example_service(tmp_path / "data", postgres).start()
    url = service.database
    visitor = example_visitor(service)
    for number in range(3):
        drop_connections(postgres, url)
        assert visitor.open().ask("GET", ACTION)[0] == 200
        drop_connections(postgres, url)
        assert update(visitor, f"After loss {number}.")[0] == 303
    service.stop()


def test_a_postgresql_that_is_stopped_and_started(postgres, tmp_path):
    service = example_service(tmp_path / "data", postgres).start()
    url, visitor = service.database, example_visitor(service)
    postgres.stop()
    try:
        page = refused(visitor, "can’t be reached just now")
        assert 'action="/plans/peer-review-response/actions/1.1/updates"' in page and "Send it again" in page
        assert "&amp; measured &lt;all&gt;" in page and visitor.csrf in page
        # No password is given back.
        page = visitor.open().post("/sign-in", email="a@b.example", password="three small otters")[2]
        assert "can’t be reached" in page and "otters" not in page
        visitor.connection.request("GET", "/plans", headers={"Cookie": visitor.cookie, "Accept": "application/json"})
        answer = visitor.connection.getresponse()
        assert (answer.status, answer.headers["Content-Type"]) == (503, "application/problem+json")
        assert json.loads(answer.read())["type"] == "/problems/database-away"
        said = command(tmp_path / "data", "plan", "list", database=url, check=False)
        assert (said.returncode, len(said.stderr.splitlines())) == (1, 1), said.stderr
    finally:
        postgres.start()
    recovers(visitor)
    service.stop()
