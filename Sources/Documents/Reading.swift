public import Foundation
import Kernel

extension Reading {
    /// Files larger than this, in bytes, are refused unread.
    public static let mostBytes = 100_000_000

    /// Reads the tables and the text around them from a Word document, an Excel workbook, a CSV file or plain text.
    ///
    /// What the file is follows from its content; the name only tells CSV from text.
    /// - Parameters:
    ///   - name: the file's name; nil for text that was pasted.
    ///   - sheet: the one sheet wanted, by its name; where tables have no names, by place (`table 2`) or number.
    /// - Throws: `Refusal`: `file-empty`, `file-not-a-table-document`, `file-encrypted`, `file-damaged`, `file-too-large`,
    ///   `file-has-entities`, `file-nested-too-deep`, `no-table-found` or `sheet-not-found`.
    public static func of(_ bytes: some ContiguousBytes, named name: String? = nil, sheet: String? = nil) throws -> Reading {
        try bytes.withUnsafeBytes { try read($0, named: name, sheet: sheet.flatMap { $0.isEmpty ? nil : $0 }) }
    }

    private static func read(_ bytes: UnsafeRawBufferPointer, named name: String?, sheet: String?) throws -> Reading {
        guard bytes.count <= mostBytes else {
            throw Refusal.tooLarge("It has \(grouped(bytes.count / 1_000_000)) MB; \(mostBytes / 1_000_000) MB is the most.")
        }
        var reading = switch try Kind(of: bytes) {
        case .archive: try OfficeFile(bytes).read(sheet: sheet)
        case .text: try TextFile(bytes, named: name).read()
        }
        reading.fileName = name
        reading.sheets.removeAll { $0.rows.isEmpty }
        guard !reading.sheets.isEmpty else { throw Refusal.noTable }
        if let sheet, reading.format != "xlsx" { try reading.keep(only: sheet) }
        return reading
    }

    private mutating func keep(only asked: String) throws {
        let found = sheets.enumerated().first { index, sheet in
            sheet.place.lowercased() == asked.lowercased() || String(index + 1) == asked
        }
        guard let found else { throw Refusal.noSuchSheet(asked, sheets.map(\.place)) }
        sheets = [found.element]
    }
}
