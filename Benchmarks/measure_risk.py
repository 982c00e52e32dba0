"""A million premises scored by the risk method: the arithmetic alone, against the same in one SQL UPDATE in sqlite3 and in NumPy over the same rows.

All three come to the same scores, row by row, or the measure fails."""

import csv
import json
import os
import pathlib
import sqlite3
import statistics
import subprocess
import time

from rows import Row

ROWS = int(os.environ.get("MUSTER_BENCH_SCORED", "1000000"))
METHOD = json.loads((pathlib.Path(__file__).parents[1] / "Sources/App/Example/risk-harms.json").read_text())
RANGES = {"storeys": ("storeys", 1), "height": ("height", 100), "days-since-audit": ("days", 1)}
ANSWERS = {"type": "type", "sleeping": "sleeping", "compliance": "compliance"}


def hundredths(points):
    return round(float(points) * 100)


def known(fact, answer):
    """An answer as the rows have it."""
    return {"yes": 1, "no": 0}[answer] if fact == "sleeping" else int(answer) if fact == "compliance" else answer


def case(factor):
    """A factor as an expression of SQL, in hundredths of a point by weight."""
    fact, weight = factor["fact"], factor["weight"]
    if fact == "markers":
        return " + ".join(f'"{marker}" * {hundredths(row["points"]) * weight}' for row in factor["rows"] for marker in row["for"])
    unknown = hundredths(factor["unknown"]["points"]) * weight if "unknown" in factor else 0
    if fact in ANSWERS:
        column = ANSWERS[fact]
        arms = [f"WHEN {known(fact, answer)!r} THEN {hundredths(row['points']) * weight}" for row in factor["rows"] for answer in row["for"]]
        return f"COALESCE(CASE {column} {' '.join(arms)} END, {unknown})"
    column, unit = RANGES[fact]
    arms = [f"WHEN {column} < {round(float(row['below']) * unit)} THEN {hundredths(row['points']) * weight}" for row in factor["rows"][:-1]]
    return f"CASE WHEN {column} IS NULL THEN {unknown} {' '.join(arms)} ELSE {hundredths(factor['rows'][-1]['points']) * weight} END"


def by_sql(rows, markers):
    """Seconds for one UPDATE of all rows in a table in memory, and the scores."""
    base = sqlite3.connect(":memory:")
    columns = ", ".join(f'"{marker}" INTEGER' for marker in markers)
    base.execute(f"CREATE TABLE facts (id INTEGER PRIMARY KEY, type TEXT, storeys INTEGER, height INTEGER, sleeping INTEGER, compliance INTEGER, days INTEGER, {columns}, score INTEGER)")
    base.executemany(f"INSERT INTO facts VALUES (NULL, ?, ?, ?, ?, ?, ?, {', '.join('?' * len(markers))}, NULL)", rows)
    base.commit()
    part = lambda wanted: " + ".join(f"({case(factor)})" for factor in METHOD["factors"] if (factor["class"] == "likelihood") == wanted)  # noqa: E731
    statement = f"UPDATE facts SET score = (({part(True)}) * ({part(False)}) + 5000) / 10000"
    start = time.perf_counter()
    base.execute(statement)
    base.commit()
    took = time.perf_counter() - start
    return took, [score for (score,) in base.execute("SELECT score FROM facts ORDER BY id")]


def by_numpy(rows, markers):
    """Seconds for the same over columns that are arrays already, and the scores; nothing where NumPy is not installed."""
    try:
        import numpy
    except ImportError:
        return None
    types = sorted({answer for factor in METHOD["factors"] if factor["fact"] == "type" for row in factor["rows"] for answer in row["for"]})
    place = {name: index for index, name in enumerate(types)}
    raw = list(zip(*rows))
    column = {"type": numpy.array([place[name] for name in raw[0]])}
    for index, name in enumerate(["storeys", "height", "sleeping", "compliance", "days"], start=1):
        column[name] = numpy.array([-1 if value is None else value for value in raw[index]], dtype=numpy.int64)
    for index, marker in enumerate(markers, start=6):
        column[marker] = numpy.array(raw[index], dtype=numpy.int64)

    def points(factor):
        fact, weight = factor["fact"], factor["weight"]
        if fact == "markers":
            return sum(column[marker] * (hundredths(row["points"]) * weight) for row in factor["rows"] for marker in row["for"])
        unknown = hundredths(factor["unknown"]["points"]) * weight if "unknown" in factor else 0
        if fact in ANSWERS:
            # Looked up by the answer; what is not known is -1, the last.
            table = numpy.full(len(types) + 1 if fact == "type" else 7, unknown, dtype=numpy.int64)
            for row in factor["rows"]:
                for answer in row["for"]:
                    table[place[answer] if fact == "type" else known(fact, answer)] = hundredths(row["points"]) * weight
            return table[column[ANSWERS[fact]]]
        name, unit = RANGES[fact]
        bounds = numpy.array([round(float(row["below"]) * unit) for row in factor["rows"][:-1]])
        table = numpy.array([hundredths(row["points"]) * weight for row in factor["rows"]], dtype=numpy.int64)
        return numpy.where(column[name] < 0, unknown, table[numpy.searchsorted(bounds, column[name], side="right")])

    start = time.perf_counter()
    sums = [sum(points(factor) for factor in METHOD["factors"] if (factor["class"] == "likelihood") == wanted) for wanted in (True, False)]
    scores = (sums[0] * sums[1] + 5000) // 10000
    return time.perf_counter() - start, scores.tolist()


def measure(context):
    file = context.folder / "scored.csv"
    command = [context.binary, "example", "risk", "--premises", str(ROWS), "--json"]
    context.progress(f"scoring {ROWS:,} premises")
    subprocess.run([*command, "--file", file], check=True, capture_output=True)
    times = [json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["seconds"] for _ in range(5)]
    with open(file, newline="") as lines:
        reader = csv.reader(lines)
        heading = next(reader)
        markers = heading[6:-2]
        rows, ours = [], []
        for line in reader:
            rows.append([line[0], *(int(value) if value else None for value in line[1:6]), *map(int, line[6:-2])])
            ours.append(int(line[-2]))
    took = statistics.median(times)
    context.progress("the same in sqlite3")
    sql, scores = by_sql(rows, markers)
    assert scores == ours, "sqlite3 comes to other scores"
    found = [Row(
        f"{ROWS:,} premises scored: score, band and next audit", ROWS / took, ROWS / sql, "rows/s", sql / took, ">= 1",
        "the arithmetic alone on one core, over facts in memory; beside it one UPDATE of the score alone, sqlite3 in memory")]
    context.progress("the same in NumPy")
    if (other := by_numpy(rows, markers)) is not None:
        assert other[1] == ours, "NumPy comes to other scores"
        found.append(Row(
            f"{ROWS:,} premises scored, beside NumPy", ROWS / took, ROWS / other[0], "rows/s", other[0] / took, "",
            "beside it the score alone over columns that are arrays already, on one core"))
    return found
