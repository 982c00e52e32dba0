/// A table drawn with vertical bars, as in Markdown or a database's answer.
enum PipeTable {
    static func taken(from lines: [TextLine], at start: Int) -> TextTable? {
        guard isBar(lines[start]) else { return nil }
        var table = TextTable()
        var hasRule = false
        var isEnclosed = true
        var index = start
        while index < lines.count, isBar(lines[index]) {
            let line = lines[index]
            if line.isRule {
                hasRule = true
            } else {
                let text = line.trimmed
                isEnclosed = isEnclosed && text.hasPrefix("|") && text.hasSuffix("|")
                table.rows.append(fields(text))
                table.numbers.append(line.number)
            }
            index += 1
        }
        table.end = index
        table.isTable = (hasRule || isEnclosed) && table.rows.count >= 2 && table.rows.contains { $0.count >= 2 }
        return table
    }

    private static func isBar(_ line: TextLine) -> Bool {
        line.text.utf8.contains(UInt8(ascii: "|")) || line.isRule && line.text.utf8.contains(UInt8(ascii: "+"))
    }

    private static func fields(_ text: String) -> [String] {
        var fields: [String] = []
        var field = ""
        var isEscaped = false
        for character in text {
            if character == "|" && !isEscaped {
                fields.append(field)
                field = ""
            } else {
                if isEscaped && character != "|" { field.append("\\") }
                if character != "\\" { field.append(character) }
            }
            isEscaped = character == "\\" && !isEscaped
        }
        fields.append(field)
        if text.hasPrefix("|") { fields.removeFirst() }
        if text.hasSuffix("|") && fields.last?.allSatisfy(\.isWhitespace) == true { fields.removeLast() }
        return fields.map(broken)
    }

    /// A break within a cell, which Markdown can only write as HTML does.
    private static func broken(_ field: String) -> String {
        guard field.contains("<br") else { return field }
        return ["<br>", "<br/>", "<br />"].reduce(field) { $0.split(separator: $1, omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }.joined(separator: "\n") }
    }
}
