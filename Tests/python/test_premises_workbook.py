"""Premises out of a real workbook, with numbers as Excel keeps them, and back into one."""

import json

import openpyxl
import pytest

from program import command

HEADINGS = ["Ref", "UPRN", "Premises name", "Address 1", "Town", "Post code", "Type", "X", "Y", "Storeys"]
ROWS = [
    ["P1", 100090000001, "Harbour House", "1 Quay Street\nSouth side", "Norwich", "nr1 1aa", "Care home", 623100, 308600, 3],
    ["P2", 100090000002, "Café Ünder the “Anchor”", "2 Quay Street", "Norwich", "NR1 1AB", "pub", 623110.0, 308610.0, 2],
    ["P3", None, "Station Works", "3, Station Road", "Ipswich", "IP1 1AA", "factory", None, None, 1],
]


@pytest.fixture
def workbook(tmp_path):
    def make(rows=ROWS, headings=HEADINGS, sheet="Premises"):
        book = openpyxl.Workbook()
        book.active.title = sheet
        # Somebody's empty row above the table, a format on the numbers, and a sheet that is hidden.
        book.active.append([])
        for row in [headings, *rows]:
            book.active.append(row)
        for cell in book.active["B"]:
            cell.number_format = "0"
        hidden = book.create_sheet("Lists")
        hidden.append(["care home", "pub"])
        hidden.sheet_state = "hidden"
        file = tmp_path / "premises.xlsx"
        book.save(file)
        return file

    return make


def taken(folder, file, *words):
    return json.loads(command(folder, "premises", "import", file, "--json", *words).stdout)


def test_a_workbook_is_looked_at_taken_and_the_same_again_changes_nothing(workbook, tmp_path):
    data, file = tmp_path / "data", workbook()
    command(data, "person", "add", "R. Okafor")
    looked = taken(data, file, "--dry-run")
    assert json.loads(command(data, "premises", "list", "--json").stdout) == []
    assert looked == taken(data, file)
    assert len(json.loads(command(data, "premises", "imports", "--json").stdout)) == 1
    shown = json.loads(command(data, "premises", "show", "P1", "--json").stdout)
    for words in ('"100090000001"', "Norwich", "NR1 1AA", '"storeys": 3'):
        assert words in json.dumps(shown), shown
    assert [one["reference"] for one in json.loads(command(data, "premises", "search", "100090000002", "--json").stdout)] == ["P2"]
    assert "Café Ünder the “Anchor”" in command(data, "premises", "show", "P2").stdout
    again = command(data, "premises", "import", file, check=False)
    assert again.returncode == 1 and "0 added, 0 changed, 3 unchanged" in again.stderr, again.stderr
    assert len(json.loads(command(data, "premises", "imports", "--json").stdout)) == 1


def test_a_changed_cell_changes_those_premises_alone(workbook, tmp_path):
    data = tmp_path / "data"
    taken(data, workbook())
    changed = [row[:] for row in ROWS]
    changed[1][9] = 4
    difference = taken(data, workbook([*changed, ["P4", 100090000004, "New Hall", "4 Quay Street", "Norwich", "NR1 1AC", "pub", None, None, 1]]))
    assert (difference["added"], difference["changed"], difference["unchanged"]) == (1, 1, 2), difference


def test_a_doubtful_cell_is_named_by_its_row_and_nothing_is_saved(workbook, tmp_path):
    data = tmp_path / "data"
    command(data, "person", "add", "R. Okafor")
    file = workbook([ROWS[0], [*ROWS[1][:6], "lighthouse", *ROWS[1][7:]]])
    refused = command(data, "premises", "import", file, check=False)
    assert refused.returncode == 1 and "lighthouse" in refused.stdout + refused.stderr and "4" in refused.stdout + refused.stderr, refused
    assert json.loads(command(data, "premises", "list", "--json").stdout) == []


def test_columns_that_nobody_knows_are_matched_by_their_headings(workbook, tmp_path):
    data, file = tmp_path / "data", workbook(headings=["Site no", *HEADINGS[1:7], "Grid A", "Grid B", "Floors up"])
    matches = [word for match in ("reference=Site no", "easting=Grid A", "northing=Grid B", "storeys=Floors up") for word in ("--match", match)]
    assert taken(data, file, *matches)["added"] == 3


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_is_exported_comes_in_again_without_a_doubt(workbook, tmp_path, form):
    """An address comes out in one line, so that is what these have, and no place, which comes out rounded."""
    data, out = tmp_path / "data", tmp_path / f"out.{form}"
    taken(data, workbook([[*row[:3], "1 Quay Street", None, *row[5:7], None, None, row[9]] for row in ROWS]))
    command(data, "premises", "export", "--output", out)
    again = taken(data, out, "--dry-run")
    assert again["added"] == again["changed"] == 0 and again["unchanged"] == 3, again
