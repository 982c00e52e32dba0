"""Where a service's data is, who may read it, and what is said where there is none."""

import json
import os
import stat

import pytest

from program import Service, command


def test_every_file_is_for_its_owner_alone(tmp_path):
    (tmp_path / "data").mkdir(mode=0o755)
    mask = os.umask(0o022)
    try:
        service = Service(tmp_path / "data").start()
        command(service.folder, "backup", tmp_path / "data" / "copy")
        names = {path.name for path in (tmp_path / "data").iterdir()}
        assert {"muster.db", "muster.db-wal", "example-password.txt", "copy"} <= names, names
        open_ones = [path.name for path in (tmp_path / "data").iterdir() if path.is_file() and stat.S_IMODE(path.stat().st_mode) & 0o077]
        service.stop()
        command(tmp_path / "restored", "restore", tmp_path / "data" / "copy")
        restored = stat.S_IMODE((tmp_path / "restored" / "muster.db").stat().st_mode)
    finally:
        os.umask(mask)
    assert not open_ones
    assert restored == 0o600


@pytest.mark.parametrize("words", [
    ("check",), ("journal", "verify"), ("journal", "head"), ("backup", "{copy}"), ("backup", "list"), ("plan", "list"), ("person", "list")])
def test_a_command_that_reads_begins_no_service(tmp_path, words):
    place = tmp_path / "mistyped"
    said = command(place, *(word.format(copy=tmp_path / "copy") for word in words), check=False)
    assert said.returncode == 1 and len(said.stderr.splitlines()) == 1, said.stderr
    assert "There is no service's data in" in said.stderr and str(place) in said.stderr
    assert not place.exists() and not (tmp_path / "copy").exists()


def test_a_copy_by_hand_is_really_restored_before_it_is_called_proven(example, tmp_path):
    said = command(example.folder, "backup", tmp_path / "copy")
    assert "holds a proven copy" in said.stdout
    listed = json.loads(command(example.folder, "backup", "list", "--json").stdout)
    row = next(row for row in listed["tries"] if row.get("file") == str(tmp_path / "copy"))
    assert row["provenAt"] and row["proving"] >= 0
    assert listed["standing"]["lastProven"]["file"] == str(tmp_path / "copy")
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]
