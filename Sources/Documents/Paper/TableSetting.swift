import Markup

/// How a table is set on paper: columns as wide as what they hold needs, so that its rows are low and no day, standing or word is parted.
struct TableSetting {
    /// The part of the width that each column takes, in hundredths.
    let shares: [Double]
    /// Which rows are so high that a page may part them; the others stay whole.
    let parted: [Bool]
    /// What each column has for its words, in points.
    let rooms: [Double]

    /// What is left free between the words of one column and those of the next, in points.
    static let gap = 10.0

    init(_ table: Block.Table, on turn: Block.Turn) {
        let whole = Double(turn.sheet.width) * PrintedSheet.pixel * 72 / 25.4
        let rows = table.rows.map { table.isHeading($0) ? [] : table.cells(of: $0) }
        let measured = rows.map { cells in cells.indices.map { CellWidth(cells[$0], table.columns[$0].kind) } }
        let needs = table.columns.indices.map { column in
            ColumnNeed(table.columns[column], measured.compactMap { $0.isEmpty ? nil : $0[column] })
        }
        let widths = TableSetting.lowered(TableSetting.widths(needs, isWide: table.columns.map { $0.kind == .wide }, in: whole), needs, measured)
        let sum = widths.reduce(0, +)
        shares = widths.map { ($0 / sum * 10_000).rounded() / 100 }
        let rooms = widths.map { $0 / sum * whole - TableSetting.gap }
        self.rooms = rooms
        parted = measured.map { cells in cells.indices.contains { cells[$0].lines(in: rooms[$0]) > 12 } }
    }

    /// Widths between the least that a column needs and the most that it can use, in the proportion of what they hold.
    private static func widths(_ needs: [ColumnNeed], isWide: [Bool], in whole: Double) -> [Double] {
        guard !needs.isEmpty else { return [] }
        let most = needs.reduce(0) { $0 + $1.most }
        guard most > whole else {
            // All stands on one line: sentences take what is left, or else all columns alike.
            let takers = isWide.contains(true) ? isWide : isWide.map { _ in true }
            let spare = (whole - most) / Double(takers.count { $0 })
            return zip(needs, takers).map { $0.most + ($1 ? spare : 0) }
        }
        func widths(_ scale: Double) -> [Double] { needs.map { min(max($0.weight * scale, $0.least), $0.most) } }
        var (low, high) = (0.0, whole)
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if widths(middle).reduce(0, +) > whole { high = middle } else { low = middle }
        }
        return widths(low)
    }

    /// Room moved from one column to another as long as the rows get lower by it.
    private static func lowered(_ widths: [Double], _ needs: [ColumnNeed], _ rows: [[CellWidth]]) -> [Double] {
        // A hundred rows tell how a long table comes out.
        let told = stride(from: 0, to: rows.count, by: max(1, rows.count / 100)).map { rows[$0] }
        func height(_ widths: [Double]) -> Double {
            told.reduce(0) { sum, cells in
                let lines = cells.indices.map { cells[$0].lines(in: widths[$0] - gap) }
                return sum + Double(lines.max() ?? 0) + Double(lines.reduce(0, +)) / 50
            }
        }
        var (best, least) = (widths, height(widths))
        for step in [24.0, 8] {
            for _ in 0..<10 {
                let before = least
                for from in widths.indices {
                    for to in widths.indices where to != from && best[from] - step >= needs[from].least && best[to] < needs[to].most {
                        var tried = best
                        tried[from] -= step
                        tried[to] += step
                        let now = height(tried)
                        if now < least { (best, least) = (tried, now) }
                    }
                }
                if least == before { break }
            }
        }
        return best
    }
}
