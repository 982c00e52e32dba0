import Documents
import Kernel

/// Rows that a page break cut in two: joined where that is plain, asked about where it is not.
extension PlanRows {
    enum Verdict { case own, rest, unsure(suggestion: String) }

    mutating func settle(_ row: PlanRow, gap: Bool) {
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
        if !finding.isEmpty, begins(finding, .finding) || rows[last][.finding].contains(" ") && rows[last][.finding].endsOpen,
           let start = rows.lastIndex(where: { !$0[.finding].isEmpty }), !rows[start][.finding].endsAsSentence, row[.findingReference].isEmpty,
           rows[(start)...].allSatisfy({ $0.banner == nil }) {
            rows[start].texts[.finding] = "\(rows[start][.finding]) \(finding)"
            row.texts[.finding] = nil
            joined.append("the finding's text in \(row.location)")
        }
        if !row.isBlank { rows.append(row) }
    }

    /// Whether a text begins as the rest of another does.
    func begins(_ text: String, _ field: ColumnMap.Field) -> Bool { text.startsInLowerCase && !lowerCase.contains(field) }

    func verdict(_ row: PlanRow, _ above: PlanRow, gap: Bool) -> Verdict {
        let written = row.written
        guard written.isDisjoint(with: [.reference, .findingReference, .actionReference]) else { return .own }
        if written.contains(.due), !above[.due].isEmpty {
            // “31 March” at the foot of a page and “2022” at the head of the next.
            guard gap, WrittenDay.read(above[.due]).code != nil, WrittenDay.read("\(above[.due]) \(row[.due])").code == nil else { return .own }
        }
        let action = row[.action], finding = row[.finding], owner = row[.owner]
        let isList = above[.action].trimmed.last == ":" && action.first.map { "•-–*·▪●".contains($0) } ?? false
        let continuesAction = isList || begins(action, .action) && !above[.action].isEmpty && !above[.action].endsAsSentence || above[.action].endsOpen && !action.isEmpty
        let continuesFinding = finding.isEmpty || (begins(finding, .finding) && !above[.finding].endsAsSentence) || above[.finding].endsOpen
        let continuesOwner = owner.isEmpty || above[.owner].isEmpty || above[.owner].endsOpen || owner.startsInLowerCase || "/&+".contains(owner.first ?? " ")
            || Owners.waitsForName(above[.owner], before: owner)
        if action.isEmpty {
            if written.isSubset(of: [.progress, .successMeasure]) { return .rest }
            if written == [.due] || written == [.status] { return above[.due].isEmpty && !above.isBlank ? .rest : .own }
            if written.isSubset(of: [.owner, .jointOwner]) {
                if row.merged.contains(.action) { return .rest }
                return continuesOwner || gap ? .rest : .unsure(suggestion: "join")
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
            guard continuesOwner || (gap && !above[.due].isEmpty && !isList) else { return .unsure(suggestion: "join") }
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
