"""The scorecard of forty measures over three years, ten of them worked out from two hundred thousand audits as the page is asked for."""

import datetime
import os
import subprocess
import time

import program
from context import RELEASE
from rows import Row

AUDITS = int(os.environ.get("MUSTER_BENCH_AUDITS", "200000"))
LIMIT = 100


def middle(context, visitor, path, rounds=40):
    """Milliseconds from asking to the last byte, the median of many; the first look is not counted."""
    visitor.get(path)
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        visitor.get(path)
        times.append((time.perf_counter() - start) * 1000)
    return context.median(times)


def measure(context):
    last = datetime.date.today().replace(day=1) - datetime.timedelta(days=1)
    rows = []
    for engine, words in [("sqlite", "SQLite"), ("postgres", "PostgreSQL")]:
        folder = context.folder / f"audits-{engine}"
        folder.mkdir()
        database = None if engine == "sqlite" else context.postgres().database()
        context.progress(f"carrying out {AUDITS:,} audits on {engine}")
        subprocess.run([RELEASE / "benchmark-service", "audits", context.address(folder, database), str(AUDITS)], check=True, stdin=subprocess.DEVNULL)
        service = program.Service(folder, database).start("--backup-at", "off")
        try:
            visitor = context.sign_in(service.address)
            for path, name, limit in [
                (f"/performance?by=month&period={last:%Y-%m}", f"Scorecard of 40 measures over 36 months from {AUDITS:,} audits", LIMIT),
                ("/audits", f"List of {AUDITS:,} audits, a page of 100", None),
                ("/audits?state=completed&sort=next", f"List of {AUDITS:,} audits by their next day", None),
            ]:
                size = len(visitor.get(path))
                rows.append(Row(
                    f"{name} on {words}", middle(context, visitor, path), None, "ms", None, f"<= {LIMIT}" if limit else "", f"page of {size / 1000:.0f} kB, signed in; median of 40 looks, one after the other"))
        finally:
            service.process.terminate()
            service.process.wait(timeout=30)
    return rows
