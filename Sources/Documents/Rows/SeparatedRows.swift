import Kernel

/// Records of fields with a separator between them (RFC 4180), as the pieces of a file come. Within quotation marks a field may have line
/// breaks, separators and doubled marks; a mark within a field that did not begin with one is a sign like any other.
struct SeparatedRows {
    private let separator: UInt8
    private let row = FileRow()
    private var (isQuoted, isFresh, wasMark, wasReturn) = (false, true, false, false)
    private var opened = 0
    private let tooLong: (_ row: Int) -> String

    /// - Parameter tooLong: says that a cell of a row holds more than the limit.
    init(_ separated: Separated, isWestern: Bool = false, tooLong: @escaping (_ row: Int) -> String) {
        (separator, self.tooLong) = (separated.separator, tooLong)
        row.isWestern = isWestern
        row.begin()
    }

    /// False when the body wants no more.
    mutating func take(_ piece: UnsafeRawBufferPointer, _ body: (FileRow) throws -> Bool) throws -> Bool {
        var start = 0
        var index = 0
        /// What was passed over since `start` belongs to the field.
        func keep() { if index > start { row.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[start..<index])) } }
        while index < piece.count {
            let byte = piece[index]
            if isQuoted {
                guard byte == 0x22 else {
                    index += 1
                    continue
                }
                keep()
                index += 1
                start = index
                (isQuoted, wasMark) = (false, true)
                try checkLength()
                continue
            }
            if wasMark {
                wasMark = false
                if byte == 0x22 {
                    // A doubled mark stands for one, and the field goes on.
                    start = index
                    index += 1
                    isQuoted = true
                    continue
                }
            }
            if wasReturn {
                wasReturn = false
                if byte == 10 {
                    index += 1
                    start = index
                    continue
                }
            }
            switch byte {
            case 0x22 where isFresh:
                index += 1
                start = index
                (isQuoted, isFresh, opened) = (true, false, row.number)
            case separator:
                keep()
                index += 1
                start = index
                try endField()
            case 10, 13:
                keep()
                index += 1
                start = index
                try endField()
                wasReturn = byte == 13
                guard try body(row) else { return false }
                row.begin()
            default:
                isFresh = false
                index += 1
            }
        }
        keep()
        try checkLength()
        return true
    }

    /// The row in which a quotation mark opens that is not closed so far.
    var openMark: Int? { isQuoted ? opened : nil }

    /// What stands after the last line break.
    mutating func end(_ body: (FileRow) throws -> Bool) throws {
        guard !row.ends.isEmpty || !row.bytes.isEmpty || !isFresh else { return }
        try endField()
        _ = try body(row)
    }

    private mutating func endField() throws {
        try checkLength()
        row.ends.append(row.bytes.count)
        isFresh = true
        try Allowance.check(columns: row.ends.count)
    }

    private func checkLength() throws {
        guard row.bytes.count - (row.ends.last ?? 0) > Limits.cell else { return }
        throw Refusal.tooLarge(tooLong(row.number))
    }
}
