"""A plan in Excel as services keep it: findings, actions, owners, days and statuses, so many rows of them."""

import datetime

from openpyxl import Workbook

HEADINGS = ["Ref", "Recommendation", "Action", "Lead", "Start date", "Due date", "Status", "Progress", "Measure of success"]
LEADS = ["A. Whitfield", "B. Osei", "Group Manager Prevention", "Head of Protection", "C. Lindqvist", "Station Manager Training"]
STATUSES = ["Green", "Amber", "Red", "Complete", "Green", "Not started"]
WORK = [
    "Publish the timetable of risk visits and tell each station of it",
    "Train every watch in the new way of recording what was found",
    "Bring the registers of premises together and name who keeps each part",
    "Report to the board each quarter what was promised and what is late",
    "Renew the agreement with the neighbouring services about cover at night",
]


def write(path, rows):
    """Ten actions to a finding, whose text stands in the first of its rows as people write it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Action plan")
    sheet.append(["Improvement action plan"])
    sheet.append(HEADINGS)
    start = datetime.date(2024, 4, 1)
    for row in range(rows):
        finding, action = divmod(row, 10)
        text = f"Finding {finding + 1}: the service should assure itself that part {finding + 1} of its work is done as it says"
        sheet.append([
            f"{finding + 1}.{action + 1}", text if action == 0 else None, f"{WORK[row % 5]}, part {row + 1}", LEADS[row % 6],
            start + datetime.timedelta(days=row % 200), start + datetime.timedelta(days=300 + row % 900), STATUSES[row % 6],
            f"Step {row % 7} of the work is done and the crews of area {row % 11} have been told", f"{60 + row % 40} per cent of visits are in time",
        ])
    book.save(path)
    return len(HEADINGS) * rows
