extension IntegerProgramme {
    /// The programme as text that other solvers read: MPS in its free form. Unknowns are called `x0`, `x1` …, conditions `c0`, `c1` … in the order in which they were added.
    public var mps: String {
        var text = "NAME muster\nROWS\n N cost\n"
        func isRange(_ row: Row) -> Bool { row.lower.isFinite && row.upper.isFinite && row.lower != row.upper }
        for (number, row) in rows.enumerated() {
            let kind = row.lower == row.upper ? "E" : row.upper.isFinite ? "L" : row.lower.isFinite ? "G" : "N"
            text += " \(kind) c\(number)\n"
        }
        text += "COLUMNS\n"
        let (starts, indices, factors) = byColumn
        var isWhole = false
        for (place, column) in columns.enumerated() {
            if column.isWhole != isWhole {
                isWhole = column.isWhole
                text += " m\(place) 'MARKER' '\(isWhole ? "INTORG" : "INTEND")'\n"
            }
            text += " x\(place) cost \(column.cost)\n"
            for at in Int(starts[place])..<Int(starts[place + 1]) { text += " x\(place) c\(indices[at]) \(factors[at])\n" }
        }
        if isWhole { text += " m\(columns.count) 'MARKER' 'INTEND'\n" }
        text += "RHS\n"
        for (number, row) in rows.enumerated() {
            let side = row.upper.isFinite ? row.upper : row.lower
            if side.isFinite, side != 0 { text += " rhs c\(number) \(side)\n" }
        }
        text += "RANGES\n"
        for (number, row) in rows.enumerated() where isRange(row) { text += " range c\(number) \(row.upper - row.lower)\n" }
        text += "BOUNDS\n"
        for (place, column) in columns.enumerated() {
            text += " LO bound x\(place) \(column.lower)\n UP bound x\(place) \(column.upper)\n"
        }
        return text + "ENDATA\n"
    }
}
