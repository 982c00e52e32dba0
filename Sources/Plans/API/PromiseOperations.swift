import HTTPTypes
import Kernel
import People
import Storage
import Web

/// Standings that are set for a while, and what waits for what.
extension PlanOperations {
    private static var common: [String] { ["plan-not-found", "action-not-found"] }

    var overrides: [Operation] {
        [
            .doing(.post, "askForAnotherStanding", "plans/{plan}/actions/{action}/overrides", "Ask for a standing in place of the computed one",
                   .scope(.plansWrite), from: NewOverride.schema, gives: ActionPayload.schema, status: 201,
                   refuses: Self.common + Self.unreportable + ["action-already-done", "no-override-to-done", "same-standing",
                                           "override-ends-too-soon", "override-too-long", "override-waits-already"]) { call in
                var fields = call.fields
                let new = NewOverride(reading: &fields)
                try fields.finish()
                return try await reporting(call, isNew: true) { plan, action, work in try plans.askToOverride(action, of: plan, new, work) }
            },
            .doing(.put, "decideOnAnotherStanding", "plans/{plan}/actions/{action}/overrides/{override}/decision", "Agree to another standing, or decline it",
                   .scope(.plansWrite), takes: [.id("override")], from: PlanInputs.standingDecision, gives: ActionPayload.schema,
                   refuses: Self.common + Self.unreportable + ["override-not-found", "override-decided-already", "override-ends-too-soon", "action-already-done"]) { call in
                var fields = call.fields
                let (agreed, answer) = (fields.isOn("agreed"), fields.optionalText("answer", "Answer", atMost: 4000))
                try fields.finish()
                return try await reporting(call) { plan, action, work in
                    try plans.decide(work.session.override(call.id("override"), of: action), in: plan, agreed: agreed, saying: answer, work)
                }
            },
            .doing(.delete, "endAnotherStanding", "plans/{plan}/actions/{action}/overrides/{override}",
                   "Take back that another standing was asked for, or end it", .scope(.plansWrite), takes: [.id("override")], gives: ActionPayload.schema,
                   refuses: Self.common + ["override-not-found", "override-decided-already", "override-ended-already"]) { call in
                try await reporting(call) { plan, action, work in
                    try plans.end(work.session.override(call.id("override"), of: action), in: plan, work)
                }
            },
        ]
    }

    var dependencies: [Operation] {
        [
            .doing(.post, "addDependency", "plans/{plan}/actions/{action}/dependencies", "Say what an action waits for", .scope(.plansWrite),
                   from: NewDependency.schema, gives: ActionPayload.schema, status: 201,
                   refuses: Self.common + Self.unreportable + ["action-already-done", "waits-for-itself",
                                           "dependency-there-already", "dependency-goes-in-a-circle"]) { call in
                var fields = call.fields
                let new = NewDependency(reading: &fields)
                try fields.finish()
                return try await reporting(call, isNew: true) { plan, action, work in try plans.makeWait(action, of: plan, new, work) }
            },
            .doing(.delete, "endDependency", "plans/{plan}/actions/{action}/dependencies/{dependency}", "Say that an action waits no more",
                   .scope(.plansWrite), takes: [.id("dependency")], gives: ActionPayload.schema,
                   refuses: Self.common + ["dependency-not-found", "dependency-ended-already"]) { call in
                try await reporting(call) { plan, action, work in
                    try plans.end(work.session.dependency(call.id("dependency"), of: action), for: action, of: plan, work)
                }
            },
        ]
    }
}

extension PlanInputs {
    static let standingDecision = Schema.input("StandingDecision", ["agreed": .flag, "answer": .text(atMost: 4000).maybe])
}
