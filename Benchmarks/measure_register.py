"""The public register of 100,000 notices, against Datasette with the same table and facets, and against the same bytes from nginx."""

import json
import subprocess
import time
import urllib.request

import program
from datasette import FACETS, database, datasette
from load import Load, nginx, wrk
from rows import Row

NOTICES = 100_000
# Datasette takes seconds for a page; so that each of 64 visitors gets one, it is measured for longer.
PATIENCE = 20


def get(address):
    with urllib.request.urlopen(address, timeout=300) as answer:
        return answer.read()


def measure(context):
    file = context.folder / "register.jsonl"
    context.progress(f"making a register of {NOTICES:,} notices")
    subprocess.run([context.binary, "example", "register", "--notices", str(NOTICES), "--file", file], check=True, capture_output=True)
    service = program.Service(context.folder / "register").begin("--only", "register", "--from", file, "--register-pace", "off", "--log-level", "warning")
    ours = service.wait_for(r"The register is ready at (https?://\S+?)/register$", 120)[1] + "/register"
    try:
        table = get(ours + "/export/notices.csv")
        store = context.folder / "register.db"
        context.progress("making Datasette's table of it")
        database(store, table)
        rows = beside_datasette(context, ours, store, service.process.pid)
        rows += made_anew(context, ours) + beside_nginx(context, ours)
    finally:
        service.process.terminate()
        service.process.wait(timeout=30)
    return rows


def datasette_load(store, path):
    """Under as many visitors as ours; where no page is done within the time, under two, who do not keep each other waiting, which favours it.

    Each time it is started anew: what it was asked before and nobody waits for any more would keep it busy."""
    for connections in [64, 2]:
        with datasette(store) as address:
            get(address + path)
            load = wrk(address + path, PATIENCE, connections=connections)
        if load.per_second > 0:
            return load, connections
    with datasette(store) as address:
        begun = time.monotonic()
        get(address + path)
        taken = time.monotonic() - begun
    return Load(1 / taken, taken * 1000), 1


def beside_datasette(context, ours, store, process):
    key = json.loads(get(ours + "/api/v1/notices?limit=1"))["items"][0]["key"]
    facets = "&".join(f"_facet={name}" for name in FACETS) + "&_facet_array=articles"
    pages = [
        ("Register: filtered list with facets", "?type=prohibition&status=complied", f"?type=prohibition&status=complied&{facets}", ">= 200"),
        ("Register: full-text search with facets", "?words=harbour", f"?_search=harbour&{facets}", ">= 200"),
        ("Register: one entry", f"/{key}", f"/{key}", ""),
        ("Register: JSON page", "/api/v1/notices?limit=50&type=prohibition", ".json?_size=50&type=prohibition", ">= 10"),
    ]
    rows = []
    for name, path, other, aim in pages:
        get(ours + path)
        us = [wrk(ours + path, context.seconds, server=process) for _ in range(context.rounds)]
        them, connections = datasette_load(store, other)
        note = "beside it Datasette 0.65; wrk -t2 -c64 on the same cores" + ("" if connections == 64 else f", Datasette with {connections}: with 64 no page was done in {PATIENCE} s")
        middle = lambda loads, of: context.median([getattr(load, of) for load in loads])  # noqa: E731
        fast, slow = middle(us, "per_second"), them.per_second
        rows.append(Row(name, fast, slow, "pages/s", fast / slow, aim, note))
        late, later = middle(us, "p99"), them.p99
        rows.append(Row(name + ", slowest hundredth", late, later, "ms", late / later, "<= 0.05", "p99 under that load"))
    with datasette(store) as theirs:
        rows.append(whole_csv(context, ours, theirs))
    return rows


def whole_csv(context, ours, theirs):
    """One after the other, since 64 at once would take Datasette an hour."""

    def seconds(address):
        begun = time.monotonic()
        size = len(get(address))
        return time.monotonic() - begun, size

    times = [seconds(ours + "/export/notices.csv") for _ in range(context.rounds)]
    slow, other = seconds(theirs + ".csv?_stream=on&_size=max")
    fast = context.median([time for time, _ in times])
    us, them = times[0][1] / fast / 1e6, other / slow / 1e6
    return Row("Register: whole CSV", us, them, "MB/s", us / them, ">= 5", f"{times[0][1] / 1e6:.0f} MB in {fast:.2f} s, Datasette {slow:.1f} s; one reader")


def made_anew(context, ours):
    """Every request asks for another part of the map, so nothing that was kept serves it."""
    script = context.folder / "boxes.lua"
    script.write_text("""
        local threads = 0
        function setup(thread) thread:set("offset", threads) threads = threads + 1 end
        function request()
            count = (count or 0) + 1
            local west = -2 + offset + (count % 99991) * 0.00001
            return wrk.format("GET", wrk.path .. string.format("?type=prohibition&box=%.5f,50,%.5f,56", west, west + 3))
        end
        """)
    loads = [wrk(ours, context.seconds, script=script) for _ in range(context.rounds)]
    return [Row("Register: list with facets made anew each time", context.median([load.per_second for load in loads]), None, "pages/s",
                note="each request asks for another part of the map, so no kept page serves it")]


def beside_nginx(context, ours):
    rows = []
    for name, path in [("Register: list from memory", "?type=prohibition&status=complied"), ("Register: JSON page from memory", "/api/v1/notices?limit=50&type=prohibition")]:
        page = get(ours + path)
        with nginx(context.folder / f"nginx-register-{len(rows)}", page) as (file, _):
            them = context.median([wrk(file, context.seconds).per_second for _ in range(context.rounds)])
        us = context.median([wrk(ours + path, context.seconds).per_second for _ in range(context.rounds)])
        rows.append(Row(name, us, them, "pages/s", us / them, ">= 0.5", f"beside it nginx with the same {len(page) / 1000:.0f} kB from a file"))
    return rows
