"""What measures share: the program as it is released, services with data in them, and a place for files."""

import contextlib
import dataclasses
import http.client
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "Tests"))

import program  # noqa: E402
from postgres import Postgres  # noqa: E402

RELEASE = ROOT / ".build/release"
program.BINARY = RELEASE / "muster"
EMAIL, PASSWORD = "bench@northshire.example", "seven quiet herons"


@dataclasses.dataclass
class Visitor:
    """Somebody who has signed in: where, and with which cookie."""

    address: str
    cookie: str

    def get(self, path):
        status, _, body = request(self.address, "GET", path, {"Cookie": self.cookie})
        assert status == 200, f"{path}: {status}"
        return body

    def post(self, path, fields):
        status, _, _ = request(self.address, "POST", path, {"Cookie": self.cookie}, fields)
        assert status == 303, f"{path}: {status}"

    def csrf(self):
        return re.search(rb'name="csrf" value="([^"]+)"', self.get("/account"))[1].decode()


def request(address, method, path, headers, fields=None):
    host = urllib.parse.urlsplit(address).netloc
    connection = http.client.HTTPConnection(host, timeout=60)
    body = None if fields is None else urllib.parse.urlencode(fields)
    if body is not None:
        headers = headers | {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    answer = response.status, response.headers, response.read()
    connection.close()
    return answer


class Context:
    """Lives as long as one run of the benchmarks."""

    def __init__(self, rounds=3, seconds=5):
        self.rounds, self.seconds = rounds, seconds
        self.binary = program.BINARY
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="muster-bench-"))
        self.folder.chmod(0o755)
        self.stack = contextlib.ExitStack()
        self.kept = {}

    def close(self):
        self.stack.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def progress(self, words):
        print(f"… {words}", file=sys.stderr, flush=True)

    def postgres(self):
        """A server of our own, as careful with the disk as one in service."""
        if "postgres" not in self.kept:
            self.kept["postgres"] = self.stack.enter_context(Postgres(fsync=True))
        return self.kept["postgres"]

    def data(self, engine="sqlite", entries=0, size="usual"):
        """A folder and a database address with the benchmarks' service in it; made once a run."""
        key = (engine, entries, size)
        if key not in self.kept:
            folder = self.folder / f"{engine}-{entries}-{size}"
            folder.mkdir()
            database = None if engine == "sqlite" else self.postgres().database()
            self.progress(f"making a service on {engine}" + (f" with {entries:,} entries" if entries else ""))
            subprocess.run(
                [RELEASE / "benchmark-service", "make", self.address(folder, database), size, *([str(entries)] if entries else [])],
                check=True, stdin=subprocess.DEVNULL)
            self.kept[key] = folder, database
        return self.kept[key]

    def address(self, folder, database):
        return database or f"sqlite:{folder}/muster.db"

    @contextlib.contextmanager
    def service(self, engine="sqlite", entries=0, size="usual"):
        """`muster serve` on that data, as it serves people: its log goes to a file. No copy is made beside the measure."""
        folder, database = self.data(engine, entries, size)
        service = program.Service(folder, database).start("--backup-at", "off")
        try:
            yield service
        finally:
            service.process.terminate()
            code = service.process.wait(timeout=30)
            assert code == 0, f"serve ended with {code}:\n{service.errors()}"

    def sign_in(self, address):
        _, headers, body = request(address, "GET", "/sign-in", {})
        fields = {"email": EMAIL, "password": PASSWORD}
        status, headers, _ = request(address, "POST", "/sign-in", {}, fields)
        assert status == 303, f"signing in: {status}"
        cookie = next(value for name, value in headers.items() if name.lower() == "set-cookie" and value.startswith("muster="))
        return Visitor(address, cookie.split(";")[0])

    def median(self, values):
        return statistics.median(values)
