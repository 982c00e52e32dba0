"""Reads a Word file on standard input as python-docx does, and says as JSON what is in it."""
import io
import json
import sys

from docx import Document
from docx.oxml.ns import qn

file = Document(io.BytesIO(sys.stdin.buffer.read()))
body = file.element.body
links = {r.rId: r.target_ref for r in file.part.rels.values() if r.is_external}
marks = {m.get(qn("w:name")) for m in body.iter(qn("w:bookmarkStart"))}


def text(element):
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


json.dump({
    "title": file.core_properties.title,
    "author": file.core_properties.author,
    "language": file.core_properties.language,
    "created": file.core_properties.created.isoformat(),
    "paragraphs": [[p.style.name, p.text] for p in file.paragraphs if p.text],
    "tables": [{
        "rows": [[cell.text for cell in row.cells] for row in table.rows],
        "heads": [row._tr.find(".//" + qn("w:tblHeader")) is not None for row in table.rows],
        "caption": (table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) if table._tbl.tblPr.find(qn("w:tblCaption")) is not None else None),
        "width": sum(column.width for column in table.columns),
        "columns": [column.width for column in table.columns],
        "whole": [row._tr.find(".//" + qn("w:cantSplit")) is not None for row in table.rows],
    } for table in file.tables],
    "pictures": [[p.get("descr"), file.part.related_parts[b.get(qn("r:embed"))].image.px_width]
                 for p, b in zip(body.iter(qn("wp:docPr")), body.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip"))],
    "sizes": [[int(e.get("cx")), int(e.get("cy"))] for e in body.iter(qn("wp:extent"))],
    "kept": [p.style.paragraph_format.keep_with_next for p in file.paragraphs if p.style.name == "Caption"],
    "links": [[text(h), links[h.get(qn("r:id"))]] for h in body.iter(qn("w:hyperlink")) if h.get(qn("r:id"))],
    "inner": [[text(h), h.get(qn("w:anchor")) in marks] for h in body.iter(qn("w:hyperlink")) if h.get(qn("w:anchor"))],
    "standings": [[run.style.name, run.text] for table in file.tables for row in table.rows for cell in row.cells
                  for p in cell.paragraphs for run in p.runs if run.style.name.startswith("Standing")],
    "sections": [[s.orientation == 1, text(s.footer._element), [i.text.strip() for i in s.footer._element.iter(qn("w:instrText"))],
                  text(s.header._element)] for s in file.sections],
    "numbered": [p.text for p in file.paragraphs if p.style.name == "List Number" and p._p.pPr.numPr is not None],
}, sys.stdout)
