import Documents
import Kernel

/// A table, or part of one, that holds rows of a plan.
struct PlanTable {
    let sheet: Sheet
    var map: ColumnMap
    /// The rows that hold headings, as they stand, for knowing them again after a page break.
    let headingCells: [[String]]
    let body: Range<Int>
    /// Goes on with the columns of the table before it, across a page.
    let continues: Bool
    /// What stands above the headings.
    let above: [String]
    /// A column whose shading alone is the status.
    var shaded: Int?

    func number(_ row: Int) -> Int { sheet.numbers.indices.contains(row) ? sheet.numbers[row] : row + 1 }
    func has(_ field: ColumnMap.Field) -> Bool { map.has(field) }
}
