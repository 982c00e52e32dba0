import Documents
import Kernel

/// What is said about the tables that were read and those that were not.
extension PlanTables {
    /// What was read and what was left out, one sentence each.
    /// - Parameter used: lines above headings that the plan does use.
    func notes(using used: Set<String>) -> [String] {
        var notes = copies
        let places = tables.map(\.sheet.place).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if reading.sheets.count > 1 { notes.append("The plan was read from \(listed(places)).") }
        for sheet in others.prefix(12) {
            let first = sheet.rows.first { $0.contains { !$0.isBlank } }?.filter { !$0.isBlank }.prefix(5).map { $0.written.quoted(30) } ?? []
            notes.append("\(sheet.place.capitalisedFirst) was left out: its headings are not those of a plan\(first.isEmpty ? "" : " (\(first.joined(separator: ", ")))").")
        }
        if others.count > 12 { notes.append("\(others.count - 12) more tables that are no plan were left out.") }
        for table in wordings { notes.append("\(table.sheet.place.capitalisedFirst) names findings and no actions, and was used for their wording.") }
        for table in tables {
            if table.continues { notes.append("\(table.sheet.place.capitalisedFirst) has no headings and goes on with the columns of the table before it.") }
            let lines = table.above.filter { !used.contains($0) }
            if !lines.isEmpty {
                let above = lines.prefix(4).map { $0.quoted(50) }.joined(separator: ", ")
                notes.append("Above the headings of \(table.sheet.place), \(counted(lines.count, "row")) \(lines.count == 1 ? "was" : "were") left out: \(above).")
            }
            guard !table.continues else { continue }
            let left = table.map.fields.indices.filter { column in
                table.map.fields[column] == .ignored && table.body.contains { !table.sheet.rows[$0][column].isBlank }
            }.map { table.map.headings[$0].isEmpty ? "without a heading" : table.map.headings[$0].quoted(40) }
            if !left.isEmpty {
                notes.append("In \(table.sheet.place), \(left.count == 1 ? "a column was" : "columns were") left out: \(listed(left)).")
            }
            if table.shaded != nil { notes.append("In \(table.sheet.place) the status was read from the shading of the cells.") }
        }
        return notes
    }

    static func refusal(_ reading: Reading) -> Refusal {
        let looked = "A plan's table has a heading such as Recommendation, Area for improvement or Action, and others such as Owner, Due date, Status or Ref"
        guard !reading.sheets.isEmpty else { return .invalid("no-plan-table", "There is no table in this document. \(looked).") }
        let found = reading.sheets.prefix(3).compactMap { sheet -> String? in
            let row = sheet.rows.prefix(10).max { a, b in a.filter { !$0.isBlank }.count < b.filter { !$0.isBlank }.count }
            let cells = row?.filter { !$0.isBlank }.prefix(6).map { $0.written.quoted(25) } ?? []
            return cells.isEmpty ? nil : "\(cells.joined(separator: ", ")) in \(sheet.place)"
        }
        return .invalid("no-plan-table", "No table in this document is a plan. \(looked); what was found is \(found.isEmpty ? "empty tables" : listed(found)).")
    }
}
