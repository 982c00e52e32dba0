import Kernel

/// Records of fields with a separator between them, quoted as RFC 4180 says.
struct Separated {
    let separator: UInt8

    static let comma = Separated(separator: UInt8(ascii: ","))
    static let semicolon = Separated(separator: UInt8(ascii: ";"))
    static let tab = Separated(separator: 9)
    static let pipe = Separated(separator: UInt8(ascii: "|"))

    /// Goes through the fields one by one; `end` is told of each record's end and answers false to stop.
    ///
    /// A quotation mark within a field that did not begin with one is a character like any other. A field whose closing
    /// mark is missing is refused when it passes the limit of a cell.
    func read(_ bytes: ArraySlice<UInt8>, field take: ([UInt8]) throws -> Void, end: () throws -> Bool) throws {
        var field: [UInt8] = []
        var columns = 0
        var isQuoted = false
        var isFresh = true
        var index = bytes.startIndex
        func finish() throws {
            try take(field)
            field.removeAll(keepingCapacity: true)
            isFresh = true
            columns += 1
            try Allowance.check(columns: columns)
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x22 where isQuoted:
                if index < bytes.endIndex, bytes[index] == 0x22 {
                    field.append(0x22)
                    index += 1
                } else {
                    isQuoted = false
                }
            case 0x22 where isFresh:
                isQuoted = true
                isFresh = false
            case separator where !isQuoted: try finish()
            case 10 where !isQuoted, 13 where !isQuoted:
                if byte == 13, index < bytes.endIndex, bytes[index] == 10 { index += 1 }
                try finish()
                columns = 0
                if try !end() { return }
            default:
                field.append(byte)
                isFresh = false
                if field.count > Limits.cell {
                    throw Refusal.tooLarge("One cell holds more than \(grouped(Limits.cell)) characters, which no plan does; perhaps a quotation mark is not closed.")
                }
            }
        }
        if columns > 0 || !field.isEmpty {
            try finish()
            _ = try end()
        }
    }

    /// The separator that divides the first records most evenly into most fields; nil when none divides them.
    static func sniffed(_ bytes: ArraySlice<UInt8>) -> Separated? {
        // Half a record at the sample's end does no harm among a hundred.
        let sample = bytes.prefix(200_000)
        var best: (separated: Separated, score: Int)?
        for candidate in [comma, semicolon, tab, pipe] {
            var counts: [Int: Int] = [:]
            var (width, seen) = (0, 0)
            try? candidate.read(sample) { _ in width += 1 } end: {
                if width > 1 { counts[width, default: 0] += 1 }
                width = 0
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
        var (width, isBlank) = (0, true)
        try? separated.read(bytes.prefix(200_000)) { field in
            width += 1
            isBlank = isBlank && field.isEmpty
        } end: {
            if !isBlank { widths.append(width) }
            (width, isBlank) = (0, true)
            return widths.count < 200
        }
        let table = widths.drop { $0 == 1 }
        guard let first = table.first, first >= 3, table.count >= 2, table.dropLast().allSatisfy({ $0 == first }) else { return nil }
        return separated
    }

    /// All records as a sheet, numbered as a spreadsheet would number them.
    func sheet(of bytes: ArraySlice<UInt8>) throws -> Sheet {
        var rows: [[Cell]] = []
        var row: [Cell] = []
        var allowance = Allowance()
        try read(bytes) { field in
            try allowance.spend(text: field.count)
            row.append(Cell(tidied(field)))
        } end: {
            try allowance.spend(cells: row.count)
            let width = row.count
            rows.append(row)
            row = []
            row.reserveCapacity(min(width, 64))
            try Allowance.check(rows: rows.count)
            return true
        }
        while let last = rows.last, last.isBlank { rows.removeLast() }
        rows = rows.trimmingColumns()
        try allowance.square(rows)
        return Sheet(place: "the file", rows: rows)
    }
}
