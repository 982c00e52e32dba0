import Documents
import Kernel

/// What stands together in trends, to take away: each criterion by each officer and office.
struct TrendExport {
    let facts: QualityReportFacts
    let period: Period

    static let columns = ["Criterion", "Title", "Of", "Name", "Checks", "Passed", "Failed", "Not evidenced", "Does not apply", "Did not pass", "All together", "Standing"]

    /// `quality trends 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "quality trends \(period.through.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        let rows = facts.criteria.flatMap { criterion -> [[Workbook.Value]] in
            let trend = facts.trend(period, by: criterion.code)
            let all: [Workbook.Value] = [.text("All"), .text(""), .number(Double(trend.checks.count))]
            return [row(criterion, all, trend.all, trend.all.share, nil)]
                + trend.officers.map { row(criterion, [.text("Officer"), .init(facts.names[$0.party]), .number(Double($0.checks))], $0.counts, trend.all.share, $0.standing) }
                + trend.offices.map { row(criterion, [.text("Office"), .init(facts.names[$0.party]), .number(Double($0.checks))], $0.counts, trend.all.share, $0.standing) }
        }
        return try TableFile(title: "Quality trends, \(period.from) to \(period.through)", tab: "Trends", header: Self.columns, rows: rows, on: facts.day).bytes(as: format)
    }

    private func row(_ criterion: QualityCriterion, _ who: [Workbook.Value], _ counts: AnswerCounts, _ all: Double?, _ standing: FunnelLimits.Standing?) -> [Workbook.Value] {
        func share(_ share: Double?) -> Workbook.Value { share.map { .number(($0 * 1000).rounded() / 1000) } ?? .blank }
        return [.text(criterion.code), .text(criterion.title)] + who + [
            .number(Double(counts.pass)), .number(Double(counts.fail)), .number(Double(counts.notEvidenced)), .number(Double(counts.notApplicable)), share(counts.share), share(all),
            .init(standing?.words),
        ]
    }
}
