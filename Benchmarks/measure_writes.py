"""Changes kept a second: one record with its journal entry each, against rows put into SQLite by SQLite itself."""

import json
import subprocess

from context import RELEASE
from rows import Row


def measure(context):
    folder = context.folder / "writes"
    folder.mkdir()
    postgres = context.postgres().database()
    raw, one, many, postgres_one, postgres_many = [], [], [], [], []
    for turn in range(context.rounds):
        database = f"sqlite:{folder}/{turn}.db"
        raw.append(kept(context, "raw", folder / f"raw-{turn}.db"))
        one.append(kept(context, "writes", database, 1))
        many.append(kept(context, "writes", database, 64))
        postgres_one.append(kept(context, "writes", postgres, 1))
        postgres_many.append(kept(context, "writes", postgres, 64))
    raw, one, many, postgres_one, postgres_many = map(context.median, (raw, one, many, postgres_one, postgres_many))
    return [
        Row("Changes kept, SQLite", one, raw, "a second", one / raw, ">= 0.70",
            "a record and its journal entry in one transaction; beside it one row in one, with the same text and synchronous=FULL"),
        Row("The same, 64 writers at once, SQLite", many, one, "a second", many / one, ">= 1", "beside it one writer"),
        Row("The same, 64 writers at once, PostgreSQL", postgres_many, postgres_one, "a second", postgres_many / postgres_one, ">= 1", "beside it one writer"),
    ]


def kept(context, *words):
    words = [RELEASE / "benchmark-journal", *map(str, words), str(context.seconds)]
    return json.loads(subprocess.run(words, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True).stdout)
