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
/// - Throws: `no-plan-table` when no table has a plan's headings; `plan-too-long` when its tables have more than 10,000 rows.
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
        var more = draft.suggestedAnswers.filter { answers[$0.key] == nil }
        if more.isEmpty { break }
        // Owners taken from the row above wait until those are settled.
        let settled = Set(draft.queries.filter { $0.code != "owner-missing" }.map(\.key))
        let first = more.filter { settled.contains($0.key) }
        if !first.isEmpty { more = first }
        answers.merge(more) { given, _ in given }
        draft = try planDraft(from: reading, columns: columns, answers: answers)
    }
    return draft
}

/// Puts a document's parts together into a draft.
struct PlanReader {
    var draft: PlanDraft

    var questions: Questions
    var owners: Owners
    var days: DueDays
    var key: [String: String]
    var tables: [PlanTable]
    var stretches: [String] = []
    var taken: [String: (status: String, count: Int)] = [:]
    var asides: [String] = []
    var colourless: Set<String> = []
    var doneWithDay: [String] = []
    var rowOrder: [String: Int] = [:]

    init(_ reading: Reading, columns: [ColumnMap]?, answers: [String: String]) throws(Refusal) {
        let reading = reading.clean
        let found = try PlanTables(reading, columns: columns)
        try PlanReader.checkLength(found.tables)
        tables = found.tables
        let rows = PlanRows(found.tables, questions: Questions(answers))
        let title = PlanTitle.of(reading, found.tables)
        // A workbook has its full wording in rows above the table, where it has it.
        let lines = found.tables.flatMap(\.above).filter { WrittenReference.prefix(of: $0) != nil }
        var items = ListItem.all(in: reading.paragraphs + lines)
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
        draft.notes = reading.notes + found.notes(using: Set([title].compactMap { $0 } + lines + findings.headings.values)) + rows.notes + findings.notes
        fill(findings, items)
        closingNotes()
        draft.queries = questions.queries
    }

    /// More rows than any plan has, and than can be read while somebody waits.
    static let mostRows = 10_000

    private static func checkLength(_ tables: [PlanTable]) throws(Refusal) {
        let count = tables.reduce(0) { sum, table in sum + table.body.count { row in table.sheet.rows[row].contains { !$0.isBlank } } }
        guard count > mostRows else { return }
        throw Refusal("plan-too-long", .tooLarge, "The plan has more than 10,000 rows, which is the most that can be read; save the part that is the plan by itself.")
    }

    static func items(_ wordings: [PlanTable], from list: Int) -> [ListItem] {
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

    mutating func closingNotes() {
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
