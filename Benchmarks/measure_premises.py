"""A million premises taken from a CSV file, against `sqlite3 .import` of the same rows into the same table with the same indexes; and
found again as somebody types, on both engines."""

import csv
import http.client
import os
import random
import sqlite3
import subprocess
import time
import urllib.parse

import program
from rows import Row

ROWS = int(os.environ.get("MUSTER_BENCH_PREMISES", "1000000"))
FIRST = ("Harbour Quay Mill Castle Station Church Victoria Albert Market Bridge Green Park Queen King George Abbey Priory Manor Grange "
         "Orchard Meadow River Lake Hill Forest Oak Ash Elm Beech Cedar Maple Willow Rose Crown Anchor Swan Lion Bell Plough").split()
KIND = ("House Court Lodge Hall Works Centre Hotel Inn School Surgery Stores Flats Mansions Tower Villas Cottage Farm Barn Factory "
        "Warehouse Office Studio Gallery Library Chapel Hospital Hostel Arms").split()
STREET = "Street Road Lane Avenue Close Drive Way Crescent Gardens Square".split()
TOWN = "Norwich Ipswich Colchester Chelmsford Harwich Cromer Diss Thetford Yarmouth Lowestoft Braintree Clacton Maldon".split()
NAMES = [a + b for a in "Al Bar Car Den Ed Far Gar Har Ing Jes Kir Lang Mar Nor Os Pem Quin Rad Sut Tan Un Ver Whit Yar Zet".split()
         for b in "well ton ford ham by field bury stead worth ley combe dale mere wick thorpe".split()]
TYPES = ("hospital care-home hmo purpose-built-flats hostel hotel converted-flats other-sleeping further-education public-building "
         "licensed school shop other-public factory office other-workplace").split()


def generate(file):
    """The same rows every time."""
    dice = random.Random(5)
    pick = dice.choice
    with open(file, "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow("reference uprn name address town postcode area easting northing type storeys".split())
        for number in range(ROWS):
            inward = f"{dice.randrange(1, 10)}{pick('ABDEFGHJLNPQRSTUWXYZ')}{pick('ABDEFGHJLNPQRSTUWXYZ')}"
            writer.writerow([
                f"P{number + 1:07d}", 10090000000 + dice.randrange(10**9), f"{pick(NAMES)} {pick(FIRST)} {pick(KIND)}",
                f"{dice.randrange(1, 300)} {pick(FIRST)} {pick(STREET)}", pick(TOWN), f"{pick(['NR', 'IP', 'CO', 'CM'])}{dice.randrange(1, 30)} {inward}",
                f"E0700{dice.randrange(10, 99)}", dice.randrange(540000, 650000), dice.randrange(200000, 340000), pick(TYPES), dice.randrange(1, 9)])


def keystrokes():
    """What is in the box after each key that somebody presses, for sixty premises that are looked for in several ways."""
    dice = random.Random(7)
    wanted = []
    for _ in range(12):
        wanted += [
            f"{dice.choice(NAMES)} {dice.choice(FIRST)} {dice.choice(KIND)}", f"{dice.randrange(1, 300)} {dice.choice(FIRST)} {dice.choice(STREET)}",
            f"{dice.choice(['NR', 'IP', 'CO', 'CM'])}{dice.randrange(1, 30)} {dice.randrange(1, 10)}AB", f"1009{dice.randrange(10**7, 10**8 - 1)}",
            f"P{dice.randrange(1, ROWS):07d}"]
    return [text[:length] for text in wanted for length in range(1, len(text) + 1)]


def measured(*words, database):
    """Runs a command to its end: how long, and the most memory it had, in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen([program.BINARY, *map(str, words)], env=program.environment(database), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, f"{words}: {status}"
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def beside(context, folder, imported):
    """`sqlite3 .import` of the rows as they stand in the table, into the same table with all that belongs to it.

    It takes nothing for an empty text, which the table's checks refuse: they are off, which favours it."""
    rows, file = folder / "rows.csv", folder / "beside.db"
    source = sqlite3.connect(imported)
    schema = source.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND (tbl_name = 'premises' OR name = 'premises_words') ORDER BY rowid").fetchall()
    with open(rows, "w", newline="") as out:
        csv.writer(out).writerows(source.execute("SELECT * FROM premises"))
    source.close()
    target = sqlite3.connect(file)
    target.execute("PRAGMA journal_mode = WAL")
    for (statement,) in schema:
        target.execute(statement)
    target.execute("INSERT INTO premises_words (premises_words, rank) VALUES ('hashsize', 16777216)")
    target.commit()
    target.close()
    start = time.perf_counter()
    subprocess.run(
        ["sqlite3", file, "-cmd", "PRAGMA cache_size = -65536", "-cmd", "PRAGMA ignore_check_constraints = ON", "-cmd", ".mode csv", f".import {rows} premises"], check=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - start
    count = sqlite3.connect(file).execute("SELECT COUNT(*) FROM premises").fetchone()[0]
    assert count == ROWS, count
    rows.unlink()
    return took


def typing(context, service):
    """How long each key takes to be answered, by a browser that keeps its connection, in ms."""
    visitor = context.sign_in(service.address)
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(service.address).netloc, timeout=60)
    times = []
    for turn in range(2):
        for typed in keystrokes():
            start = time.perf_counter()
            connection.request("GET", "/premises/search?" + urllib.parse.urlencode({"words": typed}), headers={"Cookie": visitor.cookie})
            response = connection.getresponse()
            response.read()
            assert response.status == 200, f"{typed}: {response.status}"
            if turn == 1:
                times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return times[len(times) // 2], times[len(times) * 99 // 100]


def measure(context):
    folder = context.folder / "premises"
    folder.mkdir()
    file, found = folder / "premises.csv", []
    context.progress(f"writing {ROWS:,} premises")
    generate(file)
    for engine in ("sqlite", "postgres"):
        home, database = context.data(engine, size="usual")
        context.progress(f"taking them on {engine}")
        took, memory = measured("premises", "import", file, "--data", home, database=database)
        if engine == "sqlite":
            context.progress("the same by sqlite3 .import")
            theirs = beside(context, folder, home / "muster.db")
            found.append(Row(
                f"{ROWS:,} premises from CSV on SQLite", ROWS / took, ROWS / theirs, "rows/s", theirs / took, ">= 0.5",
                "the command with its start: read, checked, converted from the national grid, proven by a tree; beside it sqlite3 .import of finished rows, the "
                "same table, indexes and full text"))
        else:
            found.append(Row(f"{ROWS:,} premises from CSV on PostgreSQL", ROWS / took, None, "rows/s"))
        found.append(Row(f"Memory of that import on {engine}, at its peak", memory, None, "MiB", None, "<= 200", "the program's own; PostgreSQL has its own besides"))
        context.progress(f"typing on {engine}")
        with context.service(engine) as service:
            middle, late = typing(context, service)
        found.append(Row(f"A key of the search over them on {engine}, middle", middle, None, "ms", None, "", "a page's request to its answer, on one connection"))
        found.append(Row(f"A key of the search over them on {engine}, p99", late, None, "ms", None, "<= 20"))
    return found
