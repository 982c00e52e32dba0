import Documents
import Kernel

/// Rows that are no action: repeated headings, footnotes, keys to colours, and headings over other rows.
extension PlanRows {
    func isHeading(_ cells: [Cell], _ table: PlanTable) -> Bool {
        table.headingCells.contains { heading in
            var filled = 0
            for (cell, words) in zip(cells, heading) where !cell.isBlank {
                // The first cell that differs settles it, for most rows at once.
                guard cell.written.utf8.count < 200, cell.written.sameness == words else { return false }
                filled += 1
            }
            return filled >= 2 && filled * 2 >= heading.filter { !$0.isEmpty }.count
        }
    }

    static let footnotes: Set = ["key", "legend", "total", "totals", "subtotal", "notes", "note", "nb", "version", "page", "source", "footnote", "guidance", "glossary"]
    static let footnotePhrases = [
        "rag as at", "brag as at", "last updated", "updated on", "rag key", "brag key", "rag rating key", "rag status key", "brag status key",
        "rag definition", "brag definition", "status key", "end of", "document owner", "status as at", "as at", "rag rating", "correct as of", "correct at", "official",
    ]

    func isFootnote(_ filled: [Cell], _ table: PlanTable, _ cells: [Cell], isKey: inout Bool) -> Bool {
        guard filled.count <= 3, let first = filled.first?.written else { isKey = false; return false }
        let words = first.plainWords
        // A row with an owner or a day of its own is a row.
        let fields: [ColumnMap.Field] = [.owner, .due]
        let column = fields.flatMap(table.map.columns)
        let isFull = filled.count >= 2 && column.contains { index in
            // A figure alone is a sum, not a day.
            index < cells.count && !cells[index].isBlank && index != cells.firstIndex { !$0.isBlank } && Int(cells[index].written).map { $0 >= 10_000 } ?? true
        }
        let at = cells.firstIndex { !$0.isBlank } ?? 0
        let isStatusCell = table.map.fields.indices.contains(at) && table.map.fields[at] == .status
        if isKey || (filled.count <= 2 && !isStatusCell), !isFull, let colour = words.first, colour.count > 1, WrittenStatus(colour).namesColour {
            // “Green – on track”, or “Green” beside what it stands for; not “Blue light collaboration”.
            let after = first.trimmed.dropFirst(colour.count).trimmed
            if isKey || (words.count == 1 && (filled.count == 2 || filled[0].shade != nil)) || after.first.map({ ":=–-—(|".contains($0) }) ?? false { return true }
        }
        if isKey, !isFull, filled.contains(where: { Shade($0.shade).status != nil }) { return true }
        guard !isFull, first.first == "*" || first.first == "†" || Self.footnotes.contains(words.first ?? "") || Self.footnotePhrases.contains(where: first.sameness.hasPrefix)
        else { return false }
        // “Key” alone opens a key; “Key stations will…” is work to do.
        if let word = words.first, ["key", "note", "page", "version", "source", "guidance"].contains(word), words.count > 1,
           !first.dropFirst(word.count).trimmed.hasPrefix(":"), word != "page" && word != "version" || !(words.dropFirst().first?.first?.isNumber ?? false) { return false }
        if first.first == "*", first.count > 2, filled.count > 1 { return false }
        isKey = first.sameness.contains("key") || first.sameness.contains("legend") || first.sameness.contains("rag")
        return true
    }

    /// The text of a row that is a heading over the rows below it.
    mutating func banner(_ cells: [Cell], _ table: PlanTable, row: Int, _ plan: PlanRow) -> String? {
        let filled = cells.indices.filter { !cells[$0].isBlank }
        guard let first = filled.first else { return nil }
        let text = cells[first].written
        let spread = cells.filter(\.continuesLeft).count
        if filled.count == 1, spread * 2 >= cells.count - 1, spread >= 1, cells.count > 2 { return text.oneLine }
        if filled.count >= 3, filled.allSatisfy({ cells[$0].written == text }), text.count > 2, filled.count * 3 >= cells.count * 2, WrittenDay.read(text).day == nil { return text.oneLine }
        if let heading = numberedHeading(cells, filled, table, row: row) { return heading }
        guard filled.count == 1, first == 0 || cells.count > 2, !cells.contains(where: \.continuesAbove) else { return nil }
        let field = table.map.fields.indices.contains(first) ? table.map.fields[first] : .ignored
        let below = next(after: row, table)
        func belowIsFull() -> Bool {
            guard let below else { return false }
            return [ColumnMap.Field.owner, .due, .status].contains { field in table.map.columns(field).contains { !below[$0].isBlank } }
        }
        switch field {
        case .reference, .findingReference, .actionReference, .section, .ignored:
            return first == 0 && !WrittenReference.isOne(text) && text.plainWords.count <= 40 && (field != .section || table.has(.finding)) ? text.oneLine : nil
        case .finding:
            guard !text.startsInLowerCase, let below, let column = table.map.column(.finding), column < below.count, !below[column].isBlank,
                  text.plainWords.count <= 10, !text.endsAsSentence, below[column].written.sameness != text.sameness else { return nil }
            return text.oneLine
        case .action:
            guard first == 0, !table.has(.finding), belowIsFull(), !text.startsInLowerCase, text.plainWords.count <= 25, !text.hasSuffix("."),
                  WrittenReference.prefix(of: text) != nil || text.plainWords.count <= 7, !(rows.last?[.action].endsOpen ?? false) else { return nil }
            notes.append("\(text.quoted(40)) in row \(plan.number) of \(plan.place) was read as a heading over the rows below it.")
            return text.oneLine
        default: return nil
        }
    }

    /// A number and a text with no owner, day or status, over rows that have them: the finding, where no column is for findings.
    private func numberedHeading(_ cells: [Cell], _ filled: [Int], _ table: PlanTable, row: Int) -> String? {
        guard !table.has(.finding), filled.count == 2, let action = table.map.column(.action), filled[1] == action,
              [.reference, .actionReference, .findingReference].contains(table.map.fields[filled[0]]), let below = next(after: row, table),
              [ColumnMap.Field.owner, .due, .status].contains(where: { table.map.columns($0).contains { !below[$0].isBlank } }) else { return nil }
        let own = cells[filled[0]].written.trimmedMarks, next = below[filled[0]].written.trimmedMarks
        guard next.isEmpty || next.hasPrefix(own), next != own else { return nil }
        let isNumber = own.allSatisfy { $0.isNumber || $0 == "." }
        return "\(own)\(isNumber ? ")" : " –") \(cells[action].written.oneLine)"
    }

    func next(after row: Int, _ table: PlanTable) -> [Cell]? {
        (row + 1..<max(row + 1, table.body.upperBound)).lazy.map { table.sheet.rows[$0] }.first { $0.contains { !$0.isBlank } && !isHeading($0, table) }
    }
}
