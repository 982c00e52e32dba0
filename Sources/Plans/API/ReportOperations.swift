import HTTPTypes
import Kernel
import People
import Storage
import Web

/// What owners report on their actions.
extension PlanOperations {
    private static var common: [String] { ["plan-not-found", "action-not-found"] + unreportable }
    /// What `Plans.mayReport` answers of an action on which nothing more is reported.
    static var unreportable: [String] { ["plan-closed", "action-withdrawn", "finding-withdrawn", "not-implemented-already"] }

    var reports: [Operation] {
        [
            .listing("listUpdates", "plans/{plan}/actions/{action}/updates", "What was said about an action, newest first", .scope(.plansRead),
                     takes: [.day], of: UpdatePayload.schema, refuses: ["plan-not-found", "action-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                let action = try session.action(call.part("action"), in: plan)
                let updates = try session.facts(of: plan).updates.filter { $0.action == action.id && $0.asOf <= call.day }
                return try call.page(updates.reversed(), by: { "\($0.id)" }) { UpdatePayload($0) }
            },
            .adding("postUpdate", "plans/{plan}/actions/{action}/updates", "Say how an action goes", .scope(.plansWrite), from: NewUpdate.schema,
                    gives: UpdatePayload.schema, refuses: Self.common + ["update-of-the-future", "forecast-before-its-update", "milestone-not-found", "milestone-withdrawn", "day-before-it-began"]) { call, work in
                var fields = call.fields
                let new = NewUpdate(reading: &fields, today: work.today)
                try fields.finish()
                let plan = try work.session.plan(call.part("plan"))
                let update = try plans.update(work.session.action(call.part("action"), in: plan), of: plan, new, work)
                return try .added(UpdatePayload(update))
            },
            .doing(.post, "complete", "plans/{plan}/actions/{action}/completion", "Record an action as done", .scope(.plansWrite),
                   from: NewCompletion.schema, gives: ActionPayload.schema, status: 201,
                   refuses: Self.common + ["action-already-done", "done-in-the-future", "day-before-it-began", "milestones-left-open", "milestone-not-found"]) { call in
                var fields = call.fields
                let new = NewCompletion(reading: &fields)
                try fields.finish()
                return try await reporting(call, isNew: true) { plan, action, work in try plans.complete(action, of: plan, new, work) }
            },
            .doing(.delete, "reopen", "plans/{plan}/actions/{action}/completion", "Reopen an action that was recorded as done", .scope(.plansWrite),
                   gives: ActionPayload.schema, refuses: Self.common + ["action-not-done", "verification-stands"]) { call in
                try await reporting(call) { plan, action, work in try plans.reopen(action, of: plan, work) }
            },
            .doing(.post, "addMilestone", "plans/{plan}/actions/{action}/milestones", "Add a step on the way to an action's end",
                   .scope(.plansWrite), from: PlanInputs.milestone, gives: ActionPayload.schema, status: 201, refuses: Self.common) { call in
                var fields = call.fields
                let new = NewMilestone(reading: &fields)
                try fields.finish()
                return try await reporting(call, isNew: true) { plan, action, work in
                    try plans.addMilestone(new.text, due: new.due, to: action, of: plan, work)
                }
            },
            .doing(.put, "correctMilestone", "plans/{plan}/actions/{action}/milestones/{milestone}", "Put a milestone's words and day right",
                   .scope(.plansWrite), takes: [.id("milestone")], from: PlanInputs.milestone, gives: ActionPayload.schema,
                   refuses: Self.common + ["milestone-not-found", "milestone-withdrawn"]) { call in
                var fields = call.fields
                let new = NewMilestone(reading: &fields)
                try fields.finish()
                return try await reporting(call) { plan, action, work in
                    try plans.correct(work.session.milestone(call.id("milestone"), of: action), new, for: action, of: plan, work)
                }
            },
            .doing(.post, "withdrawMilestone", "plans/{plan}/actions/{action}/milestones/{milestone}/withdrawal", "Say that a milestone is not needed any more",
                   .scope(.plansWrite), takes: [.id("milestone")], from: PlanInputs.reason, gives: ActionPayload.schema,
                   refuses: Self.common + ["milestone-not-found", "milestone-withdrawn", "milestone-reached"]) { call in
                var fields = call.fields
                let because = fields.text("because", "Why", atMost: 4000)
                try fields.finish()
                return try await reporting(call, because: because) { plan, action, work in
                    try plans.withdraw(work.session.milestone(call.id("milestone"), of: action), because: because, for: action, of: plan, work)
                }
            },
            .doing(.put, "reachMilestone", "plans/{plan}/actions/{action}/milestones/{milestone}/reached", "Record a milestone as reached",
                   .scope(.plansWrite), takes: [.id("milestone")], from: PlanInputs.reached, gives: ActionPayload.schema,
                   refuses: Self.common + ["milestone-not-found", "milestone-withdrawn", "reached-in-the-future", "day-before-it-began"]) { call in
                var fields = call.fields
                let day = fields.day("on", "The day it was reached")
                try fields.finish()
                return try await reporting(call) { plan, action, work in
                    try plans.reach(work.session.milestone(call.id("milestone"), of: action), on: day, for: action, of: plan, work)
                }
            },
            .doing(.delete, "unreachMilestone", "plans/{plan}/actions/{action}/milestones/{milestone}/reached",
                   "Take back that a milestone was reached", .scope(.plansWrite), takes: [.id("milestone")], gives: ActionPayload.schema,
                   refuses: Self.common + ["milestone-not-found"]) { call in
                try await reporting(call) { plan, action, work in
                    try plans.unreach(work.session.milestone(call.id("milestone"), of: action), for: action, of: plan, work)
                }
            },
        ]
    }
}
