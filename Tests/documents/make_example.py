"""Makes the example service's Word file: an action plan with the faults that real ones have.

    .venv/bin/python Tests/documents/make_example.py

The same bytes come out each time, so a change of the file is a change of this script.
"""

import datetime
import io
import pathlib
import zipfile

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

OUT = pathlib.Path(__file__).parents[2] / "Sources/App/Example/peer-review-response.docx"

TITLE = "Protection peer review response"

BACKGROUND = [
    "In July 2024 a team of four from Westmarch Fire and Rescue spent three days with our protection department at "
    "our request. They read the strategy, the audit programme, forty audit files and the duty records, and spoke "
    "with officers at every grade. Their letter of 6 September 2024 made eight recommendations.",
    "This plan says what we will do about each of them, who will do it and by when. It runs for eighteen months, "
    "from 1 October 2024 to 31 March 2026, and is sponsored by the Deputy Chief Fire Officer. Progress goes to the "
    "Performance Board every quarter.",
]

# The full wording, which the table below shortens.
RECOMMENDATIONS = [
    "Show how fire protection cover is provided at night, at weekends and on public holidays, and keep a record that "
    "lets the Service prove that a competent officer could be reached on every one of those shifts.",
    "Set a yearly target for fire safety audits that follows from the risk in the county, share it out between the "
    "protection offices and report against it each quarter, so that members can tell whether the programme is on course.",
    "Introduce independent sampling of finished audits, with written criteria, a set number each quarter and a way for "
    "what is found to change training or guidance.",
    "Bring every inspecting officer to the level that the national competency framework expects for the premises they "
    "visit, and hold a plan to replace those who will retire or move on within three years.",
    "Rewrite the enforcement policy so that it states what enforcement is meant to achieve, how a decision is reached "
    "and recorded, and who may sign each kind of notice.",
    "Score the risk-based inspection programme again with current data, explain the method in public, and deal first "
    "with premises where people sleep and the last visit was more than three years ago.",
    "Make it easier for businesses, above all small ones, to learn what fire safety law asks of them, and measure "
    "whether they do it once the Service has advised them.",
    "Finish the duties that followed the Grenfell Tower fire: hold one reliable record of high-rise residential "
    "buildings with what is known of their external walls, and publish notices where residents and businesses can find them.",
]

HEADINGS = ["Recommendation", "Actions", "Owner", "Delivery date", "RAG"]
GREEN, AMBER, RED = "92D050", "FFC000", "FF0000"

# Rows as a tired person left them. "^" is a cell merged with the one above; a blank one means the same in other hands.
ROWS = [
    ["1. Show how fire protection cover is provided at night, at weekends and on public holidays",
     "Publish a rota of qualified officers for nights, weekends and public holidays.",
     "GM Halloran/GM Pemberton", "31/01/2025", "Green"],
    ["^", "Log each out-of-hours call for protection advice, with the time of the call and the time of the answer.",
     "GM Halloran", "31st March 2025", "Green"],
    ["2. Set a yearly target for fire safety audits that follows from the risk in the county",
     "Agree an audit target for 2025/26 with the Service Leadership Team and share it out between the three offices.",
     "SM Achebe", "28/02/2025", GREEN],
    ["", "Report audits done against the target to the Performance Board each quarter.",
     "SM Achebe & Data and Insight", "Q2 2025/26", "Amber"],
    ["3. Introduce independent sampling of finished audits",
     "Write the sampling criteria and train four reviewers who have no part in the audits they will read.",
     "SM Whitlock", "30 April 2025", GREEN],
    ["", "Sample thirty finished audits a quarter, take what is learned to the",
     "SM Whitlock", "30.09.25", "Green"],
    HEADINGS,
    ["", "protection managers and follow each lesson until guidance or training has changed.", "", "", ""],
    ["4. Bring every inspecting officer to the level that the national competency framework expects",
     "Compare each officer’s qualifications with the framework and book a course for everyone who has a gap.",
     "GM Halloran & Training Centre", "end of June 2025", AMBER],
    ["^", "Write a three-year succession plan for protection posts and make it part of the people strategy.",
     "AM Desai", "31//10/2025", "Amber"],
    ["5. Rewrite the enforcement policy",
     "Take a new enforcement policy, with its aims and a form for recording decisions, through legal review to approval.",
     "GM Halloran", "14/3/25", GREEN],
    ["^", "Brief all inspecting officers on the new policy, then check the first twenty decision records.",
     "SM Whitlock/SM Achebe", "July 2025", "Green"],
    ["6. Score the risk-based inspection programme again with current data",
     "Score every known premises by the new method and publish a plain account of it.",
     "Data and Insight", "30/06/2025", RED],
    ["^", "Visit the 412 premises where people sleep that nobody has audited for three years.",
     "SM Achebe", "31/03/2027", "Amber"],
    ["7. Make it easier for businesses, above all small ones, to learn what fire safety law asks of them",
     "Hold six events with chambers of trade and put a short guide for small businesses on our website.",
     "WM Tranter Corporate Communications", "Q3 2025/26", "Green"],
    ["", "Go back to advised businesses after three months and report how many have acted on the advice.",
     "WM Tranter", "31 December 2026", "Green"],
    ["8. Finish the duties that followed the Grenfell Tower fire",
     "Bring the four lists of high-rise buildings into one record and confirm each external wall entry with the responsible person.",
     "GM Halloran; Data and Insight", "30/11/2025", AMBER],
    ["^", "Publish notices on our website inside the statutory window, with a search by place and by date.",
     "Corporate Communications", "end of February 2026", "Amber"],
]


def shade(cell, colour):
    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:color"), "auto")
    fill.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(fill)


def write(cell, text, bold=False):
    run = cell.paragraphs[0].add_run(text)
    run.font.size = Pt(9)
    run.bold = bold


def fill_row(table, index, row):
    heading = row is HEADINGS
    for column, text in enumerate(row):
        cell = table.cell(index, column)
        if text == "^":
            table.cell(index - 1, column).merge(cell)
        elif len(text) == 6 and all(digit in "0123456789ABCDEF" for digit in text):
            shade(cell, text)
        elif text:
            write(cell, text, bold=heading)
        if heading:
            shade(cell, "D9E2F3")


def plan_table(document):
    table = document.add_table(rows=len(ROWS) + 1, cols=len(HEADINGS), style="Table Grid")
    for index, row in enumerate([HEADINGS] + ROWS):
        fill_row(table, index, row)
    for column, width in enumerate([6.5, 9.5, 4, 3, 1.8]):
        for cell in table.columns[column].cells:
            cell.width = Cm(width)


def settled(data):
    """The same parts with one time stamp, so that the file depends on its content alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as settled_parts:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, (2024, 10, 1, 9, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            settled_parts.writestr(part, parts.read(name))
    return out.getvalue()


def make(out=OUT):
    document = docx.Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(2)

    about = document.core_properties
    about.title, about.author, about.comments = TITLE, "Northshire Fire and Rescue", ""
    about.created = about.modified = datetime.datetime(2024, 10, 1, 9, 0)

    document.add_heading(TITLE, 0)
    document.add_heading("Background", 1)
    for paragraph in BACKGROUND:
        document.add_paragraph(paragraph)
    document.add_heading("What the review recommended", 1)
    for recommendation in RECOMMENDATIONS:
        document.add_paragraph(recommendation, style="List Number")
    document.add_heading("What we will do", 1)
    plan_table(document)
    document.add_paragraph()
    document.add_paragraph("Held by the Improvement Team. Version 1, 1 October 2024.")

    data = io.BytesIO()
    document.save(data)
    out.write_bytes(settled(data.getvalue()))


if __name__ == "__main__":
    make()
