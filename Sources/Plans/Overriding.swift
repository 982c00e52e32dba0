import Kernel
import People
public import Storage

/// Asking for a standing other than the computed one, deciding that, and ending it.
extension Plans {
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `action-already-done`, `no-override-to-done`, `same-standing`,
    ///   `override-ends-too-soon`, `override-too-long`, `override-waits-already`
    @discardableResult
    public func askToOverride(_ action: Action, of plan: Plan, _ new: NewOverride, _ work: Work) throws -> Override {
        try mayReport(on: action, work)
        try refuseDone(action, work)
        let view = PlanView(try work.session.facts(of: plan), on: work.today)
        let (computed, earlier) = (view.action(action.id)?.computed.colour, try work.session.overrides(of: action))
        return try work.add("asked for another standing of the action", in: plan.subject) { id in
            try new.asked(for: action, computed: computed, earlier: earlier, by: work.actor.subject, id: id, today: work.today)
        }
    }

    /// Agrees to another standing, or declines it.
    ///
    /// - Throws: `not-allowed`, `override-decided-already`; where it is agreed also `action-already-done`, `action-withdrawn`,
    ///   `finding-withdrawn`, `override-ends-too-soon`
    @discardableResult
    public func decide(_ override: Override, in plan: Plan, agreed: Bool, saying answer: String? = nil, _ work: Work) throws -> Override {
        try PlanPolicy.decides(override).check(work.actor)
        let decided = try override.deciding(agreed ? .agreed : .declined, by: work.actor.subject, saying: answer, today: work.today)
        guard agreed else { return try work.change("declined another standing of the action", decided, in: plan.subject) }
        try refuseClosed(override.plan, work)
        guard let action = try work.session.find(override.action) else { throw Refusal.missing("action-not-found", "The action is gone.") }
        try refuseDone(action, work)
        try refuseWithdrawn(action, work)
        try refuseNotImplemented(action, work)
        guard override.until >= work.today else {
            throw Refusal.invalid("override-ends-too-soon", "It was asked for until \(override.until), which is past. Decline it, or have it asked for again.")
        }
        return try work.change("agreed another standing of the action", decided, in: plan.subject)
    }

    /// It is wanted no more: asked for or in force, it ends today.
    ///
    /// - Throws: `not-allowed`, `override-decided-already`, `override-ended-already`
    @discardableResult
    public func end(_ override: Override, in plan: Plan, _ work: Work) throws -> Override {
        try PlanPolicy.ends(override).check(work.actor)
        let ended = try override.ending(by: work.actor.subject, today: work.today)
        let verb = override.isOpen ? "no longer asks for another standing of the action" : "ended the standing that was set for the action"
        return try work.change(verb, ended, in: plan.subject)
    }
}
