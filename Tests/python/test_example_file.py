"""The example's Word file, as it is made and as the program reads it."""

import json
import subprocess
import zipfile

from documents.make_example import make
from program import BINARY, EXAMPLE

PREVIEW = [BINARY, "plan", "preview", EXAMPLE, "--json"]


def preview():
    return json.loads(subprocess.run(PREVIEW, capture_output=True, text=True, check=True).stdout)


def parts(file):
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_is_what_its_script_makes(tmp_path):
    make(tmp_path / "made.docx")
    assert parts(tmp_path / "made.docx") == parts(EXAMPLE)


def test_reads_as_eight_findings_in_full_and_sixteen_actions():
    plan = preview()
    assert plan["title"] == "Protection peer review response"
    assert [finding["reference"] for finding in plan["findings"]] == list("12345678")
    assert all(len(finding["fullText"]) > len(finding["text"]) for finding in plan["findings"])
    assert [len(finding["actions"]) for finding in plan["findings"]] == [2] * 8
    whole = plan["findings"][2]["actions"][1]["text"]
    assert whole.startswith("Sample thirty finished audits") and whole.endswith("training has changed.")


def test_asks_about_the_one_day_that_is_not_a_day():
    queries = preview()["queries"]
    assert [(query["written"], query["suggestion"]) for query in queries] == [("31//10/2025", "2025-10-31")]


def test_reads_every_other_day_and_every_owner():
    actions = {action["reference"]: action for finding in preview()["findings"] for action in finding["actions"]}
    assert {reference: action["due"] for reference, action in actions.items()} == {
        "1.1": "2025-01-31", "1.2": "2025-03-31", "2.1": "2025-02-28", "2.2": "2025-09-30", "3.1": "2025-04-30",
        "3.2": "2025-09-30", "4.1": "2025-06-30", "4.2": None, "5.1": "2025-03-14", "5.2": "2025-07-31",
        "6.1": "2025-06-30", "6.2": "2027-03-31", "7.1": "2025-12-31", "7.2": "2026-12-31", "8.1": "2025-11-30",
        "8.2": "2026-02-28",
    }
    assert actions["1.1"]["owners"] == ["GM Halloran", "GM Pemberton"]
    assert actions["2.2"]["owners"] == ["SM Achebe", "Data and Insight"]
    assert actions["4.1"]["owners"] == ["GM Halloran", "Training Centre"]
    assert actions["6.1"]["owners"] == ["Data and Insight"]
    assert actions["7.1"]["owners"] == ["WM Tranter", "Corporate Communications"]
    assert actions["8.1"]["owners"] == ["GM Halloran", "Data and Insight"]
