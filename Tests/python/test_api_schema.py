"""The API, judged by schemathesis from its document alone, and the document by its own validator."""

import json
import pathlib
import subprocess
import sys
import urllib.request

import pytest

from api import token
from program import Service

CONFIG = pathlib.Path(__file__).parent / "schemathesis.toml"
SCOPES = ["plans:read", "plans:write", "boards:read", "boards:write", "reviews:read", "reviews:write", "library:read", "library:write", "premises:read", "premises:write", "enforcement:read", "enforcement:write", "enforcement-policy:read", "enforcement-policy:write", "people:read", "people:write", "accounts:read", "accounts:write", "papers:read", "papers:write", "reminders:read", "reminders:write", "register:read", "register:write", "journal:read"]


@pytest.fixture
def service(tmp_path):
    """An example service of its own, since what is asked of it changes it."""
    service = Service(tmp_path / "data").start()
    yield service
    service.stop()


def test_answers_as_its_document_says(service):
    secret = token(service, "schemathesis", SCOPES)
    said = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", "--config-file", CONFIG, "run", f"{service.address}/api/v1/openapi.json",
         "-H", f"Authorization: Bearer {secret}", "--workers", "2", "--no-color"],
        capture_output=True, text=True, timeout=280, cwd=service.folder.parent)
    assert said.returncode == 0, said.stdout[-20_000:] + said.stderr[-4_000:]
    with urllib.request.urlopen(f"{service.address}/api/v1/openapi.json") as document:
        paths = json.load(document)["paths"]
    # The address that it reads the document from is the one that it does not try.
    operations = sum(len(path) for address, path in paths.items() if not address.endswith("/openapi.json"))
    assert f"Tested: {operations}" in said.stdout, said.stdout[-4_000:]
