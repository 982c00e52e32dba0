import Kernel

/// A table whose columns stand between tabs, as Word and Excel put one on the clipboard.
///
/// Blank lines and page numbers between its rows are where a page ended. Rows are given as they stand.
enum TabTable {
    static func taken(from lines: [TextLine], at start: Int) -> TextTable {
        var table = TextTable()
        var index = start
        var pages = 0
        // Marks that never close are letters like any other, and not worth looking for again and again.
        var patience = 40
        while index < lines.count {
            let (fields, next) = fields(from: lines, at: index, &patience)
            table.rows.append(fields)
            table.numbers.append(lines[index].number)
            index = next
            guard let following = nextRow(from: lines, at: index, after: table, &pages, &patience) else { break }
            // Lines between two rows with no gap are rows of one cell: a banner across the table, or the rest of a cell.
            for banner in lines[index..<following] where !banner.isBlank && !banner.isPageNumber {
                table.rows.append([banner.text])
                table.numbers.append(banner.number)
            }
            index = following
        }
        table.end = index
        table.isTable = isTable(table.rows)
        if pages > 0 { table.note = "\(counted(pages, "page number")) between the table's rows \(pages == 1 ? "was" : "were") left out." }
        return table.isTable ? BrokenRows.mended(table) : table
    }

    private static func isTable(_ rows: [[String]]) -> Bool {
        let filled = rows.map { row in row.count { !$0.utf8.allSatisfy { $0 <= 32 } } }
        guard filled.count(where: { $0 >= 2 }) >= 2 else { return false }
        // A list whose numbers stand before a tab.
        return !rows.allSatisfy { row in
            row.count == 2 && ListMarker.item(row[0] + "\t" + row[1]) != nil && row[0].count <= 8
        }
    }

    /// Where the table goes on, or nil when it has ended.
    private static func nextRow(
        from lines: [TextLine], at index: Int, after table: TextTable, _ pages: inout Int, _ patience: inout Int
    ) -> Int? {
        var next = index
        var (gap, banners, numbers) = (false, 0, 0)
        while next < lines.count, next - index <= 6 {
            let line = lines[next]
            if line.hasTab && !line.isBlank { break }
            if line.isBlank {
                gap = true
            } else if line.isPageNumber {
                numbers += 1
            } else {
                banners += 1
            }
            next += 1
        }
        guard next < lines.count, next - index <= 6, lines[next].hasTab, !lines[next].isBlank else { return nil }
        if banners > 0 && (gap || banners > 2) { return nil }
        if gap || numbers > 0 {
            // After a gap, a full row of another width begins another table.
            let fields = fields(from: lines, at: next, &patience).fields
            let width = table.rows.first?.count ?? 0
            let isFull = fields.allSatisfy { !$0.utf8.allSatisfy { $0 <= 32 } }
            if isFull && fields.count != width { return nil }
        }
        pages += numbers
        return next
    }

    /// The fields of a row, which runs over several lines where a quoted field does.
    private static func fields(from lines: [TextLine], at index: Int, _ patience: inout Int) -> (fields: [String], next: Int) {
        let text = lines[index].text
        guard text.utf8.contains(0x22), patience > 0 else { return (plain(text), index + 1) }
        var joined = text
        for end in index..<min(index + 60, lines.count) {
            if end > index { joined += "\n" + lines[end].text }
            if let fields = quoted(joined) { return (fields, end + 1) }
        }
        patience -= 1
        return (plain(text), index + 1)
    }

    private static func plain(_ text: String) -> [String] {
        text.utf8.split(separator: 9, omittingEmptySubsequences: false).map { String($0) ?? "" }
    }

    /// The fields, or nil while a quoted one is still open or text follows its closing mark.
    private static func quoted(_ text: String) -> [String]? {
        var fields: [String] = []
        var rest = text.utf8[...]
        while true {
            if rest.first == 0x22 {
                var field: [UInt8] = []
                rest = rest.dropFirst()
                var isClosed = false
                while let byte = rest.popFirst() {
                    if byte != 0x22 {
                        field.append(byte)
                    } else if rest.first == 0x22 {
                        field.append(0x22)
                        rest = rest.dropFirst()
                    } else {
                        isClosed = true
                        break
                    }
                }
                guard isClosed, rest.isEmpty || rest.first == 9 else { return nil }
                fields.append(String(decoding: field, as: UTF8.self))
            } else {
                let field = rest.prefix { $0 != 9 }
                if field.contains(10) { return nil }
                fields.append(String(decoding: field, as: UTF8.self))
                rest = rest[field.endIndex...]
            }
            if rest.isEmpty { return fields }
            rest = rest.dropFirst()
        }
    }
}
