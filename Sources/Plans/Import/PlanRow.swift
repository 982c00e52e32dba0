import Documents
import Kernel

/// One row of a plan, with what belongs together put together: merged cells, and rows that a page break cut.
struct PlanRow {
    typealias Field = ColumnMap.Field

    let table: Int
    let place: String
    let number: Int
    /// By column kind; several columns of one kind stand one under the other.
    var texts: [Field: String] = [:]
    var dates: [Field: String] = [:]
    let headings: [Field: String]
    /// Cells that are merged with the one above.
    var merged: Set<Field> = []
    var shade: String?
    /// Only a heading over the rows that follow.
    var banner: String?
    /// It may be the rest of the row above: its owner and day are not asked for until that is settled.
    var isUnsettled = false

    subscript(_ field: Field) -> String { texts[field] ?? "" }

    /// `table 1, row 5`
    var location: String { "\(place), row \(number)" }

    /// `table 1, row 5, Delivery Date`
    func location(_ field: Field, _ otherwise: String) -> String { "\(location), \(headings[field] ?? otherwise)" }

    init(_ table: PlanTable, _ index: Int, row: Int) {
        self.table = index
        place = table.sheet.place
        // A person counts the rows of a table, whatever lines of a text they stand on.
        number = table.sheet.name == nil ? row + 1 : table.number(row)
        var headings: [Field: String] = [:]
        let cells = table.sheet.rows[row]
        for (column, field) in table.map.fields.enumerated() where field != .ignored && column < cells.count {
            if headings[field] == nil { headings[field] = table.map.headings[column].isEmpty ? field.label : table.map.headings[column] }
            let cell = cells[column]
            if cell.continuesAbove { merged.insert(field) }
            var text = cell.written
            // It is told with the recommendation, as what it is.
            if field == .fullText, !text.isEmpty, table.map.headings[column].saysGap { text = "\(table.map.headings[column].oneLine): \(text)" }
            // A lead and an owner in columns of their own are owners one after the other.
            if !text.isEmpty { texts[field] = texts[field].map { $0.contains(text) ? $0 : "\($0)\n\(text)" } ?? text }
            if let date = cell.date, !cell.continuesAbove { dates[field] = date }
            if field == .status, !cell.continuesAbove { shade = cell.shade }
            // A whole row in one colour says nothing about its status.
            if field == .status, let shade, cells.count > 2, cells.filter({ $0.shade == shade }).count * 3 >= cells.count * 2 { self.shade = nil }
        }
        if let column = table.shaded { shade = cells[column].shade }
        self.headings = headings
    }

    var isBlank: Bool { texts.isEmpty && banner == nil }

    /// The fields in which something is written, references and day columns included.
    var written: Set<Field> { Set(texts.keys) }

    /// Takes in the rest of this row from the one below it: of a name and of a day too.
    mutating func take(_ rest: PlanRow) {
        for (field, text) in rest.texts {
            guard let own = texts[field] else { texts[field] = text; continue }
            if [.owner, .jointOwner].contains(field) {
                texts[field] = "\(own)\(Owners.pageBreak)\(text)"
                continue
            }
            let onOneLine = field != .status || own.endsOpen || text.startsInLowerCase
            texts[field] = onOneLine ? (own.hasSuffix("-") && !own.hasSuffix(" -") ? own + text : "\(own) \(text)") : "\(own)\n\(text)"
        }
        for (field, date) in rest.dates where dates[field] == nil { dates[field] = date }
        if shade == nil { shade = rest.shade }
    }
}
