public import Kernel

/// What a service says of the quality of its work in a quarter or a year. Its lines come from the records until it is signed; from then on it keeps those that were signed.
public struct QualityReport: Codable, Equatable, Sendable {
    public let id: ID<QualityReport>
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
    /// As they were signed; none before.
    public var lines: [QualityReportLine]

    public init(
        id: ID<QualityReport>, version: Int = 1, frequency: Frequency, from: Day, commentary: String? = nil, since: Day, signed: Day? = nil, signedBy: String? = nil, lines: [QualityReportLine] = []
    ) {
        (self.id, self.version, self.frequency, self.from, self.commentary) = (id, version, frequency, from, commentary)
        (self.since, self.signed, self.signedBy, self.lines) = (since, signed, signedBy, lines)
    }

    public var period: ReportingPeriod { ReportingPeriod(frequency, of: from) }
}

/// One thing that a report says, with what it comes to.
public struct QualityReportLine: Codable, Hashable, Sendable {
    public enum Section: String, Codable, Sendable, CaseIterable {
        case planned, found
        case standsOut = "stands-out"
        case done, agreement

        public var words: String {
            switch self {
            case .planned: "Planned against done"
            case .found: "What was found"
            case .standsOut: "What stands out"
            case .done: "What was done, and whether it worked"
            case .agreement: "How far reviewers agree"
            }
        }
    }

    public let section: Section
    /// What it is known by from one report to the next: `checks-done`, `criterion:letter-sent`.
    public let code: String
    public let title: String
    /// What it comes to, as it is written: `41 of 48`.
    public let written: String

    public init(_ section: Section, _ code: String, _ title: String, _ written: String) { (self.section, self.code, self.title, self.written) = (section, code, title, written) }
}

/// A report as it stands on a day: its lines as they were signed, or as the records give them, and what has moved since it was signed.
public struct QualityReportView: Sendable, Equatable {
    public let period: ReportingPeriod
    /// Nil where nothing was written of the period.
    public let report: QualityReport?
    /// What the records give on the day.
    public let computed: [QualityReportLine]
    /// Nil while nobody has signed it.
    public let signedOn: Day?

    public init(_ period: ReportingPeriod, _ report: QualityReport?, computed: [QualityReportLine], on day: Day) {
        (self.period, self.computed) = (period, computed)
        self.report = report.flatMap { $0.since <= day ? $0 : nil }
        signedOn = report?.signed.flatMap { $0 <= day ? $0 : nil }
    }

    /// Those that were signed, or those that there are.
    public var lines: [QualityReportLine] { signedOn == nil ? computed : report?.lines ?? [] }

    /// What reads otherwise today than it was signed, each with what is written now; nil of what is not there any more.
    public var moved: [(signed: QualityReportLine?, now: QualityReportLine?)] {
        guard signedOn != nil, let held = report?.lines else { return [] }
        let changed = held.compactMap { line -> (signed: QualityReportLine?, now: QualityReportLine?)? in
            let now = computed.first { $0.code == line.code }
            return now?.written == line.written ? nil : (line, now)
        }
        return changed + computed.filter { line in !held.contains { $0.code == line.code } }.map { (nil, $0) }
    }

    /// Stands for all that whoever signs it sees: another where a word of it is another.
    public var mark: String { (["\(report?.version ?? 0)"] + computed.map { "\($0.code) \($0.title) \($0.written)" }).joined(separator: "\n").mark }

    /// Whether it still says what the records say.
    public var isStale: Bool { !moved.isEmpty }

    /// What keeps it from being signed, each a sentence.
    public func obstacles(on day: Day) -> [String] {
        var sentences: [String] = []
        if day <= period.through { sentences.append("\(period.words) ends on \(period.through).") }
        if report?.commentary == nil { sentences.append("Write the commentary.") }
        return sentences
    }

    public static func == (a: QualityReportView, b: QualityReportView) -> Bool { a.period == b.period && a.report == b.report && a.computed == b.computed && a.signedOn == b.signedOn }
}

extension ReportingPeriod {
    /// The period of a report’s address.
    ///
    /// - Throws: `report-not-found`
    public init(qualityReport by: String, _ code: String) throws(Refusal) {
        guard let frequency = Frequency(rawValue: by), frequency != .month, let period = ReportingPeriod(frequency, written: code), period.code == code else {
            throw .missing("report-not-found", "There is no report of quality of “\(code.prefix(40))”. One is of a quarter (quarter/2025-26-q4) or a year (year/2025-26): a month has too few checks.")
        }
        self = period
    }
}
