import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Premises
import Storage
public import Web

/// What programs can do with audits. What changes them is in files of its own beside this.
public struct AuditOperations: Sendable {
    let audits: Audits

    public init(audits: Audits = Audits()) { self.audits = audits }

    public var all: [Operation] { reading + exporting + keeping + filling + authorising }

    /// What lists of audits are narrowed and sorted by.
    private var choices: [Parameter] {
        [
            .day, .query("whose", .choice(["own"]), "Only one's own."),
            .query("state", .choice([AuditFilter.openWord] + AuditState.allCases.map(\.rawValue)), "Only audits that stand so; open for planned and under way."),
            .query("kind", .choice(AuditKind.self), "Only audits of this kind."), .query("result", .choice(AuditResult.self), "Only completed audits with this result."),
            .query("outcome", .choice(AuditOutcome.self), "Only completed audits from which this follows."), .query("type", .choice(PremisesType.self), "Only audits of such premises."),
            .query("office", .text(atMost: 200), "Only audits of this office."), .query("officer", .text(atMost: 200), "Only audits of this officer."),
            .query("words", .text(atMost: 200), "Only audits with these words."),
            .query("sort", .choice(AuditFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "The order; a dash turns it round."),
        ]
    }

    private func shown(_ call: Call, _ session: Session) throws -> AuditListing {
        try AuditPolicy.reads.check(call.actor)
        let parties = try Parties(session).actedFor(by: call.actor, on: call.day)
        return try session.audits(AuditFilter(call.query), own: parties, on: call.day)
    }

    private var reading: [Operation] {
        [
            .listing("listAudits", "audits", "Audits on a day, the latest first", .scope(.auditsRead), takes: choices, of: AuditLine.schema) { call, session in
                let listing = try shown(call, session)
                return try call.page(known: listing.ids, by: { "\($0)" }, reading: { try listing.facts($0).map { AuditLine($0, on: call.day) } })
            },
            .reading("showAudit", "audits/{audit}", "One audit on a day: what was found, what follows, and what stands between it and its completion", .scope(.auditsRead), takes: [.day],
                     gives: AuditPayload.schema, refuses: ["audit-not-found", "audit-not-planned-then"]) { call, session in
                try AuditPolicy.reads.check(call.actor)
                return try shown(session.audit(call.part("audit")), call, session)
            },
            .listing("listAuditHistory", "audits/{audit}/history", "What happened to an audit and all that belongs to it, newest first", .scope(.auditsRead), of: EntryPayload.schema,
                     refuses: ["audit-not-found"]) { call, session in
                try AuditPolicy.reads.check(call.actor)
                let own = try session.audit(call.part("audit"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: own.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
            .reading("showNationalReturn", "audits/return", "The national return for a year ending 31 March, by the 17 kinds of premises", .scope(.auditsRead),
                     takes: [.day, .query("year", .text(atMost: 7), "The year in which it ends, or 2025/26; the day's own when left out.")], gives: ReturnPayload.schema,
                     refuses: ["return-year-not-understood"]) { call, session in
                try AuditPolicy.reads.check(call.actor)
                return try .showing(ReturnPayload(session.nationalReturn(ReturnYear(asked: call.query["year"], on: call.day), on: call.day)))
            },
        ]
    }

    private var exporting: [Operation] {
        let format = Parameter.part("format", .reference, "csv or xlsx.")
        return [
            .handing("exportAudits", "audits/export/{format}", "The list of audits as a table to keep", .scope(.auditsRead), takes: choices + [format],
                     types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format"]) { call in
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { AuditExport(audits: try shown(call, $0).all, day: call.day) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .handing("exportNationalReturn", "audits/return/export/{format}", "The national return as a table to keep", .scope(.auditsRead),
                     takes: [.day, .query("year", .text(atMost: 7), "The year in which it ends, or 2025/26."), format], types: TableFile.Format.allCases.map(\.type),
                     refuses: ["no-such-format", "return-year-not-understood"]) { call in
                try AuditPolicy.reads.check(call.actor)
                let (format, year) = (try TableFile.Format(named: call.part("format")), try ReturnYear(asked: call.query["year"], on: call.day))
                let export = try await call.desk.read { ReturnExport(national: try $0.nationalReturn(year, on: call.day)) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .handing("auditLetterDraft", "audits/{audit}/letter/files/{file}", "The letter of an audit as a file, as it would be sent now", .scope(.auditsRead),
                     takes: [.part("file", .choice(PaperFormat.self), "As what.")], types: PaperFormat.allCases.map(\.type),
                     refuses: ["audit-not-found", "no-such-paper-format", "printer-missing", "printing-took-too-long"]) { call in
                try AuditPolicy.reads.check(call.actor)
                let format = try PaperFormat(named: call.part("file"))
                let (audit, document) = try await call.desk.read { session in
                    let audit = try session.audit(call.part("audit"))
                    return (audit, try audits.draftLetter(of: audit, at: call.moment, session))
                }
                return .handing(try await format.bytes(of: document), named: format.name(for: audit.reference), type: format.type)
            },
            .handing("auditLetterFile", "audits/{audit}/letters/{letter}/files/{file}", "A letter as a file, as it was sent", .scope(.auditsRead),
                     takes: [.id("letter"), .part("file", .choice(PaperFormat.self), "As what.")], types: PaperFormat.allCases.map(\.type),
                     refuses: ["audit-not-found", "audit-letter-not-found", "no-such-paper-format", "printer-missing", "printing-took-too-long"]) { call in
                try AuditPolicy.reads.check(call.actor)
                let format = try PaperFormat(named: call.part("file"))
                let (audit, document) = try await call.desk.read { session in
                    let audit = try session.audit(call.part("audit"))
                    return (audit, try audits.document(of: session.auditLetter(call.id("letter"), of: audit)))
                }
                return .handing(try await format.bytes(of: document), named: format.name(for: audit.reference), type: format.type)
            },
        ]
    }

    func shown(_ audit: Audit, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try AuditPayload(of: audit, on: call.day, session, audits.neighbours)
        return try .showing(payload, version: payload.audit.version)
    }
}
