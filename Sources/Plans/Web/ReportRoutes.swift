import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PlanPages {
    /// What owners post on an action's page.
    func reporting(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/updates") { request, context in
            try await postUpdate(request, context, saying: "The update was posted.") { PlanLinks.action($0, $1) } orShowing: { filled in
                try await actionPage(context, filled, refused: "updates")
            }
        }
        members.post("plans/:plan/actions/:action/completion") { request, context in
            try await report(request, context, "completion", "The action is recorded as done.") { fields in
                let new = NewCompletion(reading: &fields)
                return { plan, action, work in try plans.complete(action, of: plan, new, work) }
            }
        }
        members.post("plans/:plan/actions/:action/reopening") { request, context in
            try await report(request, context, "completion", "The action is open again.", because: "because") { fields in
                _ = fields.text("because", "Why it is open again", atMost: 4000)
                return { plan, action, work in try plans.reopen(action, of: plan, work) }
            }
        }
    }

    /// Asking for another day, deciding and taking back, on an action's page.
    func movingDays(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/moves") { request, context in
            try await report(request, context, "moves", "Another day is asked for.") { fields in
                let new = NewDateMove(reading: &fields)
                return { plan, action, work in try plans.askToMove(action, of: plan, new, work) }
            }
        }
        members.post("plans/:plan/actions/:action/moves/:move/decision") { request, context in
            let id: ID<DateMove> = try context.id("move")
            return try await report(request, context, "moves", "The decision was recorded.") { fields in
                let (agreed, answer) = fields.decision()
                return { plan, action, work in
                    try plans.decide(work.session.move(id, of: action), in: plan, agreed: agreed, saying: answer, work)
                }
            }
        }
        members.post("plans/:plan/actions/:action/moves/:move/withdrawal") { request, context in
            let id: ID<DateMove> = try context.id("move")
            return try await report(request, context, "moves", "The request was taken back.") { _ in
                { plan, action, work in try plans.takeBack(work.session.move(id, of: action), in: plan, work) }
            }
        }
    }

    /// - Parameter part: of the page, in which a refusal is shown.
    func report<Made>(
        _ request: Request, _ context: MemberContext, _ part: String, _ sentence: String, because reason: String? = nil,
        _ read: (inout Fields) -> @Sendable (Plan, Action, Work) throws -> Made
    ) async throws -> Response {
        let (planReference, actionReference) = (try context.part("plan"), try context.part("action"))
        return try await context.writing(request, in: desk, saying: sentence, because: reason) { fields in
            let (deed, back) = (read(&fields), ReminderCards.Place(rawValue: fields.written("back"))?.link)
            return { work in
                let plan = try work.session.plan(planReference)
                let action = try work.session.action(actionReference, in: plan)
                _ = try deed(plan, action, work)
                return back ?? PlanLinks.action(action, plan)
            }
        } orShowing: { filled in
            try await actionPage(context, filled, refused: part)
        }
    }
}
