"""Health and metrics, read as an operator's watch reads them: by Prometheus's own parser."""

import contextlib
import json
import re
import socket
import sqlite3
import subprocess
import urllib.parse

import pytest
from prometheus_client.parser import text_string_to_metric_families

from program import Service, command
from visiting import Visitor


@pytest.fixture
def watched(engine, tmp_path):
    service = Service(tmp_path / "data", engine()).start("--empty", "--health-port", "0")
    service.health = service.wait_for(r"Health and metrics are at (http://127\.0\.0\.1:\d+)/$", 10)[1]
    yield service
    service.stop()


def ask(address, **form):
    """Status, kind and text of an answer; a redirect is not followed."""
    answer = Visitor(address).ask("POST" if form else "GET", urllib.parse.urlsplit(address).path or "/", form or None)
    return answer.status, answer.headers.get("content-type", ""), answer.text


def samples(service):
    """Every value by its name and labels, read strictly: a name or a set of labels stands once."""
    status, kind, text = ask(service.health + "/metrics")
    assert (status, kind) == (200, "text/plain; version=0.0.4; charset=utf-8")
    families = list(text_string_to_metric_families(text))
    names = [family.name for family in families]
    assert len(set(names)) == len(names), names
    assert all(family.documentation and family.type != "unknown" for family in families), families
    found = [((sample.name, *sorted(sample.labels.items())), sample.value) for family in families for sample in family.samples]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_metrics_count_what_was_asked_and_keep_their_labels_few(watched):
    for number in range(40):
        assert ask(f"{watched.address}/people/{number + 1}")[0] == 303
        assert ask(f"{watched.address}/no-such-page-{number}")[0] == 404
    sign_in = ask(watched.address + "/sign-in", email="nobody@example.org", password="not the password")
    assert sign_in[0] == 422
    found = samples(watched)
    assert found["muster_http_requests_total", ("method", "GET"), ("route", "/people/{party}"), ("status", "3xx")] == 40
    assert found["muster_http_requests_total", ("method", "any"), ("route", "other"), ("status", "4xx")] == 40
    assert found["muster_http_requests_total", ("method", "POST"), ("route", "/sign-in"), ("status", "4xx")] == 1
    assert found["muster_http_request_duration_seconds_count", ("method", "GET"), ("route", "/people/{party}")] == 40
    assert found["muster_http_requests_in_flight",] == 0
    assert found["muster_refusals_total", ("code", "sign-in-refused")] == 1
    assert found["muster_refusals_total", ("code", "sign-in-first")] == 40
    assert found["muster_sign_ins_total", ("outcome", "refused")] == 1
    assert found["muster_transaction_duration_seconds_count", ("kind", "read")] > 0
    assert found["muster_writer_wait_seconds_count",] > 0
    assert found["muster_journal_entries",] == 0
    assert found["muster_database_bytes",] > 50_000
    assert found["process_resident_memory_bytes",] > 5_000_000
    assert found["process_cpu_seconds_total",] > 0
    assert found["process_start_time_seconds",] > 1.7e9
    version = command(watched.folder, "--version", database=watched.database).stdout.strip()
    assert found["muster_build_info", ("version", version)] == 1
    routes = {dict(key[1:]).get("route") for key in found} - {None}
    assert routes == {"/people/{party}", "/sign-in", "other"}, routes
    for key in found:
        if key[0].endswith("_bucket"):
            labels = dict(key[1:])
            top = found[key[0], *sorted((labels | {"le": "+Inf"}).items())]
            assert found[key] <= top == found[key[0][:-7] + "_count", *sorted((name, text) for name, text in labels.items() if name != "le")]


def test_health_is_for_this_machine_alone(watched):
    port = int(watched.health.rsplit(":", 1)[1])
    with pytest.raises(ConnectionRefusedError):
        # Another address of the same machine: whoever listens on all of them would answer here.
        socket.create_connection(("127.0.0.2", port), timeout=5)
    assert ask(watched.address + "/metrics")[0] == 404
    assert ask(watched.address + "/health/ready")[0] == 404


def test_ready_says_what_is_amiss_and_when_it_is_well_again(watched):
    assert ask(watched.health + "/health/live")[::2] == (200, '{"status":"live"}')
    status, kind, text = ask(watched.health + "/health/ready")
    assert (status, kind) == (200, "application/json"), text
    assert [(check["name"], check["ok"]) for check in json.loads(text)["checks"]] == [
        ("database", True), ("schema", True), ("file", True), ("writer", True)]
    with writer_taken(watched):
        status, _, text = ask(watched.health + "/health/ready")
        checks = {check["name"]: check for check in json.loads(text)["checks"]}
        assert status == 503 and not checks["writer"]["ok"], text
        assert checks["writer"]["finding"] == "No answer within 2 seconds." and checks["database"]["ok"], text
        assert ask(watched.health + "/health/live")[0] == 200
        assert "muster_journal_entries 0\n" in ask(watched.health + "/metrics")[2]
    assert ask(watched.health + "/health/ready")[0] == 200


@contextlib.contextmanager
def writer_taken(service):
    """Another process writes, and takes its time."""
    if service.database is None:
        other = sqlite3.connect(service.folder / "muster.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
        other.close()
    else:
        other = subprocess.Popen(
            ["psql", "-qAt", service.database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        # The number that the first lines of PostgresEngine give.
        other.stdin.write("SELECT pg_advisory_lock(7815696117);\n")
        other.stdin.flush()
        assert other.stdout.readline() == "\n"
        yield
        other.communicate("\\q\n", timeout=10)


def test_a_port_that_is_taken_is_refused_in_a_sentence(watched, tmp_path):
    port = re.search(r":(\d+)$", watched.health)[1]
    said = command(tmp_path / "other", "serve", "--empty", "--port", "0", "--health-port", port, check=False)
    assert said.returncode == 1, said.stderr
    assert said.stderr.splitlines()[-1].startswith(f"Health and metrics can't be at port {port}: "), said.stderr


def test_a_slow_statement_is_logged_with_the_id_of_its_request(tmp_path):
    service = Service(tmp_path / "data").start("--empty", "--slow-query", "20")
    try:
        with contextlib.closing(sqlite3.connect(tmp_path / "data/muster.db", isolation_level=None)) as other:
            # Keeping a password counts to a million now.
            other.execute("""
                CREATE TRIGGER slow AFTER INSERT ON credential BEGIN
                SELECT COUNT(*) FROM (WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n);
                END""")
        path = urllib.parse.urlsplit(service.welcome()).path
        answer = ask(service.address + path, name="R Okafor", email="okafor@example.org",
                     password="seven quiet herons", again="seven quiet herons")
        assert answer[0] == 303, answer
        slow = [line for line in service.errors().splitlines() if "A statement took long" in line]
        asked = [line for line in service.errors().splitlines() if "path=/welcome/{token}" in line]
        assert len(slow) == 1 and len(asked) == 1, service.errors()
        assert "INSERT INTO credential (account, hash, changed_at) VALUES ($1, $2, $3)" in slow[0], slow
        assert "argon2id" not in slow[0], slow
        number = re.search(r"hb\.request\.id=(\w+)", asked[0])[1]
        assert f"hb.request.id={number}" in slow[0], (slow, asked)
        assert "A change kept other writers out for long" in service.errors()
    finally:
        service.stop()
