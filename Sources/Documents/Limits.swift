import Kernel

/// The most that is read of one file, so that a hostile or mistaken one costs seconds and not the machine.
enum Limits {
    /// Bytes of text (CSV or plain) that are read; a workbook or a Word document may be larger.
    static let text = 32_000_000
    /// Parts within one Office file.
    static let parts = 5000
    /// Bytes of one part, and of all parts read, once inflated.
    static let part = 150_000_000
    static let inflated = 200_000_000
    /// How many times larger than its packed form a part may grow, counted once it is past `unremarkable`.
    static let ratio = 100
    static let unremarkable = 16_000_000
    /// Elements within elements, and elements in all of one part.
    static let depth = 200
    static let elements = 2_500_000
    /// Elements of a sheet that is read row by row, none of which is kept.
    static let elementsByRow = 60_000_000
    /// Attributes of one element.
    static let attributes = 5000
    static let columns = 512
    static let rows = 100_000
    /// Cells of all tables, the empty ones that square a table up included.
    static let cells = 1_200_000
    /// Bytes of all texts kept.
    static let kept = 48_000_000
    /// Bytes of the text of one cell or paragraph.
    static let cell = 200_000
    static let sharedTexts = 1_000_000
}

/// What is left to spend on one file.
struct Allowance {
    private var cells = 0
    private var bytes = 0

    mutating func spend(cells count: Int) throws(Refusal) {
        cells += count
        if cells > Limits.cells {
            throw .tooLarge("Its tables hold more than \(grouped(Limits.cells)) cells, far more than is taken. Save the sheet by itself.")
        }
    }

    mutating func spend(text count: Int) throws(Refusal) {
        if count > Limits.cell {
            throw .tooLarge("One cell or paragraph holds more than \(grouped(Limits.cell)) characters, which no table does.")
        }
        bytes += count
        if bytes > Limits.kept {
            throw .tooLarge("It holds more than \(grouped(Limits.kept)) characters of text. Save the table by itself.")
        }
    }

    static func check(columns: Int) throws(Refusal) {
        if columns > Limits.columns {
            throw .tooLarge("A table has more than \(Limits.columns) columns. Save the table by itself.")
        }
    }

    static func check(rows: Int) throws(Refusal) {
        if rows > Limits.rows {
            throw .tooLarge("A table has more than \(grouped(Limits.rows)) rows. Save the table by itself.")
        }
    }
}

extension Allowance {
    /// Checks a table that is about to be squared up to its widest row.
    mutating func square(_ rows: [[Cell]]) throws(Refusal) {
        var (width, count) = (0, 0)
        for row in rows {
            width = max(width, row.count)
            count += row.count
        }
        try spend(cells: rows.count * width - count)
    }
}
