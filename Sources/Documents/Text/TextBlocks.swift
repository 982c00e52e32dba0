import Kernel

/// Plain text taken apart: tables drawn with tabs, pipes or spaces, and the paragraphs around them.
struct TextBlocks {
    private(set) var sheets: [Sheet] = []
    private(set) var paragraphs: [String] = []
    private(set) var title: String?
    private(set) var notes: [String] = []

    private let lines: [TextLine]
    private var prose: [TextLine] = []
    private var allowance = Allowance()
    /// Up to these lines it is known that no table of the kind begins.
    private var (noBars, noTabs) = (0, 0)

    init(_ bytes: [UInt8]) throws {
        lines = try TextLine.all(of: bytes)
        var index = 0
        while index < lines.count {
            index = try take(at: index)
        }
        try endProse()
    }

    private mutating func take(at index: Int) throws -> Int {
        let line = lines[index]
        if line.isBlank {
            try endProse()
            return index + 1
        }
        var found: TextTable?
        if line.hasTab, index >= noTabs {
            found = TabTable.taken(from: lines, at: index)
            noTabs = found?.end ?? index
        }
        if found?.isTable != true, index >= noBars {
            found = PipeTable.taken(from: lines, at: index)
            noBars = found?.end ?? index
        }
        if found?.isTable != true, prose.isEmpty { found = AlignedTable.taken(from: lines, at: index) ?? SpacedTable.taken(from: lines, at: index) }
        guard let table = found, table.isTable else {
            prose.append(line)
            return index + 1
        }
        try endProse()
        try add(table)
        return table.end
    }

    private mutating func add(_ table: TextTable) throws {
        var rows: [[Cell]] = []
        for row in table.rows {
            try Allowance.check(columns: row.count)
            try allowance.spend(cells: row.count)
            rows.append(row.map { Cell(tidied($0)) })
            try allowance.spend(text: row.reduce(0) { $0 + $1.utf8.count })
        }
        rows = rows.trimmingColumns()
        try allowance.square(rows)
        sheets.append(Sheet(place: "table \(sheets.count + 1)", rows: rows, numbers: table.numbers))
        if let note = table.note { notes.append(note) }
    }

    /// Ends a run of prose lines: lines that were only wrapped become one paragraph, others one each.
    private mutating func endProse() throws {
        guard !prose.isEmpty else { return }
        let texts = prose.map(\.trimmed)
        let width = texts.map(\.count).max() ?? 0
        var run: [String] = []
        for (index, text) in texts.enumerated() {
            let item = ListMarker.item(text)
            // Short lines that begin anew, such as a title under the service's name, are not wrapped.
            let beginsAnew = width < 60 && text.first?.isUppercase == true
            let isWrapped = index > 0 && !beginsAnew && item == nil && (40...120).contains(width)
                && texts[index - 1].count + 1 + text.prefix { $0 != " " }.count > width
            if isWrapped { run[run.count - 1] += " " + text } else { run.append(item ?? text) }
        }
        for text in run {
            try allowance.spend(text: text.utf8.count)
            let hashes = text.prefix { $0 == "#" }
            let plain = hashes.isEmpty || hashes.count > 6 ? text : String(text.dropFirst(hashes.count).trimmed)
            if title == nil, !plain.isEmpty, !hashes.isEmpty || paragraphs.isEmpty && sheets.isEmpty && plain.count <= 120 && !plain.hasSuffix(".") {
                title = plain
            }
            if !plain.isEmpty { paragraphs.append(plain) }
        }
        prose = []
    }
}

/// A table found in plain text.
struct TextTable {
    var rows: [[String]] = []
    /// The number of the line each row begins on.
    var numbers: [Int] = []
    /// The line after the table, as an index.
    var end = 0
    /// False where it began like a table and turned out to be none; it is none up to its end then.
    var isTable = true
    var note: String?
}
