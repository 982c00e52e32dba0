"""Datasette beside us: the same notices in one table of SQLite, with an index for each facet and for words."""

import contextlib
import csv
import io
import json
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request

FACETS = ["type", "status", "premises_type", "area", "year", "extent", "source"]
WORDS = ["reference", "premises", "address", "postcode", "uprn", "persons", "articles", "substance"]


def database(path, table):
    """Writes the bytes of notices.csv as a table named notice."""
    rows = list(csv.reader(io.StringIO(table.decode(), newline="")))
    names = [*rows[0], "year"]
    served, articles = names.index("served"), names.index("articles")
    with contextlib.closing(sqlite3.connect(path)) as store, store:
        columns = ", ".join(f'"{name}" TEXT' + (" PRIMARY KEY" if name == "key" else "") for name in names)
        store.execute(f"CREATE TABLE notice ({columns})")
        for row in rows[1:]:
            # A facet over several values of a row takes a list in JSON.
            row[articles] = json.dumps([code for code in row[articles].split(";") if code])
            store.execute(f"INSERT INTO notice VALUES ({', '.join('?' * len(names))})", [*row, row[served][:4]])
        for name in [*FACETS, "served"]:
            store.execute(f'CREATE INDEX notice_by_{name} ON notice ("{name}")')
        listed = ", ".join(f'"{name}"' for name in WORDS)
        store.execute(f'CREATE VIRTUAL TABLE notice_fts USING fts5({listed}, content="notice")')
        store.execute(f"INSERT INTO notice_fts (rowid, {listed}) SELECT rowid, {listed} FROM notice")
        store.execute("ANALYZE")


@contextlib.contextmanager
def datasette(path):
    """Its address while it runs, with time enough to count every facet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "datasette", "serve", path, "--port", str(port), "--setting", "suggest_facets", "0"]
    for name, value in [("default_page_size", 25), ("facet_time_limit_ms", 10_000), ("sql_time_limit_ms", 20_000), ("max_returned_rows", 1000)]:
        words += ["--setting", name, str(value)]
    process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            with contextlib.suppress(OSError), urllib.request.urlopen(address + "/-/versions.json", timeout=5):
                break
            time.sleep(0.1)
        yield f"{address}/{path.stem}/notice"
    finally:
        process.terminate()
        process.wait(timeout=20)
