public import Kernel

/// What was counted in a month, a quarter or a year.
public struct SharesOfPeriod: Sendable, Hashable {
    public let name: String
    public let from: Day
    public let through: Day
    /// In the order in which they are stacked, from the foot; nil where nobody knows.
    public let shares: [Share]?

    public init(_ name: String, from: Day, through: Day, _ shares: [Share]?) {
        (self.name, self.from, self.through, self.shares) = (name, from, through, shares)
    }

    var total: Int { (shares ?? []).reduce(0) { $0 + $1.count } }
    fileprivate var middle: Day { from.adding(days: from.days(until: through) / 2) }
}

/// What was counted in one period after another: a column each, its parts stacked, and a question mark where nobody knows. Its figures belong in a
/// table beside it.
///
/// - Parameters:
///   - periods: the earliest first.
///   - noun: what is counted: `notice`.
public func overPeriods(_ periods: [SharesOfPeriod], of noun: String) -> HTML {
    let known = periods.filter { $0.shares != nil }
    guard let first = periods.first, let last = periods.last, let most = known.max(by: { $0.total < $1.total }), most.total > 0 else { return .empty }
    let kinds = known.flatMap { $0.shares ?? [] }.reduce(into: [Share]()) { kinds, share in
        if share.count > 0, !kinds.contains(where: { $0.words == share.words }) { kinds.append(share) }
    }
    let words = "From \(first.name) to \(last.name): the most were \(counted(most.total, noun)), in \(most.name)."
    let axis = Axis(showing: [first.from, last.through])
    let marks = periods.map { period -> HTML in
        let (place, width) = (axis.place(period.middle), (axis.place(period.through) - axis.place(period.from)) * 0.62)
        guard let shares = period.shares else { return "<text class=\"none\" x=\"\(place.text)%\" y=\"100%\" dx=\"-4\" dy=\"-4\">?</text>" }
        return column(SharesOfDay(period.middle, shares), at: place, max(1, width), most.total, ["fill"])
    }
    let meanings = kinds.map { kind -> HTML in "<li>\(tag(kind.words.capitalisedFirst, kind.tone))</li>" }
    return """
        <figure class="overtime"><svg width="100%" height="170" role="img" aria-label="\(words)"><title>\(words)</title>\
        \(named(periods, along: axis))\(levels(most.total))<svg y="8" width="100%" height="120" overflow="visible">\(marks)</svg></svg>\
        <ul class="legend">\(meanings)</ul></figure>
        """
}

/// A year's name stands under its column, and every second is left out on a phone. Shorter periods are told by the months and years of the axis.
private func named(_ periods: [SharesOfPeriod], along axis: Axis) -> HTML {
    guard periods.count <= 24, periods.allSatisfy({ $0.name.utf8.count == 4 }) else { return drawn(axis, wordsAt: 164, rules: ("8", "128")) }
    return periods.enumerated().map { index, period -> HTML in
        "<text class=\"\(index % 2 == (periods.count - 1) % 2 ? "major" : "minor")\" x=\"\(axis.place(period.middle).text)%\" y=\"148\" text-anchor=\"middle\">\(period.name)</text>"
    }.joined()
}
