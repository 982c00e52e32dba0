"""Killed at random moments under load, the program loses nothing that it answered and keeps nothing half-done.

MUSTER_CRASHES=N makes N rounds on SQLite instead of 500, and a tenth as many on PostgreSQL.
"""

import os
import random
import time

import pytest

from crash import Load, Template, check, judge, kill, postgres_rows, present, sqlite_rows
from postgres import Postgres
from program import Service

ROUNDS = int(os.environ.get("MUSTER_CRASHES", 500))
# Each with dice and databases of its own, so that they can be thrown side by side.
LANES = 4
SEED = 20261122


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    return Template(tmp_path_factory.mktemp("crash"))


def rounds_on_sqlite(template, lane, rounds):
    """One database after another, each killed under load again and again until it has grown."""
    dice, killed, answered = random.Random(SEED + lane), 0, 0
    while killed < rounds:
        folder = template.copy(f"lane-{lane}")
        rows = sqlite_rows(folder)
        changes, before = [], present(rows)[0]
        for _ in range(min(25, rounds - killed)):
            service = Service(folder).start()
            # Before the load: what the last kill left.
            judge(changes, before, rows)
            load = Load(service, template.cookie, template.csrf, dice, f"{lane}.{killed}")
            load.await_answers(dice.randrange(10))
            time.sleep(dice.uniform(0, 0.02))
            kill(service.process)
            changes += load.end()
            killed += 1
            if dice.random() < 0.1:
                # A kill on the way up, while the last one is being put right.
                again = Service(folder).begin()
                time.sleep(dice.uniform(0, 0.1))
                kill(again.process)
            check(folder)
        judge(changes, before, rows)
        answered += sum(change.answered for change in changes)
    return killed, answered


@pytest.mark.timeout(900)
@pytest.mark.parametrize("lane", range(LANES))
def test_sqlite_survives_kills(template, lane):
    rounds = max(1, ROUNDS // LANES)
    killed, answered = rounds_on_sqlite(template, lane, rounds)
    print(f"\n{killed} kills, {answered} changes answered")
    assert killed == rounds and answered > rounds


@pytest.mark.timeout(900)
def test_postgresql_survives_kills(tmp_path):
    """Alternately of the program and of PostgreSQL itself, which waits for the disk as it does in use."""
    dice, rounds = random.Random(SEED), max(2, ROUNDS // 10)
    with Postgres(fsync=True) as server:
        url = server.database()
        template = Template(tmp_path, url)
        rows = postgres_rows(server, url)
        changes, before = [], present(rows)[0]
        service = Service(tmp_path / "template", url).start()
        for number in range(rounds):
            load = Load(service, template.cookie, template.csrf, dice, f"p.{number}")
            load.await_answers(dice.randrange(10))
            time.sleep(dice.uniform(0, 0.02))
            if number % 2:
                server.kill()
                server.start()
                # The program is the one that was running: it finds the server again by itself.
                load.await_answers(load.answered + 2)
                changes += load.end()
            else:
                kill(service.process)
                changes += load.end()
                service = Service(tmp_path / "template", url).start()
            judge(changes, before, rows)
            check(tmp_path / "template", url)
        kill(service.process)
        print(f"\n{rounds} kills, {sum(change.answered for change in changes)} changes answered")
        assert sum(change.answered for change in changes) > rounds
