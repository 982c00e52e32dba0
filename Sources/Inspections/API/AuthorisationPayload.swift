import Kernel
import People
import Storage
import Web

/// What an officer of a level may audit by themselves.
struct AuthorisationLevelPayload: Encodable {
    static let schema = Schema.object("AuthorisationLevel", [
        "number": .number, "version": .number, "code": .text, "name": .text, "asks": .text.optional, "kinds": .list(.choice(AuditKind.self)), "complexity": .choice(AuditComplexity.self),
        "band": .choice(AuditRisk.self), "sleeping": .flag, "revalidate": .count.optional, "from": .day, "until": .day.optional,
    ])

    let number: Int64
    let version: Int
    let code: String
    let name: String
    let asks: String?
    let kinds: [AuditKind]
    let complexity: AuditComplexity
    let band: AuditRisk
    let sleeping: Bool
    let revalidate: Int?
    let from: Day
    let until: Day?

    init(_ level: AuthorisationLevel) {
        (number, version, code, name, asks, kinds) = (level.id.number, level.version, level.code, level.name, level.asks, level.kinds)
        (complexity, band, sleeping, revalidate, from, until) = (level.complexity, level.band, level.sleeping, level.revalidate, level.from, level.until)
    }
}

/// That an officer has a level.
struct AuthorisationPayload: Encodable {
    static let schema = Schema.object("Authorisation", [
        "number": .number, "version": .number, "officer": .text, "level": .text, "from": .day, "until": .day.optional, "note": .text.optional, "by": Schema.text.meaning("Who gave it."),
    ])

    let number: Int64
    let version: Int
    let officer: String
    let level: String
    let from: Day
    let until: Day?
    let note: String?
    let by: String

    init(_ one: Authorisation, officer: String, by: String) {
        (number, version, self.officer, level) = (one.id.number, one.version, officer, one.level)
        (from, until, note, self.by) = (one.from, one.until, one.note, by)
    }

    init(of one: Authorisation, _ session: Session) throws {
        self.init(one, officer: try Parties(session).get(one.officer).name, by: try Parties(session).name(ofWho: one.by))
    }
}

/// The national return.
struct ReturnPayload: Encodable {
    static let schema = Schema.object("NationalReturn", [
        "year": Schema.text.meaning("2025/26."), "from": .day, "through": .day, "on": .day, "whole": Schema.flag.meaning("Whether the year was over on the day."),
        "rows": Schema.list(ReturnRowPayload.schema).meaning("One of each of the 17 kinds. Categories overlap, so they need not add up."), "total": ReturnRowPayload.schema,
    ])

    let year: String
    let from: Day
    let through: Day
    let on: Day
    let whole: Bool
    let rows: [ReturnRowPayload]
    let total: ReturnRowPayload

    init(_ national: NationalReturn) {
        (year, from, through, on, whole) = (national.year.description, national.year.from, national.year.through, national.day, national.isWhole)
        rows = national.rows.map { ReturnRowPayload($0.type.rawValue, $0.counts) }
        total = ReturnRowPayload("all", national.total)
    }
}

/// What is counted of one kind of premises.
struct ReturnRowPayload: Encodable {
    static let schema = Schema.object("NationalReturnRow", [
        "type": Schema.text.meaning("The kind of premises; all for the total."), "audits": .count, "satisfactory": .count,
        "satisfactoryRate": Schema.text.optional.meaning("Of the audits, in per cent: 63.4%."), "unsatisfactory": .count, "informal": .count, "formal": .count, "enforcement": .count,
        "prohibition": .count, "alterations": .count, "madeSatisfactory": .count, "hours": Schema.text.meaning("As an exact decimal."),
    ])

    let type: String
    let audits: Int
    let satisfactory: Int
    let satisfactoryRate: String?
    let unsatisfactory: Int
    let informal: Int
    let formal: Int
    let enforcement: Int
    let prohibition: Int
    let alterations: Int
    let madeSatisfactory: Int
    let hours: Quantity

    init(_ type: String, _ counts: ReturnCounts) {
        (self.type, audits, satisfactory, satisfactoryRate, unsatisfactory) = (type, counts.audits, counts.satisfactory, counts.satisfactoryRate.words, counts.unsatisfactory)
        (informal, formal, enforcement, prohibition, alterations) = (counts.informal, counts.formal, counts.enforcement, counts.prohibition, counts.alterations)
        (madeSatisfactory, hours) = (counts.madeSatisfactory, counts.hours)
    }
}
