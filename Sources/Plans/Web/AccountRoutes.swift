import HTTPTypes
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Which days an account is of, as an address or a command says it.
struct AccountDays: Sendable {
    let since: Day?
    let next: Day?

    /// - Parameter day: the last of the days, which the address gives by itself.
    /// - Throws: `fields-need-attention`
    init(_ fields: Fields, until day: Day) throws(Refusal) {
        var fields = fields
        since = fields.optionalDay("since", "The day since when")
        next = fields.optionalDay("next", "The next meeting")
        if let since, since > day { fields.refuse("since", "The day since when, \(since), is after the day shown, \(day).") }
        if let next, next < day { fields.refuse("next", "The next meeting, \(next), is before the day shown, \(day).") }
        try fields.finish()
    }

    /// Three months back where nothing was said, but not before the plan began.
    func account(of facts: PlanFacts, until day: Day, entered: Day?) -> PlanAccount {
        let quarter = day.adding(months: -3)
        return PlanAccount(facts, from: since ?? min(max(quarter, facts.plan.period.from), day), to: day, next: next, entered: entered)
    }
}

extension PlanPages {
    func accounting(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/account") { _, context in
            let reference = try context.part("plan")
            func page(_ filled: Filled, _ days: AccountDays) async throws -> Page {
                try await desk.read { session in
                    let viewer = try context.viewer(session)
                    let facts = try kept.shelf.facts(of: try session.plan(reference), session).facts
                    return try AccountPage(account: days.account(of: facts, until: context.day, entered: session.entered(facts.plan)), filled: filled, viewer: viewer).page
                }
            }
            do {
                return context.page(try await page(.fresh, try AccountDays(context.query.fields, until: context.day)))
            } catch let refusal as Refusal where !refusal.fields.isEmpty {
                let filled = Filled(fields: context.query.fields, refusal: refusal)
                return context.page(try await page(filled, try AccountDays(Fields([:]), until: context.day)), status: .unprocessableContent)
            }
        }
    }
}
