"""The plan page, signed in: 8 findings, 100 actions and two years of updates, against the same bytes from nginx."""

import datetime

from load import cookie, nginx, wrk
from rows import Row

PAGE = "/plans/benchmark"


def measure(context):
    rows = []
    for engine, words in [("sqlite", "SQLite"), ("postgres", "PostgreSQL")]:
        with context.service(engine) as service:
            visitor = context.sign_in(service.address)
            rows += against_nginx(context, service, visitor, words, engine)
            rows += looking_back(context, visitor, words)
            rows += made_anew(context, visitor, words)
    return rows


def against_nginx(context, service, visitor, words, engine):
    page = visitor.get(PAGE)
    ours, theirs = [], []
    with nginx(context.folder / f"nginx-{engine}", page) as (file, process):
        for _ in range(context.rounds):
            theirs.append(wrk(file, context.seconds, server=process))
            ours.append(wrk(visitor.address + PAGE, context.seconds, [cookie(visitor)], server=service.process.pid))
    middle = lambda loads, of: context.median([getattr(load, of) for load in loads])  # noqa: E731
    us, them = middle(ours, "per_second"), middle(theirs, "per_second")
    return [
        Row(f"Plan page on {words}", us, them, "pages/s", us / them, ">= 0.33",
            f"beside it nginx with the same {len(page) / 1000:.0f} kB from a file; wrk -t2 -c64 on the same cores"),
        Row(f"Plan page on {words}, slowest hundredth", middle(ours, "p99"), middle(theirs, "p99"), "ms", None, "", "p99 under that load"),
        Row(f"Plan page on {words}, processor time", middle(ours, "processor"), middle(theirs, "processor"), "µs", None, "",
            "of the server for a page" + ("; PostgreSQL’s own is not in it" if engine == "postgres" else "")),
    ]


def looking_back(context, visitor, words):
    """What a page a year ago costs, as time: today's pages a second over that day's."""
    past = f"{PAGE}?on={datetime.date.today() - datetime.timedelta(days=365)}"
    visitor.get(past)
    now, then = [], []
    for _ in range(context.rounds):
        now.append(wrk(visitor.address + PAGE, context.seconds, [cookie(visitor)]).per_second)
        then.append(wrk(visitor.address + past, context.seconds, [cookie(visitor)]).per_second)
    now, then = context.median(now), context.median(then)
    return [Row(f"The same a year ago, {words}", then, now, "pages/s", now / then, "<= 2", "ratio is its cost over today’s")]


def made_anew(context, visitor, words):
    """Every request asks for a day that nobody asked for lately, so nothing that was kept serves it."""
    script = context.folder / "days.lua"
    script.write_text("""
        local threads = 0
        function setup(thread) thread:set("offset", threads * 350) threads = threads + 1 end
        function request()
            count = (count or 0) + 1
            local day = os.time() - (offset + count % 350 + 1) * 86400
            return wrk.format("GET", wrk.path .. "?on=" .. os.date("!%Y-%m-%d", day))
        end
        """)
    loads = [wrk(visitor.address + PAGE, context.seconds, [cookie(visitor)], script) for _ in range(context.rounds)]
    return [
        Row(f"Plan page made anew each time, {words}", context.median([load.per_second for load in loads]), None, "pages/s",
            note="each request asks for another of 700 days, so no kept page serves it"),
    ]
