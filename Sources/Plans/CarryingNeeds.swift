import Kernel
import People
import Storage

/// What an action that is carried forward needs is needed where it goes on.
extension Plans {
    /// Ends in the plan that is being closed what is needed on, and says it anew of what the action became.
    ///
    /// - Parameter carried: what each action that was carried forward became.
    func takeAlong(_ needs: [Need], of carried: [ID<Action>: Action], from plan: Plan, _ work: Work) throws {
        for need in needs where !need.isOver(on: work.today) {
            guard let there = carried[need.action], let onto = try work.session.find(there.plan) else { continue }
            try work.change("said that the action needs something no more", try need.ending(by: work.actor.subject, today: work.today), in: plan.subject)
            // Where the action was carried forward before, this may stand there already.
            let twins = try work.session.all(Need.self, "WHERE action = \(there.id) AND ended_on IS NULL").contains { $0.text == need.text }
            if twins { continue }
            try work.add("said what the action needs", in: onto.subject) { need.taken(over: there, by: work.actor.subject, id: $0, today: work.today) }
        }
    }
}
