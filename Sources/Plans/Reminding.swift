import Kernel
public import People
import Storage

extension Plans {
    /// Of one's own actions: what is due or late, and what has been silent for a month. Of others': the days that they ask for
    /// and one may decide on.
    public static let reminders = ReminderSource { session, day in
        let views = try session.allFacts().map { PlanView($0, on: day) }
        return { reminded in
            guard PlanPolicy.reads.allows(reminded.actor) else { return [] }
            return views.flatMap { plan in plan.actions.filter { $0.completion == nil }.flatMap { reminders($0, plan.facts.plan, reminded) } }
        }
    }

    private static func reminders(_ item: ActionView, _ plan: Plan, _ reminded: Reminded) -> [Reminder] {
        let action = item.action
        let address = ["plans", plan.reference.text, "actions", action.reference.text]
        let words = "\(action.reference). \(action.text)"
        var found: [Reminder] = []
        if let move = item.dueDay.open, PlanPolicy.decides(move).allows(reminded.actor) {
            let wanted = move.to.map { "to move to \($0)" } ?? "to have no day"
            found.append(Reminder(.asked, move.subject, "Decide on another day for \(words)", of: "\(plan.title), \(wanted)", at: address))
        }
        guard action.owners.contains(where: reminded.parties.contains) else { return found }
        if let due = item.due { found.append(Reminder(.promise, action.subject, words, of: plan.title, day: due, at: address)) }
        if item.needsUpdate {
            let said = item.lastUpdate.map { "last said on \($0.asOf)" } ?? "nothing said yet"
            found.append(Reminder(.update, action.subject, words, of: "\(plan.title), \(said)", at: address))
        }
        return found
    }
}
