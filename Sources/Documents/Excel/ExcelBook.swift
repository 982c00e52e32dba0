import Kernel

/// An Excel workbook: its visible sheets in their order (ECMA-376, part 1, 18).
struct ExcelBook {
    private let file: OfficeFile
    private let main: String

    init(_ file: OfficeFile, _ main: String) {
        self.file = file
        self.main = main
    }

    func read(title: String?, sheet wanted: String?) throws -> Reading {
        let relationships = try Relationships(of: main, in: file.archive)
        let (contents, listed) = try listed(relationships)
        var reading = Reading(format: "xlsx", sheets: [], title: title)
        let chosen = try chosen(listed, wanted, &reading.notes)
        let (styles, texts) = try shared(relationships)

        var allowance = texts.allowance
        for (entry, part) in chosen {
            let sheet = ExcelSheet(texts, styles, dates: contents.dates, allowance)
            guard try file.read(part, to: sheet) else { throw Refusal.damaged("the sheet “\(entry.name)”") }
            let finished = try sheet.finished(named: entry.name)
            reading.sheets.append(finished)
            reading.notes += sheet.notes(named: entry.name)
            allowance = sheet.allowance
        }
        return reading
    }

    /// Hands the rows of one sheet over as they are read: the one asked for, or the first that shows.
    func eachRow(ofSheet wanted: String?, _ body: (FileRow) throws -> Bool) throws {
        let relationships = try Relationships(of: main, in: file.archive)
        let (contents, listed) = try listed(relationships)
        var notes: [String] = []
        guard let (entry, part) = try chosen(listed, wanted, &notes).first else { throw Refusal.noTable }
        let (styles, texts) = try shared(relationships)
        let sheet = ExcelSheet(texts, styles, dates: contents.dates, Allowance())
        let row = FileRow()
        try withoutActuallyEscaping(body) { body in
            sheet.eachRow = { cells, number in
                ExcelSheet.fill(row, cells, number: number)
                return try body(row)
            }
            defer { sheet.eachRow = nil }
            guard try file.read(part, to: sheet, elements: Limits.elementsByRow) else { throw Refusal.damaged("the sheet “\(entry.name)”") }
        }
    }

    private func listed(_ relationships: Relationships) throws -> (Contents, [(entry: Contents.Entry, part: String)]) {
        let contents = Contents()
        try file.read(main, to: contents)
        return (contents, contents.sheets.compactMap { entry in
            relationships.all.first { $0.id == entry.relationship && $0.type.hasSuffix("/worksheet") }.map { (entry, $0.target) }
        })
    }

    /// What all sheets of the workbook share.
    private func shared(_ relationships: Relationships) throws -> (ExcelStyles, SharedTexts) {
        let theme = ExcelTheme()
        if let part = relationships.first("theme") { try file.read(part.target, to: theme) }
        let styles = ExcelStyles(theme)
        if let part = relationships.first("styles") { try file.read(part.target, to: styles) }
        let texts = SharedTexts()
        if let part = relationships.first("sharedStrings") { try file.read(part.target, to: texts) }
        return (styles, texts)
    }

    /// The sheets to read: the one asked for, hidden or not, or all that show.
    private func chosen(
        _ listed: [(entry: Contents.Entry, part: String)], _ wanted: String?, _ notes: inout [String]
    ) throws -> [(entry: Contents.Entry, part: String)] {
        let showing = listed.filter { !$0.entry.isHidden }
        guard let wanted else {
            for (entry, _) in listed where entry.isHidden {
                notes.append("Sheet “\(entry.name)” is hidden and was left out.")
            }
            return showing
        }
        guard let found = listed.first(where: { $0.entry.name.lowercased() == wanted.lowercased() }) else {
            throw Refusal.noSuchSheet(wanted, showing.map { "“\($0.entry.name)”" })
        }
        if found.entry.isHidden { notes.append("Sheet “\(found.entry.name)” is hidden in the workbook and was read because it was asked for.") }
        return [found]
    }

    /// What the workbook's main part says.
    private final class Contents: XMLListener {
        struct Entry {
            let name: String
            let relationship: String
            let isHidden: Bool
        }

        private(set) var sheets: [Entry] = []
        private(set) var dates = ExcelDates.from1900

        func opened(_ tag: Tag, _ attributes: Attributes) {
            switch tag {
            case "workbookPr": if attributes.flag("date1904") == true { dates = .from1904 }
            case "sheet":
                guard sheets.count < 1000, let id = attributes["id"] else { return }
                let state = attributes["state"]
                sheets.append(Entry(name: attributes["name"] ?? "", relationship: id, isHidden: state == "hidden" || state == "veryHidden"))
            default: break
            }
        }

        func closed(_ tag: Tag) {}
        func heard(_ text: UnsafeBufferPointer<UInt8>) {}
    }
}
