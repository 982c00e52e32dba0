import Kernel
import People
public import Storage

/// Closing a plan: a manager proposes it with a decision for each open thing, and somebody else agrees.
extension Plans {
    /// - Parameter naming: what the board's decision is called by.
    /// - Throws: `not-allowed`, `plan-closed`, `closure-waits-already`, `fields-need-attention` with each thing that nothing or
    ///   something that can't be is decided about
    @discardableResult
    public func proposeClosure(of plan: Plan, _ new: NewPlanClosure, naming: Naming = Naming(), _ work: Work) throws -> PlanClosure {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        if let open = try work.session.proposedClosure(of: plan) {
            throw Refusal.conflict("closure-waits-already", "It was proposed on \(open.askedOn) to close \(plan.title), and that is not decided yet.")
        }
        let gate = ClosingGate(PlanView(try work.session.facts(of: plan), on: work.today))
        let onward = try parties(named: [(new.onwardOwner, "onward-owner")], work)
        var errors: [Refusal.Field] = []
        if new.reviewOn <= work.today { errors.append(.init("review-on", "Choose a day that is still to come.")) }
        if let decision = new.decision, try naming.names(of: [decision], work.session)[decision] == nil {
            errors.append(.init("decision", "“\(decision)” is no decision on record."))
        }
        var items: [(Action, NewPlanClosure.Item, Destination?)] = []
        for view in gate.undecided {
            let (action, own) = (view.action, new.items.first { $0.action.lowercased() == view.action.reference.key })
            guard let own else {
                errors.append(.init("kind-\(action.reference.text)", "Say what becomes of \(action.reference): \(action.text.prefix(80))"))
                continue
            }
            let wrong = view.completion != nil ? own.kind == .notImplemented : own.kind == .onItsWord
            if wrong {
                errors.append(.init("kind-\(action.reference.text)", view.completion != nil
                    ? "\(action.reference) is recorded as done, so it can’t be closed as not implemented."
                    : "\(action.reference) is open, so it can’t be closed on its owner’s word."))
                continue
            }
            do {
                items.append((action, own, try destination(own, from: plan, work)))
            } catch let refusal as Refusal {
                errors += refusal.fields.isEmpty ? [.init("onto-\(action.reference.text)", refusal.sentence)] : refusal.fields
            }
        }
        guard errors.isEmpty else { throw Refusal.fields(errors) }
        let closure = try work.add("proposed to close the plan", in: plan.subject) { id in
            PlanClosure(
                id: id, plan: plan.id, words: new.words, residualRisk: new.residualRisk, onwardOwner: onward[0], reviewOn: new.reviewOn,
                decision: new.decision, askedOn: work.today, askedBy: work.actor.subject)
        }
        for (action, own, onto) in items {
            try work.add("proposed what becomes of the action", in: plan.subject) { id in
                ClosureItem(
                    id: id, plan: plan.id, closure: closure.id, action: action.id, kind: own.kind, because: own.because, onto: onto?.plan.id,
                    ontoFinding: onto?.finding?.id, owner: onto?.owner, due: own.due)
            }
        }
        return closure
    }

    private struct Destination {
        let plan: Plan
        let finding: Finding?
        let owner: ID<Party>?
    }

    private func destination(_ item: NewPlanClosure.Item, from plan: Plan, _ work: Work) throws -> Destination? {
        guard item.kind == .carriedForward else { return nil }
        guard let reference = item.onto, item.due != nil else {
            throw Refusal.fields([.init("onto-\(item.action)", "Say under which plan \(item.action) goes on, and by which day.")])
        }
        let onto = try work.session.plan(reference)
        guard onto.id != plan.id else {
            throw Refusal.fields([.init("onto-\(item.action)", "\(item.action) goes on under another plan than the one that is closed.")])
        }
        try refuseClosed(onto, work)
        let finding = try item.finding.map { try work.session.finding($0, in: onto) }
        if let finding { try refuseWithdrawn(finding, work) }
        let owner = try item.owner.map { try parties(named: [($0, "owner-\(item.action)")], work)[0] }
        return Destination(plan: onto, finding: finding, owner: owner)
    }

    /// Agrees to a closure, or declines it. What is carried forward is added to its plan in the same piece of work, with its
    /// first promise and how often that was moved.
    ///
    /// - Throws: `not-allowed`, `closure-decided-already`; where it is agreed also `closure-out-of-date`, `plan-closed` for a plan
    ///   that something is carried to
    @discardableResult
    public func decide(_ closure: PlanClosure, of plan: Plan, agreed: Bool, saying answer: String? = nil, _ work: Work) throws -> PlanClosure {
        try PlanPolicy.closes(closure).check(work.actor)
        let decided = try closure.deciding(agreed ? .agreed : .declined, by: work.actor.subject, saying: answer, today: work.today)
        guard agreed else { return try work.change("declined to close the plan", decided, in: plan.subject) }
        let items = try work.session.all(ClosureItem.self, "WHERE closure = \(closure.id) ORDER BY id")
        let view = PlanView(try work.session.facts(of: plan), on: work.today)
        let gate = ClosingGate(view)
        if let missed = gate.undecided.first(where: { view in !items.contains { $0.action == view.action.id } }) {
            throw Refusal.conflict("closure-out-of-date", "Since it was proposed, action \(missed.action.reference) has become open or waits to be verified. Have it proposed again.")
        }
        var findings: [ID<Finding>: Finding] = [:]
        for item in items {
            guard let action = gate.undecided.first(where: { $0.action.id == item.action }) else { continue }
            switch item.kind {
            case .notImplemented: try addNotImplemented(action.action, of: plan, because: item.because, work)
            case .carriedForward: try carry(item, action, of: plan, under: &findings, proposed: closure, work)
            case .onItsWord: break
            }
        }
        return try work.change("closed the plan", decided, in: plan.subject)
    }

    /// Adds an action to the plan under which it goes on, as it was first promised and moved to its new day.
    private func carry(
        _ item: ClosureItem, _ view: ActionView, of plan: Plan, under findings: inout [ID<Finding>: Finding], proposed: PlanClosure, _ work: Work
    ) throws {
        guard let onto = try item.onto.flatMap({ try work.session.find($0) }), let due = item.due,
              let own = try work.session.find(view.action.finding) else {
            throw Refusal.conflict("closure-out-of-date", "The plan under which \(view.action.reference) was to go on is gone. Have it proposed again.")
        }
        try refuseClosed(onto, work)
        let origin = "Carried forward from \(view.action.reference) of \(plan.title)"
        let finding = try item.ontoFinding.flatMap { try work.session.find($0) } ?? findings[own.id]
            ?? enter(NewFinding(kind: own.kind, text: own.text, fullText: own.fullText), to: onto, work)
        if item.ontoFinding == nil { findings[own.id] = finding }
        try refuseWithdrawn(finding, work)
        let owners = item.owner.map { [$0] } ?? view.action.owners
        let first = view.dueDay.first
        let new = NewAction(
            text: view.action.text, due: first, dueWritten: first == nil ? view.action.dueWritten : nil, successMeasure: view.action.successMeasure)
        let carried = try enter(new, owners: owners, to: finding, of: onto, work)
        if due != first {
            try work.add("set the day of the action", in: onto.subject) { id in
                DateMove(
                    id: id, plan: onto.id, action: carried.id, kind: first == nil ? .first : .move, from: view.due ?? first, to: due, because: origin,
                    askedOn: work.today, askedBy: proposed.askedBy, decidedOn: work.today, decidedBy: work.actor.subject, outcome: .agreed)
            }
        }
        var linked = item
        linked.carriedAs = carried.id
        try work.change("carried the action forward", linked, in: plan.subject)
    }

    /// Whoever proposed it wants it no more.
    ///
    /// - Throws: `not-allowed`, `closure-decided-already`
    @discardableResult
    public func takeBack(_ closure: PlanClosure, of plan: Plan, _ work: Work) throws -> PlanClosure {
        try PlanPolicy.keeps.check(work.actor)
        let decided = try closure.deciding(.takenBack, by: work.actor.subject, saying: nil, today: work.today)
        return try work.change("no longer proposes to close the plan", decided, in: plan.subject)
    }

    /// Opens a closed plan from today. What was carried forward stays where it went; what is open here is open again.
    ///
    /// - Throws: `not-allowed`, `plan-not-closed`, `changed-meanwhile`
    @discardableResult
    public func reopen(_ plan: Plan, because: String, _ work: Work) throws -> PlanClosure {
        try PlanPolicy.reopensPlan.check(work.actor)
        guard var closure = try work.session.closure(of: plan.id) else {
            throw Refusal.conflict("plan-not-closed", "\(plan.title) is not closed.")
        }
        (closure.reopenedOn, closure.reopenedBecause) = (work.today, because)
        return try work.change("reopened the plan", closure, in: plan.subject)
    }
}
