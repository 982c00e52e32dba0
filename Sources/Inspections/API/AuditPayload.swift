import Kernel
import People
import Premises
import Storage
import Web

/// An audit in a list.
struct AuditLine: Encodable {
    static let schema = Schema.object("AuditLine", [
        "reference": .reference, "number": .number, "version": .number, "kind": .choice(AuditKind.self), "origin": .choice(AuditOrigin.self), "complexity": .choice(AuditComplexity.self),
        "band": .choice(AuditRisk.self).optional, "premises": .reference, "address": .text, "premisesType": .choice(PremisesType.self), "officer": .text, "offices": .list(.text),
        "planned": .day, "carriedOut": .day.optional, "completed": .day.optional, "state": .choice(AuditState.self), "result": .choice(AuditResult.self).optional,
        "outcomes": .list(.choice(AuditOutcome.self)), "nextDue": .day.optional,
    ])

    let reference: String
    let number: Int64
    let version: Int
    let kind: AuditKind
    let origin: AuditOrigin
    let complexity: AuditComplexity
    let band: AuditRisk?
    let premises: String
    let address: String
    let premisesType: PremisesType
    let officer: String
    let offices: [String]
    let planned: Day
    let carriedOut: Day?
    let completed: Day?
    let state: AuditState
    let result: AuditResult?
    let outcomes: [AuditOutcome]
    let nextDue: Day?

    init(_ facts: AuditFacts, on day: Day) {
        let audit = facts.audit
        state = facts.state(on: day)
        let sheet = state == .completed ? audit.sheet : AuditSheet()
        (reference, number, version) = (audit.reference.text, audit.id.number, audit.version)
        (kind, origin, complexity, band) = (audit.kind, audit.origin, audit.complexity, audit.band)
        (premises, address, premisesType) = (facts.premises.reference.text, facts.premises.line, facts.premises.type)
        (officer, offices, planned) = (facts.officer, facts.offices, audit.planned)
        carriedOut = audit.sheet.carriedOut.flatMap { $0 <= day ? $0 : nil }
        completed = state == .completed ? audit.completed : nil
        (result, outcomes, nextDue) = (sheet.result, sheet.outcomes, sheet.nextDue)
    }
}

/// An audit with all that belongs to it, as it stood on a day.
struct AuditPayload: Encodable {
    static let schema = Schema.object("Audit", [
        "audit": AuditLine.schema, "on": .day, "brief": .text.optional, "follows": .reference.optional, "followedBy": .list(.reference), "sheet": AuditSheetPayload.schema,
        "notAuthorised": Schema.list(.text).meaning("Why the officer may not carry it out; empty where they may."), "exception": ExceptionPayload.schema.optional,
        "obstacles": Schema.list(AuditObstaclePayload.schema).meaning("What stands between it and its completion."), "abandoned": .day.optional, "abandoning": .text.optional,
        "corrected": .day.optional, "correction": .text.optional, "opened": Schema.text.optional.meaning("What its outcome opened elsewhere, as the journal names it."),
        "letterDue": .day.optional, "letters": .list(AuditLetterPayload.schema),
    ])

    let audit: AuditLine
    let on: Day
    let brief: String?
    let follows: String?
    let followedBy: [String]
    let sheet: AuditSheetPayload
    let notAuthorised: [String]
    let exception: ExceptionPayload?
    let obstacles: [AuditObstaclePayload]
    let abandoned: Day?
    let abandoning: String?
    let corrected: Day?
    let correction: String?
    let opened: String?
    let letterDue: Day?
    let letters: [AuditLetterPayload]

    init(_ facts: AuditFacts, on day: Day) {
        let (own, state) = (facts.audit, facts.state(on: day))
        (audit, on, brief, follows) = (AuditLine(facts, on: day), day, own.brief, facts.follows?.text)
        followedBy = facts.followed.map(\.reference.text)
        sheet = AuditSheetPayload(state == .planned ? AuditSheet() : own.sheet)
        notAuthorised = state.isOpen ? facts.whyNot(on: facts.day) : []
        exception = facts.exception.map(ExceptionPayload.init)
        obstacles = state.isOpen ? facts.obstacles(on: day).map(AuditObstaclePayload.init) : []
        (abandoned, abandoning) = state == .abandoned ? (own.abandoned, own.abandoning) : (nil, nil)
        (corrected, correction) = own.corrected.map { $0 <= day } ?? false ? (own.corrected, own.correction) : (nil, nil)
        (opened, letterDue) = (own.opened?.description, facts.letterDue)
        letters = facts.letters.filter { $0.sent <= day }.map(AuditLetterPayload.init)
    }

    init(of audit: Audit, on day: Day, _ session: Session, _ neighbours: AuditNeighbours = .given) throws {
        self.init(try session.auditThen(audit, on: day, neighbours), on: day)
    }
}

/// What the officer wrote down.
struct AuditSheetPayload: Encodable {
    static let schema = Schema.object("AuditSheetShown", [
        "carriedOut": .day.optional, "onSite": Schema.text.optional.meaning("Hours, as an exact decimal."), "besides": .text.optional, "met": .list(PersonMetPayload.schema),
        "seen": .list(.choice(AuditDocument.self)), "missing": .list(.choice(AuditDocument.self)), "findings": .list(AuditFindingPayload.schema), "result": .choice(AuditResult.self).optional,
        "outcomes": .list(.choice(AuditOutcome.self)), "departure": .text.optional, "notes": .text.optional, "followUp": .day.optional, "nextDue": .day.optional, "nextBecause": .text.optional,
    ])

    let carriedOut: Day?
    let onSite: Quantity?
    let besides: Quantity?
    let met: [PersonMetPayload]
    let seen: [AuditDocument]
    let missing: [AuditDocument]
    let findings: [AuditFindingPayload]
    let result: AuditResult?
    let outcomes: [AuditOutcome]
    let departure: String?
    let notes: String?
    let followUp: Day?
    let nextDue: Day?
    let nextBecause: String?

    init(_ sheet: AuditSheet) {
        (carriedOut, onSite, besides, met) = (sheet.carriedOut, sheet.onSite, sheet.besides, sheet.met.map(PersonMetPayload.init))
        (seen, missing) = (sheet.evidence.documents(.seen), sheet.evidence.documents(.missing))
        findings = sheet.findings.map(AuditFindingPayload.init)
        (result, outcomes, departure, notes) = (sheet.result, sheet.outcomes, sheet.departure, sheet.notes)
        (followUp, nextDue, nextBecause) = (sheet.followUp, sheet.nextDue, sheet.nextBecause)
    }
}

/// Somebody who was met.
struct PersonMetPayload: Encodable {
    static let schema = Schema.object("PersonMet", ["name": .text, "capacity": .text.optional])

    let name: String
    let capacity: String?

    init(_ person: PersonMet) { (name, capacity) = (person.name, person.capacity) }
}

/// How the premises stand against an article.
struct AuditFindingPayload: Encodable {
    static let schema = Schema.object("AuditFinding", ["article": .text, "level": Schema.whole(1...5).meaning("From 1, compliant, to 5, a major deficiency."), "found": .text.optional])

    let article: String
    let level: Int
    let found: String?

    init(_ finding: AuditFinding) { (article, level, found) = (finding.article, finding.level.rawValue, finding.found) }
}

/// What stands between an audit and its completion.
struct AuditObstaclePayload: Encodable {
    static let schema = Schema.object("AuditObstacle", ["code": .text, "sentence": .text, "field": .text.optional])

    let code: String
    let sentence: String
    let field: String?

    init(_ obstacle: AuditObstacle) { (code, sentence, field) = (obstacle.code, obstacle.sentence, obstacle.field) }
}

/// That an officer may go beyond their authorisation, once.
struct ExceptionPayload: Encodable {
    static let schema = Schema.object("AuthorisationException", [
        "number": .number, "on": .day, "because": .text, "kind": .choice(AuditKind.self), "complexity": .choice(AuditComplexity.self), "band": .choice(AuditRisk.self).optional,
    ])

    let number: Int64
    let on: Day
    let because: String
    let kind: AuditKind
    let complexity: AuditComplexity
    let band: AuditRisk?

    init(_ exception: AuthorisationException) {
        (number, on, because) = (exception.id.number, exception.on, exception.because)
        (kind, complexity, band) = (exception.kind, exception.complexity, exception.band)
    }
}

/// A letter that was sent.
struct AuditLetterPayload: Encodable {
    static let schema = Schema.object("AuditLetter", ["number": .number, "sent": .day, "recipients": .list(.text), "sha256": .hash])

    let number: Int64
    let sent: Day
    let recipients: [String]
    let sha256: String

    init(_ letter: AuditLetter) { (number, sent, recipients, sha256) = (letter.id.number, letter.sent, letter.recipients, letter.sha256) }
}
