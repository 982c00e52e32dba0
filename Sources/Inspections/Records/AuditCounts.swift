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
        var counts: [AuditCount] = []
        try each("""
            SELECT SUBSTR(carried_out_on, 1, 7) AS month, result, COUNT(*) FROM audit WHERE completed_on <= \(day)
            GROUP BY SUBSTR(carried_out_on, 1, 7), result ORDER BY month, result
            """) { row in
            let (month, result, count): (String, AuditResult, Int) = (try row.next(), try row.next(), try row.next())
            if let first = Day(iso: month + "-01") { counts.append(AuditCount(month: first, result: result, count: count)) }
        }
        return counts
    }
}
