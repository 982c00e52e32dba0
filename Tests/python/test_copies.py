"""Copies as an operator makes them: while the service is used, from engine to engine, and where there is no room."""

import json
import os
import re
import sqlite3
import stat
import subprocess

import pytest

from program import BINARY, ROOT, Service, command, environment


def asked(folder, *words, **more):
    return json.loads(command(folder, *words, "--json", **more).stdout)


@pytest.fixture(scope="module")
def copy(example, tmp_path_factory):
    """A copy of the example service, made while it is served."""
    file = tmp_path_factory.mktemp("copies") / "copy"
    made = asked(example.folder, "backup", file)
    assert made["contents"]["entries"] > 100
    return file


def test_a_service_goes_to_the_other_engine_and_back_to_the_byte(copy, postgres, tmp_path):
    database = postgres.database()
    command(tmp_path / "a", "restore", copy, database=database)
    there = asked(tmp_path / "a", "journal", "head", database=database)
    command(tmp_path / "a", "export", tmp_path / "two", database=database)
    command(tmp_path / "b", "import", tmp_path / "two")
    command(tmp_path / "b", "export", tmp_path / "three")
    assert copy.read_bytes() == (tmp_path / "two").read_bytes() == (tmp_path / "three").read_bytes()
    assert there == asked(tmp_path / "b", "journal", "head")
    assert command(tmp_path / "b", "journal", "verify").returncode == 0
    refused = command(tmp_path / "a", "restore", copy, database=database, check=False)
    assert refused.returncode == 1 and "has tables already" in refused.stderr


def test_a_restored_service_is_served(copy, tmp_path):
    command(tmp_path / "data", "restore", copy)
    service = Service(tmp_path / "data").start()
    try:
        assert asked(tmp_path / "data", "plan", "list")
    finally:
        service.stop()


def test_the_program_in_the_documents_proves_a_copy(copy):
    program = re.search(r"```python\n(.*?)```", (ROOT / "docs/copies.md").read_text(), re.DOTALL)[1]
    said = subprocess.run(["python3", "-c", program, copy], capture_output=True, text=True, check=True).stdout
    told = sqlite3.connect(f"file:{copy}?mode=ro", uri=True).execute("SELECT COUNT(*) FROM contents").fetchone()[0]
    assert said.splitlines() == [f"All {told} tables are what was copied."]


def test_a_copy_is_for_its_owner_alone_and_no_name_is_taken_twice(example, copy):
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    before = copy.read_bytes()
    refused = command(example.folder, "backup", copy, check=False)
    assert refused.returncode == 1 and "already" in refused.stderr
    assert copy.read_bytes() == before


def test_the_list_tells_of_what_was_made(example, copy):
    listed = asked(example.folder, "backup", "list")
    assert listed["standing"]["lastGood"]["file"] in [row.get("file") for row in listed["tries"]]
    assert any(row.get("file") == str(copy) and row["outcome"] == "kept" for row in listed["tries"])


@pytest.mark.skipif(os.getuid() != 0, reason="only root may mount a small disk")
@pytest.mark.parametrize("kilobytes", [100, 200, 300])
def test_a_full_disk_is_told_and_left_as_it_was(example, copy, tmp_path, kilobytes):
    script = f"""
        mount -t tmpfs -o size={kilobytes}k tmpfs {tmp_path} || exit 9
        {BINARY} backup {tmp_path}/copy --data {example.folder}; echo backup $?
        {BINARY} restore {copy} --data {tmp_path}/data; echo restore $?
        find {tmp_path} -type f
    """
    said = subprocess.run(
        ["unshare", "-m", "sh", "-c", script], env=environment(None), capture_output=True, text=True, timeout=60)
    assert said.stdout.splitlines() == ["backup 1", "restore 1"], said.stdout + said.stderr
    assert said.stderr.count("There is no room left on the disk for") == 2, said.stderr
