import Hummingbird
import Kernel
import Markup
import Storage
import Web

extension PlanPages {
    /// What owners post on an action's page.
    func reporting(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/updates") { request, context in
            try await report(request, context, "updates", "The update was posted.") { plan, action, fields, work in
                let new = NewUpdate(reading: &fields, today: work.today)
                try fields.finish()
                try plans.update(action, of: plan, new, work)
            }
        }
        members.post("plans/:plan/actions/:action/completion") { request, context in
            try await report(request, context, "completion", "The action is recorded as done.") { plan, action, fields, work in
                let new = NewCompletion(reading: &fields)
                try fields.finish()
                try plans.complete(action, of: plan, new, work)
            }
        }
        members.post("plans/:plan/actions/:action/reopening") { request, context in
            try await report(request, context, "completion", "The action is open again.") { plan, action, _, work in
                try plans.reopen(action, of: plan, work)
            }
        }
        members.post("plans/:plan/actions/:action/milestones") { request, context in
            try await report(request, context, "milestones", "The milestone was added.") { plan, action, fields, work in
                let text = fields.text("milestone", "Milestone", atMost: 400)
                let due = fields.optionalDay("milestone-due", "Its day")
                try fields.finish()
                try plans.addMilestone(text, due: due, to: action, of: plan, work)
            }
        }
        members.post("plans/:plan/actions/:action/milestones/:milestone/reached") { request, context in
            let id: ID<Milestone> = try context.id("milestone")
            return try await report(request, context, "milestones", "The milestone was changed.") { plan, action, fields, work in
                let milestone = try work.session.milestone(id, of: action)
                if fields.isOn("undo") { try plans.unreach(milestone, for: action, of: plan, work); return }
                let day = fields.day("on", "The day it was reached")
                try fields.finish()
                try plans.reach(milestone, on: day, for: action, of: plan, work)
            }
        }
    }

    /// Asking for another day, deciding and taking back, on an action's page.
    func movingDays(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/moves") { request, context in
            try await report(request, context, "moves", "Another day is asked for.") { plan, action, fields, work in
                let new = NewDateMove(reading: &fields)
                try fields.finish()
                try plans.askToMove(action, of: plan, new, work)
            }
        }
        members.post("plans/:plan/actions/:action/moves/:move/decision") { request, context in
            let id: ID<DateMove> = try context.id("move")
            return try await report(request, context, "moves", "The decision was recorded.") { plan, action, fields, work in
                let (agreed, answer) = (fields.isOn("agreed"), fields.optionalText("answer", "Your answer", atMost: 4000))
                try fields.finish()
                try plans.decide(work.session.move(id, of: action), in: plan, agreed: agreed, saying: answer, work)
            }
        }
        members.post("plans/:plan/actions/:action/moves/:move/withdrawal") { request, context in
            let id: ID<DateMove> = try context.id("move")
            return try await report(request, context, "moves", "The request was taken back.") { plan, action, _, work in
                try plans.takeBack(work.session.move(id, of: action), in: plan, work)
            }
        }
    }

    private func report(
        _ request: Request, _ context: MemberContext, _ part: String, _ sentence: String,
        _ deed: @escaping @Sendable (Plan, Action, inout Fields, Work) throws -> Void
    ) async throws -> Response {
        let (planReference, actionReference) = (try context.part("plan"), try context.part("action"))
        let form = try await Form(request, context)
        return try await context.trying {
            let link = try await desk.write(by: context.actor) { work in
                let plan = try work.session.plan(planReference)
                let action = try work.session.action(actionReference, in: plan)
                var fields = form.fields
                try deed(plan, action, &fields, work)
                return PlanLinks.action(action, plan)
            }
            return context.seeOther(link, saying: sentence)
        } orShowing: { refusal in
            try await actionPage(context, Filled(fields: form.fields, refusal: refusal), refused: part)
        }
    }
}
