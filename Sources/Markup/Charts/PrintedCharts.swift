public import Kernel

/// The bar of shares with its legend under it, for paper.
public func drawing(of shares: [Share], noun: String = "action") -> Drawing {
    let shown = shares.filter { $0.count > 0 }
    let legend = keyed(shown.map { share in (mark: share.tone.shape, words: "\(share.count) \(share.words)") }, y: 26)
    return Drawing(height: 26 + max(legend.height, 4), words: words(of: shares, of: noun), """
        <svg width="\(Drawing.width)" height="14"><rect class="ground" width="100%" height="100%"/>\(bars(shown))</svg>\(legend.marks)
        """)
}

/// What was due by each day against what was done, for paper. Nil where there is nothing to draw.
public func drawing(due: [Day], done: [Day], on day: Day, from: Day? = nil, planEnds: Day? = nil, noun: String = "action") -> Drawing? {
    let said = words(ofDue: due, done: done, on: day, of: noun)
    let lines = BurnUpLines(due: due, done: done, on: day, from: from, planEnds: planEnds, width: Drawing.width, height: BurnUpLines.room)
    guard let lines else { return nil }
    let y = BurnUpLines.head + BurnUpLines.room + 56
    let keys = keyed([
        (mark: { x, y in "<g class=\"lines\"><path class=\"due\" d=\"M\(x) \(y + 6)h12\"/></g>" }, words: "Due"),
        (mark: { x, y in "<g class=\"lines\"><path class=\"done\" d=\"M\(x) \(y + 6)h12\"/></g>" }, words: "Done"),
    ], y: y)
    return Drawing(height: y + keys.height, words: said, """
        <svg width="\(Drawing.width)" height="\(y - 12)">\(lines.frame)\
        <svg class="lines" y="\(BurnUpLines.head)" width="\(Drawing.width)" height="\(BurnUpLines.room)" overflow="visible">\(lines.paths)</svg>\(lines.shown)</svg>\(keys.marks)
        """)
}

/// What a whole was made of on one day after another, for paper. Nil where there is nothing to draw.
public func drawing(of days: [SharesOfDay]) -> Drawing? {
    guard let marks = columns(days), let last = days.last else { return nil }
    let legend = keyed(last.shares.filter { $0.count > 0 }.map { share in (mark: share.tone.shape, words: "\(share.count) \(share.words)") }, y: 182)
    return Drawing(height: 182 + legend.height, words: words(of: days), "<svg width=\"\(Drawing.width)\" height=\"170\">\(marks)</svg>\(legend.marks)")
}

/// By how many days promises had slipped, for paper. Nil where nothing ever slipped.
public func drawing(of slips: [Slip], on shown: Day) -> Drawing? {
    guard let lines = SlipLines(slips, on: shown, width: Drawing.width, height: SlipLines.room) else { return nil }
    let keys = keyed([
        (mark: { x, y in "<g class=\"lines\"><path class=\"due\" d=\"M\(x) \(y + 6)h12\"/></g>" }, words: "Agreed"),
        (mark: { x, y in "<g class=\"lines\"><path class=\"done\" d=\"M\(x) \(y + 6)h12\"/></g>" }, words: "Expected or done"),
    ], y: 142)
    return Drawing(height: 142 + keys.height, words: words(of: slips, on: shown), """
        <svg width="\(Drawing.width)" height="130">\(lines.frame)\
        <svg class="lines" y="\(SlipLines.head)" width="\(Drawing.width)" height="\(SlipLines.room)" overflow="visible">\(lines.paths)</svg>\(lines.shown)</svg>\(keys.marks)
        """)
}

/// Actions against the day shown, for paper: each name over its bar, and so many of them to a drawing that none is cut by a page.
public func drawings(of rows: [TimelineRow], on day: Day, planEnds: Day? = nil) -> [Drawing] {
    guard !rows.isEmpty else { return [] }
    let axis = timelineAxis(rows, on: day, planEnds: planEnds)
    let most = 16
    return stride(from: 0, to: rows.count, by: most).map { start in
        drawn(Array(rows[start..<min(start + most, rows.count)]), axis, day, planEnds)
    }
}

private func drawn(_ rows: [TimelineRow], _ axis: Axis, _ day: Day, _ planEnds: Day?) -> Drawing {
    let (top, step) = (40, 38)
    let foot = top + rows.count * step
    let bars = rows.enumerated().map { index, row -> HTML in
        let y = top + index * step
        // A letter is seldom wider than 7 pixels.
        let standing = cut(row.standing, to: 24)
        let label = cut(row.label, to: (Drawing.width - 40) / 7 - standing.count)
        return """
            <text class="name" x="0" y="\(y + 12)">\(label)</text>\(row.tone.shape(Drawing.width - 16 - standing.count * 7, y + 3))\
            <text class="after" x="\(Drawing.width)" y="\(y + 12)">\(standing)</text><svg y="\(y + 14)" width="\(Drawing.width)" height="24" overflow="visible">\(bar(row, axis, day))</svg>
            """
    }
    let keys = keyed(meanings(rows).map { look, words in
        (mark: { x, y in
            switch look {
            case "due": "<g class=\"keys\"><line class=\"due\" x1=\"\(x + 6)\" x2=\"\(x + 6)\" y1=\"\(y - 2)\" y2=\"\(y + 13)\"/></g>"
            case "expected": "<g class=\"keys\"><circle class=\"expected\" cx=\"\(x + 6)\" cy=\"\(y + 5)\" r=\"4.5\"/></g>"
            default: "<g class=\"keys\"><path class=\"done\" d=\"M\(x) \(y + 5)l6-6 6 6-6 6z\"/></g>"
            }
        }, words: words)
    }, y: foot + 52)
    return Drawing(height: foot + 52 + keys.height, words: words(of: rows, on: day, planEnds: planEnds), """
        <svg width="\(Drawing.width)" height="\(foot + 44)" overflow="visible">\(drawn(axis, wordsAt: 28, rules: ("34", "\(foot + 44)")))\
        \(planEnds.map { upright($0, axis, "ends", "plan ends") })\(upright(day, axis, "shown", day.short))</svg>\(bars)\(keys.marks)
        """)
}

/// As many letters as there is room for.
private func cut(_ text: String, to most: Int) -> String { text.count <= most ? text : text.prefix(most - 1) + "…" }
