import Kernel
import People
import Storage

/// An action that is carried forward a second time, as its plan was reopened and is closed again, goes on as what it became before.
extension Plans {
    /// What an action became when it was carried forward before, however often it was carried on from there; nil where it never was, and
    /// where nothing is left of that, as it was withdrawn or given up.
    func goesOn(_ action: Action, _ work: Work) throws -> Action? {
        var (last, from) = (Action?.none, action.id)
        while let item = try work.session.first(ClosureItem.self, "WHERE action = \(from) AND carried_as IS NOT NULL ORDER BY id DESC"),
              let there = try item.carriedAs.flatMap({ try work.session.find($0) }) {
            (last, from) = (there, there.id)
        }
        guard let last else { return nil }
        let withdrawn = try work.session.count(Withdrawal.self, "WHERE (action = \(last.id) OR finding = \(last.finding)) AND restored_on IS NULL")
        let givenUp = try work.session.count(NotImplemented.self, "WHERE (action = \(last.id) OR finding = \(last.finding)) AND reopened_on IS NULL")
        return withdrawn + givenUp == 0 ? last : nil
    }

    /// What can't be said of an action that goes on somewhere already; nil where it can.
    func wrong(_ item: NewPlanClosure.Item, goingOnAs there: Action, onto: Plan, under finding: Finding?, _ work: Work) throws -> Refusal.Field? {
        let title = try work.session.find(there.plan)?.title ?? "another plan"
        let already = "\(item.action) goes on as \(there.reference) of \(title) already"
        if there.plan != onto.id {
            return .init("onto-\(item.action)", "\(already). Carry it forward there, or withdraw it there first.")
        }
        if let finding, finding.id != there.finding {
            return .init("finding-\(item.action)", "\(already), under another finding. Leave this empty.")
        }
        return nil
    }

    /// Nothing is added: what goes on already is promised for the new day, and is owned by whoever is named.
    func join(_ item: ClosureItem, _ view: ActionView, to there: Action, due: Day, because: String, proposed: PlanClosure, _ work: Work) throws -> Action {
        guard there.plan == item.onto, item.ontoFinding == nil || item.ontoFinding == there.finding, let onto = try work.session.find(there.plan) else {
            throw Refusal.conflict("closure-out-of-date", "Since it was proposed, \(view.action.reference) went on elsewhere. Have it proposed again.")
        }
        guard try work.session.completion(of: there) == nil else { return there }
        let now = DueDay(there, try work.session.all(DateMove.self, "WHERE action = \(there.id) ORDER BY id"), on: work.today).inForce
        if due != now {
            try work.add("set the day of the action", in: onto.subject) { id in
                DateMove(
                    id: id, plan: onto.id, action: there.id, kind: now == nil ? .first : .move, from: now, to: due, because: because,
                    askedOn: work.today, askedBy: proposed.askedBy, decidedOn: work.today, decidedBy: work.actor.subject, outcome: .agreed)
            }
        }
        guard let owner = item.owner, there.owners != [owner] else { return there }
        var changed = there
        changed.owners = [owner]
        let saved = try work.change("edited the action", changed, in: onto.subject)
        try work.save(saved.owners, of: saved.id, in: Action.ownerTable)
        return saved
    }
}
