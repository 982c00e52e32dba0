"""Runs the measures and prints their table: `make bench`, `make bench ONLY=pages`, `make bench README=1`.

A measure is a file `measure_NAME.py` with `def measure(context) -> list[Row]`.
"""

import argparse
import importlib
import pathlib
import sys

from context import ROOT, Context
from machine import shape
from rows import HEADING

BEGIN, END = "<!-- figures: make bench README=1 -->", "<!-- /figures -->"


def measures(only):
    names = sorted(path.stem.removeprefix("measure_") for path in pathlib.Path(__file__).parent.glob("measure_*.py"))
    wanted = [name for name in only.split(",") if name] or names
    unknown = set(wanted) - set(names)
    if unknown:
        sys.exit(f"There is no measure “{', '.join(sorted(unknown))}”. There are {', '.join(names)}.")
    return wanted


def table(rows):
    cells = [HEADING, *(row.cells() for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(HEADING) - 1)]
    return "\n".join("  ".join([*(cell.ljust(width) for cell, width in zip(line, widths)), line[-1]]).rstrip() for line in cells)


def markdown(rows, machine):
    lines = ["| " + " | ".join(HEADING) + " |", "|---|--:|--:|--:|---|---|"]
    lines += ["| " + " | ".join(row.cells()) + " |" for row in rows]
    lines += ["", *(f"- {name}: {words}" for name, words in machine.items())]
    return "\n".join(lines)


def write_readme(text):
    file = ROOT / "README.md"
    old = file.read_text()
    before, rest = old.split(BEGIN)
    file.write_text(before + BEGIN + "\n\n" + text + "\n\n" + END + rest.split(END)[1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="names of measures, joined by commas")
    parser.add_argument("--readme", action="store_true", help="write the table into the README as well")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5, help="how long a round is")
    options = parser.parse_args()
    machine = shape(ROOT)
    context, rows = Context(options.rounds, options.seconds), []
    try:
        for name in measures(options.only):
            context.progress(name)
            measured = importlib.import_module(f"measure_{name}").measure(context)
            # Told at once too, so that a measure that fails later takes none of these along.
            print(table(measured), file=sys.stderr, flush=True)
            rows += measured
    finally:
        context.close()
    print(table(rows) + "\n")
    for name, words in machine.items():
        print(f"{name}: {words}")
    if options.readme:
        write_readme(markdown(rows, machine))


main()
