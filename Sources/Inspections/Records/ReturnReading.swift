public import Kernel
import Premises
public import Storage

extension Session {
    /// The national return for a year, as it was known on a day. It reads what it counts and no finding.
    public func nationalReturn(_ year: ReturnYear, on day: Day) throws -> NationalReturn {
        let within: SQL = "completed_on BETWEEN \(year.from) AND \(min(year.through, day))"
        var outcomes: [Int64: [AuditOutcome]] = [:]
        try each("SELECT audit, outcome FROM audit_outcome WHERE audit IN (SELECT id FROM audit WHERE \(within)) ORDER BY audit, place") { row in
            let audit: Int64 = try row.next()
            outcomes[audit, default: []].append(try row.next())
        }
        let audits = try rows("""
            SELECT audit.id, premises.type, audit.completed_on, audit.result, audit.on_site, audit.besides, earlier.result FROM audit
            JOIN premises ON premises.id = audit.premises LEFT JOIN audit earlier ON earlier.id = audit.follows WHERE audit.\(within) ORDER BY audit.id
            """) { row in
            let (audit, type): (Int64, PremisesType) = (try row.next(), try row.next())
            let (completed, result): (Day, AuditResult) = (try row.next(), try row.next())
            let (onSite, besides): (Quantity?, Quantity?) = (try row.next(), try row.next())
            let before: AuditResult? = try row.next()
            return ReturnedAudit(
                type: type, completed: completed, result: result, outcomes: outcomes[audit] ?? [],
                hours: Quantity(millionths: (onSite?.millionths ?? 0) + (besides?.millionths ?? 0)), madeSatisfactory: result == .satisfactory && before == .unsatisfactory)
        }
        return NationalReturn(audits, year: year, on: day)
    }

    /// The years in which audits were completed by a day, the latest first, and the one of the day.
    func returnYears(on day: Day) throws -> [ReturnYear] {
        let days = try column("SELECT DISTINCT completed_on FROM audit WHERE completed_on <= \(day)", as: Day.self)
        return Set(days.map(ReturnYear.init(of:)) + [ReturnYear(of: day)]).sorted(by: >)
    }
}
