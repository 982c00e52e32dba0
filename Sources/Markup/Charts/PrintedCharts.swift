public import Kernel

/// The bar of shares with its legend under it, for paper.
public func drawing(of shares: [Share], noun: String = "action", on sheet: PrintedSheet = .upright) -> Drawing {
    let shown = shares.filter { $0.count > 0 }
    let legend = keyed(shown, y: 30, width: sheet.width)
    return Drawing(width: sheet.width, height: 30 + max(legend.height, 4), words: words(of: shares, of: noun), """
        <svg width="\(sheet.width)" height="18"><rect class="ground" width="100%" height="100%"/>\(bars(shown, ["fill", "hatch"]))</svg>\(legend.marks)
        """)
}

/// What was due by each day against what was done, for paper. Nil where there is nothing to draw.
public func drawing(
    due: [Day], done: [Day], on day: Day, from: Day? = nil, planEnds: Day? = nil, noun: String = "action", on sheet: PrintedSheet = .upright
) -> Drawing? {
    let said = words(ofDue: due, done: done, on: day, of: noun)
    let lines = BurnUpLines(due: due, done: done, on: day, from: from, planEnds: planEnds, width: sheet.width, height: BurnUpLines.room)
    guard let lines else { return nil }
    let y = BurnUpLines.head + BurnUpLines.room + 52
    let keys = keyed([
        (mark: { dash("due", $0, $1) }, words: "Due"), (mark: { dash("done", $0, $1) }, words: "Done"), (mark: daymark, words: day.short),
    ], y: y, width: sheet.width)
    return Drawing(width: sheet.width, height: y + keys.height, words: said, """
        <svg width="\(sheet.width)" height="\(y - 8)">\(lines.frame(sheet.width))\
        <svg class="lines" y="\(BurnUpLines.head)" width="\(sheet.width)" height="\(BurnUpLines.room)" overflow="visible">\(lines.paths)</svg>\(lines.shown)</svg>\(keys.marks)
        """)
}

/// What a whole was made of on one day after another, for paper. Nil where there is nothing to draw.
public func drawing(of days: [SharesOfDay], on sheet: PrintedSheet = .upright) -> Drawing? {
    guard let marks = columns(days, width: sheet.width), let last = days.last else { return nil }
    let legend = keyed(last.shares.filter { $0.count > 0 }, y: 182, width: sheet.width)
    return Drawing(
        width: sheet.width, height: 182 + legend.height, words: words(of: days), "<svg width=\"\(sheet.width)\" height=\"170\">\(marks)</svg>\(legend.marks)")
}

/// By how many days promises had slipped, for paper. Nil where nothing ever slipped.
public func drawing(of slips: [Slip], on shown: Day, _ sheet: PrintedSheet = .upright) -> Drawing? {
    guard let lines = SlipLines(slips, on: shown, width: sheet.width, height: SlipLines.room) else { return nil }
    let y = SlipLines.head + SlipLines.room + 50
    let keys = keyed([
        (mark: { dash("due", $0, $1) }, words: "Agreed"), (mark: { dash("done", $0, $1) }, words: "Expected or done"), (mark: daymark, words: shown.short),
    ], y: y, width: sheet.width)
    return Drawing(width: sheet.width, height: y + keys.height, words: words(of: slips, on: shown), """
        <svg width="\(sheet.width)" height="\(y - 8)">\(lines.frame(sheet.width))\
        <svg class="lines" y="\(SlipLines.head)" width="\(sheet.width)" height="\(SlipLines.room)" overflow="visible">\(lines.paths)</svg>\(lines.shown)</svg>\(keys.marks)
        """)
}

private func dash(_ look: HTML, _ x: Int, _ y: Int) -> HTML { "<g class=\"lines\"><path class=\"\(look)\" d=\"M\(x - 4) \(y + 6)h16\"/></g>" }

private func daymark(_ x: Int, _ y: Int) -> HTML { "<line class=\"shown\" x1=\"\(x + 6)\" x2=\"\(x + 6)\" y1=\"\(y - 1)\" y2=\"\(y + 12)\"/>" }
