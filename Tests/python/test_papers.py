"""An issued paper made again elsewhere, and told from whatever is not it, through the real program."""

import hashlib
import json

import pytest

from program import EXAMPLE, command

FORMATS = ["pdf", "docx", "html", "text", "json"]
PAPERS = ["leadership-2026-07", "performance-2026-11"]


@pytest.fixture(scope="module")
def issued(example, tmp_path_factory):
    """Each file of each paper, as the service hands it out."""
    folder = tmp_path_factory.mktemp("issued")
    files = {}
    for paper in PAPERS:
        for form in FORMATS:
            files[paper, form] = folder / f"{paper}.{form}"
            command(example.folder, "paper", "export", paper, "--format", form, "--output", files[paper, form])
    return files


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def elsewhere(request, example, tmp_path_factory):
    """Runs a command on the same service, restored from a copy into another folder on either engine."""
    folder = tmp_path_factory.mktemp("elsewhere")
    command(example.folder, "backup", folder / "copy")
    database = request.getfixturevalue("postgres").database() if request.param == "postgres" else None
    command(folder / "data", "restore", folder / "copy", database=database)
    return lambda *words, check=True: command(folder / "data", *words, database=database, check=check)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_is_made_again_elsewhere_to_the_byte(issued, elsewhere, tmp_path, paper):
    for form in FORMATS:
        told = json.loads(elsewhere("paper", "rebuild", paper, "--format", form, "--output", tmp_path / form, "--json").stdout)
        again = (tmp_path / form).read_bytes()
        assert again == issued[paper, form].read_bytes(), form
        assert told["hash"] == hashlib.sha256(again).hexdigest() and told["bytes"] == len(again)


def test_a_file_in_hand_is_known_for_what_it_is(issued, elsewhere):
    for (paper, form), file in issued.items():
        told = json.loads(elsewhere("paper", "verify", file, "--paper", paper, "--json").stdout)
        assert (told["paper"], told["format"]) == (paper, form)
        assert told["hash"] == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_file_with_one_byte_changed_is_no_paper(issued, elsewhere, tmp_path):
    for (_, form), file in issued.items():
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        (tmp_path / form).write_bytes(data)
        refused = elsewhere("paper", "verify", tmp_path / form, check=False)
        assert refused.returncode == 1 and "is no file of an issued paper" in refused.stderr, form
        assert hashlib.sha256(data).hexdigest() in refused.stderr


def test_another_papers_file_is_named_and_refused(issued, elsewhere):
    refused = elsewhere("paper", "verify", issued[PAPERS[0], "pdf"], "--paper", PAPERS[1], check=False)
    assert refused.returncode == 1 and f"({PAPERS[0]})" in refused.stderr and f"not {PAPERS[1]}" in refused.stderr


def test_what_is_no_paper_is_told_so(example, elsewhere, tmp_path):
    draft = tmp_path / "draft.html"
    command(example.folder, "paper", "export", "leadership-2026-12", "--format", "html", "--output", draft)
    (tmp_path / "nothing").touch()
    for file in [EXAMPLE, draft, tmp_path / "nothing"]:
        refused = elsewhere("paper", "verify", file, check=False)
        assert refused.returncode == 1 and "is no file of an issued paper" in refused.stderr, file
    missing = elsewhere("paper", "verify", tmp_path / "missing", check=False)
    assert missing.returncode == 1 and "can't be read" in missing.stderr
    refused = elsewhere("paper", "rebuild", "leadership-2026-12", check=False)
    assert refused.returncode == 1 and "it was never issued" in refused.stderr
