import Kernel

extension TextWriter {
    /// Columns side by side where each gets room enough, else one row after another with its headings.
    mutating func write(_ table: Block.Table) {
        if let caption = table.caption { paragraph(caption) }
        guard !table.rows.isEmpty else { return paragraph(table.none) }
        let rows = table.rows.map { row in
            table.isHeading(row) ? [plain(row.cells[0])] : table.cells(of: row).map { plain($0) }
        }
        guard let widths = widths(table, rows) else { return listed(table, rows) }
        line(table.columns.map(\.title), widths, table)
        add([widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")])
        for row in rows {
            if row.count == 1, table.columns.count > 1 {
                part()
                paragraph(row[0])
            } else {
                line(row, widths, table)
            }
        }
    }

    private mutating func listed(_ table: Block.Table, _ rows: [[String]]) {
        for (index, row) in rows.enumerated() {
            if index > 0 { add([""]) }
            guard row.count > 1 else { paragraph(row.first ?? ""); continue }
            for (column, cell) in zip(table.columns, row) where !cell.isEmpty { paragraph("\(column.title): \(cell)", rest: "  ") }
        }
    }

    /// What each column gets of the width: all of it where it is short, a fair share of what is left where it is long.
    private func widths(_ table: Block.Table, _ rows: [[String]]) -> [Int]? {
        let columns = table.columns
        let longest = columns.indices.map { column in
            rows.filter { $0.count > 1 || columns.count == 1 }.reduce(columns[column].title.count) { most, row in
                max(most, row[column].split(whereSeparator: \.isNewline).map(\.count).max() ?? 0)
            }
        }
        var room = TextWriter.width - 2 * (columns.count - 1)
        var widths = longest
        var open = Set(columns.indices)
        // Those that need less than their share keep what they need, and leave the rest to the others.
        while let narrow = open.filter({ longest[$0] <= room / open.count }).min() {
            open.remove(narrow)
            room -= longest[narrow]
            if open.isEmpty { return widths }
        }
        guard !open.isEmpty, room / open.count >= 12 else { return nil }
        for column in open { widths[column] = room / open.count }
        return widths
    }

    private mutating func line(_ cells: [String], _ widths: [Int], _ table: Block.Table) {
        let cells = zip(cells, widths).map { wrapped($0, to: $1) }
        for index in 0..<(cells.map(\.count).max() ?? 0) {
            var line = ""
            for (column, cell) in cells.enumerated() {
                let text = index < cell.count ? cell[index] : ""
                let room = String(repeating: " ", count: max(0, widths[column] - text.count))
                line += (column > 0 ? "  " : "") + (table.columns[column].kind == .number ? room + text : text + room)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            add([line])
        }
    }
}
