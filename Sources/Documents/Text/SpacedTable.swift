/// A table whose columns stand between runs of two spaces or more, without lining up: what copying from a PDF leaves.
///
/// Only taken where every line has as many fields as the headings, three at least, so that prose is never mistaken for it.
enum SpacedTable {
    static func taken(from lines: [TextLine], at start: Int) -> TextTable? {
        let headings = fields(lines[start].text)
        guard headings.count >= 3, headings.allSatisfy({ $0.count <= 40 && !$0.hasSuffix(".") && !$0.hasSuffix(";") }) else { return nil }
        var table = TextTable()
        var index = start
        while index < lines.count, !lines[index].isBlank {
            if !lines[index].isRule {
                let row = fields(lines[index].text)
                guard row.count == headings.count else { break }
                table.rows.append(row)
                table.numbers.append(lines[index].number)
            }
            index += 1
        }
        table.end = index
        // A line of another shape just below means that cells were wrapped, and which is whose can't be told.
        guard index == lines.count || lines[index].isBlank else { return nil }
        return table.rows.count >= 2 ? table : nil
    }

    private static func fields(_ text: String) -> [String] {
        guard text.utf8.count < 4000, text.contains("  "), !text.contains("\t") else { return [] }
        return text.split(separator: "  ").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
    }
}
