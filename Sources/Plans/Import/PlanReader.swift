public import Documents
public import Kernel

/// The plan that a document holds, as far as it can be read, with a query for each place that is in doubt.
///
/// The same document, columns and answers always give the same draft. An answer is what stands for the query's suggestion:
/// a day (`2021-12-31`, or written in any way that is plain), owners joined by `;`, a colour, a text, `join` or `separate`;
/// `skip` leaves the place empty. An answer that can't be read leaves its query standing.
/// - Parameters:
///   - columns: corrected maps for some of the tables; the others are recognised.
///   - answers: by the key of the query answered.
/// - Throws: `no-plan-table` when no table has a plan's headings.
public func planDraft(
    from reading: Reading, columns: [ColumnMap]? = nil, answers: [String: String] = [:]
) throws(Refusal) -> PlanDraft {
    try PlanReader(reading, columns: columns, answers: answers).draft
}

/// The draft with every suggestion taken; queries without one stay.
public func planDraftAcceptingSuggestions(
    from reading: Reading, columns: [ColumnMap]? = nil, answers: [String: String] = [:]
) throws(Refusal) -> PlanDraft {
    var answers = answers
    var draft = try planDraft(from: reading, columns: columns, answers: answers)
    // One answer may bring up another query, so a few rounds.
    for _ in 0..<4 {
        let more = draft.suggestedAnswers.filter { answers[$0.key] == nil }
        if more.isEmpty { break }
        answers.merge(more) { given, _ in given }
        draft = try planDraft(from: reading, columns: columns, answers: answers)
    }
    return draft
}

/// Puts a document's parts together into a draft.
struct PlanReader {
    private(set) var draft: PlanDraft

    private var questions: Questions
    private var owners: Owners
    private var days: DueDays
    private var key: [String: String]
    private var tables: [PlanTable]
    private var stretches: [String] = []
    private var taken: [String: (status: String, count: Int)] = [:]
    private var asides: [String] = []
    private var colourless: Set<String> = []
    private var doneWithDay: [String] = []
    private var rowOrder: [String: Int] = [:]

    init(_ reading: Reading, columns: [ColumnMap]?, answers: [String: String]) throws(Refusal) {
        let reading = reading.clean
        let found = try PlanTables(reading, columns: columns)
        tables = found.tables
        let rows = PlanRows(found.tables, questions: Questions(answers))
        let title = PlanTitle.of(reading, found.tables)
        var items = ListItem.all(in: reading.paragraphs)
        items += PlanReader.items(found.wordings, from: (items.compactMap(\.list).max() ?? 0) + 1)
        let findings = Findings(rows.rows, tables: found.tables, items: items, title: title, questions: rows.questions)
        questions = findings.questions
        let plain = rows.rows.filter { $0.banner == nil }
        owners = Owners(plain.map(PlanReader.ownerText).filter { !PlanReader.repeatsAbove($0) })
        let step = plain.count / 2000 + 1
        days = DueDays(plain.enumerated().flatMap { index, row in
            // One row in so many is enough to know the document's years by.
            index % step != 0 ? [] : [(row: index, reading: PlanReader.dueReading(row))]
                + (row[.revisedDue].isEmpty ? [] : [(row: index, reading: WrittenDay.read(row[.revisedDue]))])
        })
        for (index, row) in plain.enumerated() { rowOrder[row.location] = index }
        key = WrittenStatus.key(in: reading.paragraphs + rows.keyLines + found.otherLines + found.tables.flatMap(\.above))
        draft = PlanDraft(title: title)
        draft.columns = found.tables.filter { !$0.continues }.map(\.map)
        draft.notes = reading.notes + found.notes(using: Set([title].compactMap { $0 } + findings.headings.values)) + rows.notes + findings.notes
        fill(findings, items)
        closingNotes()
        draft.queries = questions.queries
    }

    private static func items(_ wordings: [PlanTable], from list: Int) -> [ListItem] {
        wordings.enumerated().flatMap { index, table in
            table.body.compactMap { row -> ListItem? in
                let cells = PlanRow(table, 0, row: row)
                let full = cells[.fullText].isEmpty ? cells[.finding] : cells[.fullText]
                guard !full.isEmpty else { return nil }
                let own = cells[.findingReference].isEmpty ? cells[.reference] : cells[.findingReference]
                let prefix = WrittenReference.prefix(of: full)
                return ListItem(list: list + index, reference: WrittenReference.read(own) ?? prefix?.reference, text: (prefix?.rest ?? full).oneLine)
            }
        }
    }

    // MARK: Findings

    private mutating func fill(_ findings: Findings, _ items: [ListItem]) {
        let wording = FullWording(findings: findings.groups.map { ($0.reference, $0.text) }, items: items)
        let listReferences = wording.matches.values.compactMap(\.item.reference)
        let listIsUsable = Set(listReferences).count == listReferences.count
        let own = findings.groups.compactMap(\.reference)
        var used = Set(own.map { $0.lowercased() })
        if listIsUsable { used.formUnion(zip(findings.groups, findings.groups.indices).compactMap { $0.reference == nil ? wording.matches[$1]?.item.reference?.lowercased() : nil }) }
        var given: Set<String> = []
        var actionReferences: Set<String> = []
        let ownActionReferences = numbering(of: findings)
        for (index, group) in findings.groups.enumerated() {
            let match = wording.matches[index]
            var reference = group.reference ?? (listIsUsable ? match?.item.reference : nil)
            if reference == nil || given.contains(reference?.lowercased() ?? "") {
                var next = index + 1
                while used.contains(String(next)) || given.contains(String(next)) { next += 1 }
                if let reference { draft.notes.append("The reference \(reference) stands on more than one finding; the finding in \(group.location) became \(next).") }
                reference = String(next)
            }
            let name = reference ?? String(index + 1)
            given.insert(name.lowercased())
            var finding = FindingDraft(reference: name, text: group.text)
            finding.section = group.section
            finding.place = group.location
            finding.fullText = group.fullText
            if finding.fullText != nil { finding.matchConfidence = 1 }
            if let match, group.fullText == nil { word(&finding, match, group) }
            if finding.text.isEmpty { finding.text = finding.fullText ?? unnamed(group, name) }
            for row in group.rows {
                guard let action = action(row, in: group, finding: finding, ownReferences: ownActionReferences, used: &actionReferences) else { continue }
                finding.actions.append(action)
            }
            draft.findings.append(finding)
        }
        for item in wording.unmatched {
            let name = item.reference.map { "Item \($0) of the list" } ?? "An item of the list"
            draft.notes.append("\(name), \(item.text.quoted(60)), has no row in the table.")
        }
    }

    private mutating func word(_ finding: inout FindingDraft, _ match: FullWording.Match, _ group: Findings.Group) {
        finding.fullText = match.item.text
        finding.matchConfidence = match.confidence
        guard match.isDoubtful else { return }
        let query = Query(
            location: "\(group.location), full wording", code: "full-wording-doubtful", written: group.text, suggestion: match.item.text,
            sentence: "The full wording of this finding may be \(match.item.text.quoted(80)); the two are not much alike.")
        guard let answer = questions.answer(to: query) else { return }
        if Questions.leavesEmpty(answer) || ["no"].contains(answer.lowercased()) {
            finding.fullText = nil
            finding.matchConfidence = nil
        } else if answer.lowercased() != "yes", answer.sameness != match.item.text.sameness {
            finding.fullText = answer
            finding.matchConfidence = 1
        } else { finding.matchConfidence = 1 }
    }

    private mutating func unnamed(_ group: Findings.Group, _ reference: String) -> String {
        let query = Query(
            location: group.location, code: "finding-not-named", written: reference,
            sentence: "The finding is given only as \(reference); write what it says.")
        return questions.answer(to: query).flatMap { Questions.leavesEmpty($0) ? nil : $0 } ?? "Finding \(reference)"
    }

    /// Whether the actions' own numbers can be their references: all of them have one and no two the same.
    private func numbering(of findings: Findings) -> [String: String] {
        var references: [String: String] = [:], seen: Set<String> = []
        var total = 0, prefixed = 0
        for group in findings.groups {
            for row in group.rows where !row[.action].isEmpty {
                total += 1
                let written = !row[.actionReference].isEmpty ? row[.actionReference] : findings.numbersActions[row.table] ?? false ? row[.reference] : ""
                let read = written.isEmpty ? WrittenReference.prefix(of: row[.action])?.reference : WrittenReference.read(written) ?? WrittenReference.usable(written)
                if written.isEmpty, read != nil { prefixed += 1 }
                if let read, seen.insert(read.lowercased()).inserted { references[row.location] = read }
            }
        }
        // Numbers that start again under each finding, or stand on few, are no references.
        return references.count * 10 >= total * 8 ? references : [:]
    }

    // MARK: Actions

    private static func ownerText(_ row: PlanRow) -> String {
        [row[.owner], row[.jointOwner]].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private static func dueReading(_ row: PlanRow) -> WrittenDay {
        if let date = row.dates[.due].flatMap({ Day(iso: $0.prefix(10)) }) { return WrittenDay(day: date) }
        return WrittenDay.read(row[.due])
    }

    private mutating func action(
        _ row: PlanRow, in group: Findings.Group, finding: FindingDraft, ownReferences: [String: String], used: inout Set<String>
    ) -> ActionDraft? {
        let hasActions = tables[row.table].has(.action)
        var text = Findings.paragraphs(hasActions ? row[.action] : row[.finding])
        if hasActions, text.isEmpty {
            // A finding with nothing beside it has no action yet; one with an owner or a day lacks its words.
            guard !PlanReader.ownerText(row).isEmpty || !row[.due].isEmpty else { return nil }
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

    private static func repeatsAbove(_ text: String) -> Bool {
        ["as above", "same as above", "same", "see above", "ditto", "\"", "”", "〃", "''"].contains(text.oneLine.lowercased())
    }

    private mutating func readOwners(_ row: PlanRow, above: ActionDraft?, isFirst: Bool) -> [String] {
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
        let query = Query(location: row.location(.owner, "Owner"), code: code, written: text, suggestion: names, sentence: asked)
        guard let answer = questions.answer(to: query) else { return reading.names }
        if Questions.leavesEmpty(answer) { return code == "owner-missing" ? [] : reading.names }
        return answer.split(whereSeparator: { $0 == ";" || $0.isNewline }).map { owners.canonical($0.tidied) }.filter { !$0.isEmpty }
    }

    /// Reads the day due, and those beside it; whether the cell says that the action is done.
    private mutating func readDue(_ row: PlanRow, above: ActionDraft?, into action: inout ActionDraft) -> Bool {
        let table = tables[row.table]
        action.startsOn = day(row, .startDate)
        action.completedOn = day(row, .completedOn)
        action.revisedDue = day(row, .revisedDue)
        guard table.has(.due) else { return false }
        if let above, (row[.due].isEmpty && row.merged.contains(.due)) || PlanReader.repeatsAbove(row[.due]) {
            action.due = above.due
            action.dueWritten = above.dueWritten
            return false
        }
        let read = days.judged(PlanReader.dueReading(row), row: rowOrder[row.location] ?? 0)
        if read.isDone, let second = read.second { action.completedOn = second }
        else if read.code == "day-two-dates", let second = read.second, action.revisedDue == nil { action.revisedDue = second }
        guard let code = read.code else {
            action.due = read.day
            if read.isLastOfStretch, let day = read.day { noteStretch(action.dueWritten, day) }
            if !read.aside.isEmpty { asides.append("\(action.dueWritten.quoted(40)) in \(row.location)") }
            if read.isDone, read.second == nil { doneWithDay.append(row.location) }
            return read.isDone
        }
        guard !row.isUnsettled else { return read.isDone }
        let suggestion = read.suggestion ?? (code == "day-not-given" ? action.revisedDue : nil)
        let shown = suggestion.map { code == "day-two-dates" ? "" : " It may be \($0)." } ?? ""
        let sentence = action.dueWritten.isEmpty ? "No day is given for this action." : "\(action.dueWritten.quoted()) can't be taken as a day as it stands: \(read.reason).\(shown)"
        let query = Query(location: row.location(.due, "Due"), code: code, written: action.dueWritten, suggestion: suggestion?.iso, sentence: sentence)
        action.due = code == "day-two-dates" ? read.day : nil
        guard let answer = questions.answer(to: query) else { return read.isDone }
        if Questions.leavesEmpty(answer) { action.due = nil }
        else if let day = Day(iso: answer) ?? PlanReader.plainDay(answer) { action.due = day }
        else { questions.put(query) }
        return read.isDone
    }

    private static func plainDay(_ text: String) -> Day? {
        let reading = WrittenDay.read(text)
        return reading.code == nil ? reading.day : nil
    }

    /// A day of lesser weight, for which nobody is asked.
    private mutating func day(_ row: PlanRow, _ field: ColumnMap.Field) -> Day? {
        if let date = row.dates[field].flatMap({ Day(iso: $0.prefix(10)) }) { return date }
        guard !row[field].isEmpty else { return nil }
        let read = PlanReader.plainDay(row[field])
        if read == nil, WrittenDay.looksLikeOne(row[field]), WrittenDay.read(row[field]).code != "day-not-given" {
            draft.notes.append("\(row[field].quoted(40)) in \(row.location(field, field.label)) was left out: it is not a plain day.")
        }
        return read
    }

    private mutating func noteStretch(_ written: String, _ day: Day) {
        let line = "\(written.quoted(40)) as \(day)"
        if !stretches.contains(line) { stretches.append(line) }
    }

    private mutating func readStatus(_ row: PlanRow, isDone: Bool, into action: inout ActionDraft) {
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

    // MARK: Notes

    private mutating func closingNotes() {
        if !tables.contains(where: { $0.has(.action) }) { draft.notes.append("The table has no column of actions, so each finding stands as its own action.") }
        if !tables.contains(where: { $0.has(.owner) || $0.has(.jointOwner) }) { draft.notes.append("The table has no column of owners, so no action has one.") }
        if !tables.contains(where: { $0.has(.due) }) { draft.notes.append("The table has no column of days, so no action is due.") }
        if !stretches.isEmpty { draft.notes.append("A month, a quarter or a range stands for its last day: \(stretches.prefix(12).joined(separator: ", ")).") }
        if !asides.isEmpty { draft.notes.append("Words beside a day were not read: \(asides.prefix(8).joined(separator: ", ")).") }
        if !doneWithDay.isEmpty { draft.notes.append("The day beside “complete” was taken as the day due in \(listed(doneWithDay.prefix(8).map { $0 })).") }
        if !colourless.isEmpty { draft.notes.append("Words for the status that stand for no colour give none: \(listed(colourless.sorted().prefix(8).map { $0.quoted(40) })).") }
        if !taken.isEmpty {
            let words = taken.sorted { $0.key < $1.key }.prefix(12).map { "\($0.key.quoted(40)) as \($0.value.status)" }
            draft.notes.append("Words for the status were taken as colours: \(words.joined(separator: ", ")).")
        }
    }
}
