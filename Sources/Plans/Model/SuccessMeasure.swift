public import Kernel

/// What shows by a number whether a finding is answered or an action did what it was for: `Notices on the website within
/// fourteen days`, in per cent, at least 95.
public struct SuccessMeasure: Codable, Equatable, Sendable {
    /// Which way is better.
    public enum Polarity: String, Codable, Sendable, CaseIterable {
        case higher, lower

        public var words: String {
            switch self {
            case .higher: "The higher the better"
            case .lower: "The lower the better"
            }
        }
    }

    public let id: ID<SuccessMeasure>
    public var version: Int
    public let plan: ID<Plan>
    /// One of the two is set.
    public let finding: ID<Finding>?
    public let action: ID<Action>?
    public var title: String
    /// What its numbers count: `per cent`, `days`, `premises`.
    public var unit: String
    public var polarity: Polarity
    /// The number at which it holds.
    public var threshold: Quantity
    /// The record whose figure it is, period by period; nil where people read it.
    public var follows: Subject?
    /// The day from which it belongs to the plan.
    public var since: Day
    /// The first day on which nobody watches it any more; nil while it is watched.
    public var endedOn: Day?
    /// Why it is watched no more.
    public var endedBecause: String?

    public init(
        id: ID<SuccessMeasure>, version: Int = 1, plan: ID<Plan>, finding: ID<Finding>? = nil, action: ID<Action>? = nil, title: String,
        unit: String, polarity: Polarity, threshold: Quantity, follows: Subject? = nil, since: Day, endedOn: Day? = nil, endedBecause: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.finding = finding
        self.action = action
        self.title = title
        self.unit = unit
        self.polarity = polarity
        self.threshold = threshold
        self.follows = follows
        self.since = since
        self.endedOn = endedOn
        self.endedBecause = endedBecause
    }

    /// Whether it is one of the plan's measures on a day.
    public func stands(on day: Day) -> Bool { since <= day && endedOn.map { $0 > day } ?? true }

    /// As it was on a day: what ended later had not yet.
    func on(_ day: Day) -> SuccessMeasure {
        guard let endedOn, endedOn > day else { return self }
        var then = self
        (then.endedOn, then.endedBecause) = (nil, nil)
        return then
    }

    public func holds(at value: Quantity) -> Bool {
        switch polarity {
        case .higher: value >= threshold
        case .lower: value <= threshold
        }
    }

    /// `at least 95 per cent`
    public var wanted: String { "\(polarity == .higher ? "at least" : "at most") \(worded(threshold))" }

    /// `82.5 per cent`
    public func worded(_ value: Quantity) -> String { unit == "%" ? "\(value)%" : "\(value) \(unit)" }
}

/// What a measure was on a day, as somebody read it.
public struct MeasureReading: Codable, Equatable, Sendable {
    public let id: ID<MeasureReading>
    public var version: Int
    public let plan: ID<Plan>
    public let measure: ID<SuccessMeasure>
    /// The day it speaks of.
    public let on: Day
    public let value: Quantity
    public let note: String?
    public let by: String
    /// Of a measure that follows another what that said on the day, kept when something was closed on it; nil of what somebody read.
    public let stated: StatedFigure?
    /// The day it was taken back: it was read wrongly. Earlier days are shown with it.
    public var takenBackOn: Day?
    public var takenBackBecause: String?

    public init(
        id: ID<MeasureReading>, version: Int = 1, plan: ID<Plan>, measure: ID<SuccessMeasure>, on: Day, value: Quantity, note: String? = nil,
        by: String, stated: StatedFigure? = nil, takenBackOn: Day? = nil, takenBackBecause: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.measure = measure
        self.on = on
        self.value = value
        self.note = note
        self.by = by
        self.stated = stated
        self.takenBackOn = takenBackOn
        self.takenBackBecause = takenBackBecause
    }

    public func counts(on day: Day) -> Bool { on <= day && takenBackOn.map { $0 > day } ?? true }
}
