import Documents
import HTTPTypes
public import Kernel
import Markup
import People
public import Storage
public import Web

/// What programs can do with premises. Who answers for them and duty holders have files of their own beside this.
public struct GazetteerOperations: Sendable {
    let naming: Naming
    let mentions: @Sendable (Actor) -> Mentions
    let gazetteer = Gazetteer()

    /// - Parameters:
    ///   - naming: the names of what others speak of.
    ///   - mentions: what others say of premises, as far as somebody may hear it.
    public init(naming: Naming, mentions: @escaping @Sendable (Actor) -> Mentions) {
        self.naming = naming
        self.mentions = mentions
    }

    public var all: [Operation] { reading + keeping + answering + dutyHolders + serviceAddresses }

    private static let filters: [Parameter] = [
        .query("type", .choice(PremisesType.self), "Only premises of this type."), .query("area", .text(atMost: 100), "Only premises in this area."),
        .query("sleeping", .choice(Sleeping.self), "Only premises of which this is known."),
        .query("holder", .number, "Only premises that this duty holder answers for, by number."),
        .query("merged", .choice(["yes"]), "Only premises that were merged into others, in place of those that count."),
        .query("sort", .choice(PremisesFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "The order; a dash turns it round."),
    ]

    private var reading: [Operation] {
        [
            .listing("listPremises", "premises", "Premises on record on a day", .scope(.premisesRead), takes: Self.filters + [.day],
                     of: PremisesLine.schema) { call, session in
                try GazetteerPolicy.reads.check(call.actor)
                let filter = PremisesFilter(call.query)
                var lines: [ID<Premises>: PremisesLine] = [:]
                return try call.page(by: \.id.number, rows: { after, limit in
                    let found = try session.premises(filter, on: call.day, after: after.map { ID($0) }, limit: limit)
                    lines = Dictionary(uniqueKeysWithValues: try zip(found, session.lines(of: found, on: call.day)).map { ($0.id, $1) })
                    return found
                }) { lines[$0.id] }
            },
            .handing("exportPremises", "premises/export/{format}", "Premises as a table to keep, filtered and sorted: at most \(PremisesExport.mostInWords)",
                     .scope(.premisesRead), takes: [.day, .part("format", .reference, "csv or xlsx.")] + Self.filters,
                     types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format", "premises-too-many"]) { call in
                try GazetteerPolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in try PremisesExport(PremisesFilter(call.query), on: call.day, session) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .reading("showPremises", "premises/{premises}", "Premises on a day: what is known of them and who answered for them", .scope(.premisesRead),
                     takes: [.day], gives: PremisesPayload.schema, refuses: ["premises-not-found", "premises-not-known-then"]) { call, session in
                try GazetteerPolicy.reads.check(call.actor)
                return try shown(session.premises(call.part("premises")), call, session)
            },
            .listing("listPremisesHistory", "premises/{premises}/history", "What happened to premises and to who answers for them, newest first",
                     .scope(.premisesRead), of: EntryPayload.schema, refuses: ["premises-not-found"]) { call, session in
                try GazetteerPolicy.reads.check(call.actor)
                let premises = try session.premises(call.part("premises"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: premises.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
        ]
    }

    private var keeping: [Operation] {
        [
            .adding("registerPremises", "premises", "Put premises on record", .scope(.premisesWrite), from: NewPremises.schema, gives: PremisesPayload.schema,
                    refuses: ["premises-reference-taken", "reference-not-usable"]) { call, work in
                var fields = call.fields
                let new = NewPremises(reading: &fields)
                try fields.finish()
                let premises = try gazetteer.register(new, work)
                return try shown(premises, call, work.session).added(at: PremisesLinks.premises(premises))
            },
            .changing("changePremises", "premises/{premises}", "Change what the record says of premises; what is left out stays", .scope(.premisesWrite),
                      from: NewPremises.schema, gives: PremisesPayload.schema,
                      refuses: ["premises-not-found", "premises-reference-taken", "reference-not-usable", "premises-merged"]) { call, work in
                let premises = try work.session.premises(call.part("premises"))
                var fields = Fields(call.fields, over: premises.entries)
                let new = NewPremises(reading: &fields)
                try fields.finish()
                return try shown(gazetteer.edit(premises, new, version: call.matched(premises.version), work), call, work.session)
            },
            .doing(.post, "mergePremises", "premises/{premises}/merger", "Let premises count as others, where they are on record twice", .scope(.premisesWrite),
                   from: NewMerger.schema, gives: PremisesPayload.schema, refuses: ["premises-not-found", "premises-merged"]) { call in
                var fields = call.fields
                let (into, because) = (fields.line("into", "The reference of the premises that stay", atMost: 60), fields.text("because", "Why they are the same", atMost: 2000))
                try fields.finish()
                return try await call.write(because: because) { work in
                    try shown(gazetteer.merge(work.session.premises(call.part("premises")), into: into, work), call, work.session)
                }
            },
            .doing(.post, "partPremises", "premises/{premises}/parting", "Let merged premises count as themselves again", .scope(.premisesWrite),
                   gives: PremisesPayload.schema, refuses: ["premises-not-found", "premises-not-merged"]) { call in
                try await call.write { work in
                    try shown(gazetteer.part(work.session.premises(call.part("premises")), work), call, work.session)
                }
            },
        ]
    }

    func shown(_ premises: Premises, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try PremisesPayload(
            of: premises, on: call.day, for: call.actor, naming, mentions(call.actor), hearing: call.visit?.scopes, session)
        return try .showing(payload, version: payload.premises.version)
    }
}

extension PremisesPayload {
    /// - Parameter scopes: what the program may hear of others; nil for all.
    init(
        of premises: Premises, on day: Day, for actor: Actor, _ naming: Naming, _ mentions: Mentions, hearing scopes: Set<Scope>? = nil,
        _ session: Session
    ) throws {
        let view = try session.view(of: premises, on: day)
        let said = try mentions.about([premises.subject] + view.merged.map(\.subject), on: day, hearing: scopes, session)
        self.init(view, seesContact: GazetteerPolicy.seesContact.allows(actor), said: said, try naming.names(of: said.flatMap(\.mentions).flatMap(\.about), session))
    }
}

extension Session {
    /// Premises as a list shows them on a day.
    func lines(of premises: [Premises], on day: Day) throws -> [PremisesLine] {
        let responsible = try responsible(for: premises, on: day)
        return try premises.map { one in
            PremisesLine(one, responsible: responsible[one.id] ?? [], mergedInto: one.isMerged(on: day) ? try survivor(of: one) : nil)
        }
    }
}
