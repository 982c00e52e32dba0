"""A plan of 5,000 rows in Excel, read and kept, against openpyxl reading the same cells."""

import subprocess
import time

import openpyxl
import program
import workbook
from rows import Row

ROWS = 5000


def measure(context):
    folder = context.folder / "import"
    folder.mkdir()
    file = folder / "plan.xlsx"
    cells = workbook.write(file, ROWS)
    theirs, previews, imports = [], [], []
    for turn in range(context.rounds):
        theirs.append(min(timed(lambda: read(file, False)), timed(lambda: read(file, True))))
        previews.append(timed(lambda: run(context, "plan", "preview", file, "--json", data=folder / "nothing")))
        data = folder / f"data-{turn}"
        run(context, "person", "add", "A. Whitfield", data=data)
        imports.append(timed(lambda: run(context, "plan", "import", file, "--accept-suggestions", "--json", data=data)))
    theirs, preview, whole = map(context.median, (theirs, previews, imports))
    beside = f"beside it openpyxl reading the same {cells:,} cells, in the quicker of its two ways"
    return [
        Row(f"Reading a plan of {ROWS:,} rows in Excel", preview, theirs, "s", theirs / preview, ">= 5", f"muster plan preview with its start; {beside}"),
        Row("Importing it", whole, theirs, "s", theirs / whole, ">= 5", "muster plan import with its start: every record and journal entry kept"),
    ]


def read(file, read_only):
    book = openpyxl.load_workbook(file, data_only=True, read_only=read_only)
    return sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))


def timed(deed):
    start = time.perf_counter()
    deed()
    return time.perf_counter() - start


def run(context, *words, data):
    subprocess.run([context.binary, *words, "--data", data], env=program.environment(None), check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
