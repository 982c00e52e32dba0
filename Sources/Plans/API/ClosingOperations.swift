import HTTPTypes
import Kernel
import People
import Storage
import Web

extension NewAcceptance {
    static let schema = Schema.input("NewAcceptance", [
        "on": Schema.day.maybe.meaning("The day it was verified; today when left out."), "lookedAt": .words(atMost: 8000),
        "measure": Schema.number.maybe.meaning("The number of a measure that must hold on that day."),
        "seen": Schema.list(.number).maybe.meaning("The numbers of the pieces of evidence that were looked at and still show it."),
    ])
}

extension NewInspectorateClosure {
    static let schema = Schema.input("NewInspectorateClosure", [
        "on": Schema.day.meaning("The day of the letter."), "letter": .words(atMost: 200), "author": .words(atMost: 200), "words": .words(atMost: 8000),
    ])
}

extension NewReopening {
    static let schema = Schema.input("NewReopening", [
        "on": Schema.day.maybe.meaning("The day of the letter; today when left out."), "because": .words(atMost: 4000),
    ])
}

/// The three closures, and closed without being implemented.
extension PlanOperations {
    private static var ofAction: [String] { ["plan-not-found", "action-not-found"] }
    private static var ofFinding: [String] { ["plan-not-found", "finding-not-found"] }

    var closings: [Operation] {
        [
            .doing(.post, "verifyAction", "plans/{plan}/actions/{action}/acceptance", "Verify that an action is done", .scope(.plansWrite),
                   from: NewAcceptance.schema, gives: ActionPayload.schema, status: 201, refuses: Self.ofAction + [
                       "plan-closed", "action-withdrawn", "finding-withdrawn", "action-not-done", "action-already-accepted", "accepted-in-the-future",
                       "accepted-before-done", "measure-not-found", "measure-does-not-hold", "evidence-not-found", "evidence-taken-back",
                   ]) { call in
                var fields = call.fields
                let new = NewAcceptance(reading: &fields, today: call.today)
                try fields.finish()
                return try await reporting(call, isNew: true) { plan, action, work in try plans.accept(action, of: plan, new, work) }
            },
            .doing(.post, "takeBackVerification", "plans/{plan}/actions/{action}/acceptance/withdrawal", "Take back that an action was verified",
                   .scope(.plansWrite), from: PlanInputs.reason, gives: ActionPayload.schema,
                   refuses: Self.ofAction + ["plan-closed", "action-not-accepted"]) { call in
                try await reasoned(Action.self, call) { action, plan, because, work in
                    try plans.takeBackAcceptance(of: action, in: plan, because: because, work)
                }
            },
            .doing(.post, "recordInspectorateClosure", "plans/{plan}/findings/{finding}/inspectorate-closure",
                   "Record the letter by which the inspectorate closed a finding", .scope(.plansWrite), from: NewInspectorateClosure.schema,
                   gives: FindingPayload.schema, status: 201, refuses: Self.ofFinding + [
                       "finding-withdrawn", "finding-not-inspected", "finding-closed-already", "letter-of-the-future", "letter-before-reopening",
                   ]) { call in
                var fields = call.fields
                let new = NewInspectorateClosure(reading: &fields)
                try fields.finish()
                return try await onFinding(call, isNew: true) { finding, plan, work in try plans.recordClosure(of: finding, in: plan, new, work) }
            },
            .doing(.post, "recordInspectorateReopening", "plans/{plan}/findings/{finding}/inspectorate-closure/reopening",
                   "Record that the inspectorate reopened a finding", .scope(.plansWrite), from: NewReopening.schema, gives: FindingPayload.schema,
                   refuses: Self.ofFinding + ["finding-not-closed", "letter-of-the-future", "letter-before-closure"]) { call in
                var fields = call.fields
                let new = NewReopening(reading: &fields, today: call.today)
                try fields.finish()
                return try await onFinding(call, because: new.because) { finding, plan, work in
                    try plans.recordReopening(of: finding, in: plan, new, work)
                }
            },
        ] + notImplemented(Action.self, gives: ActionPayload.schema, Self.ofAction) + notImplemented(Finding.self, gives: FindingPayload.schema, Self.ofFinding)
    }

    private func notImplemented<Item: PlanItem>(_ type: Item.Type, gives schema: Schema, _ missing: [String]) -> [Operation] {
        let noun = Item.noun
        let path = "plans/{plan}/\(noun)s/{\(noun)}/non-implementation"
        return [
            .doing(.post, "closeUnimplemented\(noun.capitalisedFirst)", path, "Close what is open of \(noun == "action" ? "an action" : "a finding") without its being implemented",
                   .scope(.plansWrite), from: PlanInputs.reason, gives: schema, status: 201,
                   refuses: missing + ["plan-closed", "action-withdrawn", "finding-withdrawn", "action-already-done", "not-implemented-already"]) { call in
                try await reasoned(type, call, isNew: true) { item, plan, because, work in
                    try plans.closeNotImplemented(item, of: plan, because: because, work)
                }
            },
            .doing(.post, "reopenUnimplemented\(noun.capitalisedFirst)", path + "/reopening", "Reopen what was closed without being implemented", .scope(.plansWrite),
                   from: PlanInputs.reason, gives: schema, refuses: missing + ["plan-closed", "not-closed-unimplemented"]) { call in
                try await reasoned(type, call) { item, plan, because, work in
                    try plans.reopenNotImplemented(item, of: plan, because: because, work)
                }
            },
        ]
    }

    /// Does something for a reason, and shows the finding or the action as it is then.
    private func reasoned<Item: PlanItem, Made>(
        _ type: Item.Type, _ call: Call, isNew: Bool = false, _ deed: @escaping @Sendable (Item, Plan, String, Work) throws -> Made
    ) async throws -> Reply {
        var fields = call.fields
        let because = fields.text("because", "Why", atMost: 4000)
        try fields.finish()
        return try await call.write(because: because) { work in
            let plan = try work.session.plan(call.part("plan"))
            _ = try deed(Item.named(call.part(Item.noun), in: plan, work.session), plan, because, work)
            let item = try Item.named(call.part(Item.noun), in: plan, work.session)
            let reply = try (item as? Action).map { try shown($0, of: plan, call, work.session) }
                ?? (item as? Finding).map { try shown($0, of: plan, call, work.session) } ?? .done
            return isNew ? reply.added() : reply
        }
    }

    private func onFinding<Made>(
        _ call: Call, because: String? = nil, isNew: Bool = false, _ deed: @escaping @Sendable (Finding, Plan, Work) throws -> Made
    ) async throws -> Reply {
        try await call.write(because: because) { work in
            let plan = try work.session.plan(call.part("plan"))
            let finding = try work.session.finding(call.part("finding"), in: plan)
            _ = try deed(finding, plan, work)
            let reply = try shown(finding, of: plan, call, work.session)
            return isNew ? reply.added() : reply
        }
    }
}
