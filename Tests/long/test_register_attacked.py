"""The public register, attacked by three programs that know nothing of it: by itself, and beside the app.

Each has a bounded time. What one finds is mended, or stands in explained.toml with the reason why it is well; anything else fails.
`make test-long` runs this, and `bin/setup long` installs what it takes.
"""

import json
import pathlib
import re
import subprocess
import sys
import tomllib
import urllib.parse
import urllib.request

import pytest

from example import example_service
from program import ROOT, Service, command

TOOLS = ROOT / ".long/bin"
SECONDS = 600
EXPLAINED = tomllib.loads((pathlib.Path(__file__).parent / "explained.toml").read_text())["finding"]
# Those that ask somebody on the internet, or guess at other software, are left out, and what sqlmap does better.
MODULES = "backup,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss"

pytestmark = pytest.mark.timeout(SECONDS + 120)


@pytest.fixture(scope="module", params=["by itself", "beside the app"])
def register(request, tmp_path_factory):
    """The address of a register that slows nobody down."""
    folder = tmp_path_factory.mktemp("attacked")
    if request.param == "by itself":
        command(folder / "data", "example", "register", "--notices", "300", "--on", "2026-11-27", "--file", folder / "register.jsonl")
        service = Service(folder / "data").begin("--only", "register", "--from", folder / "register.jsonl", "--register-pace", "off")
        service.address = service.wait_for(r"The register is ready at (\S+)/register$", 60)[1]
    else:
        service = example_service(folder / "data").start("--register-pace", "off")
    yield service.address
    # It still stands, and nothing that it was asked was a fault.
    assert service.process.poll() is None, service.errors()
    service.stop()


def unexplained(tool, findings):
    """Prints what was found and gives what nothing explains."""
    left = []
    for finding in sorted(set(findings)):
        reasons = [one["because"] for one in EXPLAINED if one["tool"] == tool and re.search(one["pattern"], finding)]
        print(f"{tool}: {finding}\n    {reasons[0] if reasons else 'NOT EXPLAINED'}")
        left += [] if reasons else [finding]
    return left


def run(*words, cwd):
    """Everything that a program says, also where its time is up."""
    try:
        return subprocess.run([str(word) for word in words], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              timeout=SECONDS).stdout
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").decode(errors="replace")


def test_wapiti_finds_nothing_unexplained(register, tmp_path):
    said = run(
        TOOLS / "wapiti", "-u", f"{register}/register", *(word for page in ("map", "statistics", "developers") for word in ("-s", f"{register}/register/{page}")),
        "-x", f"{register}/sign-in*", "--scope", "folder", "-m", MODULES, "--store-session", tmp_path / "session", "--store-config", tmp_path / "config",
        "--no-bugreport", "--endpoint", "http://127.0.0.1:9/", "--dns-endpoint", "localhost",
        "-d", 2, "--max-links-per-page", 12, "--max-files-per-dir", 20, "--max-scan-time", 60, "--max-attack-time", 20,
        "-f", "json", "-o", tmp_path / "found.json", cwd=tmp_path)
    assert (tmp_path / "found.json").exists(), said[-4000:]
    told = json.loads((tmp_path / "found.json").read_text())
    assert told["infos"]["crawled_pages_nbr"] >= 10, told["infos"]
    findings = [
        f"{kind}: {one['method']} {re.sub(r'N-[0-9]{4}-[0-9]+', 'N-*', urllib.parse.urlsplit(one['path']).path)} {one['parameter'] or ''}: {one['info']}"
        for part in ("vulnerabilities", "anomalies") for kind, ones in told[part].items() for one in ones]
    assert not unexplained("wapiti", findings)


# Each with the seconds that it may take.
PLACES = {
    "list": ("/register?words=anchor&type=enforcement&premises=office&area=Fenside&article=8&year=2026&sort=-changed&page=1&box=1.1,52.5,1.6,52.8", 300),
    "map": ("/register/map?box=1.1,52.5,1.6,52.8&words=anchor&type=enforcement", 100),
    "api": ("/register/api/v1/notices?words=anchor&area=Fenside&sort=-changed&limit=5", 100),
    "entry": ("/register/{entry}*", 100),
}


@pytest.mark.parametrize("kind", PLACES)
def test_sqlmap_finds_nothing_unexplained(register, tmp_path, kind):
    place, seconds = PLACES[kind]
    with urllib.request.urlopen(f"{register}/register") as page:
        entry = re.search(r'href="/register/(N-\d{4}-\d+)"', page.read().decode())[1]
    said = run(
        TOOLS / "sqlmap", "-u", register + place.replace("{entry}", entry), "--batch", "--level", 2, "--risk", 2, "--disable-coloring", "--ignore-code", "404,400,422",
        "--output-dir", tmp_path / "sqlmap", "--time-limit", seconds, "--threads", 2, "--flush-session", cwd=tmp_path)
    assert re.search(r"testing (URL|for SQL injection)|heuristic", said), said[-4000:]
    findings = re.findall(r"^.*(?:Parameter: .*|is vulnerable.*|appears to be '.*injectable.*|might be injectable.*|might be vulnerable.*)$", said, re.MULTILINE)
    assert not unexplained("sqlmap", [re.sub(r"^\[[0-9:]+\] ", "", finding) for finding in findings])


def test_schemathesis_finds_nothing_unexplained(register, tmp_path):
    said = run(
        sys.executable, "-m", "schemathesis.cli", "run", f"{register}/register/api/v1/openapi.json", "--no-color", "--continue-on-failure", "--max-time", 240,
        "--seed", 20261122, cwd=tmp_path)
    assert re.search(r"^ *Tested: [1-9]", said, re.MULTILINE), said[-4000:]
    # An operation's name between lines, then its faults: each with a title, the status of the answer and what it said.
    findings, (_, *parts) = [], re.split(r"^_{3,} (\S+ \S+) _{3,}$", said, flags=re.MULTILINE)
    for operation, words in zip(parts[::2], parts[1::2]):
        for title, status, answer in re.findall(r"^- (.+)$(?:(?!^- )[\s\S])*?^\[(\d+)\] .*\n\n +`?(.*)", words, re.MULTILINE):
            findings.append(f"{operation}: {title}: {status} {answer[:160]}")
    assert bool(findings) == ("Failures:" in said or "Errors:" in said), said[-4000:]
    assert not unexplained("schemathesis", findings)
