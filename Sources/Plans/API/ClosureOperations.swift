import HTTPTypes
import Kernel
import Markup
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

    init(_ closure: PlanClosure, of plan: Plan, _ session: Session) throws {
        (number, version, self.plan) = (closure.id.number, closure.version, plan.reference.text)
        (words, residualRisk, reviewOn, decision) = (closure.words, closure.residualRisk, closure.reviewOn, closure.decision)
        onwardOwner = try session.find(closure.onwardOwner)?.name ?? ""
        (askedOn, askedBy, decidedOn, decidedBy) = (closure.askedOn, closure.askedBy, closure.decidedOn, closure.decidedBy)
        (outcome, answer, reopenedOn, reopenedBecause) = (closure.outcome, closure.answer, closure.reopenedOn, closure.reopenedBecause)
        let own = try session.all(ClosureItem.self, "WHERE closure = \(closure.id) ORDER BY id")
        let (carried, actions) = (try session.carried(own), try session.byNumber(Action.self, Set(own.map(\.action))))
        items = own.map { Item(action: actions[$0.action]?.reference.text ?? "", kind: $0.kind, because: $0.because, carriedTo: carried[$0.action]) }
    }
}

extension NewPlanClosure {
    static let schema = Schema.input("NewPlanClosure", [
        "words": .words(atMost: 8000), "residualRisk": .words(atMost: 8000),
        "onwardOwner": Schema.words(atMost: 200).meaning("The name of a person, post or team on record."), "reviewOn": .day,
        "decision": Schema.text(atMost: 60).maybe.meaning("The board's decision: decision/12."),
        "items": .list(.input("NewClosureItem", [
            "action": .reference, "kind": .choice(ClosureItem.Kind.self), "because": .words(atMost: 4000), "onto": .reference.maybe,
            "finding": .reference.maybe, "owner": .text(atMost: 200).maybe, "due": .day.maybe,
        ])),
    ])
}

extension ClosureReport {
    static let schema = Schema.object("ClosureReport", [
        "plan": .reference, "title": .text, "period": .object("Period", ["from": .day, "through": .day]), "on": .day, "closedOn": .day.optional,
        "isProposed": .flag, "words": .text.optional, "residualRisk": .text.optional, "onwardOwner": .text.optional, "reviewOn": .day.optional,
        "decision": .text.optional,
        "findings": .list(.object("ReportedFinding", [
            "reference": .reference, "kind": .choice(FindingKind.self), "text": .text, "standing": Standing.schema, "closed": .text.optional,
            "letter": .object("InspectorateLetter", ["reference": .text, "on": .day, "author": .text, "words": .text]).optional, "evidence": .list(.text),
            "actions": .list(.object("ReportedAction", [
                "reference": .reference, "text": .text, "owners": .list(.text), "firstDue": .day.optional, "due": .day.optional, "timesMoved": .count,
                "doneOn": .day.optional, "delivered": .text.optional, "evidence": .list(.text), "verifiedOn": .day.optional, "lookedAt": .text.optional, "decision": .text.optional,
                "because": .text.optional, "carriedTo": ClosurePayload.carried.optional, "standing": Standing.schema,
            ])),
            "measures": .list(.object("ReportedMeasure", [
                "title": .text, "wanted": .text, "latest": .text.optional, "on": .day.optional, "holds": .flag.optional,
            ])),
        ])),
    ])
}

/// The gate of a plan, its closure and the report.
extension PlanOperations {
    var closures: [Operation] {
        [
            .reading("showGate", "plans/{plan}/gate", "What stands in the way of closing a plan on a day", .scope(.plansRead), takes: [.day],
                     gives: GatePayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let view = PlanView(try session.facts(of: session.plan(call.part("plan"))), on: call.day)
                return try .showing(GatePayload(ClosingGate(view), view.facts))
            },
            .reading("showClosureReport", "plans/{plan}/closure/report", "The closure report of a plan as on a day", .scope(.plansRead), takes: [.day],
                     gives: ClosureReport.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                return try .showing(session.closureReport(of: session.plan(call.part("plan")), on: call.day, naming))
            },
            .listing("listClosures", "plans/{plan}/closures", "Every closure of a plan that was proposed, newest first", .scope(.plansRead),
                     of: ClosurePayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                let closures = try session.all(PlanClosure.self, "WHERE plan = \(plan.id) ORDER BY id DESC")
                return try call.page(closures, by: { "\($0.id)" }) { try ClosurePayload($0, of: plan, session) }
            },
            .doing(.post, "proposeClosure", "plans/{plan}/closure", "Propose to close a plan, with a decision for each open thing", .scope(.plansWrite),
                   from: NewPlanClosure.schema, gives: ClosurePayload.schema, status: 201,
                   refuses: ["plan-not-found", "plan-closed", "closure-waits-already", "finding-not-found", "finding-withdrawn"]) { call in
                var fields = Fields(closing: call)
                let references = (call.body["items"]?.members ?? []).compactMap { $0["action"]?.text }
                let new = NewPlanClosure(reading: &fields, about: references)
                try fields.finish()
                return try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let closure = try plans.proposeClosure(of: plan, new, naming: naming, work)
                    return try .added(ClosurePayload(closure, of: plan, work.session), at: PlanLinks.closure(plan), version: closure.version)
                }
            },
            .doing(.put, "decideOnClosure", "plans/{plan}/closure/decision", "Close a plan as it is proposed, or decline", .scope(.plansWrite),
                   from: PlanInputs.closureDecision, gives: ClosurePayload.schema,
                   refuses: ["plan-not-found", "no-closure-proposed", "closure-decided-already", "closure-out-of-date", "plan-closed", "finding-withdrawn"]) { call in
                var fields = call.fields
                let (agreed, answer) = (fields.isOn("agreed"), fields.optionalText("answer", "Answer", atMost: 4000))
                try fields.finish()
                try PlanPolicy.closes(nil).check(call.actor)
                return try await onClosure(call) { closure, plan, work in try plans.decide(closure, of: plan, agreed: agreed, saying: answer, work) }
            },
            .doing(.delete, "takeBackClosure", "plans/{plan}/closure", "Take back that it was proposed to close a plan", .scope(.plansWrite),
                   gives: ClosurePayload.schema, refuses: ["plan-not-found", "no-closure-proposed", "closure-decided-already"]) { call in
                try PlanPolicy.keeps.check(call.actor)
                return try await onClosure(call) { closure, plan, work in try plans.takeBack(closure, of: plan, work) }
            },
            .doing(.post, "reopenPlan", "plans/{plan}/closure/reopening", "Reopen a closed plan, for a reason", .scope(.plansWrite),
                   from: PlanInputs.reason, gives: ClosurePayload.schema, refuses: ["plan-not-found", "plan-not-closed"]) { call in
                var fields = call.fields
                let because = fields.text("because", "Why it is open again", atMost: 4000)
                try fields.finish()
                return try await call.write(because: because) { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let closure = try plans.reopen(plan, because: because, work)
                    return try .showing(ClosurePayload(closure, of: plan, work.session), version: closure.version)
                }
            },
        ]
    }

    private func onClosure(_ call: Call, _ deed: @escaping @Sendable (PlanClosure, Plan, Work) throws -> PlanClosure) async throws -> Reply {
        try await call.write { work in
            let plan = try work.session.plan(call.part("plan"))
            let closure = try deed(work.session.waitingClosure(of: plan), plan, work)
            return try .showing(ClosurePayload(closure, of: plan, work.session), version: closure.version)
        }
    }
}

extension PlanInputs {
    static let closureDecision = Schema.input("ClosureDecision", ["agreed": .flag, "answer": .text(atMost: 4000).maybe])
}

extension Fields {
    /// The members of a proposed closure, those of its items under the names that its form has.
    fileprivate init(closing call: Call) {
        var values: [String: [String]] = [:]
        for item in call.body["items"]?.members ?? [] {
            guard let action = item["action"]?.text else { continue }
            for name in ["kind", "because", "onto", "finding", "owner", "due"] {
                if let text = item[name]?.text { values["\(name)-\(action)"] = [text] }
            }
        }
        self.init(call.fields, over: values)
    }
}
