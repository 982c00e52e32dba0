import Kernel

/// A text file, or text that was pasted: CSV, or prose with tables in it.
struct TextFile {
    private let bytes: [UInt8]
    private let isSeparated: Bool
    private let notes: [String]

    init(_ raw: UnsafeRawBufferPointer, named name: String?) throws {
        let (bytes, note) = try TextEncoding.utf8(raw)
        self.bytes = bytes
        let suffix = name?.split(separator: ".").last?.lowercased()
        isSeparated = suffix == "csv" || suffix == "tsv" || suffix == "tab"
        notes = note.map { [$0] } ?? []
    }

    /// Lines that were paragraphs of another document.
    init(lines: [String]) {
        bytes = Array(lines.joined(separator: "\n").utf8)
        isSeparated = false
        notes = []
    }

    func read() throws -> Reading {
        if isSeparated { return try separated() }
        let blocks = try blocks()
        if blocks.sheets.isEmpty, let plain = Separated.isPlain(bytes[...]) {
            return Reading(format: "csv", sheets: [try plain.sheet(of: bytes[...])], notes: notes)
        }
        return Reading(
            format: "text", sheets: blocks.sheets, title: blocks.title, paragraphs: blocks.paragraphs, notes: notes + blocks.notes)
    }

    func blocks() throws -> TextBlocks { try TextBlocks(bytes) }

    private func separated() throws -> Reading {
        // A first line that only names the separator, as Excel understands it.
        let named = bytes.count > 5 && bytes.starts(with: Array("sep=".utf8)) && (bytes[5] == 10 || bytes[5] == 13)
        let separated = named ? Separated(separator: bytes[4]) : Separated.sniffed(bytes[...]) ?? .comma
        let start = named ? (bytes.firstIndex(of: 10) ?? bytes.firstIndex(of: 13) ?? 5) + 1 : 0
        return Reading(format: "csv", sheets: [try separated.sheet(of: bytes[start...])], notes: notes)
    }
}
