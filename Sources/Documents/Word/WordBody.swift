import Kernel

/// Hears the body of a Word document and keeps its tables and paragraphs (ECMA-376, part 1, 17).
///
/// Tracked changes are read as if accepted; hidden text and what only stands in for text are left out.
final class WordBody: XMLListener {
    private enum Element { case paragraph, paragraphMark, run, runSettings, tabs, cell, rowSettings, cellSettings, contents, muted, other }

    private struct Paragraph {
        var text: [UInt8] = []
        var style: String?
        var number: Int?
        var level: Int?
        var runIsHidden = false
        /// The break after it was deleted: it runs on into the next.
        var runsOn = false
    }

    private let styles: WordStyles
    private let numbering: WordNumbering
    private var path: [Element] = []
    private var skipped = 0
    private var muted = 0
    private var isText = false
    private var isPlaceholder = false
    private var open: [Paragraph] = []
    private var carried: [UInt8] = []
    private var tables: [WordTable] = []
    private var allowance = Allowance()

    private(set) var sheets: [Sheet] = []
    private(set) var paragraphs: [String] = []
    /// The first paragraph that is styled as a title or heading.
    private(set) var heading: String?
    /// The first paragraph, where it is short enough to be a title and stands before any table.
    private(set) var opening: String?

    private var seen = WordNotes()

    init(_ styles: WordStyles, _ numbering: WordNumbering) {
        self.styles = styles
        self.numbering = numbering
    }

    var notes: [String] { seen.notes }

    func opened(_ tag: Tag, _ attributes: Attributes) throws {
        if skipped > 0 {
            if tag == "delText" { seen.deleted = true }
            skipped += 1
            return
        }
        if let element = try enter(tag, attributes, in: path.last) { path.append(element) } else { skipped = 1 }
    }

    func closed(_ tag: Tag) throws {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let element = path.popLast() else { return }
        switch element {
        case .muted: muted -= 1
        case .run: if !open.isEmpty { open[open.count - 1].runIsHidden = false }
        case .paragraph: try endParagraph()
        case .cell: try endCell()
        default:
            switch tag {
            case "t": isText = false
            case "tr": try endRow()
            case "tbl": endTable()
            default: break
            }
        }
    }

    func heard(_ text: UnsafeBufferPointer<UInt8>) {
        guard isText, skipped == 0 else { return }
        write(text)
    }

    /// What the element is to what follows within it; nil when nothing within it matters.
    private func enter(_ tag: Tag, _ attributes: Attributes, in parent: Element?) throws -> Element? {
        switch tag {
        case "t":
            isText = true
        case "r":
            if !open.isEmpty { open[open.count - 1].runIsHidden = styles.hides(open[open.count - 1].style) }
            return .run
        case "rPr":
            return parent == .run ? .runSettings : .paragraphMark
        case "p":
            open.append(Paragraph(text: carried))
            carried = []
            return .paragraph
        case "tc":
            if !tables.isEmpty { tables[tables.count - 1].part = WordTable.Part() }
            return .cell
        case "tr":
            if !tables.isEmpty { tables[tables.count - 1].beginRow() }
        case "tbl":
            endCarried()
            tables.append(WordTable())
        case "trPr": return .rowSettings
        case "tcPr": return .cellSettings
        case "tabs": return .tabs
        case "sdtPr": isPlaceholder = false
        case "showingPlcHdr": isPlaceholder = attributes.flag("val") ?? true
        case "sdtContent":
            defer { isPlaceholder = false }
            if isPlaceholder {
                muted += 1
                return .muted
            }
            return .contents
        case "del", "moveFrom": return delete(in: parent)
        case "pPrChange", "rPrChange", "tcPrChange", "trPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "sectPrChange",
             "numberingChange", "Fallback", "rt", "tblPr", "tblGrid", "sectPr":
            return nil
        default:
            try set(tag, attributes, in: parent)
        }
        return .other
    }

    /// Deleted content is passed over; a mark in settings says that a row or a paragraph's end is deleted.
    private func delete(in parent: Element?) -> Element? {
        switch parent {
        case .rowSettings:
            if !tables.isEmpty { tables[tables.count - 1].rowIsLeftOut = true }
            seen.deleted = true
            return .other
        case .paragraphMark:
            if !open.isEmpty { open[open.count - 1].runsOn = true }
            return .other
        case .runSettings: return .other
        default: return nil
        }
    }

    private func set(_ tag: Tag, _ attributes: Attributes, in parent: Element?) throws {
        switch parent {
        case .run:
            switch tag {
            case "tab", "ptab": write([9])
            case "br", "cr": write([10])
            case "noBreakHyphen": write([45])
            case "sym": write(Array(WordSymbol.shown(font: attributes["font"], code: attributes["char"]).utf8))
            default: break
            }
        case .runSettings:
            guard !open.isEmpty else { return }
            if tag == "vanish" { open[open.count - 1].runIsHidden = attributes.flag("val") ?? true }
            if tag == "rStyle", styles.hides(attributes["val"]) { open[open.count - 1].runIsHidden = true }
        case .rowSettings:
            guard !tables.isEmpty else { return }
            switch tag {
            case "gridBefore": tables[tables.count - 1].before = attributes.int("val") ?? 0
            case "gridAfter": tables[tables.count - 1].after = attributes.int("val") ?? 0
            case "hidden" where attributes.flag("val") ?? true:
                tables[tables.count - 1].rowIsLeftOut = true
                seen.hiddenRows += 1
            default: break
            }
        case .cellSettings: setCell(tag, attributes)
        default:
            guard !open.isEmpty else { return }
            switch tag {
            case "pStyle": open[open.count - 1].style = attributes["val"]
            case "numId": open[open.count - 1].number = attributes.int("val")
            case "ilvl": open[open.count - 1].level = attributes.int("val")
            default: break
            }
        }
    }

    private func setCell(_ tag: Tag, _ attributes: Attributes) {
        guard !tables.isEmpty else { return }
        switch tag {
        case "gridSpan": tables[tables.count - 1].part?.span = attributes.int("val") ?? 1
        case "vMerge": tables[tables.count - 1].part?.down = attributes["val"] == "restart" ? .starts : .continues
        case "hMerge": tables[tables.count - 1].part?.continuesLeft = attributes["val"] != "restart"
        case "shd": tables[tables.count - 1].part?.shade = shade(attributes[attributes["val"] == "solid" ? "color" : "fill"])
        default: break
        }
    }

    private func write(_ bytes: some Sequence<UInt8>) {
        guard !open.isEmpty, muted == 0 else { return }
        if open[open.count - 1].runIsHidden {
            seen.hidden = true
        } else {
            open[open.count - 1].text.append(contentsOf: bytes)
        }
    }

    private func endParagraph() throws {
        guard let paragraph = open.popLast() else { return }
        if paragraph.runsOn && open.isEmpty {
            carried = paragraph.text
            return
        }
        try allowance.spend(text: paragraph.text.count)
        let list = paragraph.number.map { ($0, paragraph.level) } ?? styles.number(paragraph.style).map { ($0.number, paragraph.level ?? $0.level) }
        let number = list.flatMap { numbering.next($0.0, level: $0.1, style: paragraph.style) }
        if tables.isEmpty {
            // Tabs stay until it is known whether they make a table.
            let text = String(decoding: paragraph.text, as: UTF8.self)
            let plain = tidied(text, keepingLines: false)
            guard !plain.isEmpty, !styles.isContents(paragraph.style) else { return }
            if heading == nil, styles.isHeading(paragraph.style) { heading = plain }
            if opening == nil, paragraphs.isEmpty, sheets.isEmpty, plain.count <= 120, !plain.hasSuffix(".") { opening = plain }
            paragraphs.append((number.map { $0 + " " } ?? "") + text)
        } else {
            let text = tidied(paragraph.text)
            let shown = number.map { text.isEmpty ? ($0 == "•" ? "" : $0) : "\($0) \(text)" } ?? text
            if !shown.isEmpty { tables[tables.count - 1].part?.add(shown) }
        }
    }

    private func endCell() throws {
        guard !tables.isEmpty else { return }
        endCarried()
        let written = tables[tables.count - 1].part.map { $0.down == .continues && !$0.lines.isEmpty } ?? false
        let isCovered = try tables[tables.count - 1].endPart(&allowance)
        if written && isCovered { seen.covered = true }
    }

    /// Ends a paragraph whose break was deleted where there is nothing for it to run on into.
    private func endCarried() {
        guard !carried.isEmpty else { return }
        let text = tidied(carried)
        carried = []
        guard !text.isEmpty else { return }
        if tables.isEmpty { paragraphs.append(text) } else { tables[tables.count - 1].part?.add(text) }
    }

    private func endRow() throws {
        if !tables.isEmpty { try tables[tables.count - 1].endRow() }
    }

    private func endTable() {
        guard let table = tables.popLast() else { return }
        if tables.isEmpty {
            if let layout = table.layout {
                paragraphs += layout.paragraphs
                for rows in layout.inner { add(rows) }
            } else {
                add(table.rows)
            }
            return
        }
        // Within a cell, each inner cell's text is lines of the outer one's.
        for cell in table.rows.joined() where !cell.text.isEmpty { tables[tables.count - 1].part?.lines.append(cell.text) }
        if let layout = table.layout {
            tables[tables.count - 1].part?.inner += layout.inner
            tables[tables.count - 1].part?.paragraphs += layout.paragraphs
        } else {
            tables[tables.count - 1].part?.inner.append(table.rows)
        }
    }

    private func add(_ rows: [[Cell]]) {
        guard rows.contains(where: { !$0.isBlank }) else { return }
        sheets.append(Sheet(place: "table \(sheets.count + 1)", rows: rows.trimmingColumns(keepingShades: true)))
    }

    private func shade(_ fill: String?) -> String? { fill.flatMap(Shade.kept) }
}
