import Kernel
import Web

/// A standing that was asked for in place of the computed one, and what was decided.
struct OverridePayload: Encodable {
    static let schema = Schema.object("Override", [
        "number": .number, "version": .number, "colour": .choice(Colour.self), "reason": .text,
        "until": Schema.day.meaning("Its last day."), "askedOn": .day, "askedBy": .text, "decidedOn": .day.optional,
        "decidedBy": .text.optional, "outcome": .choice(AskedOutcome.self).optional, "answer": .text.optional,
        "endedOn": Schema.day.optional.meaning("The day from which it holds no more, where that came before its last one."), "endedBy": .text.optional,
    ])

    let number: Int64
    let version: Int
    let colour: Colour
    let reason: String
    let until: Day
    let askedOn: Day
    let askedBy: String
    let decidedOn: Day?
    let decidedBy: String?
    let outcome: AskedOutcome?
    let answer: String?
    let endedOn: Day?
    let endedBy: String?

    init(_ override: Override) {
        (number, version, colour, reason) = (override.id.number, override.version, override.colour, override.because)
        (until, askedOn, askedBy) = (override.until, override.askedOn, override.askedBy)
        (decidedOn, decidedBy, outcome, answer) = (override.decidedOn, override.decidedBy, override.outcome, override.answer)
        (endedOn, endedBy) = (override.endedOn, override.endedBy)
    }
}

/// The other end of a dependency.
struct LinkedPayload: Encodable {
    static let schema = Schema.object("LinkedAction", [
        "number": Schema.number.meaning("Of the dependency."), "plan": .reference, "action": .reference, "text": .text,
        "note": .text.optional, "since": .day, "due": .day.optional, "forecast": .day.optional, "doneOn": .day.optional, "withdrawnOn": .day.optional,
        "closedOn": Schema.day.optional.meaning("The day it was closed without being done."), "isLate": .flag,
    ])

    let number: Int64
    let plan: String
    let action: String
    let text: String
    let note: String?
    let since: Day
    let due: Day?
    let forecast: Day?
    let doneOn: Day?
    let withdrawnOn: Day?
    let closedOn: Day?
    let isLate: Bool

    init(_ other: LinkedAction, on day: Day) {
        (number, note, since) = (other.dependency.id.number, other.dependency.note, other.dependency.since)
        (plan, action, text) = (other.plan.reference.text, other.action.reference.text, other.action.text)
        (due, forecast, doneOn, withdrawnOn) = (other.due, other.forecast, other.doneOn, other.withdrawnOn)
        closedOn = other.closedOn
        isLate = other.isLate(on: day)
    }
}

extension NewOverride {
    static let schema = Schema.input("NewOverride", [
        "colour": .choice(Colour.self), "reason": .words(atMost: 4000),
        "until": Schema.day.meaning("Its last day: after today, and within \(Override.mostDays) days."),
    ])
}

extension NewDependency {
    static let schema = Schema.input("NewDependency", [
        "awaitedPlan": Schema.text(atMost: 40).maybe.meaning("The plan of the other action; its own when left out."),
        "awaited": Schema.words(atMost: 40).meaning("The reference of the action that must be done first."), "note": .text(atMost: 1000).maybe,
    ])
}
