@testable import App
import Enforcement
@testable import Inspections
import Kernel
import People
import Premises
@testable import Storage
import TestSupport

/// What random histories do with the programmes of years. Plans are made up rather than solved, since a solver's time is not the same everywhere.
extension Deeds {
    private var programmes: Programmes { Programmes(audits: Audits(neighbours: reactions(with: Enforcement()))) }

    private mutating func newSetting() -> ProgrammeSetting {
        ProgrammeSetting(
            demand: chance(2) ? ["complaint": Hundredths(40_00)] : [:], targets: [ProgrammeTarget(band: pick(AuditRisk.self).rawValue, least: .random(in: 0...9, using: &dice)), ProgrammeTarget(quarter: 1, least: 5)],
            themes: chance(2) ? [ProgrammeTheme("Night", 3, [chance(6) ? "none" : "licensed"])] : [], sample: chance(2) ? ProgrammeSample(band: "very-low", count: 2, seed: 7) : nil)
    }

    private mutating func newTime() throws -> NewOfficerCapacity {
        NewOfficerCapacity(
            officer: try chance(6) ? RandomWords.name(&dice) : party(.person).name, fte: Hundredths(.random(in: 1...200, using: &dice)), away: (0..<4).map { _ in .random(in: 0...70, using: &dice) },
            auditPercent: .random(in: 0...100, using: &dice), base: note(), place: chance(2) ? Place(latitude: 52.5, longitude: 1.25) : nil, from: chance(6) ? day() : nil)
    }

    private mutating func year() -> Int { ReturnYear(of: work.today).ending - (chance(3) ? 0 : 1) }

    private mutating func newPlan() throws {
        let programme = try one(Programme.self)
        let officer = try one(OfficerCapacity.self, "WHERE programme = \(programme.id)")
        let stock = try work.session.all(Premises.self, "WHERE merged_into IS NULL ORDER BY id LIMIT 40")
        let entries = stock.map { premises -> YearPlanEntry in
            let isLeft = chance(4)
            return YearPlanEntry(
                premises: premises.id, kind: chance(2) ? .full : .short, complexity: pick(AuditComplexity.self), band: pick(AuditRisk.self), why: pick(YearPlanEntry.Why.self), theme: chance(9) ? "Night" : nil,
                officer: isLeft ? nil : officer.officer, month: isLeft ? nil : work.today.startOfMonth.adding(months: .random(in: 0...2, using: &dice)), left: isLeft ? .noHours : nil)
        }
        let content = YearPlanContent(setting: programme.setting, method: "1", solver: "Dice", isBest: chance(2), gap: Hundredths(25), targets: [], officers: [])
        let number = try work.session.count(YearPlan.self, "WHERE programme = \(programme.id)") + 1
        try ProgrammePolicy.keeps.check(work.actor)
        _ = try work.keep({ [work] id in
            YearPlan(id: id, programme: programme.id, number: number, from: work.today, content: content, entries: entries, made: work.today, by: "muster")
        }, in: programme)
    }

    static let programmeDeeds: [(name: String, deed: Deed)] = [
        ("began a programme", { try $0.programmes.begin(NewProgramme(year: $0.year(), setting: $0.newSetting()), $0.work) }),
        ("set objectives", {
            let programme = try $0.one(Programme.self)
            try $0.programmes.settle(programme, $0.newSetting(), version: $0.version(programme.version), $0.work)
        }),
        ("added an officer to a year", { try $0.programmes.staff($0.newTime(), in: $0.one(Programme.self), $0.work) }),
        ("changed an officer's time", {
            let programme = try $0.one(Programme.self)
            let held = try $0.one(OfficerCapacity.self, "WHERE programme = \(programme.id)")
            try $0.programmes.restaff(held, of: programme, $0.newTime(), version: $0.version(held.version), $0.work)
        }),
        ("made a plan of a year", { try $0.newPlan() }),
        ("adopted a plan of a year", {
            let programme = try $0.one(Programme.self)
            guard let plan = try $0.work.session.latestPlan(of: programme) else { return }
            try $0.programmes.adopt(plan, of: programme, $0.work)
        }),
        ("planned a month's audits", { try $0.programmes.planAudits(of: $0.work.today, in: $0.one(Programme.self), $0.work) }),
    ]
}
