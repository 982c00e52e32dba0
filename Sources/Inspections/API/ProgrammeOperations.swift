import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Premises
import Storage
public import Web

/// What programs can do with the programmes of years. What changes them is in a file of its own beside this.
public struct ProgrammeOperations: Sendable {
    let programmes: Programmes

    public init(programmes: Programmes = Programmes()) { self.programmes = programmes }

    public var all: [Operation] { reading + telling + exporting + keeping + planning }

    static let plan = Parameter.query("plan", .number, "The plan that is looked at, by its number; the latest when left out.")
    private static let format = Parameter.part("format", .reference, "csv or xlsx.")

    private var choices: [Parameter] {
        [
            .day, Self.plan, .query("whose", .choice(["own"]), "Only one's own."), .query("standing", .choice(AllotmentStanding.self), "Only what stands so."),
            .query("officer", .text(atMost: 200), "Only what this officer has."), .query("month", .text(atMost: 10), "Only this month: 2026-04."), .query("band", .choice(AuditRisk.self), "Only premises of this risk."),
            .query("why", .choice(YearPlanEntry.Why.self), "Only what is in the plan for this reason."), .query("type", .choice(PremisesType.self), "Only such premises."),
            .query("words", .text(atMost: 200), "Only what has these words."),
            .query("sort", .choice(AllotmentFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "The order; a dash turns it round."),
        ]
    }

    func facts(_ call: Call, _ session: Session) throws -> ProgrammeFacts {
        try ProgrammePolicy.reads.check(call.actor)
        return try session.facts(of: session.programme(call.part("programme")), on: call.day, plan: call.query["plan"].flatMap { Int($0) })
    }

    private func lines(_ call: Call, _ session: Session) throws -> (ProgrammeFacts, [AllotmentLine]) {
        let facts = try facts(call, session)
        let parties = try Parties(session).actedFor(by: call.actor, on: call.day)
        return (facts, AllotmentFilter(call.query).shown(try facts.plan.map { try session.allotments(of: $0, facts) } ?? []) { $0.officer.map(parties.contains) ?? false })
    }

    func shown(_ programme: Programme, _ call: Call, _ session: Session) throws -> Reply {
        try .showing(ProgrammePayload(of: session.programme(programme.reference.text), on: call.today, session), version: session.programme(programme.reference.text).version)
    }

    private static let missing = ["programme-not-found", "programme-not-there-then", "year-plan-not-found"]

    private var reading: [Operation] {
        [
            .listing("listProgrammes", "programme", "The programmes of all years, the latest first", .scope(.programmesRead), takes: [.day], of: ProgrammeLine.schema) { call, session in
                try ProgrammePolicy.reads.check(call.actor)
                let programmes = try session.all(Programme.self, "WHERE since_on <= \(call.day) ORDER BY year DESC")
                return try call.page(programmes, by: { "\($0.id)" }) { ProgrammeLine(try session.progress(of: $0, on: call.day)) }
            },
            .reading("showProgramme", "programme/{programme}", "The programme of a year on a day: its objectives, its officers and a plan with what that can't reach", .scope(.programmesRead),
                     takes: [.day, Self.plan], gives: ProgrammePayload.schema, refuses: Self.missing) { call, session in
                let facts = try facts(call, session)
                return try .showing(ProgrammePayload(facts), version: facts.programme.version)
            },
            .listing("listAllotments", "programme/{programme}/audits", "The audits of a plan: which premises, by whom, in which month, and how each stands", .scope(.programmesRead), takes: choices,
                     of: AllotmentPayload.schema, refuses: Self.missing) { call, session in
                try call.page(lines(call, session).1, by: { $0.reference }) { AllotmentPayload($0) }
            },
        ]
    }

    private var telling: [Operation] {
        [
            .reading("showProgrammeProgress", "programme/{programme}/progress", "How far a programme is on a day, month by month, with a forecast", .scope(.programmesRead), takes: [.day],
                     gives: ProgressPayload.schema, refuses: ["programme-not-found", "programme-not-there-then"]) { call, session in
                try ProgrammePolicy.reads.check(call.actor)
                return try .showing(ProgressPayload(session.progress(of: session.programme(call.part("programme")), on: call.day)))
            },
            .reading("showPlanChanges", "programme/{programme}/changes", "What a plan has otherwise than the one before it", .scope(.programmesRead), takes: [.day, Self.plan],
                     gives: YearPlanChangesPayload.schema, refuses: Self.missing) { call, session in
                let facts = try facts(call, session)
                let compared = try session.changes(facts)
                return try .showing(YearPlanChangesPayload(facts, compared, session.premisesNames(compared)))
            },
            .listing("listProgrammeHistory", "programme/{programme}/history", "What happened to a programme and all that belongs to it, newest first", .scope(.programmesRead), of: EntryPayload.schema,
                     refuses: ["programme-not-found"]) { call, session in
                try ProgrammePolicy.reads.check(call.actor)
                let own = try session.programme(call.part("programme"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: own.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
        ]
    }

    private var exporting: [Operation] {
        [
            .handing("exportAllotments", "programme/{programme}/export/{format}", "The audits of a plan as a table to keep", .scope(.programmesRead), takes: choices + [Self.format],
                     types: TableFile.Format.allCases.map(\.type), refuses: Self.missing + ["no-such-format"]) { call in
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in
                    let (facts, lines) = try lines(call, session)
                    return AllotmentExport(facts: facts, lines: lines)
                }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .handing("exportProgrammeProgress", "programme/{programme}/progress/export/{format}", "The progress of a year by month as a table to keep", .scope(.programmesRead), takes: [.day, Self.format],
                     types: TableFile.Format.allCases.map(\.type), refuses: ["programme-not-found", "programme-not-there-then", "no-such-format"]) { call in
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in
                    try ProgrammePolicy.reads.check(call.actor)
                    return ProgressExport(progress: try session.progress(of: session.programme(call.part("programme")), on: call.day))
                }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
        ]
    }
}
