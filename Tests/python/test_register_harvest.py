"""Other services' registers taken over: from one that is well, and from those that are not."""

import contextlib
import http.server
import json
import subprocess
import threading
import time
import urllib.request

import pytest

from program import BINARY, Service, command, environment

PACKAGE = "/register/datapackage.json"


class Hostile(http.server.BaseHTTPRequestHandler):
    """A server that answers each address in its own bad way."""

    def do_GET(self):
        name = self.path.split("/")[1]
        getattr(self, name, self.nothing)()

    def send(self, body, status=200, **headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def package(self, path):
        self.send(json.dumps({"resources": [{"name": "notices-lines", "path": path}]}).encode())

    def nothing(self): self.send(b"no", 404)
    def html(self): self.send(b"<html><body>Under repair</body></html>")
    def elsewhere(self): self.package("http://127.0.0.2/notices.jsonl")
    def file(self): self.package("file:///etc/passwd")
    def jump(self): self.send(b"", 302, Location="file:///etc/passwd")
    def round(self): self.send(b"", 302, Location=self.path)
    def garbage(self): self.package("lines") if self.path.endswith("json") else self.send(b"\x00\xff" * 5000)
    def deep(self): self.send(b"[" * 200_000)

    def huge(self):
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(400):
                self.wfile.write(b"x" * 1_000_000)

    def cut(self):
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"{")

    def log_message(self, *_): pass


@pytest.fixture
def hostile():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def neighbour(tmp_path):
    """Another service's register, by itself."""
    file = tmp_path / "neighbour.jsonl"
    subprocess.run([BINARY, "example", "register", "--notices", "50", "--file", file], env=environment(None), check=True, capture_output=True)
    service = Service(tmp_path / "neighbour").begin("--only", "register", "--from", file, "--service-name", "Westmarch")
    service.address = service.wait_for(r"The register is ready at (https?://\S+?)/register$", 60)[1]
    yield service
    service.process.terminate()
    service.process.wait(timeout=20)


def get(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read().decode()


def harvest(folder, database, *words, code=0):
    said = command(folder, "register", "harvest", *words, "--json", database=database, check=False)
    assert said.returncode == code, said.stdout + said.stderr
    return {one["source"]: one for one in json.loads(said.stdout)}


def test_what_is_well_is_shown_and_what_is_not_harms_nothing(engine, tmp_path, neighbour, hostile):
    folder, database = tmp_path / "data", engine()
    Service(folder, database).start("--empty").stop()

    def add(name, address, *flags):
        command(folder, "register", "source", "add", name, "--package", address, *flags, database=database)

    add("Westmarch", neighbour.address + PACKAGE, "--allow-private")
    # What can be told from the address is refused as it is entered; what its name leads to, when it is asked.
    refused = command(folder, "register", "source", "add", "Told at once", "--package", neighbour.address + PACKAGE, database=database, check=False)
    assert refused.returncode == 1 and "not on the public internet" in refused.stderr
    add("Not allowed", neighbour.address.replace("127.0.0.1", "127.1") + PACKAGE)
    names = ["nothing", "html", "elsewhere", "file", "jump", "round", "garbage", "deep", "huge", "cut"]
    for name in names:
        add(name, f"{hostile}/{name}/package.json", "--allow-private")
    add("Nobody", "http://127.0.0.1:1" + PACKAGE, "--allow-private")
    add("No such name", "https://register.invalid" + PACKAGE)
    begun = time.monotonic()
    outcomes = harvest(folder, database, code=1)
    assert time.monotonic() - begun < 120
    assert outcomes["westmarch"]["entries"] == 50 and "fault" not in outcomes["westmarch"]
    assert all(one.get("fault") for code, one in outcomes.items() if code != "westmarch"), outcomes
    assert "not on the public internet" in outcomes["not-allowed"]["fault"]
    assert "root:" not in json.dumps(outcomes)

    neighbour.process.terminate()
    neighbour.process.wait(timeout=20)
    assert "fault" in harvest(folder, database, "westmarch", code=1)["westmarch"]
    service = Service(folder, database).start()
    try:
        whole = json.loads(get(service.address + "/register/export/notices.json"))
        assert whole["count"] == 50 and {one["source"]["code"] for one in whole["notices"]} == {"westmarch"}
        key = whole["notices"][0]["key"]
        assert key.startswith("westmarch~")
        assert "the register of Westmarch" in get(f"{service.address}/register/{key}")
        assert "Westmarch" in get(service.address + "/register/services")
    finally:
        service.stop()
    command(folder, "register", "source", "remove", "westmarch", database=database)
    listed = json.loads(command(folder, "register", "source", "list", "--json", database=database).stdout)
    assert "westmarch" not in {one["code"] for one in listed} and len(listed) == len(outcomes) - 1
