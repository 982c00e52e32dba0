/// What a record says in a number on a day: `92.1%` for March 2026, against a target of 95%, near target. Whoever rests a claim on it keeps what it said that
/// day, so that the claim can say when the numbers have moved.
public struct StatedFigure: Codable, Equatable, Sendable {
    /// Of which of the record’s periods, as an address has it: `2026-03`; nil of a record that has one figure only.
    public let period: String?
    /// The same in words: `March 2026`.
    public let of: String?
    /// Exactly; nil where nothing is known.
    public let value: Quantity?
    /// As it is shown, with its unit: `92.1%`, `Unknown`.
    public let written: String
    /// What was to be reached, as it is shown; nil where nothing was.
    public let target: String?
    /// How it stands against that, in words.
    public let standing: String?
    /// Whether it may still be revised as a matter of course.
    public let isProvisional: Bool

    public init(period: String? = nil, of: String? = nil, value: Quantity?, written: String, target: String? = nil, standing: String? = nil, isProvisional: Bool = false) {
        (self.period, self.of, self.value, self.written) = (period, of, value, written)
        (self.target, self.standing, self.isProvisional) = (target, standing, isProvisional)
    }

    /// Whether both say the same: the number, what it was to be, and how it stands. That it is provisional no more changes nothing.
    public func says(_ other: StatedFigure) -> Bool {
        period == other.period && value == other.value && (value != nil || written == other.written) && target == other.target && standing == other.standing
    }

    /// `92.1% for March 2026, target 95%, near target`
    public var words: String {
        ([written + (of.map { " for \($0)" } ?? ""), target.map { "target \($0)" }, standing?.lowercasedFirst].compactMap(\.self)).joined(separator: ", ")
    }

    /// What has become of it: `was 92.1% on 3 March 2026, is 88.4% now`. Where the number is the same, what it was to be and how it stands is told with it.
    public func moved(to now: StatedFigure, since: String) -> String {
        let isSame = written == now.written
        func told(_ one: StatedFigure) -> String {
            let more = isSame ? [one.target.map { "target \($0)" }, one.standing?.lowercasedFirst].compactMap(\.self).joined(separator: ", ") : ""
            return more.isEmpty ? one.written : "\(one.written) (\(more))"
        }
        return "was \(told(self)) \(since), is \(told(now)) now"
    }
}

/// What a record says from a day on, until it says something else.
public struct FigureDay: Equatable, Sendable {
    public let since: Day
    public let figure: StatedFigure

    public init(since: Day, _ figure: StatedFigure) { (self.since, self.figure) = (since, figure) }
}

/// A figure that is asked for: of a record, and of one of its periods, or the latest that it knows.
public struct AskedFigure: Hashable, Sendable {
    public let record: Subject
    public let period: String?

    public init(_ record: Subject, period: String? = nil) { (self.record, self.period) = (record, period) }
}

/// What a record is called where its figures are followed.
public struct FigureMeaning: Equatable, Sendable {
    public let title: String
    /// What stands behind its numbers: `%`, `days`.
    public let unit: String
    /// Nil where neither way is better.
    public let isHigherBetter: Bool?
    /// The first day on which it says nothing new any more.
    public let ended: Day?
    /// Whether a figure is of the year so far, so that it begins anew each April.
    public let isCumulative: Bool

    public init(title: String, unit: String, isHigherBetter: Bool? = nil, ended: Day? = nil, isCumulative: Bool = false) {
        (self.title, self.unit, self.isHigherBetter, self.ended, self.isCumulative) = (title, unit, isHigherBetter, ended, isCumulative)
    }
}

/// All that a figure said, day by day.
public struct FigureCourse: Equatable, Sendable {
    public let meaning: FigureMeaning
    /// By the day from which each holds.
    public let days: [FigureDay]

    public init(_ meaning: FigureMeaning, _ days: [FigureDay]) { (self.meaning, self.days) = (meaning, days) }

    /// Nil where nothing was known by then.
    public func figure(on day: Day) -> StatedFigure? { days.last { $0.since <= day }?.figure }
}
