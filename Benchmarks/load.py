"""wrk, and nginx beside us: the same bytes, from a file, on the same cores."""

import contextlib
import dataclasses
import os
import pathlib
import re
import socket
import subprocess
import time


@dataclasses.dataclass
class Load:
    """What wrk saw in one round."""

    per_second: float
    p99: float
    """In milliseconds."""
    processor: float = 0
    """Microseconds of processor time that the server took for each request."""


UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


def processor_seconds(process):
    """What a process and its children have taken so far."""
    children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    ticks = 0
    for number in [process, *children]:
        fields = pathlib.Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def wrk(url, seconds, headers=(), script=None, connections=64, server=None):
    """- server: the process whose processor time is told."""
    words = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "60s"]
    for header in headers:
        words += ["-H", header]
    if script:
        words += ["-s", str(script)]
    before = processor_seconds(server) if server else 0
    said = subprocess.run([*words, url], capture_output=True, text=True, check=True).stdout
    taken = processor_seconds(server) - before if server else 0
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)", said)
    assert not refused, f"{url}: {refused[0]}"
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said).groups()
    count = int(re.search(r"(\d+) requests in", said)[1])
    return Load(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), float(amount) * UNITS[unit], taken / max(1, count) * 1e6)


def cookie(visitor):
    return f"Cookie: {visitor.cookie}"


@contextlib.contextmanager
def nginx(folder: pathlib.Path, page: bytes):
    """nginx with a process for each core, serving one page from a file: its address, and its process."""
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_bytes(page)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(f"""
        worker_processes auto; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
        events {{ worker_connections 1024; }}
        http {{
            access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; default_type text/html;
            server {{ listen 127.0.0.1:{port}; root {folder}; }}
        }}
        """)
    process = subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf"], stdin=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/page.html", process.pid
    finally:
        process.terminate()
        process.wait(timeout=10)
