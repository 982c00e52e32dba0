public import Kernel

/// By how many days promises had slipped over time: a line that rises in steps for what was agreed and one for what was expected,
/// or came, and both in words.
///
/// - Parameters:
///   - points: oldest first, each with the days slipped from it on.
public func slippage(_ points: [(day: Day, agreed: Int, expected: Int)], on shown: Day) -> HTML {
    let points = thinned(points)
    guard let last = points.last, points.contains(where: { $0.agreed != 0 || $0.expected != 0 }) else { return .empty }
    let axis = Axis(showing: points.map(\.day) + [shown])
    let all = points.flatMap { [$0.agreed, $0.expected] } + [0]
    let (low, high) = (all.min() ?? 0, all.max() ?? 0)
    let words = "By \(shown), promises had slipped \(days(last.agreed)) as agreed and \(days(last.expected)) as expected or done."
    func y(_ value: Int) -> Double { 100 - percent(value - low, of: max(high - low, 1)) }
    func line(_ value: (Int, Int) -> Int) -> String {
        var path = ""
        for point in points {
            let at = (axis.place(point.day).text, y(value(point.agreed, point.expected)).text)
            path += path.isEmpty ? "M\(at.0) \(at.1)" : "H\(at.0)V\(at.1)"
        }
        return path + "H\(axis.place(shown).text)"
    }
    let (head, room) = (8, 84)
    let zero = Double(head) + Double(room) * y(0) / 100
    let at = axis.place(shown).text
    return """
        <figure class="burnup"><p class="words">\(words)</p>\
        <svg width="100%" height="130" role="img" aria-label="\(words)"><title>\(words)</title>\(drawn(axis, wordsAt: 124, rules: ("\(head)", "\(head + room)")))\
        <line class="base" x1="0" x2="100%" y1="\(zero.text)" y2="\(zero.text)"/><text class="figure" x="0" y="\(head + 11)">\(counted(high, "day"))</text>\
        <svg y="\(head)" width="100%" height="\(room)" viewBox="0 0 100 100" preserveAspectRatio="none">\
        <path class="due" d="\(line { agreed, _ in agreed })"/><path class="done" d="\(line { _, expected in expected })"/></svg>\
        <line class="shown" x1="\(at)%" x2="\(at)%" y1="\(head)" y2="\(head + room)"/></svg>\
        <ul class="keys"><li class="due">Agreed</li><li class="done">Expected or done</li></ul></figure>\
        \(disclosure("The figures as a table", table(
            columns: [Column("From", .day), Column("Agreed", .number), Column("Expected or done", .number)],
            rows: points.map { ["\($0.day)", "\($0.agreed)", "\($0.expected)"] })))
        """
}

private func days(_ count: Int) -> String { count < 0 ? "\(counted(-count, "day")) forward" : counted(count, "day") }

/// No more points than a drawing shows: the last of each run of days, and the very last.
private func thinned(_ points: [(day: Day, agreed: Int, expected: Int)], most: Int = 120) -> [(day: Day, agreed: Int, expected: Int)] {
    guard points.count > most, let first = points.first, let last = points.last else { return points }
    let step = max(1, first.day.days(until: last.day) / most)
    return points.enumerated().filter { index, point in
        index + 1 == points.count || first.day.days(until: points[index + 1].day) / step != first.day.days(until: point.day) / step
    }.map(\.element)
}
