import Kernel
import People
public import Storage

/// Asking for another day, and deciding it. What was promised first is never written over.
extension Plans {
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `action-already-done`, `no-day-to-move`, `same-day`,
    ///   `move-waits-already`
    @discardableResult
    public func askToMove(_ action: Action, of plan: Plan, _ new: NewDateMove, _ work: Work) throws -> DateMove {
        try mayReport(on: action, work)
        let due = try work.session.dueDay(of: action, on: work.today)
        try refuseDone(action, work)
        return try work.add("asked for another day for the action", in: plan.subject) { id in
            try new.asked(for: action, now: due, by: work.actor.subject, id: id, today: work.today)
        }
    }

    /// Agrees to another day, or declines it. The action gets a new version with its new day, so that nobody who has read the
    /// old one writes over it unseen.
    ///
    /// - Throws: `not-allowed`, `move-decided-already`; where it is agreed also `action-already-done`, `action-withdrawn`,
    ///   `finding-withdrawn`
    @discardableResult
    public func decide(_ move: DateMove, in plan: Plan, agreed: Bool, saying answer: String? = nil, _ work: Work) throws -> DateMove {
        try PlanPolicy.decides(move).check(work.actor)
        let decided = try move.deciding(agreed ? .agreed : .declined, by: work.actor.subject, saying: answer, today: work.today)
        guard agreed else { return try work.change("declined another day for the action", decided, in: plan.subject) }
        try refuseClosed(plan, work)
        guard let action = try work.session.find(move.action) else { throw Refusal.missing("action-not-found", "The action is gone.") }
        try refuseDone(action, work)
        try refuseWithdrawn(action, work)
        try refuseNotImplemented(action, work)
        let kept = try work.change("agreed another day for the action", decided, in: plan.subject)
        try work.change("gave the action its new day", action, in: plan.subject)
        return kept
    }

    /// Whoever asked wants it no more.
    ///
    /// - Throws: `not-allowed`, `move-decided-already`
    @discardableResult
    public func takeBack(_ move: DateMove, in plan: Plan, _ work: Work) throws -> DateMove {
        try PlanPolicy.takesBack(move).check(work.actor)
        let decided = try move.deciding(.takenBack, by: work.actor.subject, saying: nil, today: work.today)
        return try work.change("no longer asks for another day for the action", decided, in: plan.subject)
    }

    /// A day that was written wrongly, or the first that is agreed. The promise itself is moved by asking.
    ///
    /// - Throws: `fields-need-attention`, when a day stood there once and nobody says why it was wrong; `action-already-done`,
    ///   `action-withdrawn`, `finding-withdrawn`, `move-waits-already`
    func setDue(of action: Action, to day: Day?, correcting because: String?, in plan: Plan, _ work: Work) throws {
        let now = try work.session.dueDay(of: action, on: work.today)
        guard day != now.inForce else { return }
        try refuseDone(action, work)
        try refuseWithdrawn(action, work)
        let isFirst = action.due == nil && !now.moves.contains { $0.isAgreed }
        if !isFirst, because == nil {
            throw Refusal.fields([.init("correction", """
                Say why the day was written wrongly. A promise that changes is not edited: ask for another day on the action’s page, and an approver decides.
                """)])
        }
        if let open = now.open {
            throw Refusal.conflict("move-waits-already", "Another day was asked for on \(open.askedOn) and is not decided yet. Decide that first.")
        }
        try work.add("set the day of the action", in: plan.subject) { id in
            DateMove(
                id: id, plan: plan.id, action: action.id, kind: isFirst ? .first : .correction, from: now.inForce, to: day,
                because: because ?? "The first day that was agreed", askedOn: work.today, askedBy: work.actor.subject,
                decidedOn: work.today, decidedBy: work.actor.subject, outcome: .agreed)
        }
    }

    func refuseDone(_ action: Action, _ work: Work) throws {
        guard try work.session.completion(of: action) == nil else {
            throw Refusal.conflict("action-already-done", "Action \(action.reference) is recorded as done, so nothing is asked for it any more. Reopen it first, if it is not done after all.")
        }
    }
}
