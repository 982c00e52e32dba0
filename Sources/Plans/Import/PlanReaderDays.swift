import Documents
import Kernel

/// The days of the draft's actions.
extension PlanReader {
    /// Reads the day due, and those beside it; whether the cell says that the action is done.
    mutating func readDue(_ row: PlanRow, above: ActionDraft?, into action: inout ActionDraft) -> Bool {
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
        else if read.code == "day-two-dates", let second = read.second, let first = read.day, second > first, action.revisedDue == nil { action.revisedDue = second }
        guard let code = read.code else {
            action.due = read.day
            if read.isLastOfStretch, let day = read.day { noteStretch(action.dueWritten, day) }
            if !read.aside.isEmpty { asides.append("\(action.dueWritten.quoted(40)) in \(row.location)") }
            if read.isDone, read.second == nil { doneWithDay.append(row.location) }
            return read.isDone
        }
        guard !row.isUnsettled else { return read.isDone }
        let suggestion = read.suggestion ?? (code == "day-not-given" ? action.revisedDue : nil)
        let shown = suggestion.map { " It may be \($0)." } ?? ""
        let sentence = action.dueWritten.isEmpty ? "No day is given for this action."
            : read.day != nil ? "\(action.dueWritten.quoted()) needs a look: \(read.reason)."
            : "\(action.dueWritten.quoted()) can't be taken as a day as it stands: \(read.reason).\(shown)"
        let query = Query(location: row.location(.due, "Due"), code: code, written: action.dueWritten, suggestion: suggestion?.iso, sentence: sentence)
        action.due = read.day
        if code == "day-of-completion", !read.isLastOfStretch { action.completedOn = action.completedOn ?? read.day }
        guard let answer = questions.answer(to: query) else { return read.isDone }
        if Questions.leavesEmpty(answer) { action.due = nil }
        else if let day = Day(iso: answer) ?? PlanReader.plainDay(answer) { action.due = day }
        else { questions.put(query) }
        return read.isDone
    }

    static func plainDay(_ text: String) -> Day? {
        let reading = WrittenDay.read(text)
        return reading.code == nil ? reading.day : nil
    }

    /// A day of lesser weight, for which nobody is asked.
    mutating func day(_ row: PlanRow, _ field: ColumnMap.Field) -> Day? {
        if let date = row.dates[field].flatMap({ Day(iso: $0.prefix(10)) }) { return date }
        guard !row[field].isEmpty else { return nil }
        let read = PlanReader.plainDay(row[field])
        if read == nil, WrittenDay.looksLikeOne(row[field]), WrittenDay.read(row[field]).code != "day-not-given" {
            draft.notes.append("\(row[field].quoted(40)) in \(row.location(field, field.label)) was left out: it is not a plain day.")
        }
        return read
    }

    mutating func noteStretch(_ written: String, _ day: Day) {
        let line = "\(written.quoted(40)) as \(day)"
        if !stretches.contains(line) { stretches.append(line) }
    }
}
