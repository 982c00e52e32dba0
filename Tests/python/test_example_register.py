"""A made-up register is the same for the same seed, wherever and however often it is made."""

import json
import subprocess

import pytest

from program import BINARY, environment


def made(folder, name, *words):
    file = folder / name
    subprocess.run([BINARY, "example", "register", "--file", file, *words], env=environment(None), check=True, capture_output=True, cwd=folder)
    return file.read_bytes()


def test_the_same_seed_makes_the_same_bytes(tmp_path):
    words = ["--notices", "300", "--on", "2026-11-27"]
    one = made(tmp_path, "one.jsonl", *words)
    assert one == made(tmp_path, "two.jsonl", *words) == made(tmp_path, "three.jsonl", *words, "--seed", "5")
    assert one != made(tmp_path, "four.jsonl", *words, "--seed", "6")
    entries = [json.loads(line) for line in one.splitlines()]
    assert len(entries) == len({entry["reference"] for entry in entries}) == 300


@pytest.mark.parametrize("day", ["2026-11-27", "2024-02-29"])
def test_no_entry_is_of_a_day_that_has_not_come(tmp_path, day):
    entries = [json.loads(line) for line in made(tmp_path, "register.jsonl", "--notices", "200", "--on", day).splitlines()]
    told = [entry["full"] for entry in entries if entry.get("full")]
    assert len(told) > 150 and max(entry["entered"] for entry in told) <= day and max(entry["served"] for entry in told) <= day
