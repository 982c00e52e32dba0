import HTTPTypes
import Kernel
import People
import Storage
import Web

/// Another day that was asked for, and what was decided.
struct MovePayload: Encodable {
    static let schema = Schema.object("DateMove", [
        "number": .number, "version": .number, "kind": .choice(DateMove.Kind.self), "from": .day.optional, "to": .day.optional,
        "because": .text, "askedOn": .day, "askedBy": .text, "decidedOn": .day.optional, "decidedBy": .text.optional,
        "outcome": .choice(AskedOutcome.self).optional, "answer": .text.optional,
    ])

    let number: Int64
    let version: Int
    let kind: DateMove.Kind
    let from: Day?
    let to: Day?
    let because: String
    let askedOn: Day
    let askedBy: String
    let decidedOn: Day?
    let decidedBy: String?
    let outcome: AskedOutcome?
    let answer: String?

    init(_ move: DateMove) {
        (number, version, kind, from, to) = (move.id.number, move.version, move.kind, move.from, move.to)
        (because, askedOn, askedBy) = (move.because, move.askedOn, move.askedBy)
        (decidedOn, decidedBy, outcome, answer) = (move.decidedOn, move.decidedBy, move.outcome, move.answer)
    }
}

extension NewDateMove {
    static let schema = Schema.input("NewDateMove", ["to": .day, "because": .words(atMost: 4000)])
}

extension PlanInputs {
    static let decision = Schema.input("MoveDecision", ["agreed": .flag, "answer": .text(atMost: 4000).maybe])
}

/// Asking for another day, and deciding it.
extension PlanOperations {
    private static var common: [String] { ["plan-not-found", "action-not-found"] }

    var moves: [Operation] {
        [
            .doing(.post, "askForAnotherDay", "plans/{plan}/actions/{action}/moves", "Ask for another day for an action", .scope(.plansWrite),
                   from: NewDateMove.schema, gives: ActionPayload.schema, status: 201,
                   refuses: Self.common + Self.unreportable + ["action-already-done", "no-day-to-move", "same-day", "move-waits-already"]) { call in
                var fields = call.fields
                let new = NewDateMove(reading: &fields)
                try fields.finish()
                return try await reporting(call, isNew: true) { plan, action, work in try plans.askToMove(action, of: plan, new, work) }
            },
            .doing(.put, "decideOnAnotherDay", "plans/{plan}/actions/{action}/moves/{move}/decision", "Agree to another day, or decline it",
                   .scope(.plansWrite), takes: [.id("move")], from: PlanInputs.decision, gives: ActionPayload.schema,
                   refuses: Self.common + Self.unreportable + ["move-not-found", "move-decided-already", "action-already-done"]) { call in
                var fields = call.fields
                let (agreed, answer) = (fields.isOn("agreed"), fields.optionalText("answer", "Answer", atMost: 4000))
                try fields.finish()
                return try await reporting(call) { plan, action, work in
                    try plans.decide(work.session.move(call.id("move"), of: action), in: plan, agreed: agreed, saying: answer, work)
                }
            },
            .doing(.delete, "takeBackAnotherDay", "plans/{plan}/actions/{action}/moves/{move}", "Take back that another day was asked for",
                   .scope(.plansWrite), takes: [.id("move")], gives: ActionPayload.schema,
                   refuses: Self.common + ["move-not-found", "move-decided-already"]) { call in
                try await reporting(call) { plan, action, work in
                    try plans.takeBack(work.session.move(call.id("move"), of: action), in: plan, work)
                }
            },
        ]
    }
}
