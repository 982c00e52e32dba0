import Kernel
import People
import Storage
import Web

/// What stands in the way of closing a plan on a day.
struct GatePayload: Encodable {
    struct Obstacle: Encodable {
        let kind: ClosingGate.Kind
        let actions: [String]
        let finding: String?
        let sentence: String
    }

    static let schema = Schema.object("Gate", [
        "plan": .reference, "on": .day, "isClear": Schema.flag.meaning("Nothing has to be decided before the plan can be closed."),
        "counts": .map(.count), "undecided": Schema.list(.reference).meaning("The actions about which a proposal must decide."),
        "obstacles": .list(.object("Obstacle", [
            "kind": .choice(ClosingGate.Kind.self), "actions": .list(.reference), "finding": .reference.optional, "sentence": .text,
        ])),
    ])

    let plan: String
    let on: Day
    let isClear: Bool
    let counts: [String: Int]
    let undecided: [String]
    let obstacles: [Obstacle]

    init(_ gate: ClosingGate, _ facts: PlanFacts) {
        (plan, on, isClear) = (gate.plan.reference.text, gate.day, gate.isClear)
        counts = Dictionary(uniqueKeysWithValues: ClosingGate.Kind.allCases.map { ($0.rawValue, gate.count($0)) })
        undecided = gate.undecided.map(\.action.reference.text)
        let actions = Dictionary(uniqueKeysWithValues: facts.actions.map { ($0.id, $0.reference.text) })
        let findings = Dictionary(uniqueKeysWithValues: facts.findings.map { ($0.id, $0.reference.text) })
        obstacles = gate.obstacles.map { one in
            Obstacle(kind: one.kind, actions: one.actions.compactMap { actions[$0] }, finding: one.finding.flatMap { findings[$0] }, sentence: one.sentence)
        }
    }
}

/// The closing of a plan as it was proposed, decided and perhaps undone.
struct ClosurePayload: Encodable {
    struct Item: Encodable {
        let action: String
        let kind: ClosureItem.Kind
        let because: String
        let carriedTo: ClosureReport.Carried?
    }

    /// What is said of one finding by itself.
    struct Said: Encodable {
        let finding: String
        let residualRisk: String?
        let onwardOwner: String?
        let reviewOn: Day?
    }

    struct Look: Encodable {
        let finding: String?
        let on: Day
        let by: String
        let words: String
        let reviewOn: Day?
    }

    static let carried = Schema.object("CarriedTo", [
        "plan": .reference, "planTitle": .text, "action": Schema.reference.optional.meaning("What it became there, once the plan was closed."),
        "owner": .text.optional, "due": .day.optional,
    ])

    static let schema = Schema.object("PlanClosure", [
        "number": .number, "version": .number, "plan": .reference, "words": .text, "residualRisk": .text, "onwardOwner": .text, "reviewOn": .day,
        "decision": .text.optional, "askedOn": .day, "askedBy": .text, "decidedOn": .day.optional, "decidedBy": .text.optional,
        "outcome": .choice(AskedOutcome.self).optional, "answer": .text.optional, "reopenedOn": .day.optional, "reopenedBecause": .text.optional,
        "items": .list(.object("ClosureItem", [
            "action": .reference, "kind": .choice(ClosureItem.Kind.self), "because": .text, "carriedTo": carried.optional,
        ])),
        "findings": Schema.list(.object("ClosureFinding", [
            "finding": .reference, "residualRisk": .text.optional, "onwardOwner": .text.optional, "reviewOn": .day.optional,
        ])).meaning("What is said of findings by themselves, where it is not what is said of the plan."),
        "looks": Schema.list(.object("ClosureLook", [
            "finding": Schema.reference.optional.meaning("Left out for all that has no review day of its own."), "on": .day, "by": .text, "words": .text,
            "reviewOn": Schema.day.optional.meaning("The day on which it is looked at next; left out where it need not be."),
        ])).meaning("Each time that somebody looked again at what was left behind."),
    ])

    let number: Int64
    let version: Int
    let plan: String
    let words: String
    let residualRisk: String
    let onwardOwner: String
    let reviewOn: Day
    let decision: Subject?
    let askedOn: Day
    let askedBy: String
    let decidedOn: Day?
    let decidedBy: String?
    let outcome: AskedOutcome?
    let answer: String?
    let reopenedOn: Day?
    let reopenedBecause: String?
    let items: [Item]
    let findings: [Said]
    let looks: [Look]

    init(_ closure: PlanClosure, of plan: Plan, _ session: Session) throws {
        (number, version, self.plan) = (closure.id.number, closure.version, plan.reference.text)
        (words, residualRisk, reviewOn, decision) = (closure.words, closure.residualRisk, closure.reviewOn, closure.decision)
        onwardOwner = try session.find(closure.onwardOwner)?.name ?? ""
        (askedOn, askedBy, decidedOn, decidedBy) = (closure.askedOn, closure.askedBy, closure.decidedOn, closure.decidedBy)
        (outcome, answer, reopenedOn, reopenedBecause) = (closure.outcome, closure.answer, closure.reopenedOn, closure.reopenedBecause)
        let own = try session.all(ClosureItem.self, "WHERE closure = \(closure.id) ORDER BY id")
        let (carried, actions) = (try session.carried(own), try session.byNumber(Action.self, Set(own.map(\.action))))
        items = own.map { Item(action: actions[$0.action]?.reference.text ?? "", kind: $0.kind, because: $0.because, carriedTo: carried[$0.action]) }
        let said = try session.all(ClosureFinding.self, "WHERE closure = \(closure.id) ORDER BY id")
        let looked = try session.all(ClosureLook.self, "WHERE closure = \(closure.id) ORDER BY id")
        let references = try session.byNumber(Finding.self, Set(said.map(\.finding) + looked.compactMap(\.finding))).mapValues(\.reference.text)
        let owners = try session.byNumber(Party.self, Set(said.compactMap(\.onwardOwner)))
        findings = said.map {
            Said(finding: references[$0.finding] ?? "", residualRisk: $0.residualRisk, onwardOwner: $0.onwardOwner.flatMap { owners[$0]?.name }, reviewOn: $0.reviewOn)
        }
        looks = looked.map { Look(finding: $0.finding.flatMap { references[$0] }, on: $0.on, by: $0.by, words: $0.words, reviewOn: $0.reviewOn) }
    }
}

extension NewPlanClosure {
    static let schema = Schema.input("NewPlanClosure", [
        "words": .words(atMost: 8000), "residualRisk": .words(atMost: 8000),
        "onwardOwner": Schema.words(atMost: 200).meaning("The name of a person, post or team on record."), "reviewOn": .day,
        "decision": Schema.text(atMost: 60).maybe.meaning("The board's decision: decision/12."),
        "items": .list(.input("NewClosureItem", [
            "action": .reference, "kind": .choice(ClosureItem.Kind.self), "because": .words(atMost: 4000), "onto": .reference.maybe,
            "finding": Schema.text(atMost: 81).maybe.meaning("The reference of the finding that it answers there, which may stand after that of its plan: culture/2."),
            "owner": .text(atMost: 200).maybe, "due": .day.maybe,
        ])),
        "findings": Schema.list(.input("NewClosureFinding", [
            "finding": .reference, "residualRisk": .text(atMost: 8000).maybe, "onwardOwner": .text(atMost: 200).maybe, "reviewOn": .day.maybe,
        ])).maybe.meaning("What is said of findings by themselves; what is left out is as for the plan."),
    ])
}

extension NewClosureLook {
    static let schema = Schema.input("NewClosureLook", [
        "finding": Schema.reference.maybe.meaning("The finding that was looked at; all that has no review day of its own when left out."),
        "on": Schema.day.maybe.meaning("The day it was looked at; today when left out."), "words": .words(atMost: 8000),
        "reviewOn": Schema.day.maybe.meaning("The day on which it is looked at next; none when left out."),
    ])
}
