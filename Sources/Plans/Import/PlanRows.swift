import Documents
import Kernel

/// The rows of all the tables of a plan in order, with repeated headings, footnotes and keys left out and cut rows whole.
struct PlanRows {
    var rows: [PlanRow] = []
    var notes: [String] = []
    /// Lines of the document's own key to its colours.
    private(set) var keyLines: [String] = []
    var questions: Questions

    var repeated = 0
    /// Fields that this table mostly begins in lower case, so that lower case says nothing about a cut row.
    var lowerCase: Set<ColumnMap.Field> = []
    var joined: [String] = []
    var leftOut: [String] = []

    init(_ tables: [PlanTable], questions: Questions) {
        self.questions = questions
        for (index, table) in tables.enumerated() {
            // The same headings once more, in a table of their own, are where a page ended.
            let goesOn = index > 0 && table.sheet.name == nil && table.above.isEmpty && table.headingCells == tables[index - 1].headingCells
            read(table, index, afterGap: table.continues || goesOn)
        }
        if repeated > 0 { notes.append("\(counted(repeated, "row").capitalisedFirst) that only \(repeated == 1 ? "repeats" : "repeat") the headings \(repeated == 1 ? "was" : "were") left out.") }
        if !joined.isEmpty { notes.append("\(listed(joined).capitalisedFirst) \(joined.count == 1 ? "was" : "were") joined to the row above, which a page break had cut.") }
        if !leftOut.isEmpty { notes.append("Rows that are no part of the plan were left out: \(leftOut.prefix(8).joined(separator: ", ")).") }
    }

    private mutating func read(_ table: PlanTable, _ index: Int, afterGap: Bool) {
        var gap = afterGap
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
}
