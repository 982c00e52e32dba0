extension Block.Table {
    /// The part of the width that each column takes, in hundredths: what its words want, and never less than its longest word.
    func shares(on turn: Block.Turn) -> [Double] {
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
            case .text: min(Double(mean) * 1.15 + 2, 36)
            case .wide: least
            }
            return (least, max(least, most))
        }
        // So many letters of a table have room on a line.
        let room = turn == .upright ? 95.0 : 145.0
        let spare = max(room - wants.reduce(0) { $0 + $1.least }, 0)
        // Short columns get what they want, as long as half of what is spare is left to the sentences.
        let isWide = columns.map { $0.kind == .wide }
        let short = columns.indices.reduce(0) { $0 + (isWide[$1] ? 0 : wants[$1].wanted - wants[$1].least) }
        let given = isWide.contains(true) ? min(short, spare / 2) : spare
        let widths = columns.indices.map { index -> Double in
            if isWide[index] { return wants[index].least + (spare - given) / Double(isWide.count { $0 }) }
            guard short > 0 else { return wants[index].least + (isWide.contains(true) ? 0 : spare / Double(columns.count)) }
            return wants[index].least + given * (wants[index].wanted - wants[index].least) / short
        }
        let whole = widths.reduce(0, +)
        return widths.map { ($0 / whole * 10_000).rounded() / 100 }
    }
}
