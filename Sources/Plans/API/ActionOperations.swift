import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

extension PlanOperations {
    var actions: [Operation] {
        [
            .listing("listActions", "plans/{plan}/actions", "A plan's actions on a day, filtered and sorted", .scope(.plansRead),
                     takes: [.day] + filters + [sorting],
                     of: ActionPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let view = PlanView(try session.facts(of: session.plan(call.part("plan"))), on: call.day)
                let filter = PlanFilter(call.query)
                return try call.page(filter.sorted(filter.findings(of: view), view.facts), by: { "\($0.action.id)" }) {
                    ActionPayload($0.action, in: view)
                }
            },
            .reading("showAction", "plans/{plan}/actions/{action}", "One action on a day", .scope(.plansRead), takes: [.day],
                     gives: ActionPayload.schema, refuses: ["plan-not-found", "action-not-found", "action-not-in-plan-then"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                let action = try session.action(call.part("action"), in: plan)
                let view = PlanView(try session.facts(of: plan), on: call.day)
                guard view.actions.contains(where: { $0.action.id == action.id }) else {
                    throw Refusal.actionNotInPlanThen(action, plan, call.day)
                }
                return try .showing(ActionPayload(action, in: view), version: action.version)
            },
            .adding("addAction", "plans/{plan}/findings/{finding}/actions", "Add an action that answers a finding", .scope(.plansWrite),
                    from: NewAction.schema, gives: ActionPayload.schema,
                    refuses: ["plan-not-found", "plan-closed", "finding-not-found", "finding-withdrawn", "reference-taken", "reference-not-usable"]) { call, work in
                var fields = call.fields
                let new = NewAction(reading: &fields)
                try fields.finish()
                let plan = try work.session.plan(call.part("plan"))
                let action = try plans.add(new, to: work.session.finding(call.part("finding"), in: plan), of: plan, work)
                return try shown(action, of: plan, call, work.session).added(at: PlanLinks.action(action, plan))
            }.calling(["owners": ["owners", "lead", "joint"]]),
            .changing("changeAction", "plans/{plan}/actions/{action}", "Change an action; what is left out stays", .scope(.plansWrite), from: NewAction.schema,
                      gives: ActionPayload.schema,
                      refuses: ["plan-not-found", "plan-closed", "action-not-found", "reference-taken", "reference-not-usable", "move-waits-already", "action-already-done",
                                "action-withdrawn", "finding-withdrawn"]) { call, work in
                let plan = try work.session.plan(call.part("plan"))
                let action = try work.session.action(call.part("action"), in: plan)
                var fields = NewAction.fields(call.fields, over: try work.session.entries(of: action, on: work.today))
                let new = NewAction(reading: &fields)
                try fields.finish()
                let changed = try plans.edit(action, of: plan, new, version: call.matched(action.version), work)
                return try shown(changed, of: plan, call, work.session)
            }.calling(["owners": ["owners", "lead", "joint"]]),
            .doing(.post, "moveAction", "plans/{plan}/actions/{action}/place", "Move an action one step up or down under its finding",
                   .scope(.plansWrite), from: PlanInputs.step, gives: ActionPayload.schema, refuses: ["plan-not-found", "plan-closed", "action-not-found"]) { call in
                try await reporting(call) { plan, action, work in try plans.move(action, step(call), in: plan, work) }
            },
            .doing(.post, "withdrawAction", "plans/{plan}/actions/{action}/withdrawal", "Take an action out of a plan, for a reason", .scope(.plansWrite),
                    from: NewWithdrawal.schema, gives: WithdrawalPayload.schema, status: 201,
                    refuses: ["plan-not-found", "plan-closed", "action-not-found", "action-withdrawn", "finding-withdrawn"]) { call in
                try await withdrawing(Action.self, call)
            },
        ]
    }

    /// The order of a plan's page.
    var sorting: Parameter {
        .query("sort", .choice(PlanFilter.Order.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }),
               "What they are sorted by, with a dash before it the other way round.")
    }

    func shown(_ action: Action, of plan: Plan, _ call: Call, _ session: Session) throws -> Reply {
        let view = PlanView(try session.facts(of: plan), on: call.day)
        return try .showing(ActionPayload(action, in: view), version: action.version)
    }

    /// Does something to an action and shows it as it is then.
    func reporting(_ call: Call, isNew: Bool = false, because: String? = nil, _ deed: @escaping @Sendable (Plan, Action, Work) throws -> Void) async throws -> Reply {
        try await call.write(because: because) { work in
            let plan = try work.session.plan(call.part("plan"))
            let action = try work.session.action(call.part("action"), in: plan)
            try deed(plan, action, work)
            let reply = try shown(work.session.action(call.part("action"), in: plan), of: plan, call, work.session)
            return isNew ? reply.added() : reply
        }
    }
}
