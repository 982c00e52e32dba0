public import Kernel
public import People
public import Storage

/// Reports of quality: written and signed by a manager, who then stands for what the records said on the day.
extension Quality {
    /// Writes what a report says in words; the first words begin it.
    ///
    /// - Parameter version: the version that was read, 0 where none was there; nil where nobody says.
    /// - Throws: `not-allowed`, `report-signed`, `changed-meanwhile`
    @discardableResult
    public func comment(_ words: String, on period: ReportingPeriod, version: Int? = nil, _ work: Work) throws -> QualityReport {
        try QualityPolicy.reports.check(work.actor)
        if var report = try work.session.qualityReport(period) {
            guard report.signed == nil else { throw Refusal.signed(period) }
            guard version != 0 else { throw Refusal.changedMeanwhile }
            report.version = version ?? report.version
            report.commentary = words
            return try work.keep("wrote the commentary", report)
        }
        return try work.add("began the report") { QualityReport(id: $0, frequency: period.frequency, from: period.from, commentary: words, since: work.today) }
    }

    /// Signs a report: from then on it keeps the lines that it has now.
    ///
    /// - Parameters:
    ///   - version: the version of the report that was read.
    ///   - seen: the mark of what was read, when it was: nobody signs what they have not seen.
    /// - Throws: `not-allowed`, `report-signed`, `report-not-ready`, `changed-meanwhile`
    @discardableResult
    public func sign(_ period: ReportingPeriod, version: Int? = nil, seen: String? = nil, _ work: Work) throws -> QualityReport {
        try QualityPolicy.reports.check(work.actor)
        let view = try work.session.qualityReportView(period, on: work.today)
        guard view.signedOn == nil else { throw Refusal.signed(period) }
        let obstacles = view.obstacles(on: work.today)
        guard obstacles.isEmpty, var report = view.report else {
            throw Refusal.conflict("report-not-ready", "The report of \(period.words) can’t be signed yet. \(obstacles.joined(separator: " "))")
        }
        guard seen == nil || seen == view.mark else { throw Refusal.changedMeanwhile }
        report.version = version ?? report.version
        (report.signed, report.signedBy, report.lines) = (work.today, work.actor.subject, view.computed)
        return try work.keep("signed the report", report)
    }
}

extension QualityPolicy {
    /// What checks show together names officers, so it is not for everybody.
    public static let readsTrends = Permission("An approver, a manager or an administrator reads what checks show together, and reports of it.") {
        $0.holds(anyOf: .approver, .manager, .administrator)
    }

    public static let reports = Permission("A manager or an administrator writes and signs a report of quality.") { $0.holds(anyOf: .manager, .administrator) }
}

extension Refusal {
    fileprivate static func signed(_ period: ReportingPeriod) -> Refusal {
        .conflict("report-signed", "The report of \(period.words) is signed and stays as it is. It says what has moved since.")
    }
}
