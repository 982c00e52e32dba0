extension Block.Table {
    /// The part of the width that each column takes, in hundredths: what its words want, and never less than its longest word.
    var shares: [Double] {
        guard !columns.isEmpty else { return [] }
        let rows = rows.filter { !isHeading($0) }
        let wants = columns.indices.map { index -> (least: Double, wanted: Double) in
            let texts = rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index] : nil }
            let words = texts.flatMap { $0.text.split { $0 == " " || $0 == "\n" } } + columns[index].title.split(separator: " ")
            let word = min(words.map(\.count).max() ?? 1, 24)
            // A standing and a day are never broken, and a standing has its shape and its frame besides.
            let unbroken = texts.map { text in
                text.runs.reduce(columns[index].kind == .day ? text.text.count : 0) { max($0, $1.tone == nil ? 0 : $1.text.count + 5) }
            }.max() ?? 0
            let mean = texts.isEmpty ? 0 : texts.reduce(0) { $0 + $1.text.count } / texts.count
            let least = Double(max(word, unbroken, 3) + 2)
            let most: Double = switch columns[index].kind {
            case .reference, .day, .number: least
            case .text: min(Double(mean), 34)
            case .wide: max(min(Double(mean), 90), 30)
            }
            return (least, max(least, most))
        }
        // A sheet across has room for some 150 characters, and one upright for 95.
        let least = wants.reduce(0) { $0 + $1.least }
        let spare = max(100 - least, 0)
        let wish = wants.reduce(0) { $0 + $1.wanted - $1.least }
        let widths = wants.map { $0.least + (wish > 0 ? spare * ($0.wanted - $0.least) / wish : spare / Double(wants.count)) }
        let whole = widths.reduce(0, +)
        return widths.map { ($0 / whole * 10_000).rounded() / 100 }
    }
}
