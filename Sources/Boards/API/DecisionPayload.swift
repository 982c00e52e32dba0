import Kernel
import Storage
import Web

/// What a board decided, and whether it still counts.
struct DecisionPayload: Encodable {
    static let schema = Schema.object("Decision", [
        "board": .reference, "number": .number, "version": .number,
        "meeting": Schema.number.meaning("The number of the meeting that took it."), "on": Schema.day.meaning("The day of the meeting."),
        "item": Schema.number.optional.meaning("The number of the agenda item."), "outcome": .choice(Decision.Outcome.self),
        "words": .text, "conditions": .text.optional, "conditionsDue": .day.optional, "about": .list(AboutPayload.schema),
        "struckOut": StrikePayload.schema.optional.meaning("There where it was recorded in error and counts no more."),
    ])

    let board: String
    let number: Int64
    let version: Int
    let meeting: Int64
    let on: Day
    let item: Int64?
    let outcome: Decision.Outcome
    let words: String
    let conditions: String?
    let conditionsDue: Day?
    let about: [AboutPayload]
    let struckOut: StrikePayload?

    init(_ view: DecisionView, _ board: Board, _ names: [Subject: Name]) {
        let decision = view.decision
        (self.board, number, version) = (board.reference.text, decision.id.number, decision.version)
        (meeting, on, item) = (decision.meeting.number, view.meeting.on, decision.item?.number)
        (outcome, words, conditions, conditionsDue) = (decision.outcome, decision.words, decision.conditions, decision.conditionsDue)
        about = decision.about.map { AboutPayload($0, names) }
        struckOut = view.strike.map { StrikePayload(on: $0.on, because: $0.because) }
    }
}

/// When and why a decision was struck out.
struct StrikePayload: Encodable {
    static let schema = Schema.object("Strike", ["on": .day, "because": .text])

    let on: Day
    let because: String
}
