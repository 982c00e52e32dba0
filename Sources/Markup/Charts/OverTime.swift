public import Kernel

/// What a whole was made of on a day.
public struct SharesOfDay: Sendable, Hashable, Codable {
    public let day: Day
    /// In the order in which they are stacked, from the foot.
    public let shares: [Share]

    public init(_ day: Day, _ shares: [Share]) {
        self.day = day
        self.shares = shares
    }

    var total: Int { shares.reduce(0) { $0 + $1.count } }

    fileprivate var words: String {
        let told = shares.filter { $0.count > 0 }
        return told.isEmpty ? "\(day): none" : "\(day): \(listed(told.map { "\($0.count) \($0.words)" }))"
    }
}

/// What a whole was made of on one day after another: a column a day, its parts stacked, and the same as a table.
///
/// - Parameters:
///   - days: the earliest first.
///   - noun: what is counted.
public func overTime(_ days: [SharesOfDay], of noun: String = "action") -> HTML {
    guard let marks = columns(days), let last = days.last else { return .empty }
    let words = words(of: days)
    return """
        <figure class="overtime"><svg width="100%" height="170" role="img" aria-label="\(words)"><title>\(words)</title>\
        \(marks)</svg>\(legend(last.shares.filter { $0.count > 0 }))</figure>\(asTable(days, noun))
        """
}

/// What the columns show, in a sentence: how it stood on the last day.
public func words(of days: [SharesOfDay]) -> String { days.last.map { "On \($0.words)." } ?? "Nothing to show" }

/// The axis, the levels and the columns, 170 pixels high and as wide as what they are drawn on; nil where there is nothing to draw.
///
/// - Parameter width: in pixels; nil on a page.
func columns(_ days: [SharesOfDay], width: Int? = nil) -> HTML? {
    let top = days.map(\.total).max() ?? 0
    guard top > 0, days.count > 1, let last = days.last else { return nil }
    let steps = zip(days, days.dropFirst()).map { $0.day.days(until: $1.day) }.sorted()
    let step = steps[steps.count / 2]
    let axis = Axis(showing: [days[0].day.adding(days: -step / 2), last.day.adding(days: step / 2)])
    let wide = max(1, (axis.place(last.day) - axis.place(last.day.adding(days: -step))) * 0.62)
    return """
        \(drawn(axis, wordsAt: 164, rules: ("8", "128"), width: width))\(levels(top))<svg y="8" width="100%" height="120" overflow="visible">\
        \(days.map { column($0, at: axis.place($0.day), wide, top, width == nil ? ["fill"] : ["fill", "hatch"]) })</svg>
        """
}

func column(_ day: SharesOfDay, at place: Double, _ width: Double, _ top: Int, _ looks: [String]) -> HTML {
    var height = 0
    let left = place - width / 2
    return day.shares.filter { $0.count > 0 }.map { share -> HTML in
        height += share.count
        let (y, tall) = (100 - percent(height, of: top), percent(share.count, of: top))
        return looks.map { "<rect class=\"\($0) \(share.tone.rawValue)\" x=\"\(left.text)%\" width=\"\(width.text)%\" y=\"\(y.text)%\" height=\"\(tall.text)%\"/>" as HTML }.joined()
    }.joined()
}

private func asTable(_ days: [SharesOfDay], _ noun: String) -> HTML {
    let kinds = days.flatMap(\.shares).reduce(into: [Share]()) { kinds, share in
        if !kinds.contains(where: { $0.words == share.words }) { kinds.append(share) }
    }
    return disclosure("The figures as a table", table(
        columns: [Column("On")] + kinds.map { Column($0.words.capitalisedFirst, .number) } + [Column("All", .number)],
        rows: days.reversed().map { day in
            ["\(day.day)"] + kinds.map { kind in "\(day.shares.first { $0.words == kind.words }?.count ?? 0)" } + ["\(day.total)"]
        }))
}
