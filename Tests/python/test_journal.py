"""The journal, checked by programs that share nothing with ours: a page of Python from the documents, and pymerkle."""

import json
import re
import shutil
import sqlite3
import subprocess
import sys

import pytest
from pymerkle import InmemoryTree

from program import ROOT, command


@pytest.fixture(scope="module")
def journal(example, tmp_path_factory):
    """A copy of the example service's data, as SQLite's own backup makes it."""
    folder = tmp_path_factory.mktemp("journal")
    with sqlite3.connect(example.folder / "muster.db") as live, sqlite3.connect(folder / "muster.db") as copy:
        live.backup(copy)
    return folder


def lines(folder):
    """What each leaf is made of."""
    rows = sqlite3.connect(folder / "muster.db").execute(
        "SELECT sequence, at, who, verb, subject, scope, lower(hex(commitment)) FROM journal ORDER BY sequence")
    return [json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() for row in rows]


def asked(folder, *words):
    return json.loads(command(folder, "journal", *words, "--json").stdout)


def tree(entries):
    tree = InmemoryTree(algorithm="sha256")
    for entry in entries:
        tree.append_entry(entry)
    return tree


def test_the_program_in_the_documents_finds_the_same_head(journal, tmp_path):
    program = re.search(r"```python\n(.*?)```", (ROOT / "docs/journal.md").read_text(), re.DOTALL)[1]
    (tmp_path / "head.py").write_text(program)
    said = subprocess.run(
        [sys.executable, tmp_path / "head.py", journal / "muster.db"], capture_output=True, text=True, check=True).stdout
    head = asked(journal, "head")
    assert said.split() == [str(head["size"]), head["root"]]
    assert head["size"] > 100


def test_pymerkle_finds_the_same_roots(journal):
    entries = lines(journal)
    for size in {1, 2, 3, 7, 8, len(entries) - 1, len(entries)}:
        proof = asked(journal, "consistency", str(size), str(len(entries)))
        assert proof["older"]["root"] == tree(entries[:size]).get_root().hex(), size
        assert proof["newer"]["root"] == tree(entries).get_root().hex()


def test_pymerkle_finds_the_same_inclusion_proofs(journal):
    entries = lines(journal)
    merkle = tree(entries)
    for sequence in {1, 2, 17, len(entries) - 1, len(entries)}:
        ours = asked(journal, "proof", str(sequence))
        theirs = merkle.prove_inclusion(sequence, len(entries)).serialize()["path"]
        assert [ours["leaf"], *ours["path"]] == theirs, sequence


def test_verify_accepts_what_is_whole(journal):
    assert command(journal, "journal", "verify").returncode == 0


@pytest.mark.parametrize("change", [
    "UPDATE journal SET who = 'person/99' WHERE sequence = 40",
    "UPDATE journal_payload SET state = replace(state, ':', ': ') WHERE sequence = 40",
    "UPDATE journal_payload SET reason = 'another reason' WHERE sequence = 40",
])
def test_verify_names_the_first_line_that_was_changed(journal, tmp_path, change):
    shutil.copy(journal / "muster.db", tmp_path)
    with sqlite3.connect(tmp_path / "muster.db") as database:
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            database.execute(change)
        triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute(change)
    result = command(tmp_path, "journal", "verify", check=False)
    assert result.returncode == 1
    assert re.search(r"\b40\b", result.stdout + result.stderr)
