public import Kernel

/// Actions against the day shown, for paper: as many drawings as it takes that each has room on a sheet, with its axis and its legend.
public func drawings(of rows: [TimelineRow], on day: Day, planEnds: Day? = nil, on sheet: PrintedSheet = .upright) -> [Drawing] {
    guard !rows.isEmpty else { return [] }
    let printed = PrintedTimeline(rows, on: day, planEnds: planEnds, sheet)
    return printed.parts.map(printed.drawing)
}

/// Names on the left, bars in the middle and standings on the right, as on a wide page.
private struct PrintedTimeline {
    private let day: Day
    private let planEnds: Day?
    private let sheet: PrintedSheet
    private let axis: Axis
    private let rows: [Named]
    private let (names, standings): (Int, Int)

    /// A row with its name on lines that have room beside its bar.
    private struct Named {
        let row: TimelineRow
        let name: [String]
        let standing: [String]

        var height: Int { max(name.count, standing.count, 1) * PrintedTimeline.line + 12 }
    }

    /// Above the first row, where the axis stands, and below the last.
    private static let (head, foot) = (40, 54)
    private static let line = 14

    init(_ rows: [TimelineRow], on day: Day, planEnds: Day?, _ sheet: PrintedSheet) {
        (self.day, self.planEnds, self.sheet) = (day, planEnds, sheet)
        axis = timelineAxis(rows, on: day, planEnds: planEnds)
        let longest = rows.map { Letters.width($0.standing, size: 12) }.max() ?? 0
        let (names, standings) = (sheet == .upright ? 220 : 400, Int(min(longest, 110).rounded(.up)) + 30)
        (self.names, self.standings) = (names, standings)
        func named(_ most: Int) -> [Named] {
            rows.map { row in
                Named(
                    row: row, name: Letters.lines(row.label, size: 12, room: Double(names - 16), most: most),
                    standing: Letters.lines(row.standing, size: 12, room: Double(standings - 28), most: most))
            }
        }
        // Long names go on to a second line as long as all have room on one sheet.
        let tall = named(2)
        self.rows = tall.reduce(0) { $0 + $1.height } <= PrintedTimeline.room(sheet) ? tall : named(1)
    }

    /// What a sheet has for rows, under the axis and over a legend of one line.
    private static func room(_ sheet: PrintedSheet) -> Int { sheet.height - head - foot - 20 }

    /// The rows of each drawing: no more than a sheet holds, and about as many in each.
    var parts: [Range<Int>] {
        let room = PrintedTimeline.room(sheet)
        let whole = rows.reduce(0) { $0 + $1.height }
        let fair = whole / max(1, (whole + room - 1) / room)
        var parts: [Range<Int>] = []
        var (start, height) = (0, 0)
        for (index, row) in rows.enumerated() {
            if index > start, height + row.height > room || height >= fair {
                parts.append(start..<index)
                (start, height) = (index, 0)
            }
            height += row.height
        }
        return parts + [start..<rows.count]
    }

    func drawing(_ part: Range<Int>) -> Drawing {
        let shown = rows[part]
        let foot = PrintedTimeline.head + shown.reduce(0) { $0 + $1.height }
        let plot = sheet.width - names - standings
        var y = PrintedTimeline.head
        let bars = shown.map { row -> HTML in
            defer { y += row.height }
            return drawn(row, y, plot)
        }
        let own = shown.map(\.row)
        let keys = keyed(meanings(own).map { look, words in (mark: { mark(look, $0, $1) }, words: words) }, y: foot + PrintedTimeline.foot, width: sheet.width)
        return Drawing(width: sheet.width, height: foot + PrintedTimeline.foot + keys.height, words: words(of: own, on: day, planEnds: planEnds), """
            <svg x="\(names)" width="\(plot)" height="\(foot + 44)" overflow="visible">\(Markup.drawn(axis, wordsAt: 28, rules: ("34", "\(foot + 44)"), width: plot))\
            \(planEnds.map { upright($0, axis, "ends", "plan ends") })\(upright(day, axis, "shown", day.short))</svg>\(bars)\(keys.marks)
            """)
    }

    private func drawn(_ named: Named, _ y: Int, _ plot: Int) -> HTML {
        let middle = y + named.height / 2
        let right = sheet.width - standings + 12
        return """
            <line class="level" x1="0" x2="\(sheet.width)" y1="\(y)" y2="\(y)"/>\
            \(written(named.name, "name", 0, middle))\(named.row.tone.shape(right, middle - 5))\(written(named.standing, "standing", right + 16, middle))\
            <svg x="\(names)" y="\(middle - 12)" width="\(plot)" height="24" overflow="visible">\(bar(named.row, axis, day))</svg>
            """
    }

    private func written(_ lines: [String], _ look: String, _ x: Int, _ middle: Int) -> HTML {
        lines.enumerated().map { index, line -> HTML in
            "<text class=\"\(look)\" x=\"\(x)\" y=\"\(middle + 4 + index * PrintedTimeline.line - (lines.count - 1) * PrintedTimeline.line / 2)\">\(line)</text>"
        }.joined()
    }

    private func mark(_ look: String, _ x: Int, _ y: Int) -> HTML {
        switch look {
        case "due": "<g class=\"keys\"><line class=\"due\" x1=\"\(x + 6)\" x2=\"\(x + 6)\" y1=\"\(y - 2)\" y2=\"\(y + 13)\"/></g>"
        case "expected": "<g class=\"keys\"><circle class=\"expected\" cx=\"\(x + 6)\" cy=\"\(y + 5)\" r=\"4.5\"/></g>"
        default: "<g class=\"keys\"><path class=\"done\" d=\"M\(x) \(y + 5)l6-6 6 6-6 6z\"/></g>"
        }
    }
}
