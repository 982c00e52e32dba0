import Kernel
import People
public import Storage

/// Saying what an action waits for, in its own plan or another.
extension Plans {
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `action-already-done`, `fields-need-attention`,
    ///   `waits-for-itself`, `dependency-there-already`, `dependency-goes-in-a-circle`
    @discardableResult
    public func makeWait(_ action: Action, of plan: Plan, _ new: NewDependency, _ work: Work) throws -> Dependency {
        try mayReport(on: action, work)
        try refuseDone(action, work)
        let (otherPlan, other) = try awaited(new, from: plan, work)
        try refuseWithdrawn(other, work)
        guard other.id != action.id else {
            throw Refusal.invalid("waits-for-itself", "Action \(action.reference) can’t wait for itself.", fields: [.init("awaited", "Choose another action.")])
        }
        let waits = try work.session.waits()
        if waits[action.id]?.contains(other.id) ?? false {
            throw Refusal.conflict("dependency-there-already", "Action \(action.reference) waits for \(other.reference) already.")
        }
        if let way = Dependency.way(from: other.id, to: action.id, along: waits) {
            let known = try work.session.byNumber(Action.self, Set(way))
            let names = way.map { known[$0]?.reference.text ?? "" }
            throw Refusal.conflict(
                "dependency-goes-in-a-circle",
                "That would go in a circle: \(names.joined(separator: " waits for ")), so \(action.reference) can’t wait for \(other.reference).")
        }
        return try work.add("said what the action waits for", in: plan.subject) { id in
            Dependency(
                id: id, plan: plan.id, action: action.id, awaitedPlan: otherPlan.id, awaited: other.id, note: new.note,
                since: work.today, by: work.actor.subject)
        }
    }

    /// What is named and not there is told at its field, so that a form comes back with what was typed.
    private func awaited(_ new: NewDependency, from plan: Plan, _ work: Work) throws -> (Plan, Action) {
        do {
            let other = try new.plan.map { try work.session.plan($0) } ?? plan
            return (other, try work.session.action(new.action, in: other))
        } catch let refusal as Refusal where refusal.kind == .missing {
            throw Refusal.fields([.init(refusal.code == "plan-not-found" ? "awaited-plan" : "awaited", refusal.sentence)])
        }
    }

    /// It waits no more, from today. An action that is out of its plan may still be let go.
    ///
    /// - Throws: `not-allowed`, `dependency-ended-already`
    @discardableResult
    public func end(_ dependency: Dependency, for action: Action, of plan: Plan, _ work: Work) throws -> Dependency {
        try checkReporting(on: action, work)
        return try work.change(
            "said that the action waits no more", try dependency.ending(by: work.actor.subject, today: work.today), in: plan.subject)
    }
}
