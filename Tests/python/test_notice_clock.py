"""The clock of a notice, as anyone can ask for it."""

import json
import subprocess

from program import BINARY, environment


def clock(tmp_path, history, *words):
    file = tmp_path / "history.json"
    file.write_text(history if isinstance(history, str) else json.dumps(history))
    return subprocess.run([BINARY, "notice", "clock", file, *words], cwd=tmp_path, env=environment(None), capture_output=True, text=True, timeout=60)


def test_every_day_is_told_with_its_provision(tmp_path):
    history = {"type": "enforcement", "recipients": [{"served": "2021-01-04"}], "appeal": None, "complied": "2021-04-01", "withdrawn": None, "amended": ["2021-03-01"], "objection": None}
    answer = clock(tmp_path, history, "--on", "2021-02-01", "--json")
    assert answer.returncode == 0, answer.stderr
    told = json.loads(answer.stdout)
    steps = told.pop("steps")
    assert told == {
        "appealLimit": "2021-01-25", "entryFrom": "2021-01-26", "entryBy": "2021-02-08", "complianceEntryBy": "2021-04-08", "changeBy": "2021-03-08",
        "objectionLimit": "2021-01-18", "retainUntil": "2024-01-04", "inForceOn": True, "register": "window"}
    assert {"day": "2021-01-25", "event": "last day to appeal", "rule": "appeal", "provision": "article 35", "working": "served 4 January 2021, 21 days"} in steps
    assert steps[0] == {"day": "2021-01-04", "event": "served", "rule": None, "provision": None, "working": "served 4 January 2021"}
    words = clock(tmp_path, history, "--on", "2021-02-01").stdout
    assert words.startswith("Enforcement notice under article 30. On 1 February 2021 it is in force, and its entry is to be made by 8 February 2021.")
    assert not list(tmp_path.glob("*.db*")), "nothing is saved"


def test_what_does_not_apply_is_null(tmp_path):
    pending = {"type": "prohibition", "recipients": [{"served": "2021-01-04"}], "appeal": {"brought": "2021-01-20", "disposed": None, "outcome": None}}
    told = json.loads(clock(tmp_path, pending, "--on", "2021-06-01", "--json").stdout)
    assert [told[name] for name in ("entryFrom", "entryBy", "complianceEntryBy", "changeBy")] == [None] * 4
    assert told["inForceOn"] is True and told["register"] == "not-due"


def test_a_history_that_can_t_be_is_refused_with_what_is_wrong_and_where(tmp_path):
    for history, words in [
        ("{", "is not one JSON object"),
        ({"recipients": []}, "“type” is missing"),
        ({"type": "improvement", "recipients": []}, "“type”: “improvement” is not alterations, enforcement or prohibition."),
        ({"type": "enforcement", "recipients": [{"served": "04/01/2021"}]}, "“recipients.1.served”: 04/01/2021 is not a day (YYYY-MM-DD)"),
        ({"type": "enforcement", "recipients": []}, "Name at least one recipient"),
        ({"type": "enforcement", "recipients": [{"served": "2021-01-04"}], "withdrawn": "2021-01-03"}, "It was withdrawn on 3 January 2021, before it was served on 4 January 2021."),
    ]:
        answer = clock(tmp_path, history)
        assert answer.returncode == 1 and words in answer.stderr, (history, answer.stdout, answer.stderr)
    missing = subprocess.run([BINARY, "notice", "clock", tmp_path / "none.json"], env=environment(None), capture_output=True, text=True, timeout=60)
    assert missing.returncode == 1 and "can't be read" in missing.stderr
