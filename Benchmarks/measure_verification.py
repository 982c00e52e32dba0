"""Verification of a million entries, against `sha256sum` over the bytes that it hashes."""

import json
import os
import sqlite3
import subprocess
import time

from context import RELEASE
from rows import Row

ENTRIES = 1_000_000


def measure(context):
    folder = context.folder / "verification"
    folder.mkdir()
    path, hashed = folder / "journal.db", folder / "hashed"
    databases = {"SQLite": f"sqlite:{path}", "PostgreSQL": context.postgres().database()}
    for words, database in databases.items():
        context.progress(f"writing {ENTRIES:,} entries to {words}")
        subprocess.run([RELEASE / "benchmark-journal", "fill", database, str(ENTRIES)], check=True, stdin=subprocess.DEVNULL)
    context.progress("writing down what is hashed")
    size = write_hashed(path, hashed)
    theirs, ours = [], {words: [] for words in databases}
    for _ in range(context.rounds):
        theirs.append(seconds(["sha256sum", hashed]))
        for words, database in databases.items():
            ours[words].append(verified(database))
    theirs = context.median(theirs)
    hashed.unlink()
    rows = []
    for words, runs in ours.items():
        time = context.median([time for time, _ in runs])
        rows += [
            Row(f"Verifying {ENTRIES:,} entries, {words}", size / time / 1e6, size / theirs / 1e6, "MB/s", theirs / time, ">= 0.25",
                f"{time:.1f} s for {size / 1e6:,.0f} MB; beside it sha256sum over the bytes that are hashed"),
            Row(f"Memory of that, {words}", max(memory for _, memory in runs), None, "MiB"),
        ]
    return rows


def seconds(words):
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def verified(database):
    """How long it took, and the most memory the process held."""
    process = subprocess.Popen([RELEASE / "benchmark-journal", "verify", database], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, f"verify ended with {status}"
    return float(said), usage.ru_maxrss / 1024


def write_hashed(database, path):
    """The bytes of every commitment, leaf and node, as docs/journal.md has them; how many there are."""
    store = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    store.text_factory = bytes
    compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    level = bytearray()
    with open(path, "wb", buffering=1 << 20) as file:
        for sequence, *texts, commitment, leaf, salt, reason, state in store.execute("""
                SELECT j.sequence, j.at, j.who, j.verb, j.subject, j.scope, j.commitment, j.leaf, p.salt, p.reason, p.state
                FROM journal j JOIN journal_payload p ON p.sequence = j.sequence ORDER BY j.sequence"""):
            file.write(b"".join([salt, reason or b"", b"\0", state]))
            file.write(b"\0" + compact([sequence, *(text.decode() for text in texts), commitment.hex()]).encode())
            level += leaf
        number = 0
        while len(level) >= 64:
            for start in range(0, len(level) - 63, 64):
                file.write(b"\1" + level[start:start + 64])
            number += 1
            level = bytearray().join(
                hash for (hash,) in store.execute("SELECT hash FROM journal_node WHERE level = ? ORDER BY place", (number,)))
        return file.tell()
