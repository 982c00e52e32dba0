public import Kernel
import People
import Premises
public import Storage

/// What came of planning the audits of a month.
public struct MonthPlanning: Sendable {
    public let planned: PlannedMonth?
    public let month: Day
    public let count: Int
    /// Why others of the month were not planned, with how many.
    public let passed: [Passed: Int]

    public enum Passed: String, Codable, Sendable, CaseIterable {
        case done, open, gone

        public var words: String {
            switch self {
            case .done: "audited this year already"
            case .open: "with an audit planned already"
            case .gone: "no longer on record"
            }
        }
    }

    /// `12 audits of April 2026 were planned; 3 with an audit planned already were passed over.`
    public var sentence: String {
        let over = Passed.allCases.compactMap { reason in passed[reason].map { "\($0) \(reason.words)" } }
        let head = count == 0 ? "Nothing of \(month.monthName) was left to be planned" : "\(counted(count, "audit")) of \(month.monthName) \(count == 1 ? "was" : "were") planned"
        return over.isEmpty ? head + "." : "\(head); \(listed(over)) \(passed.values.reduce(0, +) == 1 ? "was" : "were") passed over."
    }
}

extension Programmes {
    /// Plans the audits that the adopted plan has for a month: one for each premises that has none planned and was not audited in the year, by the officer, on a weekday of it.
    ///
    /// - Throws: `not-allowed`, `year-plan-not-adopted`, `month-not-in-programme`, `month-over`
    @discardableResult
    public func planAudits(of month: Day, in programme: Programme, _ work: Work) throws -> MonthPlanning {
        try ProgrammePolicy.keeps.check(work.actor)
        let (month, today) = (month.startOfMonth, work.today)
        guard programme.contains(month) else { throw Refusal.missing("month-not-in-programme", "\(month.monthName) is not in \(programme.span).") }
        guard month.endOfMonth >= today else { throw Refusal.conflict("month-over", "\(month.monthName) is over. Make another plan, which puts what was not done into the months that are left.") }
        let facts = try work.session.facts(of: programme, on: today)
        guard let plan = facts.inForce else { throw Refusal.conflict("year-plan-not-adopted", "No plan of \(programme.reference) is adopted yet, so there is nothing to plan audits from.") }
        let known = try ProgrammeAudits(work.session, of: programme, on: today)
        let own = try work.session.entries(of: plan.id).filter { $0.month == month }
        let premises = try work.session.byNumber(Premises.self, Set(own.map(\.premises)))
        var (passed, due): ([MonthPlanning.Passed: Int], [(YearPlanEntry, Premises)]) = ([:], [])
        for entry in own {
            guard let place = premises[entry.premises], !place.isMerged(on: today) else { passed[.gone, default: 0] += 1; continue }
            if known.done[entry.premises] != nil { passed[.done, default: 0] += 1 } else if known.open[entry.premises] != nil { passed[.open, default: 0] += 1 } else { due.append((entry, place)) }
        }
        guard !due.isEmpty else { return MonthPlanning(planned: nil, month: month, count: 0, passed: passed) }
        let days = (max(month, today).number...month.endOfMonth.number).map { Day(number: $0) }.filter { $0.weekday <= 5 }
        let names = try Parties(work.session).names()
        var made: [ID<Audit>] = []
        for (officer, entries) in Dictionary(grouping: due, by: { $0.0.officer }).sorted(by: { ($0.key?.number ?? 0) < ($1.key?.number ?? 0) }) {
            for (place, (entry, premises)) in entries.enumerated() {
                let day = days.isEmpty ? month.endOfMonth : days[place * days.count / entries.count]
                made.append(try audits.plan(NewAudit(
                    premises: premises.reference.text, officer: officer.flatMap { names[$0] } ?? "", kind: entry.kind, origin: entry.why.origin, complexity: entry.complexity, band: entry.band,
                    planned: day, brief: entry.theme.map { "Theme: \($0)." }), work).id)
            }
        }
        let planned = try work.add("planned the audits of the month", in: programme.subject) { id in
            PlannedMonth(id: id, programme: programme.id, plan: plan.id, month: month, on: today, by: work.actor.subject, audits: made)
        }
        try work.save(made, of: planned.id, in: PlannedMonth.auditTable)
        return MonthPlanning(planned: planned, month: month, count: made.count, passed: passed)
    }
}
