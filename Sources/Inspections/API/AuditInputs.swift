import Kernel
import Web

/// What programs send to keep audits: the same fields as the forms have.
extension NewAudit {
    static let schema = Schema.input("NewAudit", [
        "premises": Schema.words(atMost: 200).meaning("The reference of premises on record. It stays as it is when an audit is planned anew."),
        "officer": Schema.words(atMost: 200).meaning("The name of a person or post on record."), "kind": .choice(AuditKind.self).maybe, "origin": .choice(AuditOrigin.self).maybe,
        "complexity": .choice(AuditComplexity.self).maybe, "band": Schema.choice(AuditRisk.self).maybe.meaning("As the service's method has it, when left out."), "planned": .day,
        "brief": .text(atMost: 4000).maybe,
    ])
}

extension AuditSheet {
    static let schema = Schema.input("AuditSheet", [
        "carriedOut": .day.maybe, "onSite": Schema.text(atMost: 20).maybe.meaning("Hours at the premises, as a decimal: 2.5."),
        "besides": Schema.text(atMost: 20).maybe.meaning("Hours besides: preparing, travelling, writing."),
        "met": Schema.list(.text(atMost: 300)).maybe.meaning("Each on one line: J. Owner | Manager."), "seen": .list(.choice(AuditDocument.self)).maybe,
        "missing": Schema.list(.choice(AuditDocument.self)).maybe.meaning("Asked for and not shown."),
        "findings": Schema.list(.text(atMost: 9000)).maybe.meaning("Each on one line: 14: 4 | Bins on the stairs. The level goes from 1, compliant, to 5, a major deficiency."),
        "result": .choice(AuditResult.self).maybe, "outcomes": Schema.list(.choice(AuditOutcome.self)).maybe.meaning("All that apply; they overlap."),
        "departure": Schema.text(atMost: 8000).maybe.meaning("Why the result or an outcome is not what the findings lead to."), "notes": .text(atMost: 8000).maybe,
        "followUp": Schema.day.maybe.meaning("A follow-up is opened for this day when the audit is completed."), "nextDue": .day.maybe, "nextBecause": .text(atMost: 2000).maybe,
    ])
    static let correction = schema.and("AuditCorrection", ["because": Schema.words(atMost: 8000).meaning("Why it is corrected.")])
}

extension NewAuthorisationLevel {
    static let schema = Schema.input("NewAuthorisationLevel", [
        "code": .words(atMost: 40), "name": .words(atMost: 100), "asks": .text(atMost: 2000).maybe, "kinds": .list(.choice(AuditKind.self)), "complexity": .choice(AuditComplexity.self),
        "band": .choice(AuditRisk.self), "sleeping": Schema.flag.maybe.meaning("Whether premises in which people sleep are among them."),
        "revalidate": Schema.whole(1...120).maybe.meaning("Months after which it is looked at again."), "from": .day,
    ])
}

extension NewAuthorisation {
    static let schema = Schema.input("NewAuthorisation", [
        "officer": Schema.words(atMost: 200).meaning("The name of a person or post on record."), "level": Schema.words(atMost: 40).meaning("The code of a level."), "from": .day,
        "until": Schema.day.maybe.meaning("By the level's own months, when left out."), "note": .text(atMost: 2000).maybe,
    ])
}

enum AuditInput {
    static let completion = Schema.input("AuditCompletion", [
        "on": .day, "version": Schema.number.maybe.meaning("The version that was read; left out, whatever stands is completed."),
    ])
    static let abandonment = Schema.input("AuditAbandonment", ["on": .day, "because": .words(atMost: 8000)])
    static let exception = Schema.input("NewAuthorisationException", ["because": .words(atMost: 8000)])
    static let end = Schema.input("AuthorisationEnd", ["until": Schema.day.meaning("The last day on which it holds.")])
    static let letter = Schema.input("NewAuditLetter", ["on": .day, "recipients": Schema.list(.text(atMost: 400)).meaning("Each a name and an address on one line.")])
}
