"""Reads a PDF on standard input as pikepdf, pdfminer and pdfua do, and says as JSON what is in it."""
import io
import json
import subprocess
import sys
import tempfile
from collections import Counter

import pikepdf
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTTextContainer
from pdfminer.pdfpage import PDFPage

data = sys.stdin.buffer.read()
file = pikepdf.open(io.BytesIO(data))
tags, scopes, alts, boxes = Counter(), Counter(), [], []
places = {page.objgen: n for n, page in enumerate(file.pages)}


def walk(node):
    if isinstance(node, pikepdf.Array):
        for child in node:
            walk(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        tags[str(node.S)[1:]] += 1
        if str(node.S) == "/Figure":
            alts.append(str(node.get("/Alt", "")))
            boxes.append([places[node.Pg.objgen], *[float(edge) for a in node.A if "/BBox" in a for edge in a.BBox]])
        if str(node.S) == "/TH":
            attributes = node.get("/A")
            for a in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
                if a is not None and "/Scope" in a:
                    scopes[str(a.Scope)[1:]] += 1
        if "/K" in node:
            walk(node.K)


walk(file.Root.StructTreeRoot.K)
with tempfile.NamedTemporaryFile(suffix=".pdf") as kept:
    kept.write(data)
    kept.flush()
    said = json.loads(subprocess.run([sys.executable, "-m", "pdfua", "check", "--format", "json", kept.name], capture_output=True, text=True).stdout)
with file.open_metadata() as meta:
    xmp = {"part": meta.get("pdfuaid:part"), "title": meta.get("dc:title"), "made": meta.get("xmp:CreateDate")}
links = [str(a.A.URI) for page in file.pages for a in page.get("/Annots", []) if "/A" in a and "/URI" in a.A]
json.dump({
    "language": str(file.Root.Lang), "marked": bool(file.Root.MarkInfo.Marked), "title": str(file.docinfo.Title), "author": str(file.docinfo.get("/Author", "")),
    "shows_title": bool(file.Root.ViewerPreferences.DisplayDocTitle), "xmp": xmp,
    "tags": tags, "scopes": scopes, "alts": alts, "boxes": boxes, "links": links,
    "sizes": [[float(edge) for edge in page.mediabox[2:]] for page in file.pages],
    "right": [max((box.x1 for box in page if isinstance(box, LTTextContainer)), default=0) for page in extract_pages(io.BytesIO(data))],
    "outline": [item.title for item in file.open_outline().root],
    "pages": [extract_text(io.BytesIO(data), page_numbers=[n]) for n in range(len(file.pages))],
    "wide": [float(page.mediabox[2]) > float(page.mediabox[3]) or int(page.get("/Rotate", 0)) % 180 == 90 for page in file.pages],
    "fonts": sorted({str(font.BaseFont).split("+")[-1] for page in file.pages for font in page.Resources.get("/Font", {}).values()}),
    "findings": [finding for report in (said if isinstance(said, list) else [said]) for finding in report.get("findings", [])],
}, sys.stdout)
