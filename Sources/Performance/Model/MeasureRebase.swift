public import Kernel

/// The period from which limits are worked out anew, since something was changed and is known to have been.
public struct MeasureRebase: Codable, Equatable, Sendable {
    public let id: ID<MeasureRebase>
    public var version: Int
    public let measure: ID<PerformanceMeasure>
    /// The first day of the period.
    public let from: Day
    /// What was changed: limits are never rebased only because they look wrong.
    public let reason: String
    public let since: Day
    public var dropped: Day?

    public init(id: ID<MeasureRebase>, version: Int = 1, measure: ID<PerformanceMeasure>, from: Day, reason: String, since: Day, dropped: Day? = nil) {
        (self.id, self.version, self.measure, self.from) = (id, version, measure, from)
        (self.reason, self.since, self.dropped) = (reason, since, dropped)
    }
}

/// What a person enters of a rebasing.
public struct NewMeasureRebase: Sendable, Equatable {
    public var from: Day
    public var reason: String

    public init(from: Day, reason: String) { (self.from, self.reason) = (from, reason) }

    public init(reading fields: inout Fields, of measure: PerformanceMeasure) {
        let written = fields.line("from", "From", atMost: 40)
        let period = ReportingPeriod(measure.frequency, written: written)
        if period == nil, !written.isEmpty { fields.refuse("from", "“\(written.prefix(40))” is no \(measure.frequency.rawValue). Write it as \(measure.frequency.example).") }
        from = period?.from ?? Day(number: 0)
        reason = fields.text("reason", "What was changed", atMost: 1000)
    }
}
