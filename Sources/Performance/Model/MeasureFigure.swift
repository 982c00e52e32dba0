public import Kernel

/// What is known of one of a measure’s own periods, from a record or worked out from other records.
public struct MeasuredValue: Sendable, Equatable {
    public let period: ReportingPeriod
    public let numerator: Quantity
    public let denominator: Quantity?
    public let isProvisional: Bool

    public init(_ period: ReportingPeriod, _ numerator: Quantity, of denominator: Quantity? = nil, isProvisional: Bool = false) {
        (self.period, self.numerator, self.denominator, self.isProvisional) = (period, numerator, denominator, isProvisional)
    }
}

/// What a measure comes to over some of its own periods: a month, a quarter, a year, the year so far or twelve months.
public struct MeasureFigure: Sendable, Equatable {
    public let from: Day
    public let through: Day
    /// The sum above the line; of a level what the last period has. Nil where nothing is known.
    public let numerator: Quantity?
    public let denominator: Quantity?
    /// The count, the level or the rate, the rate to six places. Nil where nothing is known, and of a rate of nothing.
    public let value: Quantity?
    /// Of how many of its own periods it is made.
    public let parts: Int
    /// Those of which nothing is known.
    public let missing: [ReportingPeriod]
    public let isProvisional: Bool

    /// Whether all that belongs to it is known.
    public var isWhole: Bool { missing.isEmpty && parts > 0 }
    /// There is something to count, and nothing that it would be counted of.
    public var isOfNothing: Bool { numerator != nil && value == nil }

    init(_ measure: PerformanceMeasure, _ periods: [ReportingPeriod], from: Day, through: Day, _ known: [ReportingPeriod: MeasuredValue]) {
        (self.from, self.through, parts) = (from, through, periods.count)
        let values = periods.compactMap { known[$0] }
        missing = periods.filter { known[$0] == nil }
        isProvisional = values.contains(where: \.isProvisional)
        guard !values.isEmpty else {
            (numerator, denominator, value) = (nil, nil, nil)
            return
        }
        switch measure.kind {
        case .count:
            let sum = values.reduce(Quantity(0)) { $0 + $1.numerator }
            (numerator, denominator, value) = (sum, nil, sum)
        case .level:
            // What stands at the end is what the last period has; without it nothing is known.
            let last = periods.last.flatMap { known[$0]?.numerator }
            (numerator, denominator, value) = (last, nil, last)
        case .rate:
            let (above, below) = values.reduce((Quantity(0), Quantity(0))) { ($0.0 + $1.numerator, $0.1 + ($1.denominator ?? Quantity(0))) }
            (numerator, denominator) = (above, below)
            value = above.rate(of: below, times: measure.multiplier)
        }
    }

    /// `92.4%`, `92.4% (provisional)`, `12 audits (2 of 3 months)`, `Nothing to measure`, `Unknown`
    public func words(_ measure: PerformanceMeasure) -> String {
        guard let value else { return isOfNothing ? "Nothing to measure" : "Unknown" }
        let part = isWhole ? nil : "\(parts - missing.count) of \(counted(parts, measure.frequency.rawValue))"
        let notes = [part, isProvisional ? "provisional" : nil].compactMap(\.self)
        return measure.written(value) + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
    }

    /// `37 of 40`; nil unless it is a rate of something.
    public func fraction(_ measure: PerformanceMeasure) -> String? {
        guard measure.kind == .rate, let numerator, let denominator else { return nil }
        return "\(numerator.written(places: numerator.places)) of \(denominator.written(places: denominator.places))"
    }
}

extension Quantity {
    /// How many places it needs.
    var places: Int {
        var (rest, places) = (millionths.magnitude % 1_000_000, 6)
        while places > 0, rest % 10 == 0 { (rest, places) = (rest / 10, places - 1) }
        return places
    }
}
