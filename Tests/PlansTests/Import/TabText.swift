import Documents

/// A reading made from text in which tabs part the cells; `^` in a cell is merged with the one above, `<` with the one to
/// its left, and `~C00000` at its end is its shade.
func reading(_ tables: String..., paragraphs: [String] = [], title: String? = nil, names: [String] = []) -> Reading {
    let sheets = tables.enumerated().map { index, text in
        var rows: [[Cell]] = [], numbers: [Int] = []
        for (at, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
            rows.append(line.split(separator: "\t", omittingEmptySubsequences: false).map { part in
                if part == "^" { return Cell("", continuesAbove: true) }
                if part == "<" { return Cell("", continuesLeft: true) }
                let pieces = part.split(separator: "~", omittingEmptySubsequences: false)
                let text = pieces[0].replacing("\\n", with: "\n")
                return Cell(String(text), shade: pieces.count > 1 ? String(pieces[1]) : nil)
            })
            numbers.append(at + 1)
        }
        let name = names.indices.contains(index) ? names[index] : nil
        return Sheet(name: name, place: name.map { "sheet “\($0)”" } ?? "table \(index + 1)", rows: rows, numbers: numbers)
    }
    return Reading(format: "text", sheets: sheets, title: title, paragraphs: paragraphs)
}
