"""A service under load that is killed at random moments, and what must be true of it afterwards.

Writers post forms over HTTP. Each text is its own, so after a crash it can be told which changes are there: every one that
was answered, none that was not asked for, and each whole.
"""

import dataclasses
import http.client
import json
import pathlib
import re
import shutil
import signal
import sqlite3
import threading
import time
import urllib.parse

from program import EXAMPLE, Service, command
from visiting import Visitor

OWNERS = ["GM Halloran", "R. Okafor"]
ACTIONS = ["1.1", "2.1", "3.1", "4.2", "6.2"]


@dataclasses.dataclass
class Change:
    kind: str
    text: str
    answered: bool = False


class Load:
    """Several writers who post as fast as they are answered."""

    def __init__(self, service, cookie, csrf, dice, name, writers=4):
        self.changes, self.over, self.failed = [], False, []
        self.threads = [
            threading.Thread(target=self._write, args=(Visitor(service.address, cookie, csrf), dice.random(), f"{name} {number}"), daemon=True)
            for number in range(writers)]
        for thread in self.threads:
            thread.start()

    @property
    def answered(self):
        return sum(change.answered for change in self.changes)

    def await_answers(self, count, seconds=30):
        """Until so many changes were answered, so that what follows happens under load however slow the machine is."""
        end = time.monotonic() + seconds
        while self.answered < count:
            assert time.monotonic() < end and not self.failed, (self.answered, self.failed)
            time.sleep(0.002)

    def end(self):
        self.over = True
        for thread in self.threads:
            thread.join(timeout=60)
            assert not thread.is_alive(), "a writer was never answered"
        assert not self.failed, self.failed
        return self.changes

    def _write(self, visitor, start, name):
        number = 0
        while not self.over:
            try:
                visitor.open()
                while not self.over:
                    number += 1
                    self._change(visitor, int(start * 1000) + number, f"{name}.{number}")
            except (OSError, http.client.HTTPException):
                # The server is gone: what was under way was not answered.
                time.sleep(0.01)
            except AssertionError as error:
                self.failed.append(str(error))
                return

    def _change(self, visitor, choice, text):
        if choice % 3 == 0:
            change, path = Change("party", f"Person {text}"), "/people"
            fields = {"name": change.text, "kind": "person"}
        elif choice % 3 == 1:
            change, path = Change("update", f"Went on, {text}"), f"/plans/peer-review-response/actions/{ACTIONS[choice % 5]}/updates"
            fields = {"narrative": change.text}
        else:
            # One form, several rows: the action, its owners and their entries.
            change, path = Change("action", f"Do {text}"), f"/plans/peer-review-response/findings/{choice % 8 + 1}/actions"
            fields = {"text": change.text, "lead": OWNERS[0], "joint": OWNERS[1], "due": "2031-01-01"}
        self.changes.append(change)
        status, _, page = visitor.post(path, **fields)
        # While the database restarts the answer is that it can't be reached; nothing is promised then.
        assert status in (303, 500, 503), (status, path, re.sub("<[^>]+>", " ", page)[-1500:])
        change.answered = status == 303


def present(database):
    """The texts that are on record, and the names of the owners of each action."""
    rows = database(
        "SELECT name AS text FROM party UNION ALL SELECT narrative FROM progress_update UNION ALL SELECT text FROM action")
    owners = {}
    for action, owner in database(
            "SELECT a.text, p.name FROM action a JOIN action_owner o ON o.action = a.id JOIN party p ON p.id = o.party ORDER BY a.id, o.place"):
        owners.setdefault(action, []).append(owner)
    return {row[0] for row in rows}, owners


def judge(changes, known_before, database):
    """Everything that was answered is there, nothing is there that was not asked for, and nothing is half there."""
    texts, owners = present(database)
    asked = {change.text for change in changes}
    for change in changes:
        assert not change.answered or change.text in texts, f"lost: {change}"
        if change.kind == "action":
            assert owners.get(change.text, []) == (OWNERS if change.text in texts else []), f"half-written: {change}"
    unasked = texts - known_before - asked
    assert not unasked, f"nobody asked for {unasked}"
    return texts


def check(folder, database=None):
    """The whole journal, and each record against it."""
    said = command(folder, "check", "--json", database=database, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    return json.loads(said.stdout)["journal"]["entries"]


def sqlite_rows(folder):
    def ask(statement):
        with sqlite3.connect(f"file:{folder}/muster.db?mode=ro", uri=True) as database:
            return database.execute(statement).fetchall()
    return ask


def postgres_rows(server, url):
    def ask(statement):
        said = server.ask(url, f"SELECT json_agg(to_json(found)) FROM ({statement}) found")
        return [tuple(row.values()) for row in json.loads(said or "[]")]
    return ask


def kill(process):
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()


class Template:
    """A service with the example's plan, and a sign-in to it, to begin from again and again. What else the example has would
    only be checked after each kill, and no writer touches it."""

    def __init__(self, folder, database=None):
        self.folder = pathlib.Path(folder)
        service = Service(self.folder / "template", database).start("--empty")
        visitor = Visitor(service.address)
        welcome = urllib.parse.urlsplit(service.welcome()).path
        visitor.get(welcome)
        password = "lantern meadow copper tide"
        answer = visitor.post(welcome, name="R. Okafor", email="r.okafor@northshire.example", password=password, again=password)
        assert answer.status == 303, answer.text
        command(service.folder, "plan", "import", EXAMPLE, "--accept-suggestions", "--reference", "peer-review-response", database=database)
        visitor.get("/people/new")
        self.cookie, self.csrf = visitor.cookie, visitor.csrf
        service.stop()

    def copy(self, name):
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder / "template", folder)
        return folder
