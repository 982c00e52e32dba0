import Kernel
import People
import Storage

/// What waits for an action that is carried forward, and what that waits for, goes on where the action goes on.
extension Plans {
    /// Ends what stands between actions of a plan that is being closed and others, and makes it anew between what they became. A
    /// closed plan stays as it is, and what ends with this plan waits for nothing any more.
    ///
    /// - Parameter carried: what each action that was carried forward became.
    func takeAlong(_ carried: [ID<Action>: Action], from plan: Plan, _ work: Work) throws {
        guard !carried.isEmpty else { return }
        let old = carried.keys.sorted()
        let standing = try work.session.all(
            Dependency.self, "WHERE ended_on IS NULL AND (action IN (\(list: old)) OR awaited IN (\(list: old))) ORDER BY id")
        for dependency in standing {
            guard let waits = try work.session.find(dependency.plan) else { continue }
            if waits.id != plan.id, try work.session.closure(of: waits.id) != nil { continue }
            try work.change("said that the action waits no more", try dependency.ending(by: work.actor.subject, today: work.today), in: waits.subject)
            let own = carried[dependency.action]
            if waits.id == plan.id, own == nil { continue }
            guard let there = try own.map({ try work.session.find($0.plan) }) ?? waits else { continue }
            let other = carried[dependency.awaited]
            // Where an action was carried forward before, this may stand there already.
            let (waiting, awaited) = (own?.id ?? dependency.action, other?.id ?? dependency.awaited)
            let twins = try work.session.count(Dependency.self, "WHERE action = \(waiting) AND awaited = \(awaited) AND ended_on IS NULL")
            guard waiting != awaited, twins == 0 else { continue }
            try work.add("said what the action waits for", in: there.subject) { id in
                Dependency(
                    id: id, plan: there.id, action: waiting, awaitedPlan: other?.plan ?? dependency.awaitedPlan, awaited: awaited,
                    note: dependency.note, since: work.today, by: work.actor.subject)
            }
        }
    }
}
