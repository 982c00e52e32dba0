"""wrk, and nginx beside us: the same bytes, from a file, on the same cores."""

import contextlib
import dataclasses
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


UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


def wrk(url, seconds, headers=(), script=None, connections=64):
    words = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "60s"]
    for header in headers:
        words += ["-H", header]
    if script:
        words += ["-s", str(script)]
    said = subprocess.run([*words, url], capture_output=True, text=True, check=True).stdout
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)", said)
    assert not refused, f"{url}: {refused[0]}"
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", said).groups()
    return Load(float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), float(amount) * UNITS[unit])


def cookie(visitor):
    return f"Cookie: {visitor.cookie}"


@contextlib.contextmanager
def nginx(folder: pathlib.Path, page: bytes):
    """nginx with a process for each core, serving one page from a file."""
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
        yield f"http://127.0.0.1:{port}/page.html"
    finally:
        process.terminate()
        process.wait(timeout=10)
