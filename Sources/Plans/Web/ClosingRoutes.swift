import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Verifying, the inspectorate's letters, and what is closed without being implemented.
extension PlanPages {
    func verifying(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/acceptance") { request, context in
            try await report(request, context, "acceptance", "The action is verified.") { fields in
                let new = NewAcceptance(reading: &fields, today: context.today)
                return { plan, action, work in try plans.accept(action, of: plan, new, work) }
            }
        }
        reasoned("acceptance/withdrawal", of: Action.self, members, saying: "The verification was taken back.", policy: { _, _, _ in PlanPolicy.takesBackAcceptance }) {
            .init(title: "Take back that \($0.reference) is verified", words: "The action is done and not verified again, from today. Earlier days still show it as verified.",
                  label: "Why it is taken back", deed: "Take it back")
        } deed: { action, plan, because, work in _ = try plans.takeBackAcceptance(of: action, in: plan, because: because, work) }
        notImplemented(Finding.self, members)
        notImplemented(Action.self, members)
        letters(members)
    }

    private func notImplemented<Item: PlanItem>(_ type: Item.Type, _ members: Routes<MemberContext>) {
        reasoned("non-implementation", of: type, members, saying: "It is closed, not implemented.", policy: { item, viewer, session in
            let past = try PastOwners(concernedBy: item, session)
            return PlanPolicy.closesNotImplemented(ownedBy: past.all, actingFor: try past.parties(of: viewer.actor, on: viewer.today, session))
        }) {
            .init(title: "Close \(Item.noun) \($0.reference), not implemented",
                  words: "It will not be done, and says so from today with your reason. It counts neither as done nor as late, and can be reopened.",
                  label: "Why it will not be done", deed: "Close it, not implemented")
        } deed: { item, plan, because, work in _ = try plans.closeNotImplemented(item, of: plan, because: because, work) }
        reasoned("non-implementation/reopening", of: type, members, saying: "It is open again.", policy: { _, _, _ in PlanPolicy.reopensNotImplemented }) {
            .init(title: "Reopen \(Item.noun) \($0.reference)", words: "It is wanted after all, and open from today.", label: "Why it is open again", deed: "Reopen it")
        } deed: { item, plan, because, work in _ = try plans.reopenNotImplemented(item, of: plan, because: because, work) }
    }

    private func letters(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/findings/:finding/inspectorate-closure") { _, context in context.page(try await letterForm(context, .fresh)) }
        members.post("plans/:plan/findings/:finding/inspectorate-closure") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await context.writing(request, in: desk, saying: "The letter was recorded.") { fields in
                let new = NewInspectorateClosure(reading: &fields)
                return { work in
                    let plan = try work.session.plan(reference)
                    let finding = try work.session.finding(own, in: plan)
                    try plans.recordClosure(of: finding, in: plan, new, work)
                    return PlanLinks.finding(finding, plan)
                }
            } orShowing: { try await letterForm(context, $0) }
        }
        let path: RouterPath = "plans/:plan/findings/:finding/inspectorate-closure/reopening"
        members.get(path) { _, context in context.page(try await reopeningForm(context, .fresh)) }
        members.post(path) { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await context.writing(request, in: desk, saying: "The finding is open with the inspectorate again.", because: "because") { fields in
                let new = NewReopening(reading: &fields, today: context.today)
                return { work in
                    let plan = try work.session.plan(reference)
                    let finding = try work.session.finding(own, in: plan)
                    try plans.recordReopening(of: finding, in: plan, new, work)
                    return PlanLinks.finding(finding, plan)
                }
            } orShowing: { try await reopeningForm(context, $0) }
        }
    }

    private func letterForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        let (reference, own) = (try context.part("plan"), try context.part("finding"))
        return try await desk.read { session in
            let plan = try session.plan(reference)
            return LetterForm(plan: plan, finding: try session.finding(own, in: plan), filled: filled, viewer: try context.viewer(session)).page
        }
    }

    private func reopeningForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        let (reference, own) = (try context.part("plan"), try context.part("finding"))
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let finding = try session.finding(own, in: plan)
            return ReasonForm(
                title: "The inspectorate reopened \(finding.reference)", under: "\(finding.text)", plan: plan,
                words: "The inspectorate’s closure ends on the day of its letter. What the service did and verified stays as it is.",
                label: "Why it is open again, and the letter’s reference", deed: "Record that it is open again",
                link: PlanLinks.finding(finding, plan, "inspectorate-closure", "reopening"), back: PlanLinks.finding(finding, plan),
                more: filled.day("on", "The day of the letter", context.today), filled: filled, viewer: try context.viewer(session)).page
        }
    }

    // MARK: Deeds that need a reason and nothing more

    struct Asking {
        let title: String
        let words: HTML
        let label: String
        let deed: String
    }

    /// A form that asks why, and the deed that it leads to.
    private func reasoned<Item: PlanItem>(
        _ part: String, of type: Item.Type, _ members: Routes<MemberContext>, saying sentence: String,
        policy: @escaping @Sendable (Item, Viewer, Session) throws -> Permission, asking: @escaping @Sendable (Item) -> Asking,
        deed: @escaping @Sendable (Item, Plan, String, Work) throws -> Void
    ) {
        let noun = Item.noun
        let path = RouterPath("plans/:plan/\(noun)s/:\(noun)/\(part)")
        @Sendable func page(_ context: MemberContext, _ filled: Filled) async throws -> Page {
            let (reference, own) = (try context.part("plan"), try context.part(noun))
            return try await desk.read { session in
                let plan = try session.plan(reference)
                let (item, viewer) = (try Item.named(own, in: plan, session), try context.viewer(session))
                try policy(item, viewer, session).check(context.actor)
                let asking = asking(item)
                return ReasonForm(
                    title: asking.title, under: "\(item.text)", plan: plan, words: asking.words, label: asking.label, deed: asking.deed,
                    link: PlanLinks.item(item, plan, parts: part), back: PlanLinks.item(item, plan), filled: filled, viewer: viewer).page
            }
        }
        members.get(path) { _, context in context.page(try await page(context, .fresh)) }
        members.post(path) { request, context in
            let (reference, own) = (try context.part("plan"), try context.part(noun))
            return try await context.writing(request, in: desk, saying: sentence, because: "because") { fields in
                let because = fields.text("because", "Why", atMost: 4000)
                return { work in
                    let plan = try work.session.plan(reference)
                    let item = try Item.named(own, in: plan, work.session)
                    try deed(item, plan, because, work)
                    return PlanLinks.item(item, plan)
                }
            } orShowing: { try await page(context, $0) }
        }
    }
}
