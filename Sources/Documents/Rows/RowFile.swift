import Kernel

/// A table in a file, read row by row however many there are: CSV of any size, or one sheet of an Excel workbook.
///
///     let file = try RowFile(FileBytes(path: "premises.csv"))
///     try file.eachRow { row in … return true }
public struct RowFile: Sendable {
    private enum Form: Sendable {
        case separated(Separated, isWestern: Bool, mark: Int)
        case workbook(sheet: String?)
    }

    public let bytes: FileBytes
    /// What had to be judged about it, in sentences.
    public let notes: [String]
    private let form: Form

    /// The largest workbook that is read. Its parts are packed, so it can't be read without holding it.
    private static let mostWorkbook = 60_000_000

    /// Looks through the file for what it is: CSV is read once for its encoding.
    ///
    /// - Parameter sheet: of a workbook; its first that shows when nil.
    /// - Throws: `file-empty`, `file-encrypted`, `file-not-a-table-document`, `file-too-large`
    public init(_ bytes: FileBytes, sheet: String? = nil) throws {
        self.bytes = bytes
        let start = try bytes.start(200_000)
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            throw Refusal.notATableDocument("text in UTF-16", "Save it as “CSV UTF-8”.")
        }
        switch try start.withUnsafeBytes({ try Kind(of: $0) }) {
        case .archive: (form, notes) = (.workbook(sheet: sheet), [])
        case .text:
            var check = EncodingCheck()
            try bytes.each { piece in
                check.take(piece)
                return !check.hasNUL
            }
            check.end()
            guard !check.hasNUL else { throw Refusal.notATableDocument("no text throughout: it holds zeros", "Save it as CSV again.") }
            let mark = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            let separated = Separated.sniffed(start.dropFirst(mark)) ?? .comma
            form = .separated(separated, isWestern: !check.isUTF8, mark: mark)
            notes = check.isUTF8 ? [] : [TextEncoding.judged]
        }
    }

    /// Hands every row over, the headings first, until the body answers false.
    ///
    /// - Throws: `quotation-mark-open`, `file-too-large`, `file-damaged`, `sheet-not-found`, and what the body throws
    public func eachRow(_ body: (FileRow) throws -> Bool) throws {
        switch form {
        case .separated(let separated, let isWestern, var mark):
            var rows = SeparatedRows(separated, isWestern: isWestern) { row in
                "One cell of row \(row) holds more than \(grouped(Limits.cell)) characters; perhaps a quotation mark there is not closed."
            }
            var isWanted = true
            try bytes.each { piece in
                let skipped = min(mark, piece.count)
                mark -= skipped
                isWanted = try rows.take(UnsafeRawBufferPointer(rebasing: piece[skipped...]), body)
                return isWanted
            }
            guard isWanted else { return }
            if let row = rows.openMark {
                throw Refusal.invalid("quotation-mark-open", "A quotation mark that opens in row \(row) of the file is never closed, so what follows can't be told apart. Put that row right.")
            }
            try rows.end(body)
        case .workbook(let sheet):
            let whole = try bytes.whole(atMost: Self.mostWorkbook)
            try whole.withUnsafeBytes { try OfficeFile($0).eachRow(ofSheet: sheet, body) }
        }
    }
}
