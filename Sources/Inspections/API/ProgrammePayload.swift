import Kernel
import People
import Storage
import Web

/// A programme in a list.
struct ProgrammeLine: Encodable {
    static let schema = Schema.object("ProgrammeLine", [
        "reference": .reference, "version": .number, "year": .text, "begins": .day, "ends": .day, "plans": Schema.count.meaning("How many plans were made."),
        "inForce": Schema.number.optional.meaning("The plan that is worked by; left out while none is adopted."), "planned": .count, "due": Schema.count.meaning("Planned for months that are over."), "done": .count,
    ])

    let reference: String
    let version: Int
    let year: String
    let begins: Day
    let ends: Day
    let plans: Int
    let inForce: Int?
    let planned: Int
    let due: Int
    let done: Int

    init(_ progress: ProgrammeProgress) {
        let (facts, programme) = (progress.facts, progress.facts.programme)
        (reference, version, year) = (programme.reference.text, programme.version, programme.span.description)
        (begins, ends, plans, inForce) = (programme.begins, programme.ends, facts.plans.count, facts.inForce?.number)
        (planned, due, done) = (progress.planned, progress.due, progress.done.count)
    }
}

/// A target and what came of it.
struct TargetPayload: Encodable {
    static let schema = Schema.object("ProgrammeTarget", [
        "target": Schema.text.meaning("As it is written: care-home, Q2: 10."), "asked": .count, "reached": .count, "why": Schema.text.optional.meaning("Why it is not reached; left out where it is."),
    ])

    let target: String
    let asked: Int
    let reached: Int
    let why: String?
}

/// A plan of a year without its audits.
struct YearPlanPayload: Encodable {
    static let schema = Schema.object("YearPlan", [
        "number": .number, "standing": .choice(YearPlanStanding.self), "from": .day, "made": .day, "by": .text, "adopted": .day.optional, "adoptedBy": .text.optional, "method": .text, "solver": .text,
        "isBest": .flag, "gap": Schema.text.optional.meaning("By how many per cent another may be better at the most."), "allotted": .count, "left": Schema.count.meaning("Due, and allotted to nobody."),
        "targets": .list(TargetPayload.schema),
    ])

    let number: Int
    let standing: YearPlanStanding
    let from: Day
    let made: Day
    let by: String
    let adopted: Day?
    let adoptedBy: String?
    let method: String
    let solver: String
    let isBest: Bool
    let gap: String?
    let allotted: Int
    let left: Int
    let targets: [TargetPayload]

    init(_ plan: YearPlan, _ facts: ProgrammeFacts) {
        let (content, adoption) = (plan.content, facts.adoption(of: plan))
        (number, standing, from, made, by) = (plan.number, facts.standing(of: plan), plan.from, plan.made, facts.makers[plan.by] ?? plan.by)
        (adopted, adoptedBy) = (adoption?.on, adoption.map { facts.makers[$0.by] ?? $0.by })
        (method, solver, isBest, gap) = (content.method, content.solver, content.isBest, content.gap?.plain)
        (allotted, left) = (plan.allotted.count, plan.left.count)
        targets = zip(content.setting.allTargets, content.targets).map { TargetPayload(target: $0.written, asked: $1.asked, reached: $1.reached, why: $1.why) }
    }
}

/// What time of an officer a year has.
struct OfficerCapacityPayload: Encodable {
    static let schema = Schema.object("OfficerTime", [
        "number": .number, "version": .number, "officer": .text, "fte": Schema.text.meaning("Full-time equivalent: 0.80."), "away": Schema.list(.count).meaning("Working days away in each quarter from April."),
        "auditPercent": .count, "base": .text.optional, "latitude": .degrees.optional, "longitude": .degrees.optional, "from": .day.optional, "until": .day.optional,
        "authorisedUntil": Schema.day.optional.meaning("The last day on which they are authorised; left out where no end is set."),
    ])

    let number: Int64
    let version: Int
    let officer: String
    let fte: String
    let away: [Int]
    let auditPercent: Int
    let base: String?
    let latitude: Double?
    let longitude: Double?
    let from: Day?
    let until: Day?
    let authorisedUntil: Day?

    init(_ own: OfficerCapacity, _ facts: ProgrammeFacts) {
        (number, version, officer, fte) = (own.id.number, own.version, facts.names[own.officer] ?? "", own.fte.plain)
        (away, auditPercent, base, latitude, longitude) = (own.away, own.auditPercent, own.base, own.place?.latitude, own.place?.longitude)
        (from, until, authorisedUntil) = (own.from, own.until, facts.authorisedUntil[own.officer])
    }
}

/// A programme with its objectives, its officers and the plan that is looked at.
struct ProgrammePayload: Encodable {
    static let schema = Schema.object("Programme", [
        "reference": .reference, "version": .number, "year": .text, "begins": .day, "ends": .day, "on": .day, "targets": .list(.text), "themes": .list(.text), "sampleBand": .choice(AuditRisk.self).optional,
        "sampleCount": .count.optional, "sampleSeed": .count.optional, "full": .text, "short": .text, "shortBands": .list(.choice(AuditRisk.self)), "demand": Schema.map(.text).meaning("Hours kept, by origin."),
        "officers": .list(OfficerCapacityPayload.schema), "plan": YearPlanPayload.schema.optional, "plans": Schema.list(.number).meaning("The numbers of all plans, the first first."),
        "monthsPlanned": Schema.list(.day).meaning("Months whose audits were planned, by their first days."),
    ])

    let reference: String
    let version: Int
    let year: String
    let begins: Day
    let ends: Day
    let on: Day
    let targets: [String]
    let themes: [String]
    let sampleBand: String?
    let sampleCount: Int?
    let sampleSeed: UInt64?
    let full: String
    let short: String
    let shortBands: [AuditRisk]
    let demand: [String: String]
    let officers: [OfficerCapacityPayload]
    let plan: YearPlanPayload?
    let plans: [Int]
    let monthsPlanned: [Day]

    init(_ facts: ProgrammeFacts) {
        let (programme, setting) = (facts.programme, facts.programme.setting)
        (reference, version, year, on) = (programme.reference.text, programme.version, programme.span.description, facts.day)
        (begins, ends) = (programme.begins, programme.ends)
        (targets, themes) = (setting.targets.map(\.written), setting.themes.map(\.written))
        (sampleBand, sampleCount, sampleSeed) = (setting.sample?.band, setting.sample?.count, setting.sample?.seed)
        (full, short, shortBands, demand) = (setting.full.plain, setting.short.plain, setting.shortBands, setting.demand.mapValues(\.plain))
        officers = facts.capacities.map { OfficerCapacityPayload($0, facts) }
        plan = facts.plan.map { YearPlanPayload($0, facts) }
        plans = facts.plans.map(\.number)
        monthsPlanned = Set(facts.months.map(\.month)).sorted()
    }

    init(of programme: Programme, on day: Day, plan: Int? = nil, _ session: Session) throws { self.init(try session.facts(of: programme, on: day, plan: plan)) }
}
