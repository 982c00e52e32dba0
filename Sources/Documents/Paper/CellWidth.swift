import Kernel
import Markup

/// What a column needs, in points.
struct ColumnNeed {
    let least, most: Double
    /// How much of the room it asks for beside the others.
    let weight: Double

    init(_ column: Block.Column, _ cells: [CellWidth]) {
        let title = CellWidth(Words([Run(column.title, .strong)]), .text)
        let longest = cells.reduce(title.longest) { max($0, $1.longest) }
        least = min(longest, 150) + TableSetting.gap
        most = max(cells.reduce(title.widest) { max($0, $1.widest) } + TableSetting.gap, least)
        // A row is as high as its longest cell, so long cells weigh more than many. Roots alone come out alike on every machine.
        weight = (cells.reduce(1) { $0 + $1.length * $1.length * $1.length }).squareRoot().squareRoot()
    }
}

/// How wide the words of a cell are, at nine points.
struct CellWidth {
    /// Its widest line, and what of it is never parted.
    private(set) var widest = 0.0
    private(set) var longest = 0.0
    private var lines: [Double] = []

    var length: Double { lines.reduce(0, +) }

    init(_ words: Words, _ kind: Block.Column.Kind) {
        var line = 0.0
        func end() {
            lines.append(line)
            widest = max(widest, line)
            line = 0
        }
        for run in words.runs {
            let bold = kind == .reference || run.look == .strong
            if run.tone != nil {
                // A standing has its shape and its frame.
                let width = Letters.width(run.text, size: 8.3, bold: true) + 19
                line += width
                longest = max(longest, width)
                continue
            }
            for (index, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { end() }
                line += Letters.width(part, size: 9, bold: bold)
                for piece in part.unparted(kind) { longest = max(longest, Letters.width(piece, size: 9, bold: bold)) }
            }
        }
        end()
    }

    /// On how many lines it stands in a column; words leave some of each line free.
    func lines(in room: Double) -> Int { lines.reduce(0) { $0 + max(1, Int(($1 * 1.05 / max(room, 1)).rounded(.up))) } }
}

extension Substring {
    /// Its words; in a column of days a day is one.
    fileprivate func unparted(_ kind: Block.Column.Kind) -> [Substring] {
        let words = split(separator: " ")
        guard kind == .day, words.count >= 3 else { return words }
        let days = words.indices.dropLast(2).filter { index in
            words[index].count <= 2 && words[index].allSatisfy(\.isNumber) && Day.months.contains(String(words[index + 1]))
        }
        return words + days.map { self[words[$0].startIndex..<words[$0 + 2].endIndex] }
    }
}
