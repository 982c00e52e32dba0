"""What a page shows, taken away as a file and read by other people's programs."""

import csv
import datetime
import io

import openpyxl
import pytest


@pytest.fixture
def download(chromium, example, member):
    context = chromium.new_context(base_url=example.address, storage_state=member, locale="en-GB")
    page = context.new_page()

    def download(address, link):
        page.goto(address)
        with page.expect_download() as waiting:
            page.get_by_role("main").get_by_role("link", name=link, exact=True).click()
        return waiting.value.path().read_bytes(), waiting.value.suggested_filename

    yield download
    context.close()


@pytest.fixture
def plan():
    return "/plans/peer-review-response"


def test_csv_has_what_is_shown(download, plan):
    data, name = download(plan, "CSV")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert name.endswith(".csv") and len(rows) == 16
    assert {row["Action"]: row["Due"] for row in rows}["2.2"] == "2025-09-30"

    some, _ = download(f"{plan}?standing=amber", "CSV")
    assert {row["Standing"] for row in csv.DictReader(io.StringIO(some.decode("utf-8-sig")))} == {"Amber"}


def test_excel_has_the_same_with_true_days(download, plan):
    data, name = download(plan, "Excel")
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    heading, *rows = sheet.iter_rows(values_only=True)
    assert name.endswith(".xlsx") and len(rows) == 16
    due = {row[heading.index("Action")]: row[heading.index("Due")] for row in rows}
    assert due["2.2"] == datetime.datetime(2025, 9, 30)
