"""The service behind nginx, as docs/operations.md says to run it: the document's own configuration, a certificate of its own."""

import http.client
import os
import re
import secrets
import socket
import ssl
import subprocess
import time
import urllib.parse

import pytest

from program import EXAMPLE, ROOT, Service
from visiting import Visitor

HOST = "muster.northshire.example"
PASSWORD = "lantern meadow copper tide"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Nginx:
    """nginx in front of a port, with what the document shows."""

    def __init__(self, folder, port):
        self.folder, self.plain, self.tls = folder, free_port(), free_port()
        text = re.search(r"```nginx\n(.*?)```", (ROOT / "docs/operations.md").read_text(), re.DOTALL)[1]
        for written, here in [
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"), ("listen 443 ssl http2;", f"listen 127.0.0.1:{self.tls} ssl http2;"),
            ("/etc/ssl/certs/muster.pem", f"{folder}/muster.pem"), ("/etc/ssl/private/muster.key", f"{folder}/muster.key"),
            ("http://127.0.0.1:8080", f"http://127.0.0.1:{port}"),
        ]:
            assert written in text, f"docs/operations.md says nothing of {written}"
            text = text.replace(written, here)
        (folder / "site.conf").write_text(text)
        places = "".join(f"{kind}_temp_path {folder}/{kind}; " for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
        (folder / "nginx.conf").write_text(
            f"{'user root;' if os.getuid() == 0 else ''} daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} "
            f"http {{ access_log off; {places} include {folder}/site.conf; }}")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
             "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", folder / "muster.key", "-out", folder / "muster.pem"],
            check=True, capture_output=True)

    def __enter__(self):
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-c", self.folder / "nginx.conf", "-e", self.folder / "error.log"])
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.tls), timeout=1).close()
                return self
            except OSError:
                assert self.process.poll() is None, (self.folder / "error.log").read_text()
                time.sleep(0.05)
        raise AssertionError("nginx never listened")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)


class Outside(Visitor):
    """Somebody who comes by https through nginx, from an address of their own."""

    def __init__(self, nginx, source="127.0.0.1"):
        super().__init__(f"https://127.0.0.1:{nginx.tls}")
        self.trust = ssl.create_default_context(cafile=nginx.folder / "muster.pem")
        self.nginx, self.source = nginx, source

    def connect(self):
        connection = http.client.HTTPSConnection("127.0.0.1", self.nginx.tls, timeout=30, source_address=(self.source, 0))
        raw = socket.create_connection(("127.0.0.1", self.nginx.tls), timeout=30, source_address=(self.source, 0))
        connection.sock = self.trust.wrap_socket(raw, server_hostname=HOST)
        return connection

    def headers(self, **more):
        return {"Host": HOST, "Cookie": self.cookie, "Origin": f"https://{HOST}", "X-Forwarded-For": "203.0.113.9"} | more

    def ask(self, *what, **more):
        self.open()
        return super().ask(*what, **more)

    def upload(self, path, name, content):
        mark = secrets.token_hex(16)
        body = (f'--{mark}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{self.csrf}\r\n--{mark}\r\n'
                f'Content-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n').encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self.ask("POST", path, body=body, kind=f"multipart/form-data; boundary={mark}")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    service = Service(folder / "data").start("--empty", "--port", str(port), "--address", f"https://{HOST}", "--proxy-trusted")
    with Nginx(folder, port) as nginx:
        yield service, nginx
    service.stop()


@pytest.fixture(scope="module")
def visitor(served):
    """Somebody who came in by the one-time link, from 127.0.0.2."""
    service, nginx = served
    visitor = Outside(nginx, source="127.0.0.2")
    path = urllib.parse.urlsplit(service.welcome()).path
    assert visitor.ask("GET", path).status == 200
    answer = visitor.post(path, name="Ruth Okafor", email="ruth.okafor@northshire.example", password=PASSWORD, again=PASSWORD)
    assert answer.status == 303, answer.text
    visitor.first = answer.headers.get_all("Set-Cookie")
    return visitor


def test_plain_http_is_sent_to_https(served):
    connection = http.client.HTTPConnection("127.0.0.1", served[1].plain, timeout=10)
    connection.request("GET", "/plans?on=2026-01-01", headers={"Host": HOST})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/plans?on=2026-01-01")


def test_signing_in_keeps_its_cookie_to_https(visitor):
    [cookie] = [cookie for cookie in visitor.first if cookie.startswith("__Host-muster=")]
    assert {"secure", "httponly", "samesite=lax", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
    answer = visitor.ask("GET", "/")
    assert answer.status == 200 and "Ruth Okafor" in answer.text
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert len(answer.headers.get_all("Strict-Transport-Security")) == 1
    assert "nginx/" not in (answer.headers["Server"] or "")


def test_the_address_is_the_one_nginx_saw_and_not_what_a_client_says(visitor):
    page = visitor.get("/account")
    assert "127.0.0.2" in page and "203.0.113.9" not in page


def test_a_document_comes_through_and_what_is_too_large_does_not(visitor):
    visitor.ask("GET", "/imports/new")
    answer = visitor.upload("/imports", EXAMPLE.name, EXAMPLE.read_bytes())
    assert answer.status == 303, answer.text
    assert visitor.ask("GET", answer.headers["Location"]).status == 200
    visitor.ask("GET", "/imports/new")
    # What nginx lets through is answered by a page of ours, refused or not.
    large = visitor.upload("/imports", "large.txt", b"no table here\n" * 300_000)
    assert large.status in (413, 422) and "Ruth Okafor" in large.text
    connection = visitor.connect()
    connection.putrequest("POST", "/imports", skip_host=True)
    for name, value in visitor.headers(**{"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(200 << 20)}).items():
        connection.putheader(name, value)
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_a_form_of_another_site_is_refused_through_the_proxy_too(visitor):
    connection = visitor.connect()
    body = urllib.parse.urlencode({"title": "x", "csrf": visitor.csrf})
    connection.request("POST", "/plans", body, visitor.headers(**{"Origin": "https://evil.example", "Content-Type": "application/x-www-form-urlencoded"}))
    assert connection.getresponse().status == 403
    connection.close()


def test_word_of_a_change_comes_at_once(visitor):
    visitor.ask("GET", "/plans/new")
    assert visitor.post("/plans", title="Open plan", **{"from": "2026-01-01"}, through="2030-12-31").status == 303
    connection = visitor.connect()
    connection.request("GET", "/changes?scope=plan/1&since=1000000", headers=visitor.headers())
    answer = connection.getresponse()
    assert answer.status == 200 and answer.headers["Content-Type"].startswith("text/event-stream")
    # The first line comes although the answer is far from whole.
    assert answer.readline() == b"retry: 5000\n"
    connection.close()
    connection = visitor.connect()
    connection.request("GET", "/changes?scope=plan/1&since=0", headers=visitor.headers())
    answer = connection.getresponse()
    assert b"event: changed\n" in [answer.readline() for _ in range(4)]
    connection.close()
