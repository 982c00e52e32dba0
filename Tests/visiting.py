"""Somebody at a browser, as far as a server can tell."""

import http.client
import re
import typing
import urllib.parse

FORM = "application/x-www-form-urlencoded"


class Answer(typing.NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    text: str


class Visitor:
    """Keeps their cookies and the token of the last form they saw, over one connection at a time. Follows nothing by itself."""

    def __init__(self, address, cookie=None, csrf=None):
        self.host = urllib.parse.urlsplit(address).netloc
        self.cookies = dict(pair.split("=", 1) for pair in (cookie or "").split("; ") if pair)
        self.csrf, self.connection = csrf or "", None

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def connect(self):
        return http.client.HTTPConnection(self.host, timeout=30)

    def open(self):
        """Begins a new connection."""
        self.connection = self.connect()
        return self

    def headers(self):
        return {"Cookie": self.cookie}

    def ask(self, method, path, fields=None, body=None, kind=FORM):
        body = urllib.parse.urlencode(fields).encode() if fields is not None else body
        if self.connection is None:
            self.open()
        self.connection.request(method, path, body, self.headers() | ({"Content-Type": kind} if body is not None else {}))
        response = self.connection.getresponse()
        answer = Answer(response.status, response.headers, response.read().decode())
        for written in response.headers.get_all("Set-Cookie") or []:
            name, _, value = written.split(";")[0].partition("=")
            self.cookies[name] = value
            if not value:
                del self.cookies[name]
        if found := re.search(r'name="csrf" value="([^"]+)"', answer.text):
            self.csrf = found[1]
        return answer

    def get(self, path):
        """A page that is there, as text."""
        answer = self.ask("GET", path)
        assert answer.status == 200, (path, answer.status)
        return answer.text

    def post(self, path, **fields):
        return self.ask("POST", path, {"csrf": self.csrf, **fields})

    def sign_in(self, email, password):
        self.open()
        answer = self.post("/sign-in", email=email, password=password)
        assert answer.status == 303, answer.status
        self.get("/people/new")
        return self


def example_visitor(service, address=None):
    """Who the example service's line lets in."""
    email, password = re.search(r"as (\S+), password (\S+)", service.way_in()).groups()
    return Visitor(address or service.address).sign_in(email, password)
