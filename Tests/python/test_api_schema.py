"""The API, judged by schemathesis from its document alone, and the document by its own validator."""

import json
import pathlib
import re
import subprocess
import sys
import urllib.request

import pytest

from api import token
from example import example_service

# It takes a minute or two of one core, so it is done in parts that more than one core can share.
PARTS = ["^/api/v1/plans/.*/actions", "^/api/v1/plans(?!/.*/actions)", "^/api/v1/(boards|enforcement|papers|premises)", "^/api/v1/(?!plans|boards|enforcement|papers|premises)"]
CONFIG = pathlib.Path(__file__).parent / "schemathesis.toml"
SCOPES = ["plans:read", "plans:write", "boards:read", "boards:write", "reviews:read", "reviews:write", "library:read", "library:write", "premises:read", "premises:write", "risk:read", "risk:write", "audits:read", "audits:write", "quality:read", "quality:write", "enforcement:read", "enforcement:write", "enforcement-policy:read", "enforcement-policy:write", "people:read", "people:write", "accounts:read", "accounts:write", "papers:read", "papers:write", "reminders:read", "reminders:write", "register:read", "register:write", "performance:read", "performance:write", "programmes:read", "programmes:write", "journal:read"]


@pytest.fixture
def service(tmp_path):
    """An example service of its own, since what is asked of it changes it."""
    service = example_service(tmp_path / "data").start()
    yield service
    service.stop()


def parts(service):
    """The operations that schemathesis tries, by the part that tries them: an address belongs to one part."""
    with urllib.request.urlopen(f"{service.address}/api/v1/openapi.json") as document:
        paths = json.load(document)["paths"]
    return [sum(len(path) for address, path in paths.items() if re.search(part, address)) for part in PARTS]


def judged(service, *words):
    secret = token(service, "schemathesis", SCOPES)
    said = subprocess.run(
        [sys.executable, "-m", "schemathesis.cli", "--config-file", CONFIG, "run", f"{service.address}/api/v1/openapi.json",
         "-H", f"Authorization: Bearer {secret}", "--no-color", *words],
        capture_output=True, text=True, timeout=580, cwd=service.folder.parent)
    assert said.returncode == 0, said.stdout[-20_000:] + said.stderr[-4_000:]
    return said.stdout


@pytest.mark.timeout(600)
@pytest.mark.parametrize("part", range(len(PARTS)))
def test_answers_as_its_document_says(service, part):
    said = judged(service, "--phases", "examples,coverage,fuzzing", "--include-path-regex", PARTS[part])
    assert f"Tested: {parts(service)[part]}\n" in said, said[-4_000:]


def test_answers_as_its_document_says_one_request_after_another(service):
    judged(service, "--phases", "stateful")
    # Each operation is tried by one of the parts above, and by no two.
    with urllib.request.urlopen(f"{service.address}/api/v1/openapi.json") as document:
        addresses = json.load(document)["paths"]
    assert all(sum(bool(re.search(part, address)) for part in PARTS) == 1 for address in addresses), addresses
