import Kernel

/// A table of a Word document while it is being read.
struct WordTable {
    enum Merge { case starts, continues }

    struct Part {
        /// Its text line by line, that of tables within it included.
        var lines: [String] = []
        /// Its own paragraphs alone.
        var paragraphs: [String] = []
        var shade: String?
        var span = 1
        var down: Merge?
        var continuesLeft = false
        /// Tables within this cell.
        var inner: [[[Cell]]] = []

        var text: String { lines.joined(separator: "\n") }

        mutating func add(_ paragraph: String) {
            lines.append(paragraph)
            paragraphs.append(paragraph)
        }
    }

    private(set) var rows: [[Cell]] = []
    /// The cell being read.
    var part: Part?
    var rowIsLeftOut = false
    var before = 0
    var after = 0

    private var row: [Cell] = []
    /// Which grid columns the last row left merged downwards.
    private var merging: Set<Int> = []
    private var nowMerging: Set<Int> = []
    private var only: Part?
    private var parts = 0

    mutating func beginRow() {
        row = []
        (before, after) = (0, 0)
        rowIsLeftOut = false
        nowMerging = []
    }

    /// - Returns: whether what the cell holds is covered by the one it is merged with.
    mutating func endPart(_ allowance: inout Allowance) throws -> Bool {
        guard let part else { return false }
        self.part = nil
        if row.isEmpty { row = Array(repeating: Cell(""), count: min(max(before, 0), 63)) }
        let column = row.count
        var cell = Cell(part.text, shade: part.shade, continuesLeft: part.continuesLeft && column > 0)
        switch part.down {
        case .starts: nowMerging.insert(column)
        case .continues:
            // One that continues nothing stands by itself, as Word shows it.
            let follows = merging.contains(column)
            if follows || cell.text.isEmpty {
                cell = Cell("", shade: part.shade, continuesAbove: true)
                nowMerging.insert(column)
            }
        case nil: break
        }
        row.append(cell)
        // Word's own limit is 63 columns.
        for _ in 1..<max(min(part.span, 63), 1) {
            row.append(Cell("", shade: part.shade, continuesAbove: cell.continuesAbove, continuesLeft: true))
        }
        try Allowance.check(columns: row.count)
        try allowance.spend(cells: row.count - column)
        parts += 1
        only = parts == 1 ? part : nil
        return cell.continuesAbove
    }

    mutating func endRow() throws {
        guard !rowIsLeftOut else { return }
        merging = nowMerging
        row += Array(repeating: Cell(""), count: min(max(after, 0), 63))
        try Allowance.check(columns: row.count)
        rows.append(row)
        try Allowance.check(rows: rows.count)
    }

    /// The tables inside, where this one only lays out the page: a single cell around others.
    var layout: (inner: [[[Cell]]], paragraphs: [String])? {
        guard let only, !only.inner.isEmpty else { return nil }
        return (only.inner, only.paragraphs)
    }
}
