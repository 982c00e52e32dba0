import Documents
import Kernel

/// The rows of all the tables of a plan in order, with repeated headings, footnotes and keys left out and cut rows whole.
struct PlanRows {
    private(set) var rows: [PlanRow] = []
    private(set) var notes: [String] = []
    /// Lines of the document's own key to its colours.
    private(set) var keyLines: [String] = []
    var questions: Questions

    private var repeated = 0
    /// Fields that this table mostly begins in lower case, so that lower case says nothing about a cut row.
    private var lowerCase: Set<ColumnMap.Field> = []
    private var joined: [String] = []
    private var leftOut: [String] = []

    init(_ tables: [PlanTable], questions: Questions) {
        self.questions = questions
        for (index, table) in tables.enumerated() { read(table, index) }
        if repeated > 0 { notes.append("\(counted(repeated, "row").capitalisedFirst) that only \(repeated == 1 ? "repeats" : "repeat") the headings \(repeated == 1 ? "was" : "were") left out.") }
        if !joined.isEmpty { notes.append("\(listed(joined).capitalisedFirst) \(joined.count == 1 ? "was" : "were") joined to the row above, which a page break had cut.") }
        if !leftOut.isEmpty { notes.append("Rows that are no part of the plan were left out: \(leftOut.prefix(8).joined(separator: ", ")).") }
    }

    private mutating func read(_ table: PlanTable, _ index: Int) {
        var gap = table.continues
        var isKey = false
        var lastNumber: Int?
        let above = Set(table.above.map(\.sameness))
        lowerCase = Set([ColumnMap.Field.action, .finding].filter { field in
            guard let column = table.map.column(field) else { return false }
            let texts = table.body.prefix(300).map { table.sheet.rows[$0][column].written }.filter { !$0.isEmpty }
            return texts.count >= 4 && texts.count(where: \.startsInLowerCase) * 2 >= texts.count
        })
        for row in table.body {
            let cells = table.sheet.rows[row]
            let number = table.number(row)
            if let lastNumber, number > lastNumber + 1, table.sheet.name == nil { gap = true }
            lastNumber = number
            let filled = cells.filter { !$0.isBlank }
            guard !filled.isEmpty else { gap = true; continue }
            if isHeading(cells, table) || (filled.count <= 2 && above.contains(filled.map(\.written.oneLine).joined(separator: " ").sameness)) {
                repeated += 1
                gap = true
                continue
            }
            if isFootnote(filled, table, cells, isKey: &isKey) {
                let line = filled.map(\.written.oneLine).joined(separator: ": ")
                keyLines.append(line)
                leftOut.append(line.quoted(40))
                continue
            }
            var plan = PlanRow(table, index, row: row)
            if let banner = banner(cells, table, row: row, plan) {
                plan.banner = banner
                rows.append(plan)
                gap = false
                continue
            }
            guard !plan.isBlank else { continue }
            settle(plan, gap: gap)
            gap = false
        }
    }

    // MARK: What is no row

    private func isHeading(_ cells: [Cell], _ table: PlanTable) -> Bool {
        let texts = cells.map(\.written.sameness)
        let filled = texts.filter { !$0.isEmpty }.count
        return filled >= 2 && table.headingCells.contains { heading in
            zip(texts, heading).allSatisfy { $0.isEmpty || $0 == $1 } && filled * 2 >= heading.filter { !$0.isEmpty }.count
        }
    }

    private static let footnotes: Set = ["key", "legend", "total", "totals", "subtotal", "notes", "note", "nb", "version", "page", "source", "footnote", "guidance", "glossary"]
    private static let footnotePhrases = [
        "rag as at", "brag as at", "last updated", "updated on", "rag key", "brag key", "rag rating key", "rag status key", "brag status key",
        "rag definition", "brag definition", "status key", "end of", "document owner", "status as at", "as at", "rag rating", "correct as of", "correct at", "official",
    ]

    private func isFootnote(_ filled: [Cell], _ table: PlanTable, _ cells: [Cell], isKey: inout Bool) -> Bool {
        guard filled.count <= 3, let first = filled.first?.written else { isKey = false; return false }
        let words = first.plainWords
        // A row with an owner or a day of its own is a row.
        let fields: [ColumnMap.Field] = [.owner, .due]
        let column = fields.flatMap(table.map.columns)
        let isFull = filled.count >= 2 && column.contains { $0 < cells.count && !cells[$0].isBlank && $0 != cells.firstIndex { !$0.isBlank } }
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
    private mutating func banner(_ cells: [Cell], _ table: PlanTable, row: Int, _ plan: PlanRow) -> String? {
        let filled = cells.indices.filter { !cells[$0].isBlank }
        guard let first = filled.first else { return nil }
        let text = cells[first].written
        let spread = cells.filter(\.continuesLeft).count
        if filled.count == 1, spread * 2 >= cells.count - 1, spread >= 1, cells.count > 2 { return text.oneLine }
        if filled.count >= 3, filled.allSatisfy({ cells[$0].written == text }), text.count > 2, filled.count * 3 >= cells.count * 2, WrittenDay.read(text).day == nil { return text.oneLine }
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

    private func next(after row: Int, _ table: PlanTable) -> [Cell]? {
        (row + 1..<max(row + 1, table.body.upperBound)).lazy.map { table.sheet.rows[$0] }.first { $0.contains { !$0.isBlank } && !isHeading($0, table) }
    }

    // MARK: Rows that a page break cut

    private enum Verdict { case own, rest, unsure(suggestion: String) }

    private mutating func settle(_ row: PlanRow, gap: Bool) {
        guard let last = rows.indices.last, rows[last].banner == nil else { rows.append(row); return }
        var row = row
        switch verdict(row, rows[last], gap: gap) {
        case .own: break
        case .rest:
            rows[last].take(row)
            joined.append(row.location)
            return
        case .unsure(let suggestion):
            let query = Query(
                location: row.location, code: "row-may-continue", written: row.written.sorted { $0.rawValue < $1.rawValue }.map { row[$0].oneLine }.joined(separator: " | "),
                suggestion: suggestion,
                sentence: "This row may be the rest of the row above it, cut by a page break, or a row of its own; answer join or separate.")
            switch questions.answer(to: query)?.lowercased() {
            case "join":
                rows[last].take(row)
                return
            case nil: row.isUnsettled = true
            default: break
            }
        }
        // The rest of a finding's text, beside an action of its own.
        let finding = row[.finding]
        if !finding.isEmpty, begins(finding, .finding) || rows[last][.finding].endsOpen,
           let start = rows.lastIndex(where: { !$0[.finding].isEmpty }), !rows[start][.finding].endsAsSentence, row[.findingReference].isEmpty,
           rows[(start)...].allSatisfy({ $0.banner == nil }) {
            rows[start].texts[.finding] = "\(rows[start][.finding]) \(finding)"
            row.texts[.finding] = nil
            joined.append("the finding's text in \(row.location)")
        }
        if !row.isBlank { rows.append(row) }
    }

    /// Whether a text begins as the rest of another does.
    private func begins(_ text: String, _ field: ColumnMap.Field) -> Bool { text.startsInLowerCase && !lowerCase.contains(field) }

    private func verdict(_ row: PlanRow, _ above: PlanRow, gap: Bool) -> Verdict {
        let written = row.written
        guard written.isDisjoint(with: [.reference, .findingReference, .actionReference]) else { return .own }
        if written.contains(.due), !above[.due].isEmpty { return .own }
        let action = row[.action], finding = row[.finding], owner = row[.owner]
        let continuesAction = begins(action, .action) && !above[.action].isEmpty && !above[.action].endsAsSentence || above[.action].endsOpen && !action.isEmpty
        let continuesFinding = finding.isEmpty || (begins(finding, .finding) && !above[.finding].endsAsSentence) || above[.finding].endsOpen
        let continuesOwner = owner.isEmpty || above[.owner].isEmpty || above[.owner].endsOpen || owner.startsInLowerCase || "/&+".contains(owner.first ?? " ")
        if action.isEmpty {
            if written.isSubset(of: [.progress, .successMeasure]) { return .rest }
            if written == [.due] || written == [.status] { return above[.due].isEmpty && !above.isBlank ? .rest : .own }
            if written.isSubset(of: [.owner, .jointOwner]) {
                if row.merged.contains(.action) { return .rest }
                return continuesOwner ? .rest : .unsure(suggestion: "join")
            }
            if !finding.isEmpty, owner.isEmpty, !written.contains(.due) {
                if row.headings[.action] == nil { return continuesFinding && gap && begins(finding, .finding) ? .rest : .own }
                return continuesFinding ? .rest : .own
            }
            if row.merged.contains(.action), finding.isEmpty { return .rest }
            return .own
        }
        guard !above[.action].isEmpty, finding.isEmpty || continuesFinding else { return .own }
        if continuesAction, WrittenReference.prefix(of: action) == nil {
            // It has no day, or the row above has none.
            guard continuesOwner else { return .unsure(suggestion: "join") }
            return .rest
        }
        let sharesMerged = !row.merged.isDisjoint(with: [.owner, .due, .status])
        let bare = written.isSubset(of: [.action, .progress, .successMeasure, .finding]) && !sharesMerged && row.shade == nil
        guard bare, finding.isEmpty, row.headings[.owner] != nil || row.headings[.due] != nil else { return .own }
        if begins(action, .action) { return .unsure(suggestion: "join") }
        if above[.action].endsAsSentence { return .own }
        return .unsure(suggestion: gap ? "join" : "separate")
    }
}
