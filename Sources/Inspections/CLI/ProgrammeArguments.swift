import ArgumentParser
import Kernel
import People
import Premises
import Storage

/// A programme named at the command line.
struct ProgrammeArgument: ParsableArguments, Sendable {
    @Argument(help: "The programme’s reference, such as P-2026.", completion: .programmes) var reference: String

    func find(_ session: Session) throws -> Programme { try session.programme(reference) }
}

extension CompletionKind {
    static let programmes = CompletionKind.kept { session, _ in try session.all(Programme.self, "ORDER BY year DESC").map(\.reference.text) }
}

/// `--plan`: one of a programme's plans.
struct PlanOption: ParsableArguments, Sendable {
    @Option(name: .customLong("plan"), help: "The plan, by its number; the latest when left out.") var number: Int?
}

/// What the form of objectives asks for.
struct ObjectiveEntries: ParsableArguments, Sendable {
    @Option(help: "A target such as 'care-home, Q2: 10', 'very-high: 100%' or 'all, June: 30'. May be given more than once.") var target: [String] = []
    @Option(help: "A theme such as 'Licensed premises at night: 20 | licensed, hotel'. May be given more than once.") var theme: [String] = []
    @Option(help: "The band of the random sample.", completion: .codes(AuditRisk.self)) var sampleBand: String?
    @Option(help: "How many are drawn.") var sampleCount: String?
    @Option(help: "The seed that they are drawn with.") var sampleSeed: String?
    @Option(help: "Hours of a full audit, travel and writing included.") var full: String?
    @Option(help: "Hours of a short audit.") var short: String?
    @Option(help: "A band of which a short audit is enough. May be given more than once.", completion: .codes(AuditRisk.self)) var shortBand: [String] = []
    @Option(help: "Hours of the year kept for complaints.") var demandComplaint: String?
    @Option(help: "Hours kept for audits after fires.") var demandPostFire: String?
    @Option(help: "Hours kept for false alarms.") var demandFalseAlarm: String?
    @Option(help: "Hours kept for consultations.") var demandConsultation: String?

    func fields(over held: [String: [String]], _ more: [String: [String]] = [:]) -> Fields {
        var held = held
        for (name, given) in [("targets", target), ("themes", theme), ("short-bands", shortBand)] where !given.isEmpty { held[name] = given }
        return Fields([
            "sample-band": sampleBand, "sample-count": sampleCount, "sample-seed": sampleSeed, "full": full, "short": short, "demand-complaint": demandComplaint,
            "demand-post-fire": demandPostFire, "demand-false-alarm": demandFalseAlarm, "demand-consultation": demandConsultation,
        ], over: held.merging(more) { $1 })
    }
}

/// What the form of an officer's time asks for.
struct OfficerTimeEntries: ParsableArguments, Sendable {
    @Option(help: "Full-time equivalent: 0.80.") var fte: String?
    @Option(help: "Working days away in the four quarters from April: 12,14,13,10.") var away: String?
    @Option(help: "The share of their hours that goes into audits, in per cent.") var auditPercent: String?
    @Option(help: "The office that they set out from.") var base: String?
    @Option(help: "Its latitude in degrees.") var latitude: String?
    @Option(help: "Its longitude in degrees.") var longitude: String?
    @Option(help: "The first day on which they audit: YYYY-MM-DD.") var from: String?
    @Option(help: "The last day: YYYY-MM-DD.") var until: String?

    func read(officer: String?, over held: [String: [String]] = [:]) throws -> NewOfficerCapacity {
        var held = held
        if let away {
            let parts = away.split(separator: ",").map { String($0.trimmed) }
            guard parts.count == 4 else { throw Refusal.fields([.init("away", "Give the days away of all four quarters: 12,14,13,10.")]) }
            for (place, days) in parts.enumerated() { held["away-\(place + 1)"] = [days] }
        }
        var fields = Fields([
            "officer": officer, "fte": fte, "audit-percent": auditPercent, "base": base, "latitude": latitude, "longitude": longitude, "from": from, "until": until,
        ], over: held)
        let new = NewOfficerCapacity(reading: &fields)
        try fields.finish()
        return new
    }
}

/// Which parts of a plan a command speaks of.
struct AllotmentChoice: ParsableArguments, Sendable {
    @Flag(help: "Only one’s own.") var own = false
    @Option(help: "Only what stands so: \(AllotmentStanding.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(AllotmentStanding.self)) var standing: String?
    @Option(help: "Only what this officer has.", completion: .parties) var officer: String?
    @Option(help: "Only this month: 2026-04.") var month: String?
    @Option(help: "Only premises of this risk.", completion: .codes(AuditRisk.self)) var band: String?
    @Option(help: "Only what is in the plan for this reason: \(YearPlanEntry.Why.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(YearPlanEntry.Why.self)) var why: String?
    @Option(help: "Only premises of this type.", completion: .codes(PremisesType.self)) var type: String?
    @Option(help: "Only what has these words.") var words: String?
    @Option(help: "Sort by \(AllotmentFilter.Order.allCases.map(\.rawValue).joined(separator: ", ")); --sort=-month turns it round.") var sort: String?

    /// - Throws: `fields-need-attention`, `month-not-in-programme`
    func shown(_ programme: Programme, plan: Int?, on day: Day, by actor: Actor, _ session: Session) throws -> (ProgrammeFacts, [AllotmentLine]) {
        try ProgrammePolicy.reads.check(actor)
        var fields = Fields(["standing": standing, "band": band, "why": why, "type": type], over: [:])
        var filter = AllotmentFilter()
        filter.standing = fields.optionalChoice("standing", "Standing", of: AllotmentStanding.self)
        filter.band = fields.optionalChoice("band", "Risk", of: AuditRisk.self)
        filter.why = fields.optionalChoice("why", "Why", of: YearPlanEntry.Why.self)
        filter.type = fields.optionalChoice("type", "Type", of: PremisesType.self)
        try fields.finish()
        filter.month = try month.map { try Day(programmeMonth: $0) }
        (filter.whose, filter.officer, filter.words, filter.sort) = (own ? "own" : nil, officer, words, sort)
        let facts = try session.facts(of: programme, on: day, plan: plan)
        let parties = try Parties(session).actedFor(by: actor, on: day)
        return (facts, filter.shown(try facts.plan.map { try session.allotments(of: $0, facts) } ?? []) { $0.officer.map(parties.contains) ?? false })
    }
}
