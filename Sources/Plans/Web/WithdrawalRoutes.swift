import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Moving findings and actions, taking them out of a plan and putting them back.
extension PlanPages {
    func withdrawals(_ members: Routes<MemberContext>) {
        withdrawing(Finding.self, members)
        withdrawing(Action.self, members)
        members.post("plans/:plan/withdrawals/:withdrawal/restoration") { request, context in
            let (reference, id) = (try context.part("plan"), try context.id("withdrawal", of: Withdrawal.self))
            _ = try await Form(request, context)
            let link = try await desk.write(by: context.actor) { work in
                let plan = try work.session.plan(reference)
                try plans.restore(work.session.withdrawal(id, in: plan), in: plan, work)
                return PlanLinks.plan(plan)
            }
            return context.seeOther(link, saying: "It is back in the plan.")
        }
    }

    private func withdrawing<Item: PlanItem>(_ type: Item.Type, _ members: Routes<MemberContext>) {
        let (path, noun) = (RouterPath("plans/:plan/\(Item.noun)s/:\(Item.noun)/withdrawal"), Item.noun)
        members.get(path) { _, context in context.page(try await withdrawalForm(type, context, .fresh)) }
        members.post(path) { request, context in
            let (reference, own) = (try context.part("plan"), try context.part(noun))
            return try await context.writing(request, in: desk, saying: "The \(noun) was withdrawn.", because: "because") { fields in
                let new = NewWithdrawal(reading: &fields)
                return { work in
                    let plan = try work.session.plan(reference)
                    try plans.withdraw(try Item.named(own, in: plan, work.session), of: plan, because: new.because, work)
                    return PlanLinks.plan(plan)
                }
            } orShowing: { try await withdrawalForm(type, context, $0) }
        }
    }

    private func withdrawalForm<Item: PlanItem>(_ type: Item.Type, _ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        let (reference, own) = (try context.part("plan"), try context.part(Item.noun))
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let item = try Item.named(own, in: plan, session)
            return WithdrawalForm(
                plan: plan, noun: Item.noun, reference: item.reference, text: item.text, link: PlanLinks.item(item, plan, "withdrawal"),
                back: PlanLinks.item(item, plan), filled: filled, viewer: try context.viewer(session)).page
        }
    }

    /// Moving a thing one step among its like, from the form in which it is edited.
    func placing<Item: PlanItem>(
        _ type: Item.Type, _ members: Routes<MemberContext>, form: @escaping @Sendable (MemberContext, Filled) async throws -> Page
    ) {
        let noun = Item.noun
        members.post(RouterPath("plans/:plan/\(noun)s/:\(noun)/place")) { request, context in
            let (reference, own) = (try context.part("plan"), try context.part(noun))
            return try await context.writing(request, in: desk, saying: "The order was changed.") { fields in
                let step = try Plans.Step(writing: fields)
                return { work in
                    let plan = try work.session.plan(reference)
                    let item = try Item.named(own, in: plan, work.session)
                    try plans.move(item, step, in: plan, work)
                    return PlanLinks.item(item, plan, "edit")
                }
            } orShowing: { try await form(context, Filled(refusal: $0.refusal)) }
        }
    }
}
