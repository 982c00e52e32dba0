import Kernel

/// Records of fields with a separator between them, quoted as RFC 4180 says.
struct Separated {
    let separator: UInt8

    static let comma = Separated(separator: UInt8(ascii: ","))
    static let semicolon = Separated(separator: UInt8(ascii: ";"))
    static let tab = Separated(separator: 9)
    static let pipe = Separated(separator: UInt8(ascii: "|"))

    /// Hands every record over until the body answers false. A quotation mark that is never closed takes all that follows into its field.
    func read(_ bytes: ArraySlice<UInt8>, _ body: (FileRow) throws -> Bool) throws {
        var rows = SeparatedRows(self) { _ in
            "One cell holds more than \(grouped(Limits.cell)) characters, which no table does; perhaps a quotation mark is not closed."
        }
        if try bytes.withUnsafeBytes({ try rows.take($0, body) }) { try rows.end(body) }
    }

    /// The separator that divides the first records most evenly into most fields; nil when none divides them.
    static func sniffed(_ bytes: ArraySlice<UInt8>) -> Separated? {
        // Half a record at the sample's end does no harm among a hundred.
        let sample = bytes.prefix(200_000)
        var best: (separated: Separated, score: Int)?
        for candidate in [comma, semicolon, tab, pipe] {
            var counts: [Int: Int] = [:]
            var seen = 0
            try? candidate.read(sample) { row in
                if row.count > 1 { counts[row.count, default: 0] += 1 }
                seen += 1
                return seen < 100
            }
            let score = counts.map { ($0.key - 1) * $0.value }.max() ?? 0
            if score > best?.score ?? 0 { best = (candidate, score) }
        }
        return best?.separated
    }

    /// Whether text is plainly records: at least two, all with as many fields, three or more, after any lines of one field.
    static func isPlain(_ bytes: ArraySlice<UInt8>) -> Separated? {
        guard let separated = sniffed(bytes), separated.separator != tab.separator, separated.separator != pipe.separator else { return nil }
        var widths: [Int] = []
        try? separated.read(bytes.prefix(200_000)) { row in
            if !row.bytes.isEmpty { widths.append(row.count) }
            return widths.count < 200
        }
        let table = widths.drop { $0 == 1 }
        guard let first = table.first, first >= 3, table.count >= 2, table.dropLast().allSatisfy({ $0 == first }) else { return nil }
        return separated
    }

    /// All records as a sheet, numbered as a spreadsheet would number them.
    func sheet(of bytes: ArraySlice<UInt8>) throws -> Sheet {
        var rows: [[Cell]] = []
        var allowance = Allowance()
        try read(bytes) { row in
            let cells = try (0..<row.count).map { column in
                try allowance.spend(text: row.field(column).count)
                return Cell(row.text(column))
            }
            try allowance.spend(cells: cells.count)
            rows.append(cells)
            try Allowance.check(rows: rows.count)
            return true
        }
        while let last = rows.last, last.isBlank { rows.removeLast() }
        rows = rows.trimmingColumns()
        try allowance.square(rows)
        return Sheet(place: "the file", rows: rows)
    }
}
