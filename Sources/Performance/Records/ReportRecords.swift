public import Kernel
public import Storage

extension PerformanceReport: Record {
    public static let table = Table("performance_report", ["id", "version", "frequency", "from_on", "commentary", "since_on", "signed_on", "signed_by"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), frequency: try row.next(), from: try row.next(), commentary: try row.next(), since: try row.next(), signed: try row.next(),
            signedBy: try row.next())
    }

    public var values: [Value] { Value.row(id, version, frequency, from, commentary, since, signed, signedBy) }
}

extension ReportException: Record {
    public static let table = Table("performance_exception", ["id", "version", "report", "measure", "words", "written_on", "written_by"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), report: try row.next(), measure: try row.next(), words: try row.next(), written: try row.next(), by: try row.next())
    }

    public var values: [Value] { Value.row(id, version, report, measure, words, written, by) }
}

extension ReportedFigure: Record {
    public static let table = Table("performance_reported_figure", [
        "id", "version", "report", "measure", "value", "numerator", "denominator", "provisional", "missing", "target", "standing", "written", "sentence", "year_before", "since_year_before",
    ])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), report: try row.next(), measure: try row.next(), value: try row.next(), numerator: try row.next(), denominator: try row.next(),
            isProvisional: try row.next(), missing: try row.next(), target: try row.next(), standing: try row.next(), written: try row.next(), sentence: try row.next(),
            yearBefore: try row.next(), sinceYearBefore: try row.next())
    }

    public var values: [Value] {
        Value.row(id, version, report, measure, value, numerator, denominator, isProvisional, missing, target, standing, written, sentence, yearBefore, sinceYearBefore)
    }
}

extension TargetStanding: Stored {}
extension Travel: Stored {}

extension Session {
    /// The report of a period; nil where nothing was written of it.
    func performanceReport(_ period: ReportingPeriod) throws -> PerformanceReport? {
        try first(PerformanceReport.self, "WHERE frequency = \(period.frequency) AND from_on = \(period.from)")
    }

    /// All that were written, the latest period first.
    public func performanceReports(on day: Day) throws -> [PerformanceReport] {
        try all(PerformanceReport.self, "WHERE since_on <= \(day) ORDER BY from_on DESC, frequency, id")
    }
}

extension Performance {
    /// The report of a period as it stands on a day, with what was written and signed of it.
    public func reportView(_ period: ReportingPeriod, on day: Day, _ session: Session) throws -> ReportView {
        let report = try session.performanceReport(period)
        let exceptions = try report.map { try session.all(ReportException.self, "WHERE report = \($0.id) AND written_on <= \(day) ORDER BY id") } ?? []
        let figures = try report.map { try session.all(ReportedFigure.self, "WHERE report = \($0.id) ORDER BY id") } ?? []
        return ReportView(period, report, try scorecard(period, on: day, session), exceptions: exceptions, figures: figures, on: day)
    }
}
