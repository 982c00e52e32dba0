import Documents
import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

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
            .handing("exportClosureReport", "plans/{plan}/closure/report/{file}", "The closure report of a plan as on a day, as a file to keep", .scope(.plansRead),
                     takes: [.day, .part("file", .reference, "\(listed(PaperFormat.allCases.map(\.rawValue), joinedBy: "or")).")], types: PaperFormat.allCases.map(\.type),
                     refuses: ["plan-not-found", "no-such-paper-format", "printer-missing", "printing-took-too-long"]) { call in
                try PlanPolicy.reads.check(call.actor)
                let format = try PaperFormat(named: call.part("file"))
                let report = try await call.desk.read { session in try session.closureReport(of: session.plan(call.part("plan")), on: call.day, naming) }
                let document = ClosureDocument(report: report, base: address, made: call.moment).document
                return .handing(try await format.bytes(of: document), named: "\(document.reference).\(format.ending)", type: format.type)
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
                   refuses: ["plan-not-found", "plan-closed", "closure-waits-already", "move-waits-already"]) { call in
                var fields = Fields(closing: call)
                let references = (call.body["items"]?.members ?? []).compactMap { $0["action"]?.text }
                let findings = (call.body["findings"]?.members ?? []).compactMap { $0["finding"]?.text }
                let new = NewPlanClosure(reading: &fields, about: references, findings: findings)
                try fields.finish()
                return try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let closure = try plans.proposeClosure(of: plan, new, naming: naming, work)
                    return try .added(ClosurePayload(closure, of: plan, work.session), at: PlanLinks.closure(plan), version: closure.version)
                }
            },
            .doing(.put, "decideOnClosure", "plans/{plan}/closure/decision", "Close a plan as it is proposed, or decline", .scope(.plansWrite),
                   from: PlanInputs.closureDecision, gives: ClosurePayload.schema,
                   refuses: ["plan-not-found", "no-closure-proposed", "closure-decided-already", "closure-out-of-date", "plan-closed", "finding-withdrawn", "move-waits-already"]) { call in
                var fields = call.fields
                let (agreed, answer) = (fields.isOn("agreed"), fields.optionalText("answer", "Answer", atMost: 4000))
                let decision = fields.decision()
                try fields.finish()
                try PlanPolicy.closes(nil).check(call.actor)
                return try await onClosure(call) { closure, plan, work in
                    try plans.decide(closure, of: plan, agreed: agreed, saying: answer, decision: decision, naming: naming, work)
                }
            },
            .doing(.delete, "takeBackClosure", "plans/{plan}/closure", "Take back that it was proposed to close a plan", .scope(.plansWrite),
                   gives: ClosurePayload.schema, refuses: ["plan-not-found", "no-closure-proposed", "closure-decided-already"]) { call in
                try PlanPolicy.keeps.check(call.actor)
                return try await onClosure(call) { closure, plan, work in try plans.takeBack(closure, of: plan, work) }
            },
            .doing(.post, "lookAgain", "plans/{plan}/closure/looks", "Record that what a closed plan left behind was looked at again", .scope(.plansWrite),
                   from: NewClosureLook.schema, gives: ClosurePayload.schema, status: 201, refuses: ["plan-not-found", "plan-not-closed", "finding-not-found"]) { call in
                var fields = call.fields
                let new = NewClosureLook(reading: &fields, today: call.today)
                try fields.finish()
                return try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    let look = try plans.lookAgain(at: plan, new, work)
                    let closure = try work.session.first(PlanClosure.self, "WHERE id = \(look.closure)", or: Refusal.notClosed(plan))
                    return try .added(ClosurePayload(closure, of: plan, work.session), at: PlanLinks.closure(plan), version: closure.version)
                }
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
        var fields = call.fields
        let shown = fields.proposal()
        try fields.finish()
        return try await call.write { work in
            let plan = try work.session.plan(call.part("plan"))
            let closure = try deed(work.session.waitingClosure(of: plan, shown: shown), plan, work)
            return try .showing(ClosurePayload(closure, of: plan, work.session), version: closure.version)
        }
    }
}

extension PlanInputs {
    static let closureDecision = Schema.input("ClosureDecision", ["agreed": .flag, "proposal": Schema.number.maybe.meaning("The number of the proposal that was read; where another stands there by now it is refused."), "answer": .text(atMost: 4000).maybe,
                                                               "decision": Schema.text(atMost: 60).maybe.meaning("The board's decision, where it was made since: decision/12.")])
}

extension Fields {
    /// The members of a proposed closure, those of its items and findings under the names that its form has.
    fileprivate init(closing call: Call) {
        var values: [String: [String]] = [:]
        for item in call.body["items"]?.members ?? [] {
            guard let action = item["action"]?.text else { continue }
            for name in ["kind", "because", "onto", "finding", "owner", "due"] {
                if let text = item[name]?.text { values["\(name)-\(action)"] = [text] }
            }
        }
        for finding in call.body["findings"]?.members ?? [] {
            guard let reference = finding["finding"]?.text else { continue }
            for (member, name) in [("residualRisk", "residual-risk"), ("onwardOwner", "onward-owner"), ("reviewOn", "review-on")] {
                if let text = finding[member]?.text { values["\(name)-\(reference)"] = [text] }
            }
        }
        self.init(call.fields, over: values)
    }
}
