public import Kernel
public import People

/// Something that the service measures itself by: what it means, how it is counted and who answers for it.
public struct PerformanceMeasure: Codable, Equatable, Sendable {
    public let id: ID<PerformanceMeasure>
    public var version: Int
    /// `PM-01`
    public let reference: Reference
    public var title: String
    /// What is counted, and what is not.
    public var meaning: String
    public let kind: Kind
    /// What stands behind the figure: `%`, `days`, `audits`.
    public var unit: String
    /// How many places it is shown with: 0 to 4. It is kept and compared exactly.
    public var decimals: Int
    public var polarity: Polarity
    /// What the number above the line is of: `Entries made in time`. Of a count and a level, what is counted.
    public var numerator: String?
    /// What the number under the line is of; nil unless it is a rate.
    public var denominator: String?
    /// For every so many of the denominator: 100 for per cent, 1000 for each thousand; 1 unless it is a rate.
    public var multiplier: Int
    public let frequency: Frequency
    /// Who answers for it and records its values; nil where nobody was named.
    public var owner: ID<Party>?
    public let source: Source
    /// The name of the live figure that it shows; nil unless its source is one.
    public let figure: String?
    /// Whether it is judged by what has come together since 1 April rather than by each period alone.
    public var isCumulative: Bool
    /// The first day that a live figure is shown for.
    public var measuredFrom: Day?
    /// The day from which it stands here.
    public let since: Day
    /// The first day on which it is measured no more.
    public var ended: Day?

    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// So many things in a period; a longer period has their sum.
        case count
        /// So many of so many; a longer period has the sum of the one over the sum of the other, never a mean of rates.
        case rate
        /// How much there is at the end of a period; a longer period has what its last one has.
        case level

        public var words: String {
            switch self {
            case .count: "A count, which adds up"
            case .rate: "A rate, so many of so many"
            case .level: "A level at the end of the period"
            }
        }
    }

    public enum Polarity: String, Codable, Sendable, CaseIterable {
        case higher, lower, neutral

        public var words: String {
            switch self {
            case .higher: "Higher is better"
            case .lower: "Lower is better"
            case .neutral: "Neither is better"
            }
        }

        var improvement: ControlChart.Improvement {
            switch self {
            case .higher: .increase
            case .lower: .decrease
            case .neutral: .neutral
            }
        }
    }

    public enum Source: String, Codable, Sendable, CaseIterable {
        /// Its owner enters each value.
        case typed
        /// Its values come from files.
        case csv
        /// Worked out from other records each time somebody looks.
        case live

        public var words: String {
            switch self {
            case .typed: "Values typed in"
            case .csv: "Values from files"
            case .live: "A live figure"
            }
        }
    }

    public init(id: ID<PerformanceMeasure>, version: Int = 1, _ reference: Reference, _ new: NewPerformanceMeasure, owner: ID<Party>?, since: Day) {
        (self.id, self.version, self.reference, title, meaning, kind) = (id, version, reference, new.title, new.meaning, new.kind)
        (unit, decimals, polarity, numerator, denominator) = (new.unit, new.decimals, new.polarity, new.numerator, new.denominator)
        (multiplier, frequency, self.owner, source, figure) = (new.multiplier, new.frequency, owner, new.source, new.figure)
        (isCumulative, measuredFrom, self.since, ended) = (new.isCumulative, new.measuredFrom, since, nil)
    }

    init(
        id: ID<PerformanceMeasure>, version: Int, reference: Reference, title: String, meaning: String, kind: Kind, unit: String, decimals: Int, polarity: Polarity, numerator: String?,
        denominator: String?, multiplier: Int, frequency: Frequency, owner: ID<Party>?, source: Source, figure: String?, isCumulative: Bool, measuredFrom: Day?, since: Day, ended: Day?
    ) {
        (self.id, self.version, self.reference, self.title, self.meaning, self.kind) = (id, version, reference, title, meaning, kind)
        (self.unit, self.decimals, self.polarity, self.numerator, self.denominator) = (unit, decimals, polarity, numerator, denominator)
        (self.multiplier, self.frequency, self.owner, self.source, self.figure) = (multiplier, frequency, owner, source, figure)
        (self.isCumulative, self.measuredFrom, self.since, self.ended) = (isCumulative, measuredFrom, since, ended)
    }

    /// The same with what a person entered in place of what it said. What its values rest on stays: its reference, kind, frequency and source.
    func saying(_ new: NewPerformanceMeasure, owner: ID<Party>?) -> PerformanceMeasure {
        var measure = self
        (measure.title, measure.meaning, measure.unit, measure.decimals, measure.polarity) = (new.title, new.meaning, new.unit, new.decimals, new.polarity)
        (measure.numerator, measure.owner, measure.isCumulative, measure.measuredFrom) = (new.numerator, owner, new.isCumulative, new.measuredFrom)
        if kind == .rate { (measure.denominator, measure.multiplier) = (new.denominator, new.multiplier) }
        return measure
    }

    public func isMeasured(on day: Day) -> Bool { ended.map { day < $0 } ?? true }

    /// `92.4%`, `12 audits`
    ///
    /// - Parameter more: with so many more places than the measure is shown with, as a mean of whole things needs.
    public func written(_ value: Quantity, more: Int = 0) -> String {
        let places = min(6, decimals + more)
        if unit.isEmpty { return value.written(places: places) }
        if unit == "%" || unit == "°" { return value.written(places: places) + unit }
        // One of what has a plain plural is written as one: `1 fire`.
        let isOne = value == Quantity(1) && places == 0 && unit.hasSuffix("s") && !["ss", "sses", "shes", "ches", "xes", "ies"].contains(where: unit.hasSuffix)
        return "\(value.written(places: places)) \(isOne ? String(unit.dropLast()) : unit)"
    }
}
