import Kernel
import People
public import Storage

/// Proposing to close a plan: a manager decides about each open thing, and says what may still go wrong and who looks after it.
extension Plans {
    /// - Parameter naming: what the board's decision is called by.
    /// - Throws: `not-allowed`, `plan-closed`, `closure-waits-already`, `fields-need-attention` with each thing that nothing or
    ///   something that can't be is decided about; `move-waits-already` where an action goes on already, somebody asked for another
    ///   day of it, and nothing else is wrong
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
        errors += try wrong(new.decision, naming, work)
        let said = try new.findings.compactMap { try onwards($0, gate.findings, &errors, work) }
        let forAll = try forAll(new.items, from: plan, &errors, work)
        var items: [(Action, NewPlanClosure.Item, Destination?)] = []
        var waits: Refusal?
        for view in gate.undecided {
            let action = view.action
            let named = new.items.filter { $0.action.lowercased() == action.reference.key }
            if named.count > 1 {
                errors.append(.init("kind-\(action.reference.text)", "\(action.reference) is named \(named.count) times. Say once what becomes of it."))
                continue
            }
            guard let own = named.first else {
                errors.append(.init("kind-\(action.reference.text)", "Say what becomes of \(action.reference): \(action.text.prefix(80))"))
                continue
            }
            guard own.kind.fits(view) else {
                errors.append(.init("kind-\(action.reference.text)", view.completion != nil
                    ? "\(action.reference) is recorded as done, so it can’t be closed as not implemented."
                    : "\(action.reference) is open, so it can’t be closed on its owner’s word."))
                continue
            }
            do {
                items.append((action, own, try destination(own, of: view, from: plan, forAll, work)))
            } catch let refusal as Refusal {
                if refusal.code == "move-waits-already" { waits = refusal }
                errors += refusal.fields.isEmpty ? [.init("onto-\(action.reference.text)", refusal.sentence)] : refusal.fields
            }
        }
        if let waits, errors.count == 1 { throw waits }
        guard errors.isEmpty else { throw Refusal.fields(errors) }
        let closure = try work.add("proposed to close the plan", in: plan.subject) { id in
            PlanClosure(
                id: id, plan: plan.id, words: new.words, residualRisk: new.residualRisk, onwardOwner: onward[0], reviewOn: new.reviewOn,
                decision: new.decision, askedOn: work.today, askedBy: work.actor.subject)
        }
        for (finding, own, owner) in said {
            try work.add("said who looks after the finding", in: plan.subject) { id in
                ClosureFinding(
                    id: id, plan: plan.id, closure: closure.id, finding: finding.id, residualRisk: own.residualRisk, onwardOwner: owner, reviewOn: own.reviewOn)
            }
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

    func wrong(_ decision: Subject?, _ naming: Naming, _ work: Work) throws -> [Refusal.Field] {
        guard let decision, try naming.names(of: [decision], work.session)[decision] == nil else { return [] }
        return [.init("decision", "“\(decision)” is no decision on record.")]
    }

    /// What is said of one finding by itself, and who looks after it; nil where it can't be, which is told then.
    private func onwards(
        _ new: NewPlanClosure.Finding, _ findings: [Finding], _ errors: inout [Refusal.Field], _ work: Work
    ) throws -> (Finding, NewPlanClosure.Finding, ID<Party>?)? {
        let name = new.finding
        guard let finding = findings.first(where: { $0.reference.key == name.lowercased() }) else {
            errors.append(.init("residual-risk-\(name)", "The plan has no finding “\(name)”."))
            return nil
        }
        if let day = new.reviewOn, day <= work.today { errors.append(.init("review-on-\(name)", "Choose a day that is still to come.")) }
        do {
            return (finding, new, try new.onwardOwner.map { try parties(named: [($0, "onward-owner-\(name)")], work)[0] })
        } catch let refusal as Refusal {
            errors += refusal.fields
            return nil
        }
    }
}
