import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Storage
public import Web

/// What programs can do with cases and notices. What changes them is in files of its own beside this.
public struct EnforcementOperations: Sendable {
    let enforcement: Enforcement

    public init(enforcement: Enforcement = Enforcement()) { self.enforcement = enforcement }

    public var all: [Operation] { reading + exporting + keepingCases + keepingParts + keepingNotices + moves + authorities }

    /// What lists of notices are narrowed and sorted by.
    var noticeChoices: [Parameter] {
        [
            .day, .query("type", .choice(NoticeType.self), "Only notices of this type."),
            .query("state", .choice([NoticeFilter.openWord] + NoticeState.allCases.map(\.rawValue)), "Only notices that stand so; open for all that still ask something."),
            .query("register", .choice(RegisterState.self), "Only notices whose entry stands so."), .query("words", .text(atMost: 200), "Only notices with these words."),
            .query("sort", .choice(NoticeFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }), "The order; a dash turns it round."),
        ]
    }

    /// What lists of cases are narrowed by.
    var caseChoices: [Parameter] {
        [
            .day, .query("standing", .choice(CaseFilter.Standing.self), "Only cases that stand so."), .query("origin", .choice(EnforcementCase.Origin.self), "Only cases that arose so."),
            .query("words", .text(atMost: 200), "Only cases with these words."),
        ]
    }

    private var reading: [Operation] {
        [
            .listing("listNotices", "enforcement/notices", "Notices on a day, the latest first", .scope(.enforcementRead), takes: noticeChoices, of: NoticeLine.schema) { call, session in
                try CasePolicy.reads.check(call.actor)
                return try call.page(NoticeFilter(call.query).shown(session.noticeViews(on: call.day)), by: { "\($0.notice.id)" }) { NoticeLine($0) }
            },
            .reading("showNotice", "enforcement/notices/{notice}", "One notice on a day: where it stands, its clock and what happened", .scope(.enforcementRead), takes: [.day],
                     gives: NoticePayload.schema, refuses: ["notice-not-found", "notice-not-drafted-then"]) { call, session in
                try CasePolicy.reads.check(call.actor)
                return try shown(session.notice(call.part("notice")), call, session)
            },
            .handing("noticeFile", "enforcement/notices/{notice}/files/{file}", "A notice as a file: as it was served, or as it would be", .scope(.enforcementRead),
                     takes: [.part("file", .choice(PaperFormat.self), "As what.")], types: PaperFormat.allCases.map(\.type),
                     refuses: ["notice-not-found", "no-such-paper-format", "printer-missing", "printing-took-too-long"]) { call in
                try CasePolicy.reads.check(call.actor)
                let format = try PaperFormat(named: call.part("file"))
                let (notice, document) = try await call.desk.read { session in
                    let notice = try session.notice(call.part("notice"))
                    return (notice, try enforcement.document(of: notice, at: call.moment, session))
                }
                return .handing(try await format.bytes(of: document), named: format.name(for: notice.reference), type: format.type)
            },
            .listing("listCases", "enforcement/cases", "Cases on a day, the latest first", .scope(.enforcementRead), takes: caseChoices, of: CaseLine.schema) { call, session in
                try CasePolicy.reads.check(call.actor)
                return try call.page(CaseFilter(call.query).shown(session.allCases(), on: call.day), by: { "\($0.enforcementCase.id)" }) { CaseLine($0, on: call.day) }
            },
            .reading("showCase", "enforcement/cases/{case}", "One case on a day: findings, rationale, notices and outcomes", .scope(.enforcementRead), takes: [.day],
                     gives: CasePayload.schema, refuses: ["case-not-found", "case-not-open-then"]) { call, session in
                try CasePolicy.reads.check(call.actor)
                return try shown(session.enforcementCase(call.part("case")), call, session)
            },
            .listing("listCaseHistory", "enforcement/cases/{case}/history", "What happened to a case and all that belongs to it, newest first", .scope(.enforcementRead),
                     of: EntryPayload.schema, refuses: ["case-not-found"]) { call, session in
                try CasePolicy.reads.check(call.actor)
                let own = try session.enforcementCase(call.part("case"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: own.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
            .listing("listSigningAuthorities", "enforcement/signing", "Who may sign notices, and from when until when", .scope(.enforcementRead), of: AuthorityPayload.schema) { call, session in
                try CasePolicy.reads.check(call.actor)
                let names = try Parties(session).names()
                return try call.page(session.all(SigningAuthority.self, "ORDER BY id"), by: { "\($0.id)" }) { AuthorityPayload($0, party: names[$0.party] ?? "") }
            },
        ]
    }

    func shown(_ notice: Notice, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try NoticePayload(of: notice, on: call.day, session)
        return try .showing(payload, version: payload.notice.version)
    }

    func shown(_ own: EnforcementCase, _ call: Call, _ session: Session) throws -> Reply {
        let payload = try CasePayload(of: own, on: call.day, session)
        return try .showing(payload, version: payload.case.version)
    }
}
