/// Rows of a pasted table that stand on several lines, because a cell had several paragraphs and no quotation marks.
///
/// A row is put together only where its lines make exactly as many fields as the headings have, and where they look like
/// one row: a line without a tab between them, one that begins as the rest of a sentence or list does, or a day at the end.
enum BrokenRows {
    static func mended(_ table: TextTable) -> TextTable {
        guard let width = table.rows.first?.count, width >= 3 else { return table }
        var mended = table
        (mended.rows, mended.numbers) = ([], [])
        var index = 0
        while index < table.rows.count {
            var row = table.rows[index], end = index + 1, isLikely = false
            // Only lines that follow on each other, with no page between.
            while row.count < width, end < table.rows.count, end - index < 30, table.rows[end].count < width,
                  table.numbers[end] == table.numbers[end - 1] + 1, row.count + table.rows[end].count - 1 <= width {
                let next = table.rows[end]
                isLikely = isLikely || next.count == 1 || begins(next[0])
                row[row.count - 1] += "\n" + next[0]
                row += next.dropFirst()
                end += 1
                if row.count == width { break }
            }
            let isWhole = end > index + 1 && row.count == width && table.rows[index].count > 1
                && (isLikely || isFigured(row[width - 1])) && !(table.rows[index + 1][0].allSatisfy(\.isWhitespace))
            mended.rows.append(isWhole ? row : table.rows[index])
            mended.numbers.append(table.numbers[index])
            index = isWhole ? end : index + 1
        }
        return mended
    }

    private static func isFigured(_ text: String) -> Bool { text.contains(where: \.isNumber) && text.count <= 40 }

    private static func begins(_ text: String) -> Bool {
        guard let first = text.first(where: { !$0.isWhitespace }) else { return false }
        return first.isLowercase || "•-–*·▪●o".contains(first) || ListMarker.number(Substring(text)) != nil
    }
}
