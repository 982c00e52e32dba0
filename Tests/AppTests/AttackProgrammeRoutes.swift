@testable import Inspections
import Kernel
import People
import Premises
import Storage

/// Who may use the addresses of the programmes of years.
extension Known {
    static let programmeRoutes: [String: Known] = [
        "GET /programme": Known(.readsProgrammes), "GET /programme/{programme}": Known(.readsProgrammes), "GET /programme/{programme}/audits": Known(.readsProgrammes),
        "GET /programme/{programme}/export/{format}": Known(.readsProgrammes), "GET /programme/{programme}/changes": Known(.readsProgrammes), "GET /programme/{programme}/progress": Known(.readsProgrammes),
        "GET /programme/{programme}/progress/export/{format}": Known(.readsProgrammes), "GET /programme/{programme}/history": Known(.readsProgrammes),
        "GET /programme/new": Known(.keepsProgrammes), "POST /programme": Known(.keepsProgrammes, ["year": "2031"]),
        "GET /programme/{programme}/edit": Known(.keepsProgrammes), "POST /programme/{programme}/edit": Known(.keepsProgrammes, ["targets": "all: 1", "version": "1"]),
        "GET /programme/{programme}/officers/new": Known(.keepsProgrammes), "POST /programme/{programme}/officers": Known(.keepsProgrammes, ["officer": "V. Victim"]),
        "GET /programme/{programme}/officers/{capacity}/edit": Known(.keepsProgrammes), "POST /programme/{programme}/officers/{capacity}/edit": Known(.keepsProgrammes, ["officer": "O. Owner", "version": "1"]),
        "GET /programme/{programme}/plans/new": Known(.keepsProgrammes), "POST /programme/{programme}/plans": Known(.keepsProgrammes, ["seconds": "2"]),
        "GET /programme/{programme}/plans/{edition}/adoption": Known(.adoptsPlansOfYears), "POST /programme/{programme}/plans/{edition}/adoption": Known(.adoptsPlansOfYears),
        "POST /programme/{programme}/months/{month}": Known(.keepsProgrammes),
    ]
}

extension Programmes {
    /// A year with an officer and two plans, of which the first is adopted.
    func open(_ work: Work) throws {
        let programme = try begin(NewProgramme(year: 2026), work)
        let capacity = try staff(NewOfficerCapacity(officer: "O. Owner"), in: programme, work)
        let premises = try work.session.premises("enforced-premises")
        try adopt(made(capacity, premises, in: programme, work), of: programme, work)
        _ = try made(capacity, premises, in: programme, work)
    }

    private func made(_ capacity: OfficerCapacity, _ premises: Premises, in programme: Programme, _ work: Work) throws -> YearPlan {
        let number = try work.session.count(YearPlan.self, "WHERE programme = \(programme.id)") + 1
        let content = YearPlanContent(setting: programme.setting, method: "1", solver: "none", isBest: true, gap: nil, targets: [], officers: [])
        let entry = YearPlanEntry(premises: premises.id, kind: .full, complexity: .simple, band: .high, why: .due, officer: capacity.officer, month: Day(2026, 5, 1))
        return try work.keep({ id in
            YearPlan(id: id, programme: programme.id, number: number, from: programme.begins, content: content, entries: [entry], made: work.today, by: "muster")
        }, in: programme)
    }
}
