"""A plan as it was known a year ago, out of a journal of a million entries."""

import subprocess

from context import RELEASE
from rows import Row

ENTRIES, READINGS = 1_000_000, 50


def measure(context):
    rows = []
    for engine, words in [("sqlite", "SQLite"), ("postgres", "PostgreSQL")]:
        short, long = (median(context, engine, entries) for entries in (0, ENTRIES))
        rows.append(Row(
            f"Plan as known a year ago, of {ENTRIES:,} entries, {words}", long, short, "ms", aim="<= 20",
            note=f"the median of {READINGS} readings of 100 actions and what was said of them; beside it with the plan’s own entries alone"))
    return rows


def median(context, engine, entries):
    database = context.address(*context.data(engine, entries))
    said = subprocess.run([RELEASE / "benchmark-service", "known", database, str(READINGS)], stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return context.median([float(line) for line in said.stdout.split()])
