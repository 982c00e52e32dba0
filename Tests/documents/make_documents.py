"""Makes the small documents that DocumentsTests reads, with the traps real plans have.

    python Tests/documents/make_documents.py Tests/DocumentsTests/Samples
"""
import datetime
import pathlib
import re
import sys
import zipfile

import docx
import openpyxl
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

MOMENT = datetime.datetime(2024, 1, 2, 9, 0, 0)
PLAN = [
    ("Recommendation", "Action", "Owner", "Due date", "RAG"),
    ("R1 Share what is learnt", "Publish a digest", "Jo Reeve", "31/03/2024", "Green"),
    ("", "Brief each watch", "Sam Okoro & Jo Reeve", "30.06.24", "Amber"),
    ("R2 Cover at night", "Set up an on-call rota", "Sam Okoro", "Q3 2024/25", "Red"),
]


def settled(path):
    """Writes the archive again with fixed times, so the same script gives the same bytes."""
    rewritten(path, {})


def rewritten(path, changes, added=None):
    with zipfile.ZipFile(path) as old:
        parts = [(info.filename, old.read(info)) for info in old.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts + list((added or {}).items()):
            if name in changes:
                data = changes[name](data.decode()).encode()
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2024-01-02T09:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 9, 0, 0)), data, zipfile.ZIP_DEFLATED)


def document(title=""):
    made = docx.Document()
    made.core_properties.title = title
    made.core_properties.created = made.core_properties.modified = MOMENT
    return made


def shaded(cell, fill):
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))


def table(made, rows):
    grid = made.add_table(len(rows), max(map(len, rows)))
    for cells, row in zip(grid.rows, rows):
        for cell, text in zip(cells.cells, row):
            cell.text = text
    return grid


def numbered(paragraph, number, level=0):
    settings = paragraph._p.get_or_add_pPr()
    settings.append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
    return paragraph


def add_lists(made):
    """Lists 71 (1), a), •) and 72, the same list begun again at 5; 73 is bare bullets, 74 is 01. and 1.i."""
    part = made.part.numbering_part.element
    levels = {
        700: [("decimal", "%1)"), ("lowerLetter", "%2)"), ("bullet", "\uf0b7")],
        701: [("bullet", "\uf0b7")],
        702: [("decimalZero", "%1."), ("lowerRoman", "%1.%2.")],
    }
    first = part.find(qn("w:num"))
    for number, kinds in levels.items():
        body = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (kind, text) in enumerate(kinds))
        first.addprevious(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{body}</w:abstractNum>'))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="71"><w:abstractNumId w:val="700"/></w:num>'))
    part.append(parse_xml(
        f'<w:num {nsdecls("w")} w:numId="72"><w:abstractNumId w:val="700"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="73"><w:abstractNumId w:val="701"/></w:num>'))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="74"><w:abstractNumId w:val="702"/></w:num>'))


def plan_docx(path):
    made = document("Peer review response")
    made.add_heading("Not the title, since the properties have one", 1)
    made.add_paragraph("The reviewers asked for “two” things & more — see below.")
    grid = table(made, PLAN)
    grid.cell(1, 0).merge(grid.cell(2, 0))
    for row, fill in ((1, "00B050"), (2, "FFC000"), (3, "FF0000")):
        shaded(grid.cell(row, 4), fill)
    grid.cell(1, 1).add_paragraph("Then keep it up to date")
    shaded(grid.cell(0, 0), "FFFFFF")
    made.add_paragraph("After the table")
    made.save(path)
    settled(path)


def merges_docx(path):
    made = document()
    made.add_heading("Merged plan", 0)
    grid = table(made, [("Theme", "", "", "Due"), ("One", "a", "b", "x"), ("", "c", "d", "y"), ("", "e", "f", "z")])
    grid.cell(0, 0).merge(grid.cell(0, 2))
    grid.cell(1, 0).merge(grid.cell(3, 0))
    inner = grid.cell(2, 2).add_table(2, 1)
    inner.cell(0, 0).text, inner.cell(1, 0).text = "inner one", "inner two"
    # The second half of a table that was split: its first row continues a cell of the half before.
    half = table(made, [("Kept text", "g", "h", "w"), ("", "i", "j", "v")])
    for first in [row._tr.tc_lst[0] for row in half.rows]:
        first.get_or_add_tcPr().append(parse_xml(f'<w:vMerge {nsdecls("w")}/>'))
    # A table that only lays out the page.
    page = made.add_table(1, 1)
    page.cell(0, 0).text = "Around the real one"
    real = page.cell(0, 0).add_table(2, 2)
    for row, texts in zip(real.rows, (("Action", "Owner"), ("Do it", "Jo"))):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    # Rows that begin and end away from the grid's edges.
    ragged = table(made, [("A", "B", "C"), ("1", "2", "3")])
    row = ragged.rows[1]._tr
    row.remove(row.findall(qn("w:tc"))[0])
    row.get_or_add_trPr().append(parse_xml(f'<w:gridBefore {nsdecls("w")} w:val="1"/>'))
    made.save(path)
    settled(path)


def changes_docx(path):
    made = document()
    made.add_paragraph("Plan with changes")
    grid = table(made, [("Action", "Owner"), ("Write ", "Jo"), ("Gone row", "Gone"), ("Hidden row", "Hid"), ("Date", "x")])
    first = grid.cell(1, 0).paragraphs[0]
    first._p.append(parse_xml(
        f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>less</w:delText></w:r></w:del>'))
    first._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>more</w:t></w:r></w:ins>'))
    secret = first.add_run(" secretly")
    secret.font.hidden = True
    first.add_run("!")
    # A paragraph whose end was deleted runs on.
    one = grid.cell(1, 1).paragraphs[0]
    one._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:vanish/><w:del w:id="3" w:author="a"/></w:rPr>'))
    grid.cell(1, 1).add_paragraph(" Reeve")
    grid.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="4" w:author="a"/>'))
    grid.rows[3]._tr.get_or_add_trPr().append(parse_xml(f'<w:hidden {nsdecls("w")}/>'))
    # Settings before a change are not settings now.
    grid.cell(4, 0)._tc.get_or_add_tcPr().append(parse_xml(
        f'<w:tcPrChange {nsdecls("w")} w:id="5" w:author="a"><w:tcPr><w:vMerge/><w:shd w:val="clear" w:fill="FF0000"/></w:tcPr></w:tcPrChange>'))
    # A date control, one still showing its placeholder, a tick, a break, a link and a box of text drawn twice.
    date = grid.cell(4, 0).paragraphs[0]._p
    date.append(parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:date w:fullDate="2024-05-31T00:00:00Z"/></w:sdtPr>'
        '<w:sdtContent><w:r><w:t xml:space="preserve"> 31 May 2024</w:t></w:r></w:sdtContent></w:sdt>'))
    date.append(parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:showingPlcHdr/></w:sdtPr>'
        '<w:sdtContent><w:r><w:t>Click to enter a date.</w:t></w:r></w:sdtContent></w:sdt>'))
    date.append(parse_xml(f'<w:r {nsdecls("w")}><w:br/><w:sym w:font="Wingdings" w:char="F0FC"/><w:noBreakHyphen/></w:r>'))
    date.append(parse_xml(f'<w:hyperlink {nsdecls("w")}><w:r><w:t>linked</w:t></w:r></w:hyperlink>'))
    made.save(path)
    settled(path)


def lists_docx(path):
    made = document()
    add_lists(made)
    made.add_paragraph("The reviewers' words").style = "Heading 2"
    numbered(made.add_paragraph("First in full"), 71)
    numbered(made.add_paragraph("Detail"), 71, 1)
    numbered(made.add_paragraph("More detail"), 71, 1)
    numbered(made.add_paragraph("Second in full"), 71)
    numbered(made.add_paragraph("Detail again"), 71, 1)
    numbered(made.add_paragraph("Point"), 71, 2)
    numbered(made.add_paragraph("Begun again"), 72)
    made.add_paragraph("By style", style="List Number")
    made.add_paragraph("Bullet by style", style="List Bullet")
    numbered(made.add_paragraph("Not in the list", style="List Number"), 0)
    made.add_paragraph("9)\tTyped by hand")
    grid = table(made, [("Ref", "Action"), ("", "One"), ("", "Two")])
    for row in (1, 2):
        numbered(grid.cell(row, 0).paragraphs[0], 74)
    numbered(grid.cell(2, 1).paragraphs[0], 73)
    numbered(grid.cell(2, 1).add_paragraph("Three"), 73)
    made.save(path)
    settled(path)


def tabs_docx(path):
    made = document()
    made.add_paragraph("Typed with tabs")
    made.add_paragraph("A sentence before.")
    for row in PLAN:
        made.add_paragraph("\t".join(row))
    made.save(path)
    settled(path)


def filled(rgb=None, **kind):
    return PatternFill("solid", fgColor=rgb if rgb else Color(**kind))


def plan_xlsx(path):
    book = openpyxl.Workbook()
    book.properties.title = "Improvement plan"
    book.properties.created = book.properties.modified = MOMENT
    sheet = book.active
    sheet.title = "Plan & more"
    sheet.append(["Improvement plan 2024"])
    sheet.append([])
    sheet.append([])
    sheet.append(["Ref", "Recommendation", "Action", "Owner", "Due", "Internal notes", "% done", "RAG"])
    sheet.append([1, "Share what is learnt", "Publish a digest", "Jo Reeve", datetime.date(2024, 3, 31), "hush", 0.5, None])
    sheet.append([1.1, None, "Brief each\nwatch", "Sam Okoro", datetime.datetime(2024, 6, 30, 14, 30), "hush", 1, "Amber"])
    sheet.append([2, "Cover at night", "Set up a rota", "Sam Okoro", "Q3 2024/25", None, 0.125, "Red"])
    sheet.append([3, "Filtered away", "Nothing", "Nobody", None, None, None, None])
    sheet.append([4, "Sums", "=1+1", True, 45382, None, "#REF!", 0.1])
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("B5:B6")
    sheet["E5"].number_format = "dd/mm/yyyy"
    sheet["E6"].number_format = "[$-809]dd mmmm yyyy;@"
    sheet["E9"].number_format = "mmm-yy"
    sheet["G5"].number_format = sheet["G6"].number_format = "0%"
    sheet["G7"].number_format = "0.0%"
    sheet["G9"].data_type = "e"
    sheet["H9"].number_format = '"AFI "000'
    sheet["H5"].fill = filled("FF00B050")
    sheet["H6"].fill = filled(theme=7)
    sheet["H7"].fill = filled(indexed=10)
    sheet["A5"].fill = filled(theme=4, tint=0.5999938962981048)
    sheet["A6"].fill = filled("FFFFFFFF")
    sheet.column_dimensions["F"].hidden = True
    sheet.auto_filter.ref = "A4:H9"
    sheet.auto_filter.add_filter_column(0, ["1"])
    sheet.row_dimensions[8].hidden = True
    sheet["D5"].comment = Comment("not part of the plan", "me")
    hidden = book.create_sheet("Lists")
    hidden.append(["Green"])
    hidden.sheet_state = "hidden"
    second = book.create_sheet("Second")
    second["B2"], second["C2"] = "Action", "Due"
    second["B3"], second["C3"] = "Do", 60
    second["C3"].number_format = "d/m/yy"
    second["C4"] = 59
    second["C4"].number_format = "d/m/yy"
    second["B4"] = "Rich"
    second["XFD1048576"] = "stray"
    book.create_sheet("Blank")
    book.save(path)
    settled(path)


def odd_xlsx(path):
    """From 1904, with rich and phonetic text, inline text, saved formulas, escapes and no cell places."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MOMENT
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Odd"
    sheet.append(["Action", "Due"])
    sheet.append(["x", datetime.date(2024, 3, 31)])
    book.save(path)

    texts = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>unused</t></si>'
        '<si><r><t xml:space="preserve">Rich </t></r><r><rPr><b/></rPr><t>text</t></r>'
        '<rPh sb="0" eb="1"><t>guide</t></rPh></si></sst>')

    def related(text):
        return text.replace("</Relationships>",
            '<Relationship Id="rId99" Target="sharedStrings.xml" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>')

    def typed(text):
        return text.replace("</Types>",
            '<Override PartName="/xl/sharedStrings.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')

    def rows(text):
        return text.replace('t="inlineStr"><is><t>x</t></is>', 't="s"><v>1</v>').replace("</sheetData>",
            '<row><c t="inlineStr"><is><t>In</t><t>line</t></is></c><c t="str"><f>A1</f><v>Saved_x000D_&amp; kept</v></c></row>'
            '<row><c><f>1+1</f><v>2</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>'
            '<row><c t="d"><v>2024-05-31</v></c><c><v>0.30000000000000004</v></c><c><v>1E-7</v></c></row></sheetData>')

    changes = {"xl/worksheets/sheet1.xml": rows, "xl/_rels/workbook.xml.rels": related, "[Content_Types].xml": typed}
    rewritten(path, changes, added={"xl/sharedStrings.xml": texts.encode()})


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for make in (plan_docx, merges_docx, changes_docx, lists_docx, tabs_docx, plan_xlsx, odd_xlsx):
        name, _, suffix = make.__name__.rpartition("_")
        make(folder / f"{name}.{suffix}")
    lines = ["Recommendation;Action;Owner;Due", 'Café “cover”;"Publish; then\r\nbrief";Jo – Sam;31/03/2024', ";Rota;Jo;30/06/2024", ";;;", ""]
    (folder / "semicolon-1252.csv").write_bytes("\r\n".join(lines).encode("cp1252"))
    (folder / "comma-bom.csv").write_bytes("\ufeffRef,Action\r\n1,\"Say \"\"hello\"\", then go\"\r\n2,Café\r\n".encode())
    (folder / "tab-utf16.csv").write_bytes("\ufeffRef\tAction\r\n1\tCafé – “open”\r\n".encode("utf-16-le"))
    (folder / "pipe.csv").write_text("Ref|Action|Owner\n1|Do, now|Jo\n2|Do, then|Sam\n")


if __name__ == "__main__":
    main(sys.argv[1])
