import Kernel
import People
public import Storage

/// The service verifies what owners say is done, and the inspectorate closes what it found: two closures that are never one.
extension Plans {
    /// - Throws: `not-allowed`, `plan-closed`, `action-withdrawn`, `finding-withdrawn`, `action-not-done`, `action-already-accepted`,
    ///   `accepted-in-the-future`, `accepted-before-done`, `measure-not-found`, `measure-does-not-hold`, `evidence-not-found`,
    ///   `evidence-taken-back`
    @discardableResult
    public func accept(_ action: Action, of plan: Plan, _ new: NewAcceptance, _ work: Work) throws -> Acceptance {
        let done = try work.session.completion(of: action)
        let past = try PastOwners(concernedBy: action, work.session)
        try PlanPolicy.verifies(done, ownedBy: past.all, actingFor: past.parties(of: work.actor, on: work.today, work.session)).check(work.actor)
        guard let completion = done else {
            throw Refusal.conflict("action-not-done", "Action \(action.reference) is not recorded as done, so there is nothing to verify.")
        }
        try refuseClosed(plan, work)
        try refuseWithdrawn(action, work)
        let named = try new.measure.map { try measure($0, of: action, in: plan, work) }
        let view = try named.map { try work.session.view(of: $0, on: new.on) }
        let earlier = try work.session.all(Acceptance.self, "WHERE action = \(action.id)")
        let acceptance = try work.add("verified the action", in: plan.subject) { id in
            try action.accepting(new, completion, measure: view, by: work.actor.subject, id: id, earlier: earlier, today: work.today)
        }
        try note(work.session.all(SuccessMeasure.self, "WHERE action = \(action.id) OR finding = \(action.finding) ORDER BY id"), of: plan.id, on: new.on, work)
        for id in new.seen { try addLook(at: work.session.evidence(id, for: action, in: plan), of: Action.noun, in: plan, work) }
        return acceptance
    }

    /// One that measures the action, or the finding that it answers.
    private func measure(_ id: ID<SuccessMeasure>, of action: Action, in plan: Plan, _ work: Work) throws -> SuccessMeasure {
        let measure = try work.session.measure(id, in: plan)
        guard measure.action == action.id || measure.finding == action.finding, measure.endedOn == nil else {
            throw Refusal.fields([.init("measure", "“\(measure.title)” measures neither action \(action.reference) nor its finding. Choose one that does.")])
        }
        return measure
    }

    /// It is not verified after all, from today.
    ///
    /// - Throws: `not-allowed`, `plan-closed`, `action-not-accepted`, `changed-meanwhile`
    @discardableResult
    public func takeBackAcceptance(of action: Action, in plan: Plan, because: String, _ work: Work) throws -> Acceptance {
        try PlanPolicy.takesBackAcceptance.check(work.actor)
        guard var acceptance = try work.session.acceptance(of: action) else {
            throw Refusal.conflict("action-not-accepted", "Action \(action.reference) is not verified.")
        }
        try refuseClosed(plan, work)
        (acceptance.takenBackOn, acceptance.takenBackBecause) = (work.today, because)
        return try work.change("took back the verification of the action", acceptance, in: plan.subject)
    }

    // MARK: The inspectorate

    /// - Throws: `not-allowed`, `finding-withdrawn`, `finding-not-inspected`, `finding-closed-already`, `letter-of-the-future`, `letter-before-reopening`
    @discardableResult
    public func recordClosure(of finding: Finding, in plan: Plan, _ new: NewInspectorateClosure, _ work: Work) throws -> InspectorateClosure {
        try PlanPolicy.keeps.check(work.actor)
        try refuseWithdrawn(finding, work)
        let earlier = try work.session.all(InspectorateClosure.self, "WHERE finding = \(finding.id) ORDER BY id")
        try note(work.session.all(SuccessMeasure.self, "WHERE finding = \(finding.id) ORDER BY id"), of: plan.id, on: new.on, work)
        return try work.add("recorded that the inspectorate closed the finding", in: plan.subject) { id in
            try finding.closing(new, in: plan, by: work.actor.subject, id: id, earlier: earlier, today: work.today)
        }
    }

    /// - Throws: `not-allowed`, `finding-not-closed`, `letter-of-the-future`, `letter-before-closure`
    @discardableResult
    public func recordReopening(of finding: Finding, in plan: Plan, _ new: NewReopening, _ work: Work) throws -> InspectorateClosure {
        try PlanPolicy.keeps.check(work.actor)
        guard let closure = try work.session.first(InspectorateClosure.self, "WHERE finding = \(finding.id) AND reopened_on IS NULL") else {
            throw Refusal.conflict("finding-not-closed", "The inspectorate has not closed finding \(finding.reference).")
        }
        return try work.change("recorded that the inspectorate reopened the finding", try closure.reopening(new, today: work.today), in: plan.subject)
    }

    // MARK: Closed, not implemented

    /// Closes what is open of a finding, or an action, without its being done.
    ///
    /// - Throws: `not-allowed`, `plan-closed`, `action-withdrawn`, `finding-withdrawn`, `action-already-done`, `not-implemented-already`
    @discardableResult
    public func closeNotImplemented<Item: PlanItem>(_ item: Item, of plan: Plan, because: String, _ work: Work) throws -> NotImplemented {
        let past = try PastOwners(concernedBy: item, work.session)
        try PlanPolicy.closesNotImplemented(ownedBy: past.all, actingFor: past.parties(of: work.actor, on: work.today, work.session)).check(work.actor)
        try refuseClosed(plan, work)
        return try addNotImplemented(item, of: plan, because: because, work)
    }

    @discardableResult
    func addNotImplemented<Item: PlanItem>(_ item: Item, of plan: Plan, because: String, _ work: Work) throws -> NotImplemented {
        try refuseWithdrawn(item, work)
        try refuseNotImplemented(item, work)
        if let action = item as? Action { try refuseDone(action, work) }
        return try work.add("closed the \(Item.noun) without its being implemented", in: plan.subject) { id in
            NotImplemented(
                id: id, plan: plan.id, finding: (item as? Finding)?.id, action: (item as? Action)?.id, on: work.today, because: because,
                by: work.actor.subject)
        }
    }

    /// It is wanted after all, from today.
    ///
    /// - Throws: `not-allowed`, `plan-closed`, `not-closed-unimplemented`, `changed-meanwhile`
    @discardableResult
    public func reopenNotImplemented<Item: PlanItem>(_ item: Item, of plan: Plan, because: String, _ work: Work) throws -> NotImplemented {
        try PlanPolicy.reopensNotImplemented.check(work.actor)
        try refuseClosed(plan, work)
        guard var closed = try work.session.first(NotImplemented.self, "WHERE \(Item.table) = \(item.id) AND reopened_on IS NULL") else {
            throw Refusal.conflict("not-closed-unimplemented", "\(Item.noun.capitalisedFirst) \(item.reference) is not closed without being implemented.")
        }
        (closed.reopenedOn, closed.reopenedBecause) = (work.today, because)
        return try work.change("reopened the \(Item.noun) that was not implemented", closed, in: plan.subject)
    }

    // MARK: What refuses

    func refuseNotImplemented<Item: PlanItem>(_ item: Item, _ work: Work) throws {
        if let closed = try work.session.first(NotImplemented.self, "WHERE \(Item.table) = \(item.id) AND reopened_on IS NULL") {
            throw Refusal.conflict("not-implemented-already", "\(Item.noun.capitalisedFirst) \(item.reference) was closed on \(closed.on) without being implemented. Reopen it first.")
        }
        if let finding = try item.answered.flatMap({ try work.session.find($0) }) { try refuseNotImplemented(finding, work) }
    }

    /// - Throws: `plan-closed`
    func refuseClosed(_ plan: Plan, _ work: Work) throws { try refuseClosed(plan.id, work) }

    func refuseClosed(_ plan: ID<Plan>, _ work: Work) throws {
        guard let closure = try work.session.closure(of: plan) else { return }
        let title = try work.session.find(plan)?.title ?? "The plan"
        throw Refusal.conflict("plan-closed", "\(title) was closed on \(closure.decidedOn ?? work.today), and nothing in it changes any more. An approver can reopen it.")
    }

}
