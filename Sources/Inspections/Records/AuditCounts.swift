public import Kernel
public import Storage

/// How many audits of a month were completed, with one result.
public struct AuditCount: Sendable, Equatable {
    /// The first day of the month in which they were carried out.
    public let month: Day
    public let result: AuditResult
    public let count: Int
}

extension Session {
    /// Audits that were completed by a day, counted by the month in which they were carried out and by their result, the earliest month first.
    public func auditCounts(by day: Day) throws -> [AuditCount] {
        // Grouped by days, in whose order an index has all that is asked for; the days of a month are added up here.
        var months: [Day: [AuditResult: Int]] = [:]
        try each("""
            SELECT carried_out_on, result, COUNT(*) FROM audit WHERE carried_out_on IS NOT NULL AND completed_on <= \(day)
            GROUP BY carried_out_on, result ORDER BY carried_out_on
            """) { row in
            let (on, result, count): (Day, AuditResult, Int) = (try row.next(), try row.next(), try row.next())
            months[on.startOfMonth, default: [:]][result, default: 0] += count
        }
        return months.sorted { $0.key < $1.key }.flatMap { month, results in
            AuditResult.allCases.compactMap { result in results[result].map { AuditCount(month: month, result: result, count: $0) } }
        }
    }
}
