"""Prints a paper with Typst: a job comes in as JSON and the file goes out, with no network, folder or clock to look at."""
import ctypes
import json
import os
import re
import resource
import struct
import sys


def shut():
    """Leaves the network where the system lets us, and bounds what a job may take."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        ctypes.CDLL(None).unshare(0x10000000 | 0x40000000)  # CLONE_NEWUSER | CLONE_NEWNET
    except (OSError, AttributeError):
        pass


def letters(path):
    """The characters that a font file can show, from its table `cmap` (formats 4 and 12)."""
    with open(path, "rb") as file:
        font = file.read()
    tables = {font[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">I", font, 20 + 16 * i)[0] for i in range(struct.unpack_from(">H", font, 4)[0])}
    start, known = tables[b"cmap"], set()
    for i in range(struct.unpack_from(">H", font, start + 2)[0]):
        at = start + struct.unpack_from(">I", font, start + 8 + 8 * i)[0]
        form = struct.unpack_from(">H", font, at)[0]
        if form == 12:
            for j in range(struct.unpack_from(">I", font, at + 12)[0]):
                first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * j)
                known.update(range(first, last + 1))
        elif form == 4:
            count = struct.unpack_from(">H", font, at + 6)[0] // 2
            ends = struct.unpack_from(f">{count}H", font, at + 14)
            starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
            known.update(c for first, last in zip(starts, ends) if last != 0xFFFF for c in range(first, last + 1))
    return known


def showable(text, fonts):
    """The text with what no font can show as U+FFFD, so that a strange letter spoils no paper."""
    strange = set(text) - set(map(chr, range(32, 127)))
    if not strange:
        return text
    known = set().union(*map(letters, fonts))
    hidden = {c: "\ufffd" for c in strange if ord(c) not in known and c != "\n"}
    return text.translate(str.maketrans(hidden)) if hidden else text


def main():
    shut()
    import typst

    order = json.loads(sys.stdin.buffer.read())
    fonts = [os.path.join(order["fonts"], name) for name in sorted(os.listdir(order["fonts"])) if name.endswith((".otf", ".ttf"))]
    job = showable(json.dumps(order["job"], ensure_ascii=False), fonts)
    template = order["template"].encode()
    compiler = typst.Compiler(
        input=template, root=order["fonts"], ignore_system_fonts=True,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]]),
        package_path="/nonexistent", package_cache_path="/nonexistent")
    for _ in range(40):
        try:
            pages = compiler.compile(
                input=template, format=order["format"], ppi=order.get("ppi"), timestamp=order["made"], sys_inputs={"job": job},
                pdf_standards=["ua-1"] if order["format"] == "pdf" else [])
            break
        except typst.TypstError as error:
            # Letters that the fonts have one by one may still not stand together.
            found = re.search(r'the text `(".*")` could not be displayed', error.message)
            text = json.loads(re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: json.dumps(chr(int(m[1], 16)))[1:-1], found[1])) if found else ""
            if not text or text not in job:
                raise
            job = job.replace(text, "\ufffd")
    for page in pages if isinstance(pages, list) else [pages]:
        sys.stdout.buffer.write(struct.pack(">I", len(page)) + page)


main()
