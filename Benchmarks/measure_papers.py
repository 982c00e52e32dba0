"""A paper on a plan of 500 actions with 5,000 updates: as HTML from the records, and as PDF beside the renderer alone on the same input."""

import contextlib
import http.client
import io
import os
import statistics
import subprocess
import time
import urllib.parse

import pikepdf
from context import ROOT
from program import command
from rows import Row

PRINTER = ROOT / ".printer"
PRINT = ROOT / "Sources/Documents/Assets/print.py"
REFERENCE = "progress"
HTML, PDF = f"/papers/{REFERENCE}/files/html", f"/papers/{REFERENCE}/files/pdf"


def measure(context):
    rows = []
    for engine, words in [("sqlite", "SQLite"), ("postgres", "PostgreSQL")]:
        say = saying(context, engine)
        write_paper(say)
        if engine == "sqlite":
            # Before the changes to the plan that are measured next.
            pdf = printed(context)
        with context.service(engine, size="large") as service:
            reader = Reader(context.sign_in(service.address))
            for path, name, change in [
                (HTML, "Paper as HTML from the records", None),
                (HTML, "The same as the first after a change", lambda: say("plan", "update", "benchmark", "1.1", "--narrative", "Reported once more")),
                (f"/papers/{REFERENCE}", "The page of the paper, with what to do about it", None),
            ]:
                times, page = reader.times(path, 30, change)
                how = ", before each of which an update was recorded, so that all is read from the database" if change \
                    else "; what is recorded is in memory while the journal says nothing new"
                rows.append(Row(
                    f"{name}, {words}", context.median(times) * 1000, None, "ms", aim="" if change else "<= 50",
                    note=f"500 actions, 5,000 updates, {len(page) / 1000:,.0f} kB; the median of 30{how}"))
    return rows + pdf


def saying(context, engine):
    """What runs one command on the large plan."""
    folder, database = context.data(engine, size="large")
    return lambda *words: command(folder, *words, database=database)


def write_paper(say):
    say("board", "begin", "--name", "Performance board", "--oversees", "Performance", "--since", "2020-01-01", "--reference", "performance-board")
    say("paper", "write", "--plan", "benchmark", "--board", "performance-board", "--reference", REFERENCE)


class Reader:
    """Somebody who has signed in and asks over one connection."""

    def __init__(self, visitor):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(visitor.address).netloc, timeout=120)
        self.headers = {"Cookie": visitor.cookie}

    def get(self, path):
        self.connection.request("GET", path, headers=self.headers)
        response = self.connection.getresponse()
        body = response.read()
        assert response.status == 200, f"{path}: {response.status}"
        return body

    def times(self, path, count, before=None):
        """How many seconds each answer took after three that are not counted, and the last.

        - before: what is done before each, and not counted."""
        times = []
        for _ in range(count + 3):
            if before:
                before()
            start = time.perf_counter()
            body = self.get(path)
            times.append(time.perf_counter() - start)
        return times[3:], body


def printed(context):
    """The renderer is given by itself what it was given within the whole, in turn, so that what else the machine does falls on both."""
    folder = context.folder / "printing"
    job = folder / "job"
    whole, alone = [], []
    with contextlib.chdir(recording_printer(folder, job)), context.service(size="large") as service:
        Reader(context.sign_in(service.address)).get(PDF)
    with context.service(size="large") as service:
        reader = Reader(context.sign_in(service.address))
        reader.get(PDF)
        for _ in range(context.rounds):
            start = time.perf_counter()
            file = reader.get(PDF)
            whole.append(time.perf_counter() - start)
            start = time.perf_counter()
            subprocess.run([PRINTER / "bin/python", "-I", "-c", PRINT.read_text()], input=job.read_bytes(), stdout=subprocess.PIPE, check=True)
            alone.append(time.perf_counter() - start)
    pages = len(pikepdf.open(io.BytesIO(file)).pages)
    whole, alone = statistics.median(whole), statistics.median(alone)
    return [Row(
        "Paper as PDF", whole, alone, "s", (whole - alone) / whole, "<= 0.1",
        f"{pages} pages; beside it Typst on the same input in the same process as it is run in; the ratio is our part of the whole")]


def recording_printer(folder, job):
    """A folder to serve from, whose printer is the one here but writes down what it is given."""
    printer = folder / ".printer"
    (printer / "bin").mkdir(parents=True)
    (printer / "fonts").symlink_to(PRINTER / "fonts")
    python = printer / "bin/python"
    python.write_text(f'#!/bin/sh\ntee "{job}" | "{PRINTER}/bin/python" "$@"\n')
    os.chmod(python, 0o755)
    return folder
