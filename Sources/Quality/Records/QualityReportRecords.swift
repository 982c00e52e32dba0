public import Kernel
import People
public import Storage

extension QualityReport: Record {
    public static let table = Table("quality_report", ["id", "version", "frequency", "from_on", "commentary", "since_on", "signed_on", "signed_by"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), frequency: try row.next(), from: try row.next(), commentary: try row.next(), since: try row.next(), signed: try row.next(),
            signedBy: try row.next())
    }

    public var values: [Value] { Value.row(id, version, frequency, from, commentary, since, signed, signedBy) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [QualityReport] {
        var reports = try session.rows(of: QualityReport.self, clause)
        let places = Dictionary(uniqueKeysWithValues: reports.enumerated().map { ($1.id, $0) })
        try session.each("""
            SELECT report, section, code, title, written FROM quality_report_line WHERE report IN (SELECT id FROM quality_report \(clause)) ORDER BY report, place
            """) { row in
            let (id, section): (ID<QualityReport>, QualityReportLine.Section) = (try row.next(), try row.next())
            let line = QualityReportLine(section, try row.next(), try row.next(), try row.next())
            if let place = places[id] { reports[place].lines.append(line) }
        }
        return reports
    }
}

extension QualityReportLine.Section: Stored {}

extension Work {
    /// Saves a report’s new state with the lines that were signed.
    func keep(_ verb: String, _ report: QualityReport) throws -> QualityReport {
        let changed = try change(verb, report)
        try session.run("DELETE FROM quality_report_line WHERE report = \(changed.id)")
        for (place, line) in changed.lines.enumerated() {
            try session.run(
                "INSERT INTO quality_report_line (report, place, section, code, title, written) VALUES (\(changed.id), \(place), \(line.section), \(line.code), \(line.title), \(line.written))")
        }
        return changed
    }
}

extension QualityRecords {
    static let reportMigrations: [Migration] = [
        Migration("quality-reports-1") { dialect in [
            """
            CREATE TABLE quality_report (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                frequency TEXT NOT NULL CHECK (frequency IN ('month', 'quarter', 'year')), from_on TEXT NOT NULL, commentary TEXT, since_on TEXT NOT NULL, signed_on TEXT, signed_by TEXT,
                UNIQUE (frequency, from_on), CHECK ((signed_on IS NULL) = (signed_by IS NULL)), CHECK (signed_on IS NULL OR commentary IS NOT NULL))
            """,
            """
            CREATE TABLE quality_report_line (
                report BIGINT NOT NULL REFERENCES quality_report (id), place BIGINT NOT NULL, section TEXT NOT NULL, code TEXT NOT NULL CHECK (code <> ''), title TEXT NOT NULL,
                written TEXT NOT NULL, PRIMARY KEY (report, place), UNIQUE (report, code))
            """,
        ] },
    ]

    static let reportRecords = [RecordKind(QualityReport.self)]
}

extension Session {
    /// What the records hold that trends and reports are made of, as it stood on a day.
    public func qualityReportFacts(on day: Day) throws -> QualityReportFacts {
        QualityReportFacts(checks: try allQualityChecks(), calibrations: try allCalibrations(), names: try Parties(self).names(), on: day)
    }

    /// The report of a period; nil where nothing was written of it.
    func qualityReport(_ period: ReportingPeriod) throws -> QualityReport? {
        try first(QualityReport.self, "WHERE frequency = \(period.frequency) AND from_on = \(period.from)")
    }

    /// The report of a period as it stands on a day.
    public func qualityReportView(_ period: ReportingPeriod, on day: Day) throws -> QualityReportView {
        QualityReportView(period, try qualityReport(period), computed: try qualityReportFacts(on: day).lines(period), on: day)
    }

    /// All that were written, the latest period first.
    public func qualityReports(on day: Day) throws -> [QualityReport] {
        try all(QualityReport.self, "WHERE since_on <= \(day) ORDER BY from_on DESC, frequency, id")
    }
}
