public import Kernel

/// A report on a day: the scorecard of its period, what was written, and, once it is signed, what was signed and has moved since.
public struct ReportView: Sendable {
    public let period: ReportingPeriod
    public let day: Day
    /// Nil where nothing was written yet.
    public let report: PerformanceReport?
    /// As the measures stand on the day.
    public let card: Scorecard
    public let exceptions: [ID<PerformanceMeasure>: ReportException]
    /// What was signed; empty while it is not.
    public let signed: [ID<PerformanceMeasure>: ReportedFigure]

    public init(_ period: ReportingPeriod, _ report: PerformanceReport?, _ card: Scorecard, exceptions: [ReportException], figures: [ReportedFigure], on day: Day) {
        (self.period, self.day, self.card) = (period, day, card)
        self.report = report.flatMap { $0.since <= day ? $0 : nil }
        self.exceptions = Dictionary(exceptions.map { ($0.measure, $0) }) { first, _ in first }
        signed = report?.signed.map { $0 <= day } ?? false ? Dictionary(figures.map { ($0.measure, $0) }) { first, _ in first } : [:]
    }

    /// The day on which it was signed, as far as that has come.
    public var signedOn: Day? { report?.signed.flatMap { $0 <= day ? $0 : nil } }

    /// Those whose miss is to be explained, and is not yet.
    public var unexplained: [ScorecardLine] { signedOn == nil ? card.exceptions.filter { exceptions[$0.measure.id] == nil } : [] }

    /// What stands in the way of signing it, each in a sentence.
    public var obstacles: [String] {
        guard signedOn == nil else { return [] }
        return (period.through < day ? [] : ["\(period.words) is not over."])
            + (card.lines.isEmpty ? ["Nothing was measured in \(period.words)."] : [])
            + (report?.commentary == nil ? ["There is no commentary yet."] : [])
            + unexplained.map { "\($0.measure.reference) misses its target by a tenth or more, and nobody has written why." }
    }

    /// A figure that is no longer what was signed.
    public struct Moved: Sendable {
        public let line: ScorecardLine
        public let signed: ReportedFigure
    }

    /// What has changed since it was signed: values that were revised, records that were put right, targets that were set anew.
    public var moved: [Moved] {
        card.lines.compactMap { line in
            guard let before = signed[line.measure.id] else { return nil }
            let figure = line.judged.figure
            let isSame = before.value == figure.value && before.numerator == figure.numerator && before.denominator == figure.denominator && before.target == line.judged.target
                && before.standing == line.judged.standing
            return isSame ? nil : Moved(line: line, signed: before)
        }
    }

    /// What a measure came to, as the report tells it: signed where it was, else as it stands.
    public func told(_ line: ScorecardLine) -> (written: String, target: Quantity?, standing: TargetStanding, sentence: String) {
        if let own = signed[line.measure.id] { return (own.written, own.target, own.standing, own.sentence) }
        return (line.judged.figure.words(line.measure), line.judged.target, line.judged.standing, line.words)
    }

    /// Those that the report tells of: once it is signed, only what was signed.
    public var lines: [ScorecardLine] { signedOn == nil ? card.lines : card.lines.filter { signed[$0.measure.id] != nil } }

    /// How many stand so, as the report tells it.
    public func count(_ standing: TargetStanding) -> Int { lines.count { told($0).standing == standing } }

    /// The sentence it begins with.
    public var opening: String { signedOn == nil ? card.words : Scorecard.words(of: period, count) }
}
