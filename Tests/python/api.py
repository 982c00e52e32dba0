"""A client of the API that knows nothing but its document: it finds each address by the operation's name."""

import json
import re
import urllib.error
import urllib.parse
import urllib.request

from program import command


def token(service, name, scopes, email="r.okafor@northshire.example"):
    """A fresh token's secret, made at the command line."""
    words = [word for scope in scopes for word in ("--scope", scope)]
    said = command(service.folder, "token", "create", name, "--for", email, *words, "--json", database=service.database)
    return json.loads(said.stdout)["secret"]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body
        self.json = json.loads(body) if "json" in headers.get("Content-Type", "") else None

    @property
    def problem(self):
        """The code of the problem, from the address of its page."""
        assert self.headers["Content-Type"] == "application/problem+json", self.body
        return self.json["type"].removeprefix("/problems/")


class Client:
    def __init__(self, address, secret):
        self.address, self.secret = address, secret
        document = self.send("GET", "/api/v1/openapi.json").json
        self.operations = {
            operation["operationId"]: (method.upper(), path)
            for path, methods in document["paths"].items() for method, operation in methods.items()}

    def ask(self, operation, body=None, headers=None, query=None, **parts):
        """Asks for an operation by its name; the parts of its path by theirs."""
        method, path = self.operations[operation]
        for name, value in parts.items():
            path = path.replace("{" + name + "}", urllib.parse.quote(str(value), safe=""))
        assert "{" not in path, path
        return self.send(method, path + ("?" + urllib.parse.urlencode(query) if query else ""), body, headers)

    def pages(self, operation, **how):
        """Every item of a list, following the link of each page to the next."""
        answer = self.ask(operation, **how)
        while True:
            assert answer.status == 200, answer.body
            yield from answer.json["items"]
            following = re.search(r'<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
            assert (following[1] if following else None) == answer.json.get("next")
            if not following:
                return
            answer = self.send("GET", following[1])

    def send(self, method, path, body=None, headers=None):
        headers = {"Authorization": f"Bearer {self.secret}", "Accept": "application/json"} | (headers or {})
        if body is not None and not isinstance(body, bytes):
            headers["Content-Type"], body = "application/json", json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, body, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Answer(answer.status, answer.headers, answer.read())
        except urllib.error.HTTPError as answer:
            return Answer(answer.code, answer.headers, answer.read())
