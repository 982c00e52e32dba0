import Kernel

/// A Word document: its tables, its paragraphs, and a title.
struct WordDocument {
    private let file: OfficeFile
    private let main: String

    init(_ file: OfficeFile, _ main: String) {
        self.file = file
        self.main = main
    }

    func read(title: String?) throws -> Reading {
        let relationships = try Relationships(of: main, in: file.archive)
        let styles = WordStyles()
        if let part = relationships.first("styles") { try file.read(part.target, to: styles) }
        let numbering = WordNumbering(styles)
        if let part = relationships.first("numbering") { try file.read(part.target, to: numbering) }
        let body = WordBody(styles, numbering)
        try file.read(main, to: body)

        var reading = Reading(
            format: "docx", sheets: body.sheets, title: title ?? body.heading ?? body.opening,
            paragraphs: body.paragraphs.map { tidied($0) }, notes: body.notes)
        if reading.sheets.allSatisfy({ $0.rows.isEmpty }) {
            // A table typed with tabs between its columns.
            let text = try TextFile(lines: body.paragraphs).blocks()
            reading.sheets = text.sheets
            if !text.sheets.isEmpty { reading.paragraphs = text.paragraphs }
        }
        return reading
    }
}
