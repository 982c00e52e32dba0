import Documents
import Kernel

/// The tables of a document that are plans, the lists of wording beside them, and what was left out.
struct PlanTables {
    private(set) var tables: [PlanTable] = []
    /// Tables with findings and nothing that is done about them: they hold the full wording.
    private(set) var wordings: [PlanTable] = []
    private(set) var copies: [String] = []
    let reading: Reading
    private(set) var others: [Sheet] = []
    /// Rows of tables that are no plan, for a key of colours.
    private(set) var otherLines: [String] = []

    /// - Throws: `no-plan-table`
    init(_ reading: Reading, columns: [ColumnMap]?) throws(Refusal) {
        self.reading = reading
        var candidates: [PlanTable] = []
        for sheet in reading.sheets {
            let given = (columns ?? []).filter { $0.place == sheet.place }
            let found = given.isEmpty ? PlanTables.recognised(sheet, after: candidates.last) : PlanTables.corrected(sheet, given)
            if found.isEmpty {
                if given.isEmpty { others.append(sheet) }
            } else { candidates += found }
        }
        PlanTables.agree(&candidates)
        let hasActions = candidates.contains { $0.has(.action) }
        for table in candidates {
            let held: [ColumnMap.Field] = [.owner, .due, .status, .progress, .jointOwner]
            if table.has(.action) || (!hasActions && table.has(.finding) && held.contains(where: table.has)) { tables.append(table) }
            else if table.has(.finding) { wordings.append(table) }
        }
        guard !tables.isEmpty else { throw PlanTables.refusal(reading) }
        // Where a workbook holds the plan twice, its copy is not read a second time.
        dropCopies()
        otherLines = others.flatMap { $0.rows.prefix(200).map { $0.filter { !$0.isBlank }.map(\.written).joined(separator: ": ") } }
    }

    private static func recognised(_ sheet: Sheet, after last: PlanTable?) -> [PlanTable] {
        guard let first = HeadingRows.find(in: sheet) else { return last.flatMap { continued(sheet, $0) }.map { [$0] } ?? [] }
        var starts = [first]
        for row in sheet.rows.indices.dropFirst(first.rows.upperBound + 1) {
            // Another table on the same sheet, with headings of its own.
            // The first cell that is no heading settles it, for most rows at once.
            guard sheet.rows[row].count(where: { !$0.isBlank }) >= 3, sheet.rows[row].allSatisfy({ $0.text.utf8.count <= 80 }),
                  sheet.rows[row].allSatisfy({ $0.isBlank || (Heading($0.written).guesses.first?.coverage ?? 0) >= 0.5 }),
                  let next = HeadingRows.single(sheet, row), next.fields.count >= 3,
                  next.headings.map(\.text.sameness) != starts[starts.count - 1].headings.map(\.text.sameness) else { continue }
            starts.append(next)
        }
        var tables: [PlanTable] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].rows.lowerBound : sheet.rows.count
            let body = (start.rows.upperBound + 1)..<end
            let cells = body.map { sheet.rows[$0] }
            let columns = Columns(headings: start.headings, body: cells)
            let map = ColumnMap(
                place: sheet.place, headingRows: start.rows.map { sheet.numbers.indices.contains($0) ? sheet.numbers[$0] : $0 + 1 },
                headings: start.headings.map(\.text), fields: columns.fields)
            guard isPlan(map, columns, cells) else { continue }
            let from = index == 0 ? 0 : start.rows.lowerBound
            tables.append(PlanTable(
                sheet: sheet, map: map, headingCells: start.rows.map { sheet.rows[$0].map(\.written.sameness) }, body: body, continues: false,
                above: lines(sheet, from..<start.rows.lowerBound), shaded: columns.shadedColumn))
        }
        return tables
    }

    /// Tables with the same headings have the same columns: what the longest of them shows holds for all.
    private static func agree(_ tables: inout [PlanTable]) {
        for index in tables.indices {
            let headings = tables[index].map.headings.map(\.sameness)
            let alike = tables.filter { $0.map.headings.map(\.sameness) == headings }
            guard let longest = alike.max(by: { $0.body.count < $1.body.count }) else { continue }
            tables[index].map.fields = longest.map.fields
            tables[index].shaded = longest.shaded
        }
    }

    /// Whether what stands beneath the headings can be a plan: not a count of actions, not a register of risks.
    private static func isPlan(_ map: ColumnMap, _ columns: Columns, _ cells: [[Cell]]) -> Bool {
        guard cells.contains(where: { $0.contains { !$0.isBlank } }) else { return false }
        let words = Set(map.headings.flatMap(\.plainWords))
        if words.contains("likelihood") || words.contains("probability") { return false }
        // Short texts are a plan's where the headings leave no doubt.
        if let action = map.column(.action) { return columns.beneath[action].words >= 1.5 || map.has(.owner) && map.has(.due) }
        return map.column(.finding).map { columns.beneath[$0].words >= 2.5 } ?? false
    }

    /// A table without headings that goes on where the one before it stopped at the end of a page.
    private static func continued(_ sheet: Sheet, _ last: PlanTable) -> PlanTable? {
        let width = sheet.rows.first?.count ?? 0
        guard sheet.name == nil, last.sheet.name == nil, width >= 2, width <= last.map.fields.count, !sheet.rows.isEmpty else { return nil }
        let columns = Columns.Contents.self
        func beneath(_ field: ColumnMap.Field) -> Columns.Contents? {
            last.map.column(field).flatMap { column in column < width ? columns.init(sheet.rows.map { $0[column] }) : nil }
        }
        if let due = beneath(.due), due.count > 0 {
            guard due.days >= 0.5 else { return nil }
        } else {
            // Nothing but the rest of a text.
            let action = beneath(.action)
            guard let action, action.count > 0, sheet.rows.count <= 2,
                  sheet.rows.flatMap({ $0 }).first(where: { !$0.isBlank })?.written.startsInLowerCase ?? false else { return nil }
        }
        let rows = sheet.rows.map { $0 + Array(repeating: Cell(""), count: last.map.fields.count - width) }
        var map = last.map
        map.place = sheet.place
        map.headingRows = []
        return PlanTable(
            sheet: Sheet(name: sheet.name, place: sheet.place, rows: rows, numbers: sheet.numbers), map: map, headingCells: last.headingCells,
            body: rows.indices, continues: true, above: [], shaded: last.shaded)
    }

    /// The tables of a sheet as a person says its columns are.
    private static func corrected(_ sheet: Sheet, _ maps: [ColumnMap]) -> [PlanTable] {
        func row(_ number: Int) -> Int? { sheet.numbers.firstIndex(of: number) }
        let sorted = maps.sorted { ($0.headingRows.first ?? 0) < ($1.headingRows.first ?? 0) }
        let width = sheet.rows.first?.count ?? 0
        return sorted.indices.compactMap { index in
            var map = sorted[index]
            guard map.fields.contains(where: { $0 != .ignored }) else { return nil }
            map.fields = Array((map.fields + Array(repeating: .ignored, count: width)).prefix(width))
            map.headings = Array((map.headings + Array(repeating: "", count: width)).prefix(width))
            let rows = map.headingRows.compactMap(row)
            let start = rows.max().map { $0 + 1 } ?? 0
            let end = index + 1 < sorted.count ? sorted[index + 1].headingRows.compactMap(row).min() ?? sheet.rows.count : sheet.rows.count
            guard start < end else { return nil }
            return PlanTable(
                sheet: sheet, map: map, headingCells: rows.map { sheet.rows[$0].map(\.written.sameness) }, body: start..<end,
                continues: rows.isEmpty && index == 0, above: index == 0 ? lines(sheet, 0..<(rows.min() ?? 0)) : [],
                shaded: map.has(.status) ? nil : Columns(headings: map.headings.map(Heading.init), body: Array(sheet.rows[start..<end])).shadedColumn)
        }
    }

    private static func lines(_ sheet: Sheet, _ rows: Range<Int>) -> [String] {
        rows.compactMap { row in
            let texts = sheet.rows[row].filter { !$0.isBlank }.map(\.written.oneLine)
            return texts.isEmpty ? nil : texts.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }.joined(separator: " ")
        }
    }

    private mutating func dropCopies() {
        func texts(_ table: PlanTable) -> Set<String> {
            guard let column = table.map.column(.action) ?? table.map.column(.finding) else { return [] }
            return Set(table.body.map { table.sheet.rows[$0][column].written.sameness }.filter { $0.count > 12 })
        }
        var kept: [PlanTable] = [], seen: [(place: String, texts: Set<String>)] = []
        for table in tables {
            let own = texts(table)
            if own.count >= 3, let copy = seen.first(where: { $0.place != table.sheet.place && $0.texts.intersection(own).count * 5 >= own.count * 4 }) {
                copies.append("\(table.sheet.place.capitalisedFirst) was left out: it repeats the actions of \(copy.place).")
                continue
            }
            seen.append((table.sheet.place, own))
            kept.append(table)
        }
        tables = kept
    }
}
