"""The program itself: how soon it answers, what it holds in memory, how large it is."""

import contextlib
import re
import shutil
import socket
import subprocess
import time

import program
from load import cookie, wrk
from rows import Row

PAGE = "/plans/benchmark"


def measure(context):
    return [start(context), memory(context), *size(context)]


def start(context):
    """From the command to the first answer, on data that is there; the first time, from a cold disk, is left out."""
    folder, database = context.data()
    times = []
    for round in range(2 * context.rounds + 1):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        begun = time.perf_counter()
        process = subprocess.Popen(
            [context.binary, "serve", "--port", str(port), "--data", folder, "--log-level", "error", "--backup-at", "off"],
            env=program.environment(database), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        while not answers(port):
            assert process.poll() is None and time.perf_counter() - begun < 30, "it never answered"
            time.sleep(0.001)
        if round:
            times.append((time.perf_counter() - begun) * 1000)
        process.terminate()
        process.wait(timeout=20)
    return Row("Start to first answer", context.median(times), None, "ms", None, "<= 100", "warm: the sign-in page over HTTP")


def answers(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
        connection.sendall(b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return connection.recv(12) == b"HTTP/1.1 200"
    return False


def memory(context):
    """Resident memory after at least 10,000 plan pages to 64 visitors at once."""
    with context.service() as service:
        visitor = context.sign_in(service.address)
        pages = 0
        while pages < 10_000:
            load = wrk(visitor.address + PAGE, context.seconds, [cookie(visitor)])
            pages += round(load.per_second * context.seconds)
        status = open(f"/proc/{service.process.pid}/status").read()
    resident = int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024
    return Row("Memory after 10,000 plan pages", resident, None, "MiB", None, "<= 100", "resident, with 64 connections open")


def size(context):
    whole = context.binary.stat().st_size / 1e6
    stripped = context.folder / "stripped"
    shutil.copy(context.binary, stripped)
    subprocess.run(["strip", stripped], check=True)
    return [Row("Release build", whole, None, "MB", note=f"{stripped.stat().st_size / 1e6:.1f} MB stripped; Swift’s own libraries are not in it")]
