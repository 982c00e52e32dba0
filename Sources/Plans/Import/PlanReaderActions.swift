import Documents
import Kernel

/// The actions of the draft, with their owners and statuses.
extension PlanReader {
    static func ownerText(_ row: PlanRow) -> String {
        [row[.owner], row[.jointOwner]].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    static func dueReading(_ row: PlanRow) -> WrittenDay {
        if let date = row.dates[.due].flatMap({ Day(iso: $0.prefix(10)) }) { return WrittenDay(day: date) }
        return WrittenDay.read(row[.due])
    }

    mutating func action(
        _ row: PlanRow, in group: Findings.Group, finding: FindingDraft, ownReferences: [String: String], used: inout Set<String>
    ) -> ActionDraft? {
        let hasActions = tables[row.table].has(.action)
        var text = Findings.paragraphs(hasActions ? row[.action] : row[.finding])
        if hasActions, text.isEmpty {
            // A finding with nothing beside it has no action yet; one with an owner or a day lacks its words.
            guard !row.isUnsettled, !PlanReader.ownerText(row).isEmpty || !row[.due].isEmpty else { return nil }
            let query = Query(
                location: row.location(.action, "Action"), code: "action-missing", written: "",
                sentence: "The row has an owner or a day but does not say what will be done; write the action, or skip the row.")
            guard let answer = questions.answer(to: query), !Questions.leavesEmpty(answer) else { return nil }
            text = answer
        } else if text.isEmpty { text = finding.text }
        if let prefix = WrittenReference.prefix(of: text), !prefix.rest.isEmpty, !text.contains("\n"), ownReferences[row.location] != nil || prefix.reference.contains(".") || !hasActions {
            text = prefix.rest
        }
        var number = finding.actions.count + 1
        var reference = ownReferences[row.location] ?? "\(finding.reference).\(number)"
        while used.contains(reference.lowercased()) { number += 1; reference = "\(finding.reference).\(number)" }
        used.insert(reference.lowercased())
        var action = ActionDraft(reference: reference, text: text)
        action.place = row.location
        action.dueWritten = row[.due].isEmpty ? row.dates[.due] ?? "" : row[.due].oneLine
        let above = finding.actions.last ?? draft.findings.last?.actions.last
        action.owners = readOwners(row, above: above, isFirst: finding.actions.isEmpty)
        let isDone = readDue(row, above: above, into: &action)
        readStatus(row, isDone: isDone, into: &action)
        action.successMeasure = row[.successMeasure].isEmpty ? nil : Findings.paragraphs(row[.successMeasure])
        action.progress = row[.progress].isEmpty ? nil : Findings.paragraphs(row[.progress])
        return action
    }

    static func repeatsAbove(_ text: String) -> Bool {
        ["as above", "same as above", "same", "see above", "ditto", "\"", "”", "〃", "''"].contains(text.oneLine.lowercased())
    }

    mutating func readOwners(_ row: PlanRow, above: ActionDraft?, isFirst: Bool) -> [String] {
        let table = tables[row.table]
        guard table.has(.owner) || table.has(.jointOwner) else { return [] }
        let text = PlanReader.ownerText(row)
        if let above, (text.isEmpty && row.merged.contains(.owner)) || PlanReader.repeatsAbove(text) { return above.owners }
        let reading = owners.read(text)
        guard let code = reading.code else { return reading.names }
        guard !row.isUnsettled else { return reading.names }
        let suggestion = reading.suggestion ?? (text.isEmpty && !isFirst ? above?.owners : nil)
        let names = suggestion.flatMap { $0.isEmpty ? nil : $0.joined(separator: "; ") }
        let asked = code == "owner-missing" && text.isEmpty ? "No owner is named for this action."
            : "\(text.quoted()) needs a look: \(reading.reason)."
        let query = Query(location: row.location(.owner, "Owner"), code: code, written: text.replacing(String(Owners.pageBreak), with: " "), suggestion: names, sentence: asked)
        guard let answer = questions.answer(to: query) else { return reading.names }
        if Questions.leavesEmpty(answer) { return code == "owner-missing" ? [] : reading.names }
        return answer.split(whereSeparator: { $0 == ";" || $0.isNewline }).map { owners.canonical($0.tidied) }.filter { !$0.isEmpty }
    }

    mutating func readStatus(_ row: PlanRow, isDone: Bool, into action: inout ActionDraft) {
        let table = tables[row.table]
        action.statusWritten = row[.status].oneLine
        guard table.has(.status) || table.shaded != nil else {
            if isDone { action.statedStatus = "blue" }
            return
        }
        let heading = row.headings[.status]?.plainWords ?? []
        let asksWhetherDone = !Set(heading).isDisjoint(with: ["complete", "completed", "done", "closed", "achieved", "delivered"])
        let stated = StatedStatus(text: row[.status], shade: row.shade, key: key, asksWhetherDone: asksWhetherDone)
        action.statedStatus = stated.status ?? (isDone && stated.code == nil ? "blue" : nil)
        if stated.isTaken, let status = stated.status {
            let word = row[.status].oneLine
            taken[word.lowercased()] = (status, (taken[word.lowercased()]?.count ?? 0) + 1)
        }
        if stated.status == nil, stated.code == nil, !row[.status].isEmpty { colourless.insert(row[.status].oneLine.lowercased()) }
        guard let code = stated.code else { return }
        let shown = stated.suggestion.map { " It may be \($0)." } ?? ""
        let query = Query(
            location: row.location(.status, "Status"), code: code, written: row[.status].oneLine, suggestion: stated.suggestion,
            sentence: "\(row[.status].quoted()) can't be taken as a status as it stands: \(stated.reason).\(shown)")
        guard let answer = questions.answer(to: query) else { return }
        if Questions.leavesEmpty(answer) { action.statedStatus = nil }
        else if let status = WrittenStatus(answer).status { action.statedStatus = status }
        else { questions.put(query) }
    }
}
