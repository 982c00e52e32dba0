public import Kernel
import People
public import Storage

extension Performance {
    /// Writes what a report says in words; the first words begin it.
    ///
    /// - Parameter version: the version that was read, when it was thought out on a page; 0 where there was no report yet.
    /// - Throws: `not-allowed`, `report-signed`, `changed-meanwhile`
    @discardableResult
    public func comment(_ words: String, on period: ReportingPeriod, version: Int? = nil, _ work: Work) throws -> PerformanceReport {
        try PerformancePolicy.signs.check(work.actor)
        try refuseOther(work.session.performanceReport(period)?.version, than: version)
        var report = try begun(period, work)
        report.commentary = words
        return try work.change("wrote the commentary", report)
    }

    /// Says why a measure missed its target, and what is done about it. Its owner may, too.
    ///
    /// - Parameter version: the version of what was written that was read, when it was thought out on a page; 0 where nothing was.
    /// - Throws: `not-allowed`, `report-signed`, `no-exception`, `changed-meanwhile`
    @discardableResult
    public func explain(_ measure: PerformanceMeasure, in period: ReportingPeriod, _ words: String, version: Int? = nil, _ work: Work) throws -> ReportException {
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        try PerformancePolicy.records(measure, actingFor: parties).check(work.actor)
        let view = try reportView(period, on: work.today, work.session)
        guard view.signedOn == nil else { throw Refusal.signed(period) }
        let held = view.exceptions[measure.id]
        guard held != nil || view.card.exceptions.contains(where: { $0.measure.id == measure.id }) else {
            throw Refusal.conflict("no-exception", "\(measure.reference) does not miss its target by a tenth or more in \(period.words), so there is nothing to explain.")
        }
        try refuseOther(held?.version, than: version)
        let report = try begun(period, work)
        guard var changed = held else {
            return try work.add("explained \(measure.reference)", in: report.subject) { id in
                ReportException(id: id, report: report.id, measure: measure.id, words: words, written: work.today, by: work.actor.subject)
            }
        }
        (changed.words, changed.written, changed.by) = (words, work.today, work.actor.subject)
        return try work.change("explained \(measure.reference) anew", changed, in: report.subject)
    }

    /// Signs a report: from then on it keeps the numbers that it has now.
    ///
    /// - Parameters:
    ///   - version: the version of the report that was read, when one was.
    ///   - seen: the mark of the numbers and the words that were read, when they were: nobody signs what they have not seen.
    /// - Throws: `not-allowed`, `report-signed`, `report-not-ready`, `changed-meanwhile`
    @discardableResult
    public func sign(_ period: ReportingPeriod, version: Int? = nil, seen: String? = nil, _ work: Work) throws -> PerformanceReport {
        try PerformancePolicy.signs.check(work.actor)
        let view = try reportView(period, on: work.today, work.session)
        guard view.signedOn == nil else { throw Refusal.signed(period) }
        guard view.obstacles.isEmpty, var report = view.report else {
            throw Refusal.conflict("report-not-ready", "The report of \(period.words) can’t be signed yet. \(view.obstacles.joined(separator: " "))")
        }
        try refuseOther(report.version, than: version)
        guard seen == nil || seen == view.mark else { throw Refusal.changedMeanwhile }
        for line in view.card.lines {
            try work.add("froze \(line.measure.reference) as signed", in: report.subject) { ReportedFigure(id: $0, report: report.id, line) }
        }
        (report.signed, report.signedBy) = (work.today, work.actor.subject)
        return try work.change("signed the report", report)
    }

    /// - Parameter version: what was read; nil where nobody says, 0 where there was nothing.
    private func refuseOther(_ held: Int?, than version: Int?) throws(Refusal) {
        guard version == nil || version == held ?? 0 else { throw .changedMeanwhile }
    }

    private func begun(_ period: ReportingPeriod, _ work: Work) throws -> PerformanceReport {
        if let held = try work.session.performanceReport(period) {
            guard held.signed == nil else { throw Refusal.signed(period) }
            return held
        }
        return try work.add("began the report") { PerformanceReport(id: $0, frequency: period.frequency, from: period.from, since: work.today) }
    }
}

extension Refusal {
    fileprivate static func signed(_ period: ReportingPeriod) -> Refusal {
        .conflict("report-signed", "The report of \(period.words) is signed and stays as it is. It says which figures have moved since.")
    }
}
