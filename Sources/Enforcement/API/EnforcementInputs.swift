import Kernel
import Web

/// What programs send to keep cases and notices: the same fields as the forms have.
extension NewCase {
    static let schema = Schema.input("NewCase", [
        "title": .words(atMost: 200), "origin": .choice(EnforcementCase.Origin.self).maybe, "officer": Schema.words(atMost: 200).meaning("The name of a person or post on record."),
        "premises": Schema.words(atMost: 200).meaning("The reference of premises on record. It stays as it is when a case is changed."), "opened": .day,
        "summary": Schema.text(atMost: 8000).maybe.meaning("Internal."),
    ])
}

extension NewCaseFinding {
    static let schema = Schema.input("NewCaseFinding", [
        "on": .day, "article": Schema.words(atMost: 40).meaning("Its code: 14, 21A."), "found": Schema.words(atMost: 8000).meaning("Internal."),
    ])
}

extension NewRationale {
    static let schema = Schema.input("NewRationale", [
        "risk": .choice(Rationale.Risk.self).maybe, "gap": .choice(Rationale.Gap.self).maybe, "expectation": .choice(EnforcementMeasure.self).maybe,
        "dutyholder": .text(atMost: 8000).maybe, "strategic": .text(atMost: 8000).maybe, "conclusion": Schema.choice(EnforcementMeasure.self).maybe.meaning("What was expected, when left out."),
        "departure": Schema.text(atMost: 8000).maybe.meaning("Needed exactly where the conclusion is not what was expected."),
    ])
}

extension NewCaseOutcome {
    static let schema = Schema.input("NewCaseOutcome", [
        "kind": .choice(CaseOutcome.Kind.self).maybe, "on": .day, "words": .words(atMost: 8000), "result": .text(atMost: 8000).maybe, "resultOn": .day.maybe,
    ])
    static let resultSchema = Schema.input("CaseOutcomeResult", ["result": .words(atMost: 8000), "resultOn": .day])
}

extension NewNotice {
    static let schema = Schema.input("NewNotice", [
        "type": Schema.choice(NoticeType.self).maybe.meaning("Stays as it is when a notice is changed."), "articles": .list(.text(atMost: 40)).maybe,
        "steps": Schema.list(.text(atMost: 4000)).maybe.meaning("Each on one line: 13: Fit an alarm | Fit sprinklers."),
        "recipients": Schema.list(.text(atMost: 1000)).maybe.meaning("Each on one line: Harbour Homes Ltd | 1 Quay Street, NR1 2AB. Of a duty holder on record the name or number is enough."),
        "substance": Schema.text(atMost: 4000).maybe.meaning("What the public register will say."), "grounds": .text(atMost: 20_000).maybe,
        "alters": Schema.flag.maybe.meaning("Whether it would alter the premises."), "workers": Schema.flag.maybe.meaning("Whether it protects persons at work alone."),
        "immediate": Schema.flag.maybe.meaning("Of a prohibition: whether it takes effect at once."), "effective": .day.maybe, "complyBy": .day.maybe,
        "text": Schema.text(atMost: 100_000).maybe.meaning("Its words; drafted from the record when left out."),
    ])
}

extension NewAmendment {
    static let schema = Schema.input("NoticeAmendment", [
        "on": .day, "articles": .list(.text(atMost: 40)).maybe, "substance": .words(atMost: 4000), "note": .words(atMost: 8000),
        "version": Schema.number.maybe.meaning("The version of the notice that was read; left out, whatever stands is amended."),
    ])
}

extension NoticeDeed {
    /// Of every move one shape; which members a move asks for is said beside it.
    static let schema = Schema.input("NewNoticeEvent", [
        "on": .day, "who": Schema.text(atMost: 200).maybe.meaning("Whom it was served on, who was consulted, or the court."),
        "recipient": Schema.text(atMost: 200).maybe.meaning("Whose appeal or objection it is of; needed where it can be of several."), "method": .choice(NoticeEvent.Method.self).maybe,
        "consultee": .choice(NoticeEvent.Consultee.self).maybe, "outcome": .choice(NoticeHistory.Appeal.Outcome.self).maybe, "satisfied": .choice(NoticeDeed.Satisfaction.self).maybe,
        "until": Schema.day.maybe.meaning("The new last day to comply, or the day of an answer."), "note": .text(atMost: 8000).maybe,
        "version": Schema.number.maybe.meaning("Of an approval, which needs it: the version of the notice that was read."),
    ])

    /// The members that it needs besides the day: `who, method and note`.
    var needed: String { listed(fields.filter(\.isNeeded).map(\.field.rawValue)) }
}

extension NewSigningAuthority {
    static let schema = Schema.input("NewSigningAuthority", [
        "party": Schema.words(atMost: 200).meaning("The name of a person or post on record."), "type": .choice(NoticeType.self).maybe, "from": .day, "until": .day.maybe,
    ])
}

enum EnforcementInput {
    /// The day and the reason for which something ends.
    static let closure = Schema.input("CaseClosure", ["on": .day, "because": .words(atMost: 8000)])
    static let retraction = Schema.input("EnforcementRetraction", ["because": .words(atMost: 8000)])
    static let end = Schema.input("SigningAuthorityEnd", ["until": Schema.day.meaning("The last day on which they may sign.")])
}
