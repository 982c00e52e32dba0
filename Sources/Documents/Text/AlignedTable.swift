/// A table whose columns line up under its headings, with two spaces or more between them.
///
/// Only taken where at least three headings stand so and every row keeps their gaps, so that prose is never mistaken for it.
enum AlignedTable {
    static func taken(from lines: [TextLine], at start: Int) -> TextTable? {
        let heading = lines[start].text
        guard heading.utf8.count < 1000, heading.contains("   ") || heading.contains("  ") else { return nil }
        let columns = starts(Array(heading))
        guard columns.count >= 3 else { return nil }
        var table = TextTable()
        var filled = 0
        var index = start
        while index < lines.count {
            let line = lines[index]
            if line.isRule {
                index += 1
                continue
            }
            guard !line.isBlank, let fields = cut(Array(line.text), at: columns) else { break }
            table.rows.append(fields)
            table.numbers.append(line.number)
            if fields.count(where: { !$0.allSatisfy(\.isWhitespace) }) >= 2 { filled += 1 }
            index += 1
            // One blank line between rows, where the next one is a row too.
            if index + 1 < lines.count, lines[index].isBlank, !lines[index + 1].isBlank,
               let next = cut(Array(lines[index + 1].text), at: columns), next.count(where: { !$0.allSatisfy(\.isWhitespace) }) >= 2 {
                index += 1
            }
        }
        table.end = index
        return filled >= 2 ? table : nil
    }

    /// Where each heading begins.
    private static func starts(_ heading: [Character]) -> [Int] {
        var starts: [Int] = []
        var spaces = 2
        for (index, character) in heading.enumerated() {
            if character == " " {
                spaces += 1
            } else {
                if spaces >= 2 { starts.append(index) }
                spaces = 0
            }
        }
        return starts
    }

    /// The line's fields, or nil when text stands where a gap should be.
    private static func cut(_ line: [Character], at starts: [Int]) -> [String]? {
        guard line.count < 4000, !line.contains("\t") else { return nil }
        for start in starts.dropFirst() where start < line.count {
            if line[start - 1] != " " || start >= 2 && line[start - 2] != " " && line[start] != " " { return nil }
        }
        return starts.indices.map { column in
            let from = column == 0 ? 0 : starts[column]
            let to = column + 1 < starts.count ? starts[column + 1] : line.count
            return from < line.count ? String(line[from..<min(to, line.count)]) : ""
        }
    }
}
