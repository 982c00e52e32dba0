public import Kernel
import People
public import Storage

/// What owners report on their actions.
extension Plans {
    /// Milestones that the update says were reached are reached on the day it speaks of; those reached before stay as they are.
    ///
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `update-of-the-future`, `forecast-before-its-update`,
    ///   `milestone-not-found`, `day-before-it-began`
    @discardableResult
    public func update(_ action: Action, of plan: Plan, _ new: NewUpdate, _ work: Work) throws -> ProgressUpdate {
        try mayReport(on: action, work)
        try action.refuse(new.asOf, beforeItBeganIn: plan, field: "as-of")
        return try keep(new, about: action, of: plan, work)
    }

    /// What a document says is kept for the day that it says, be it before the plan's first.
    @discardableResult
    func keep(_ new: NewUpdate, about action: Action, of plan: Plan, _ work: Work) throws -> ProgressUpdate {
        try mayReport(on: action, work)
        let update = try work.add("updated the action", in: plan.subject) { id in
            try new.made(of: action, by: work.actor.subject, id: id, today: work.today)
        }
        for id in new.reached {
            let milestone = try work.session.milestone(id, of: action)
            if milestone.reachedOn == nil { try reach(milestone, on: new.asOf, for: action, of: plan, work) }
        }
        return update
    }

    /// Milestones that the owner says were reached are reached on the day it was done, and the rest go where they are not needed.
    ///
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `action-already-done`, `done-in-the-future`,
    ///   `day-before-it-began`, `milestones-left-open`, `milestone-not-found`
    @discardableResult
    public func complete(_ action: Action, of plan: Plan, _ new: NewCompletion, _ work: Work) throws -> Completion {
        try mayReport(on: action, work)
        try action.refuse(new.on, beforeItBeganIn: plan, field: "on")
        return try keep(new, of: action, in: plan, work)
    }

    /// What a document says is kept for the day that it says, be it before the plan's first.
    @discardableResult
    func keep(_ new: NewCompletion, of action: Action, in plan: Plan, _ work: Work) throws -> Completion {
        try mayReport(on: action, work)
        let earlier = try work.session.all(Completion.self, "WHERE action = \(action.id)")
        let open = try work.session.all(Milestone.self, "WHERE action = \(action.id) AND reached_on IS NULL AND withdrawn_on IS NULL ORDER BY place, id")
        let completion = try work.add("recorded the action as done", in: plan.subject) { id in
            try action.completing(new, by: work.actor.subject, id: id, earlier: earlier, today: work.today)
        }
        let left = try new.leaving(open, of: action)
        for id in new.reached { try reach(work.session.milestone(id, of: action), on: new.on, for: action, of: plan, work) }
        for milestone in left { try withdraw(milestone, because: NewCompletion.noLongerNeeded, for: action, of: plan, work) }
        return completion
    }

    /// The work turned out not to be done: the action is open again from today.
    ///
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `action-not-done`, `verification-stands`
    @discardableResult
    public func reopen(_ action: Action, of plan: Plan, _ work: Work) throws -> Completion {
        try mayReport(on: action, work)
        guard var completion = try work.session.completion(of: action) else {
            throw Refusal.conflict("action-not-done", "Action \(action.reference) is not recorded as done.")
        }
        if let acceptance = try work.session.acceptance(of: action) {
            throw Refusal.conflict("verification-stands", "Action \(action.reference) was verified on \(acceptance.on). Whoever may verify takes that back first.")
        }
        completion.reopenedOn = work.today
        return try work.change("reopened the action", completion, in: plan.subject)
    }

    /// Adds a milestone from today on; earlier days are shown without it.
    ///
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`
    @discardableResult
    public func addMilestone(_ text: String, due: Day?, to action: Action, of plan: Plan, _ work: Work) throws -> Milestone {
        try mayReport(on: action, work)
        let place = try nextPlace("milestone", "action = \(action.id)", work)
        return try work.add("added the milestone", in: plan.subject) { id in
            Milestone(id: id, plan: plan.id, action: action.id, text: text, due: due, place: place, since: work.today)
        }
    }

    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `reached-in-the-future`, `day-before-it-began`,
    ///   `milestone-withdrawn`, `changed-meanwhile`
    @discardableResult
    public func reach(_ milestone: Milestone, on day: Day, for action: Action, of plan: Plan, _ work: Work) throws -> Milestone {
        try mayReport(on: action, work)
        try action.refuse(day, beforeItBeganIn: plan, field: "on")
        return try work.change("reached the milestone", try milestone.reaching(on: day, today: work.today), in: plan.subject)
    }

    /// It was not reached after all: a correction, so no day is shown with it reached any more.
    ///
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `changed-meanwhile`
    @discardableResult
    public func unreach(_ milestone: Milestone, for action: Action, of plan: Plan, _ work: Work) throws -> Milestone {
        try mayReport(on: action, work)
        var changed = milestone
        changed.reachedOn = nil
        return try work.change("took back that the milestone was reached", changed, in: plan.subject)
    }

    /// Its words or its day were wrong, or are put more clearly. The journal keeps what stood there.
    ///
    /// - Parameter version: that the form was opened with; the one on record when left out.
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `milestone-withdrawn`, `changed-meanwhile`
    @discardableResult
    public func correct(
        _ milestone: Milestone, _ new: NewMilestone, version: Int? = nil, for action: Action, of plan: Plan, _ work: Work
    ) throws -> Milestone {
        try mayReport(on: action, work)
        var corrected = try milestone.correcting(new)
        corrected.version = version ?? milestone.version
        return try work.change("corrected the milestone", corrected, in: plan.subject)
    }

    /// It is not needed any more, from today.
    ///
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `milestone-withdrawn`, `milestone-reached`, `changed-meanwhile`
    @discardableResult
    public func withdraw(_ milestone: Milestone, because: String, for action: Action, of plan: Plan, _ work: Work) throws -> Milestone {
        try mayReport(on: action, work)
        return try work.change("withdrew the milestone", try milestone.withdrawing(because: because, today: work.today), in: plan.subject)
    }

    func mayReport(on action: Action, _ work: Work) throws {
        try checkReporting(on: action, work)
        try refuseClosed(action.plan, work)
        try refuseWithdrawn(action, work)
        try refuseNotImplemented(action, work)
    }

    /// Whomever the actor acts for today: themselves, their posts and teams.
    func actedFor(_ work: Work) throws -> Set<ID<Party>> {
        try Parties(work.session).actedFor(by: work.actor, on: work.today)
    }

    func checkReporting(on action: Action, _ work: Work) throws {
        let parties = try actedFor(work)
        try PlanPolicy.reports(on: action, actingFor: parties).check(work.actor)
    }
}
