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

    /// That a signed number is otherwise by the records of the day: `stale: was 80.0% as signed on 6 April 2026, is 95.0% now`; nil where it is not.
    public func stale(_ line: ScorecardLine) -> String? {
        guard let signedOn, let now = moved.first(where: { $0.line.measure.id == line.measure.id }) else { return nil }
        let measure = line.measure
        func figure(_ written: String, _ value: Quantity?, _ target: Quantity?, _ standing: TargetStanding) -> StatedFigure {
            StatedFigure(value: value, written: written, target: target.map { measure.written($0) }, standing: standing.words)
        }
        let judged = now.line.judged
        return "stale: " + figure(now.signed.written, now.signed.value, now.signed.target, now.signed.standing)
            .moved(to: figure(judged.figure.words(measure), judged.figure.value, judged.target, judged.standing), since: "as signed on \(signedOn)")
    }

    /// What a measure came to, as the report tells it: signed where it was, else as it stands.
    public func told(_ line: ScorecardLine) -> ToldFigure {
        if let own = signed[line.measure.id] {
            // Reports that were signed before it was kept tell it as it stands.
            return ToldFigure(
                written: own.written, target: own.target, standing: own.standing, sentence: own.sentence, yearBefore: own.yearBefore ?? line.yearBefore.words(line.measure),
                sinceYearBefore: own.sinceYearBefore ?? line.sinceYearBefore)
        }
        return ToldFigure(
            written: line.judged.figure.words(line.measure), target: line.judged.target, standing: line.judged.standing, sentence: line.words, yearBefore: line.yearBefore.words(line.measure),
            sinceYearBefore: line.sinceYearBefore)
    }

    /// Stands for all that whoever signs it sees: another where a number, a target or a word of it is another.
    public var mark: String {
        let parts = ["\(report?.version ?? 0)"] + card.lines.map { line in
            let judged = line.judged
            return "\(line.measure.reference) \(judged.figure.words(line.measure)) \(judged.figure.value?.description ?? "") \(judged.target?.description ?? "") \(judged.standing.rawValue) \(line.words)"
        } + exceptions.values.sorted { $0.id < $1.id }.map { "\($0.id) \($0.version)" }
        return parts.joined(separator: "\n").mark
    }

    /// Those that the report tells of: once it is signed, only what was signed.
    public var lines: [ScorecardLine] { signedOn == nil ? card.lines : card.lines.filter { signed[$0.measure.id] != nil } }

    /// How many stand so, as the report tells it.
    public func count(_ standing: TargetStanding) -> Int { lines.count { told($0).standing == standing } }

    /// The sentence it begins with.
    public var opening: String { signedOn == nil ? card.words : Scorecard.words(of: period, count) }
}

/// What a measure came to, as a report tells it.
public struct ToldFigure: Sendable, Equatable {
    public let written: String
    public let target: Quantity?
    public let standing: TargetStanding
    public let sentence: String
    /// What it was in the year before.
    public let yearBefore: String
    /// Which way it went since.
    public let sinceYearBefore: Travel
}
