import Kernel

extension OfficeFile {
    /// Hands the rows of one sheet over as they are read.
    func eachRow(ofSheet wanted: String?, _ body: (FileRow) throws -> Bool) throws {
        let root = try Relationships(of: "", in: archive)
        guard let main = root.first("officeDocument"), archive.holds(main.target) else {
            throw Refusal.notATableDocument("a zip archive and no Excel workbook", "Unpack it and choose the table's own file.")
        }
        try ExcelBook(self, main.target).eachRow(ofSheet: wanted, body)
    }
}

extension ExcelSheet {
    /// Writes a row of cells where a file's row is read.
    static func fill(_ row: FileRow, _ cells: [Cell], number: Int) {
        row.begin()
        row.number = number
        for cell in cells {
            row.bytes += (cell.date ?? cell.text).utf8
            row.ends.append(row.bytes.count)
        }
    }
}
