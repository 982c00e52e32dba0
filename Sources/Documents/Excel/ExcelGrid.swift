import Kernel

/// The rows of a worksheet as they come, then squared up: merged cells marked, hidden rows and columns left out.
struct ExcelGrid {
    private struct Area {
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>
    }

    private var rows: [[Cell]] = []
    private var numbers: [Int] = []
    private var areas: [Area] = []
    private var hiddenRows: Set<Int> = []
    private var hiddenColumns: [ClosedRange<Int>] = []
    private var leftOut: [(what: String, verb: String)] = []
    /// Whether a filter hides rows.
    var isFiltered = false

    var notes: [(what: String, verb: String)] { leftOut }

    mutating func hide(columns: ClosedRange<Int>) {
        if hiddenColumns.count < 1000 { hiddenColumns.append(columns) }
    }

    mutating func hide(row: Int) { hiddenRows.insert(row) }

    /// Adds a row; a run of blank ones is kept as one.
    mutating func add(_ row: [Cell], number: Int) throws {
        let follows = rows.last.map { !$0.isEmpty } ?? false
        if row.isBlank {
            if follows { append([], number) }
            return
        }
        if follows, let last = numbers.last, number > last + 1 { append([], last + 1) }
        append(row, number)
        try Allowance.check(rows: rows.count)
    }

    private mutating func append(_ row: [Cell], _ number: Int) {
        rows.append(row)
        numbers.append(number)
    }

    mutating func merge(_ reference: UnsafeBufferPointer<UInt8>) throws {
        let ends = reference.split(separator: UInt8(ascii: ":"))
        guard ends.count == 2, let from = ExcelPlace(ends[0]), let to = ExcelPlace(ends[1]),
              from.row >= 1, from.row <= to.row, from.column <= to.column else { return }
        guard areas.count < Limits.rows else { throw Refusal.tooLarge("It has more than \(grouped(Limits.rows)) merged cells.") }
        areas.append(Area(rows: from.row...to.row, columns: from.column...to.column))
    }

    mutating func finished(_ allowance: inout Allowance) throws -> (rows: [[Cell]], numbers: [Int]) {
        try allowance.square(rows)
        try markMerged()
        leaveOutRows()
        if rows.last?.isEmpty == true { rows.removeLast() }
        if rows.first?.isEmpty == true {
            rows.removeFirst()
            numbers.removeFirst()
        }
        leaveOutColumns()
        return (rows.trimmingColumns(), Array(numbers.prefix(rows.count)))
    }

    /// Marks what continues a merged cell. Its text moves to the first part that is not hidden.
    private mutating func markMerged() throws {
        guard !areas.isEmpty else { return }
        let width = rows.map(\.count).max() ?? 0
        let hidden = hiddenColumns(within: width)
        var marks = Allowance()
        for area in areas where area.columns.lowerBound <= width {
            let first = numbers.partitioned { $0 >= area.rows.lowerBound }
            let columns = area.columns.lowerBound...min(area.columns.upperBound, width)
            let showing = columns.first { !hidden.contains($0) } ?? columns.lowerBound
            var lead: Int?
            var held: Cell?
            var index = first
            while index < rows.count, numbers[index] <= area.rows.upperBound {
                try marks.spend(cells: columns.count)
                if numbers[index] == area.rows.lowerBound, columns.lowerBound <= rows[index].count { held = rows[index][columns.lowerBound - 1] }
                if !rows[index].isEmpty {
                    let isLead = lead == nil && !hiddenRows.contains(numbers[index])
                    if isLead { lead = index }
                    mark(index, columns, showing, held, isLead: isLead)
                }
                index += 1
            }
        }
    }

    private mutating func mark(_ index: Int, _ columns: ClosedRange<Int>, _ showing: Int, _ held: Cell?, isLead: Bool) {
        while rows[index].count < columns.upperBound { rows[index].append(Cell("")) }
        for column in columns {
            if isLead && column == showing {
                if let held { rows[index][column - 1] = held }
                continue
            }
            rows[index][column - 1].text = ""
            rows[index][column - 1].date = nil
            rows[index][column - 1].continuesAbove = !isLead
            rows[index][column - 1].continuesLeft = column != showing
        }
    }

    private func hiddenColumns(within width: Int) -> Set<Int> {
        var hidden: Set<Int> = []
        for range in hiddenColumns where range.lowerBound <= width {
            hidden.formUnion(range.lowerBound...min(range.upperBound, width))
        }
        return hidden
    }

    private mutating func leaveOutRows() {
        guard !hiddenRows.isEmpty else { return }
        let kept = rows.indices.filter { !hiddenRows.contains(numbers[$0]) }
        let gone = rows.indices.filter { hiddenRows.contains(numbers[$0]) && !rows[$0].isBlank }.map { numbers[$0] }
        rows = kept.map { rows[$0] }
        numbers = kept.map { numbers[$0] }
        guard !gone.isEmpty else { return }
        let cause = isFiltered ? "hidden (a filter is on)" : "hidden"
        leftOut.append((
            (gone.count == 1 ? "Row " : "Rows ") + ExcelGrid.ranges(gone),
            gone.count == 1 ? "is \(cause) and was left out." : "are \(cause) and were left out."))
    }

    private mutating func leaveOutColumns() {
        let width = rows.map(\.count).max() ?? 0
        let hidden = hiddenColumns(within: width)
        guard !hidden.isEmpty else { return }
        for column in hidden.sorted() {
            let heading = rows.lazy.compactMap { column <= $0.count && !$0[column - 1].text.isEmpty ? $0[column - 1].text : nil }.first
            guard let heading else { continue }
            let line = heading.prefix { $0 != "\n" }
            let shown = line.count > 40 ? line.prefix(39) + "…" : line
            leftOut.append(("Column \(ExcelPlace.name(column: column)) “\(shown)”", "is hidden and was left out."))
        }
        rows = rows.map { row in row.indices.filter { !hidden.contains($0 + 1) }.map { row[$0] } }
    }

    /// `5, 8–11 and 20`
    private static func ranges(_ numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, number == last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        let words = ranges.prefix(12).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return listed(ranges.count > 12 ? words + ["others"] : words)
    }
}

extension [Int] {
    /// The first place in a rising list where the test holds.
    fileprivate func partitioned(_ test: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
