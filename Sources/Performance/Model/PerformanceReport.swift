public import Kernel

/// What a service says of how it stood in a month, a quarter or a year. Its numbers come from the measures until it is signed; from then on it keeps those that were signed.
public struct PerformanceReport: Codable, Equatable, Sendable {
    public let id: ID<PerformanceReport>
    public var version: Int
    public let frequency: Frequency
    /// The first day of the period.
    public let from: Day
    /// In the words of whoever writes it.
    public var commentary: String?
    /// The day from which it stands here.
    public let since: Day
    public var signed: Day?
    /// Who signed it, as the journal names them.
    public var signedBy: String?

    public init(id: ID<PerformanceReport>, version: Int = 1, frequency: Frequency, from: Day, commentary: String? = nil, since: Day, signed: Day? = nil, signedBy: String? = nil) {
        (self.id, self.version, self.frequency, self.from, self.commentary) = (id, version, frequency, from, commentary)
        (self.since, self.signed, self.signedBy) = (since, signed, signedBy)
    }

    public var period: ReportingPeriod { ReportingPeriod(frequency, of: from) }
}

/// Why a measure missed its target by a tenth or more, and what is done about it.
public struct ReportException: Codable, Equatable, Sendable {
    public let id: ID<ReportException>
    public var version: Int
    public let report: ID<PerformanceReport>
    public let measure: ID<PerformanceMeasure>
    public var words: String
    public var written: Day
    /// Who wrote it, as the journal names them.
    public var by: String

    public init(id: ID<ReportException>, version: Int = 1, report: ID<PerformanceReport>, measure: ID<PerformanceMeasure>, words: String, written: Day, by: String) {
        (self.id, self.version, self.report, self.measure) = (id, version, report, measure)
        (self.words, self.written, self.by) = (words, written, by)
    }
}

/// What a measure came to in a report that was signed, as it was signed.
public struct ReportedFigure: Codable, Equatable, Sendable {
    public let id: ID<ReportedFigure>
    public var version: Int
    public let report: ID<PerformanceReport>
    public let measure: ID<PerformanceMeasure>
    public let value: Quantity?
    public let numerator: Quantity?
    public let denominator: Quantity?
    public let isProvisional: Bool
    /// Of how many periods of its own nothing was known.
    public let missing: Int
    public let target: Quantity?
    public let standing: TargetStanding
    /// The figure as it was written: `92.4% (provisional)`.
    public let written: String
    /// The sentence that was generated of it.
    public let sentence: String
    /// What it was in the year before, as it was written, and which way it went since; nil of what was signed before these were kept.
    public let yearBefore: String?
    public let sinceYearBefore: Travel?

    public init(
        id: ID<ReportedFigure>, version: Int = 1, report: ID<PerformanceReport>, measure: ID<PerformanceMeasure>, value: Quantity?, numerator: Quantity?, denominator: Quantity?,
        isProvisional: Bool, missing: Int, target: Quantity?, standing: TargetStanding, written: String, sentence: String, yearBefore: String? = nil, sinceYearBefore: Travel? = nil
    ) {
        (self.id, self.version, self.report, self.measure) = (id, version, report, measure)
        (self.value, self.numerator, self.denominator, self.isProvisional, self.missing) = (value, numerator, denominator, isProvisional, missing)
        (self.target, self.standing, self.written, self.sentence) = (target, standing, written, sentence)
        (self.yearBefore, self.sinceYearBefore) = (yearBefore, sinceYearBefore)
    }

    init(id: ID<ReportedFigure>, report: ID<PerformanceReport>, _ line: ScorecardLine) {
        let figure = line.judged.figure
        self.init(
            id: id, report: report, measure: line.measure.id, value: figure.value, numerator: figure.numerator, denominator: figure.denominator, isProvisional: figure.isProvisional,
            missing: figure.missing.count, target: line.judged.target, standing: line.judged.standing, written: figure.words(line.measure), sentence: line.words,
            yearBefore: line.yearBefore.words(line.measure), sinceYearBefore: line.sinceYearBefore)
    }
}
