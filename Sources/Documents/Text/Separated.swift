import Kernel

/// Records of fields with a separator between them, quoted as RFC 4180 says.
struct Separated {
    let separator: UInt8

    static let comma = Separated(separator: UInt8(ascii: ","))
    static let semicolon = Separated(separator: UInt8(ascii: ";"))
    static let tab = Separated(separator: 9)
    static let pipe = Separated(separator: UInt8(ascii: "|"))

    /// Goes through the records one by one; the body answers false to stop.
    ///
    /// A quotation mark within a field that did not begin with one is a character like any other. A field whose closing
    /// mark is missing is refused when it passes the limit of a cell.
    func records(of bytes: some RandomAccessCollection<UInt8>, _ body: ([[UInt8]]) throws -> Bool) throws {
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var isQuoted = false
        var isFresh = true
        var index = bytes.startIndex
        let end = bytes.endIndex
        while index < end {
            let byte = bytes[index]
            index = bytes.index(after: index)
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if index < end, bytes[index] == 0x22 {
                    field.append(0x22)
                    index = bytes.index(after: index)
                } else {
                    isQuoted = false
                }
            } else if byte == separator {
                fields.append(field)
                field.removeAll(keepingCapacity: true)
                isFresh = true
                try Allowance.check(columns: fields.count + 1)
                continue
            } else if byte == 10 || byte == 13 {
                if byte == 13, index < end, bytes[index] == 10 { index = bytes.index(after: index) }
                fields.append(field)
                if try !body(fields) { return }
                fields.removeAll(keepingCapacity: true)
                field.removeAll(keepingCapacity: true)
                isFresh = true
                continue
            } else if byte == 0x22 && isFresh {
                isQuoted = true
            } else {
                field.append(byte)
            }
            isFresh = false
            if field.count > Limits.cell {
                throw Refusal.tooLarge("One cell holds more than \(grouped(Limits.cell)) characters, which no plan does; perhaps a quotation mark is not closed.")
            }
        }
        if !fields.isEmpty || !field.isEmpty {
            fields.append(field)
            _ = try body(fields)
        }
    }

    /// The separator that divides the first records most evenly into most fields; nil when none divides them.
    static func sniffed(_ bytes: ArraySlice<UInt8>) -> Separated? {
        // Half a record at the sample's end does no harm among a hundred.
        let sample = bytes.prefix(200_000)
        var best: (separated: Separated, score: Int)?
        for candidate in [comma, semicolon, tab, pipe] {
            var counts: [Int: Int] = [:]
            var seen = 0
            try? candidate.records(of: sample) { fields in
                if fields.count > 1 { counts[fields.count, default: 0] += 1 }
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
        try? separated.records(of: bytes.prefix(200_000)) { fields in
            if fields.contains(where: { !$0.isEmpty }) { widths.append(fields.count) }
            return widths.count < 200
        }
        let table = widths.drop { $0 == 1 }
        guard let width = table.first, width >= 3, table.count >= 2, table.dropLast().allSatisfy({ $0 == width }) else { return nil }
        return separated
    }

    /// All records as a sheet, numbered as a spreadsheet would number them.
    func sheet(of bytes: ArraySlice<UInt8>) throws -> Sheet {
        var rows: [[Cell]] = []
        var allowance = Allowance()
        try records(of: bytes) { fields in
            try allowance.spend(cells: fields.count)
            var row: [Cell] = []
            row.reserveCapacity(fields.count)
            for field in fields {
                try allowance.spend(text: field.count)
                row.append(Cell(tidied(field)))
            }
            rows.append(row)
            try Allowance.check(rows: rows.count)
            return true
        }
        while let last = rows.last, last.isBlank { rows.removeLast() }
        rows = rows.trimmingColumns()
        try allowance.square(rows)
        return Sheet(place: "the file", rows: rows)
    }
}
