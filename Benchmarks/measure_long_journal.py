"""The plan page when the journal is long: a million entries must change neither today's page nor an earlier day's."""

import datetime

from load import cookie, wrk
from rows import Row

PAGE = "/plans/benchmark"
ENTRIES = 1_000_000


def measure(context):
    past = f"{PAGE}?on={datetime.date.today() - datetime.timedelta(days=365)}"
    rows = []
    with context.service() as short, context.service(entries=ENTRIES) as long:
        visitors = context.sign_in(short.address), context.sign_in(long.address)
        for path, words in [(PAGE, "today"), (past, "a year ago")]:
            # The two in turn, so that what else the machine does falls on both.
            loads = [[], []]
            for _ in range(context.rounds):
                for visitor, seen in zip(visitors, loads):
                    seen.append(wrk(visitor.address + path, context.seconds, [cookie(visitor)]).per_second)
            few, many = (context.median(seen) for seen in loads)
            rows.append(Row(
                f"Plan page {words} with {ENTRIES:,} entries", many, few, "pages/s", many / few, ">= 0.9",
                "beside it the same page with the plan’s own entries alone"))
    return rows
