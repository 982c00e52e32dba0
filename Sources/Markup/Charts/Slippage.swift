public import Kernel

/// By how many days promises had slipped over time: a line that rises in steps for what was agreed and one for what was expected,
/// or came, and both in words.
///
/// - Parameters:
///   - slips: the earliest first.
///   - shown: the day shown, where the lines end.
public func slippage(_ slips: [Slip], on shown: Day) -> HTML {
    // Nobody knows the width of a page, so the lines are drawn on a square that is stretched.
    guard let lines = SlipLines(slips, on: shown, width: 100, height: 100) else { return .empty }
    let words = words(of: slips, on: shown)
    let (head, room) = (SlipLines.head, SlipLines.room)
    return """
        <figure class="burnup"><p class="words">\(words)</p>\
        <svg width="100%" height="144" role="img" aria-label="\(words)"><title>\(words)</title>\(lines.frame())\
        <svg y="\(head)" width="100%" height="\(room)" viewBox="0 0 100 100" preserveAspectRatio="none">\(lines.paths)</svg>\(lines.shown)</svg>\
        <ul class="keys"><li class="due">Agreed</li><li class="done">Expected or done</li></ul></figure>\
        \(disclosure("The figures as a table", table(
            columns: [Column("From", .day), Column("Agreed", .number), Column("Expected or done", .number)],
            rows: lines.slips.map { ["\($0.day)", "\($0.agreed)", "\($0.expected)"] })))
        """
}

/// What the lines show, in a sentence.
public func words(of slips: [Slip], on shown: Day) -> String {
    guard let last = slips.last else { return "Nothing was promised for a day" }
    return "By \(shown), promises had slipped \(days(last.agreed)) as agreed and \(days(last.expected)) as expected or done."
}

private func days(_ count: Int) -> String { count < 0 ? "\(counted(-count, "day")) forward" : counted(count, "day") }

/// The parts of the drawing, for a page and for paper alike.
struct SlipLines {
    static let head = 22
    static let room = 84

    /// No more than a drawing shows.
    let slips: [Slip]
    private let shownDay: Day
    private let axis: Axis
    private let range: (low: Int, high: Int)
    private let size: (width: Int, height: Int)

    /// Nil where nothing ever slipped.
    init?(_ slips: [Slip], on shown: Day, width: Int, height: Int) {
        self.slips = SlipLines.thinned(slips)
        guard self.slips.contains(where: { $0.agreed != 0 || $0.expected != 0 }) else { return nil }
        shownDay = shown
        axis = Axis(showing: self.slips.map(\.day) + [shown])
        let all = self.slips.flatMap { [$0.agreed, $0.expected] } + [0]
        range = (all.min() ?? 0, all.max() ?? 0)
        size = (width, height)
    }

    /// The share of the height from the top, in hundredths.
    private func y(_ value: Int) -> Double { 100 - percent(value - range.low, of: max(range.high - range.low, 1)) }

    /// The axis, the level of no slip, and the most in figures over its line.
    ///
    /// - Parameter width: in pixels; nil on a page.
    func frame(_ width: Int? = nil) -> HTML {
        let (head, room) = (SlipLines.head, SlipLines.room)
        let zero = (Double(head) + Double(room) * y(0) / 100).text
        return """
            \(drawn(axis, wordsAt: head + room + 32, rules: ("\(head)", "\(head + room)"), width: width))\
            <line class="base" x1="0" x2="100%" y1="\(zero)" y2="\(zero)"/><text class="figure" x="0" y="\(head - 7)">\(counted(range.high, "day"))</text>
            """
    }

    var paths: HTML { "<path class=\"due\" d=\"\(line(\.agreed))\"/><path class=\"done\" d=\"\(line(\.expected))\"/>" }

    /// The line of the day shown.
    var shown: HTML {
        let at = axis.place(shownDay).text
        return "<line class=\"shown\" x1=\"\(at)%\" x2=\"\(at)%\" y1=\"\(SlipLines.head)\" y2=\"\(SlipLines.head + SlipLines.room)\"/>"
    }

    private func line(_ value: (Slip) -> Int) -> String {
        func x(_ day: Day) -> String { (axis.place(day) * Double(size.width) / 100).text }
        var path = ""
        for slip in slips {
            let high = (y(value(slip)) * Double(size.height) / 100).text
            path += path.isEmpty ? "M\(x(slip.day)) \(high)" : "H\(x(slip.day))V\(high)"
        }
        return path + "H\(x(shownDay))"
    }

    /// The last of each run of days, and the very last.
    private static func thinned(_ slips: [Slip], most: Int = 120) -> [Slip] {
        guard slips.count > most, let first = slips.first, let last = slips.last else { return slips }
        let step = max(1, first.day.days(until: last.day) / most)
        return slips.enumerated().filter { index, slip in
            index + 1 == slips.count || first.day.days(until: slips[index + 1].day) / step != first.day.days(until: slip.day) / step
        }.map(\.element)
    }
}
