import Kernel
import People
import Premises
import Storage
import Web

/// A case in a list.
struct CaseLine: Encodable {
    static let schema = Schema.object("CaseLine", [
        "reference": .reference, "number": .number, "version": .number, "title": .text, "origin": .choice(EnforcementCase.Origin.self), "officer": .text, "premises": .reference,
        "address": .text, "opened": .day, "closed": .day.optional, "notices": Schema.list(.reference).meaning("Those drafted in it."),
    ])

    let reference: String
    let number: Int64
    let version: Int
    let title: String
    let origin: EnforcementCase.Origin
    let officer: String
    let premises: String
    let address: String
    let opened: Day
    let closed: Day?
    let notices: [String]

    init(_ facts: CaseFacts, on day: Day) {
        let own = facts.enforcementCase
        (reference, number, version, title, origin) = (own.reference.text, own.id.number, own.version, own.title, own.origin)
        (officer, premises, address, opened) = (facts.officer, facts.premises.reference.text, facts.premises.line, own.opened)
        closed = own.closed.flatMap { $0 <= day ? $0 : nil }
        notices = facts.notices.filter { $0.notice.drafted <= day }.map(\.notice.reference.text)
    }
}

/// A case with all that belongs to it, as it stood on a day.
struct CasePayload: Encodable {
    static let schema = Schema.object("Case", [
        "case": CaseLine.schema, "on": .day, "summary": .text.optional, "closing": Schema.text.optional.meaning("Why it was closed."), "findings": .list(FindingPayload.schema),
        "rationale": RationalePayload.schema.optional, "outcomes": .list(OutcomePayload.schema), "notices": .list(NoticeLine.schema),
    ])

    let `case`: CaseLine
    let on: Day
    let summary: String?
    let closing: String?
    let findings: [FindingPayload]
    let rationale: RationalePayload?
    let outcomes: [OutcomePayload]
    let notices: [NoticeLine]

    init(_ facts: CaseFacts, on day: Day) {
        `case` = CaseLine(facts, on: day)
        (on, summary) = (day, facts.enforcementCase.summary)
        closing = facts.enforcementCase.isOpen(on: day) ? nil : facts.enforcementCase.closing
        findings = facts.findings.filter { $0.on <= day }.map(FindingPayload.init)
        rationale = facts.rationale.map(RationalePayload.init)
        outcomes = facts.outcomes.filter { $0.on <= day }.map { OutcomePayload($0, on: day) }
        notices = facts.notices.map { NoticeView($0, on: day) }.filter(\.isHere).map { NoticeLine($0) }
    }
}

/// What was found against an article.
struct FindingPayload: Encodable {
    static let schema = Schema.object("CaseFinding", ["number": .number, "on": .day, "article": .text, "found": .text])

    let number: Int64
    let on: Day
    let article: String
    let found: String

    init(_ finding: CaseFinding) { (number, on, article, found) = (finding.id.number, finding.on, finding.article, finding.found) }
}

/// How the officer came to what is done.
struct RationalePayload: Encodable {
    static let schema = Schema.object("Rationale", [
        "version": .number, "risk": .choice(Rationale.Risk.self), "gap": .choice(Rationale.Gap.self), "expectation": .choice(EnforcementMeasure.self), "dutyholder": .text.optional,
        "strategic": .text.optional, "conclusion": .choice(EnforcementMeasure.self), "departure": Schema.text.optional.meaning("There where the conclusion is not what was expected."),
    ])

    let version: Int
    let risk: Rationale.Risk
    let gap: Rationale.Gap
    let expectation: EnforcementMeasure
    let dutyholder: String?
    let strategic: String?
    let conclusion: EnforcementMeasure
    let departure: String?

    init(_ held: Rationale) {
        (version, risk, gap, expectation) = (held.version, held.risk, held.gap, held.expectation)
        (dutyholder, strategic, conclusion, departure) = (held.dutyholder, held.strategic, held.conclusion, held.departure)
    }
}

/// An informal notification, a caution or a prosecution.
struct OutcomePayload: Encodable {
    static let schema = Schema.object("CaseOutcome", [
        "number": .number, "kind": .choice(CaseOutcome.Kind.self), "on": .day, "words": .text, "result": .text.optional, "resultOn": .day.optional,
    ])

    let number: Int64
    let kind: CaseOutcome.Kind
    let on: Day
    let words: String
    let result: String?
    let resultOn: Day?

    init(_ outcome: CaseOutcome, on day: Day) {
        let isKnown = outcome.resultOn.map { $0 <= day } ?? false
        (number, kind, on, words) = (outcome.id.number, outcome.kind, outcome.on, outcome.words)
        (result, resultOn) = isKnown ? (outcome.result, outcome.resultOn) : (nil, nil)
    }
}

/// That somebody may sign notices of a type.
struct AuthorityPayload: Encodable {
    static let schema = Schema.object("SigningAuthority", [
        "number": .number, "version": .number, "party": .text, "type": .choice(NoticeType.self), "from": .day, "until": .day.optional,
    ])

    let number: Int64
    let version: Int
    let party: String
    let type: NoticeType
    let from: Day
    let until: Day?

    init(_ authority: SigningAuthority, party: String) {
        (number, version, self.party) = (authority.id.number, authority.version, party)
        (type, from, until) = (authority.type, authority.from, authority.until)
    }
}

extension CasePayload {
    init(of own: EnforcementCase, on day: Day, _ session: Session) throws { self.init(try session.caseThen(own, on: day), on: day) }
}

extension AuthorityPayload {
    init(of authority: SigningAuthority, _ session: Session) throws { self.init(authority, party: try Parties(session).get(authority.party).name) }
}
