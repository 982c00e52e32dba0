import Kernel
import People
import Storage

/// An action that is carried forward a second time, as its plan was reopened and is closed again, goes on as what it became before.
extension Plans {
    /// Why an action can't be promised for another day where it goes on: somebody asked for one, which is not decided. Nil where it can.
    func waits(_ before: CarriedBefore, for due: Day, _ work: Work) throws -> String? {
        let now = try work.session.dueDay(of: before.action, on: work.today)
        guard due != now.inForce, let open = now.open else { return nil }
        return "For \(before.name) another day was asked for on \(open.askedOn) and is not decided yet. Decide that first."
    }

    /// Nothing is added: what goes on already is promised for the new day, and is owned by whoever is named.
    ///
    /// - Throws: `closure-out-of-date`, `move-waits-already`
    func join(
        _ item: ClosureItem, _ view: ActionView, to before: CarriedBefore, due: Day, because: String, proposed: PlanClosure, _ work: Work
    ) throws -> Action {
        let there = before.action
        guard there.plan == item.onto, item.ontoFinding == nil || item.ontoFinding == there.finding else {
            throw Refusal.conflict("closure-out-of-date", "Since it was proposed, \(view.action.reference) went on elsewhere. Have it proposed again.")
        }
        if let obstacle = before.obstacle(to: view) {
            throw Refusal.conflict("closure-out-of-date", "\(obstacle) Then have the closure proposed again.")
        }
        if let waits = try waits(before, for: due, work) { throw Refusal.conflict("move-waits-already", waits) }
        let now = try work.session.dueDay(of: there, on: work.today).inForce
        if due != now {
            try work.add("set the day of the action", in: before.plan.subject) { id in
                DateMove(
                    id: id, plan: there.plan, action: there.id, kind: now == nil ? .first : .move, from: now, to: due, because: because,
                    askedOn: work.today, askedBy: proposed.askedBy, decidedOn: work.today, decidedBy: work.actor.subject, outcome: .agreed)
            }
        }
        guard let owner = item.owner, there.owners != [owner] else { return there }
        var changed = there
        changed.owners = [owner]
        let saved = try work.change("edited the action", changed, in: before.plan.subject)
        try work.save(saved.owners, of: saved.id, in: Action.ownerTable)
        return saved
    }
}
