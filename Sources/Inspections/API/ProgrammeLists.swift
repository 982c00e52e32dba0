import Kernel
import People
import Premises
import Storage
import Web

/// One premises in the plan of a year.
struct AllotmentPayload: Encodable {
    static let schema = Schema.object("Allotment", [
        "premises": .reference, "name": .text, "premisesType": .choice(PremisesType.self), "band": .choice(AuditRisk.self), "kind": .choice(AuditKind.self), "complexity": .choice(AuditComplexity.self),
        "why": .choice(YearPlanEntry.Why.self), "theme": .text.optional, "officer": .text.optional, "month": Schema.day.optional.meaning("Its first day."), "standing": .choice(AllotmentStanding.self),
        "left": Schema.choice(AuditProgramme.LeftOut.Reason.self).optional.meaning("Why nobody audits it."), "audit": .reference.optional, "day": Schema.day.optional.meaning("On which it was audited, or is planned to be."),
    ])

    let premises: String
    let name: String
    let premisesType: PremisesType
    let band: AuditRisk
    let kind: AuditKind
    let complexity: AuditComplexity
    let why: YearPlanEntry.Why
    let theme: String?
    let officer: String?
    let month: Day?
    let standing: AllotmentStanding
    let left: AuditProgramme.LeftOut.Reason?
    let audit: String?
    let day: Day?

    init(_ line: AllotmentLine) {
        let entry = line.entry
        (premises, name, premisesType, band, kind, complexity) = (line.reference, line.name, line.type, entry.band, entry.kind, entry.complexity)
        (why, theme, officer, month, standing, left) = (entry.why, entry.theme, line.officer, entry.month, line.standing, entry.left)
        (audit, day) = (line.audit, line.day)
    }
}

/// How far a programme is.
struct ProgressPayload: Encodable {
    static let schema = Schema.object("ProgrammeProgress", [
        "programme": .reference, "on": .day, "plan": .number.optional, "planned": .count, "due": .count, "done": .count, "months": .list(Month.schema), "officers": .list(Line.schema), "bands": .list(Line.schema),
        "forecast": Schema.text.meaning("What can be expected by the end of the year, or why that cannot be said yet."), "formula": .text.optional, "expected": .count.optional, "least": .count.optional, "most": .count.optional,
    ])

    struct Month: Encodable {
        static let schema = Schema.object("ProgrammeMonth", [
            "month": .day, "plannedFirst": .count, "planned": .count, "done": .count.optional, "beside": .count.optional, "arrived": Schema.map(.count).optional.meaning("By origin."), "followUps": .count.optional,
            "hours": Schema.text.optional.meaning("As officers wrote them down, as an exact decimal."), "available": .text,
        ])

        let month: Day
        let plannedFirst: Int
        let planned: Int
        let done: Int?
        let beside: Int?
        let arrived: [String: Int]?
        let followUps: Int?
        let hours: Quantity?
        let available: String

        init(_ own: ProgrammeProgress.Month) {
            (month, plannedFirst, planned, available) = (own.month, own.first, own.planned, own.hours.plain)
            (done, beside, followUps, hours) = (own.counts?.done, own.counts?.beside, own.counts?.followUps, own.counts?.hours)
            arrived = own.counts.map { counts in Dictionary(uniqueKeysWithValues: counts.demand.map { ($0.key.rawValue, $0.value) }) }
        }
    }

    struct Line: Encodable {
        static let schema = Schema.object("ProgrammeProgressLine", ["of": .text, "planned": .count, "due": .count, "done": .count])
        let of: String
        let planned: Int
        let due: Int
        let done: Int

        init(_ of: String, _ line: ProgrammeProgress.Line) { (self.of, planned, due, done) = (of, line.planned, line.due, line.done) }
    }

    let programme: String
    let on: Day
    let plan: Int?
    let planned: Int
    let due: Int
    let done: Int
    let months: [Month]
    let officers: [Line]
    let bands: [Line]
    let forecast: String
    let formula: String?
    let expected: Int?
    let least: Int?
    let most: Int?

    init(_ progress: ProgrammeProgress) {
        let facts = progress.facts
        (programme, on, plan) = (facts.programme.reference.text, facts.day, facts.inForce?.number)
        (planned, due, done, months) = (progress.planned, progress.due, progress.done.count, progress.months.map(Month.init))
        officers = progress.officers.map { Line(facts.names[$0.key] ?? "", $0.value) }.stablySorted(by: \.of)
        bands = AuditRisk.allCases.reversed().compactMap { band in progress.bands[band].map { Line(band.rawValue, $0) } }
        (forecast, formula) = (progress.forecast.sentence, progress.forecast.formula)
        if case .expected(let it) = progress.forecast { (expected, least, most) = (it.count, it.least, it.most) } else { (expected, least, most) = (nil, nil, nil) }
    }
}

/// What a plan has otherwise than the one before it.
struct YearPlanChangesPayload: Encodable {
    static let schema = Schema.object("YearPlanChanges", [
        "programme": .reference, "plan": .number, "before": .number.optional, "kept": .count, "moved": .list(Change.schema), "added": .list(Change.schema), "dropped": .list(Change.schema),
    ])

    struct Change: Encodable {
        static let schema = Schema.object("YearPlanChange", [
            "premises": .reference, "officer": .text.optional, "month": .day.optional, "officerBefore": .text.optional, "monthBefore": .day.optional,
        ])

        let premises: String
        let officer: String?
        let month: Day?
        let officerBefore: String?
        let monthBefore: Day?
    }

    let programme: String
    let plan: Int
    let before: Int?
    let kept: Int
    let moved: [Change]
    let added: [Change]
    let dropped: [Change]

    init(_ facts: ProgrammeFacts, _ compared: ComparedPlans?, _ premises: [ID<Premises>: Premises]) {
        func change(_ id: ID<Premises>, _ after: YearPlanEntry?, _ before: YearPlanEntry?) -> Change {
            Change(
                premises: premises[id]?.reference.text ?? "", officer: after?.officer.flatMap { facts.names[$0] }, month: after?.month, officerBefore: before?.officer.flatMap { facts.names[$0] },
                monthBefore: before?.month)
        }
        (programme, plan, before) = (facts.programme.reference.text, facts.plan?.number ?? 1, compared?.before.number)
        let changes = compared?.changes
        kept = changes?.kept ?? facts.plan?.allotted.count ?? 0
        moved = (changes?.moved ?? []).map { change($0.after.premises, $0.after, $0.before) }
        added = (changes?.added ?? []).map { change($0.premises, $0, nil) }
        dropped = (changes?.dropped ?? []).map { change($0.premises, nil, $0) }
    }
}

/// What came of planning the audits of a month.
struct MonthPlanningPayload: Encodable {
    static let schema = Schema.object("MonthPlanning", ["month": .day, "planned": .count, "audits": .list(.reference), "passed": Schema.map(.count).meaning("How many were passed over, by the reason: done, open or gone.")])

    let month: Day
    let planned: Int
    let audits: [String]
    let passed: [String: Int]

    init(_ planning: MonthPlanning, _ session: Session) throws {
        (month, planned) = (planning.month, planning.count)
        passed = Dictionary(uniqueKeysWithValues: planning.passed.map { ($0.key.rawValue, $0.value) })
        audits = try planning.planned.map { own in try session.column("SELECT reference FROM audit WHERE id IN (SELECT audit FROM planned_month_audit WHERE planned = \(own.id)) ORDER BY id") } ?? []
    }
}
