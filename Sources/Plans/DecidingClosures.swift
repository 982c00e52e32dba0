public import Kernel
import People
public import Storage

/// Somebody else than who proposed it closes a plan, and what is open goes where it was decided.
extension Plans {
    /// Agrees to a closure, or declines it. What is carried forward is added to its plan in the same piece of work, with its
    /// first promise and how often that was moved.
    ///
    /// - Parameters:
    ///   - decision: the board's, where it was made after the closure was proposed.
    ///   - naming: what the board's decision is called by.
    /// - Throws: `not-allowed`, `closure-decided-already`; where it is agreed also `closure-out-of-date`, `plan-closed` for a plan
    ///   that something is carried to, `move-waits-already` for what goes on there already, and `fields-need-attention`
    @discardableResult
    public func decide(
        _ closure: PlanClosure, of plan: Plan, agreed: Bool, saying answer: String? = nil, decision: Subject? = nil, naming: Naming = Naming(), _ work: Work
    ) throws -> PlanClosure {
        try PlanPolicy.closes(closure).check(work.actor)
        var decided = try closure.deciding(agreed ? .agreed : .declined, by: work.actor.subject, saying: answer, today: work.today)
        let errors = try wrong(decision, naming, work)
        guard errors.isEmpty else { throw Refusal.fields(errors) }
        if let decision { decided.decision = decision }
        guard agreed else { return try work.change("declined to close the plan", decided, in: plan.subject) }
        let items = try work.session.all(ClosureItem.self, "WHERE closure = \(closure.id) ORDER BY id")
        let view = PlanView(try work.session.facts(of: plan), on: work.today)
        let gate = ClosingGate(view)
        if let missed = gate.undecided.first(where: { view in !items.contains { $0.action == view.action.id } }) {
            throw Refusal.conflict("closure-out-of-date", "Since it was proposed, action \(missed.action.reference) has become open or waits to be verified. Have it proposed again.")
        }
        let kinds = Dictionary(items.map { ($0.action, $0.kind) }) { _, last in last }
        if let view = gate.undecided.first(where: { view in kinds[view.action.id].map { !$0.fits(view) } ?? false }) {
            let turn = view.completion == nil ? "reopened, and open work can’t be closed on its owner’s word" : "recorded as done, and what is done can’t be closed as not implemented"
            throw Refusal.conflict("closure-out-of-date", "Since it was proposed, action \(view.action.reference) was \(turn). Have it proposed again.")
        }
        var findings: [ID<Finding>: Finding] = [:]
        var carried: [ID<Action>: Action] = [:]
        for item in items {
            guard let action = gate.undecided.first(where: { $0.action.id == item.action }) else { continue }
            switch item.kind {
            case .notImplemented: try addNotImplemented(action.action, of: plan, because: item.because, work)
            case .carriedForward: carried[item.action] = try carry(item, action, of: plan, under: &findings, proposed: closure, work)
            case .onItsWord: break
            }
        }
        try takeAlong(carried, from: plan, work)
        try takeAlong(gate.undecided.flatMap(\.needs), of: carried, from: plan, work)
        try note(work.session.all(SuccessMeasure.self, "WHERE plan = \(plan.id) ORDER BY id"), of: plan.id, on: work.today, work)
        return try work.change("closed the plan", decided, in: plan.subject)
    }

    /// Adds an action to the plan under which it goes on, as it was first promised, with each day that was agreed since, and moved to its
    /// new day; or joins it to what it became there when it was carried forward before.
    private func carry(
        _ item: ClosureItem, _ view: ActionView, of plan: Plan, under findings: inout [ID<Finding>: Finding], proposed: PlanClosure, _ work: Work
    ) throws -> Action {
        guard let onto = try item.onto.flatMap({ try work.session.find($0) }), let due = item.due,
              let own = try work.session.find(view.action.finding) else {
            throw Refusal.conflict("closure-out-of-date", "The plan under which \(view.action.reference) was to go on is gone. Have it proposed again.")
        }
        try refuseClosed(onto, work)
        let origin = "Carried forward from \(view.action.reference) of \(plan.title)"
        if let before = try work.session.carriedBefore(view.action) {
            return try link(item, join(item, view, to: before, due: due, because: origin, proposed: proposed, work), of: plan, work)
        }
        let finding = try item.ontoFinding.flatMap { try work.session.find($0) } ?? findings[own.id]
            ?? enter(NewFinding(kind: own.kind, text: own.text, fullText: own.fullText), to: onto, work)
        if item.ontoFinding == nil { findings[own.id] = finding }
        try refuseWithdrawn(finding, work)
        let owners = item.owner.map { [$0] } ?? view.action.owners
        let first = view.action.due
        let new = NewAction(
            text: view.action.text, due: first, dueWritten: first == nil ? view.action.dueWritten : nil, successMeasure: view.action.successMeasure)
        let carried = try enter(new, owners: owners, to: finding, of: onto, work)
        for move in view.dueDay.moves where move.isAgreed {
            try work.add("took over an earlier day of the action", in: onto.subject) { move.taken(over: carried, id: $0) }
        }
        if due != view.due {
            try work.add("set the day of the action", in: onto.subject) { id in
                DateMove(
                    id: id, plan: onto.id, action: carried.id, kind: view.due == nil ? .first : .move, from: view.due, to: due, because: origin,
                    askedOn: work.today, askedBy: proposed.askedBy, decidedOn: work.today, decidedBy: work.actor.subject, outcome: .agreed)
            }
        }
        return try link(item, carried, of: plan, work)
    }

    private func link(_ item: ClosureItem, _ carried: Action, of plan: Plan, _ work: Work) throws -> Action {
        var linked = item
        linked.carriedAs = carried.id
        try work.change("carried the action forward", linked, in: plan.subject)
        return carried
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
            throw Refusal.notClosed(plan)
        }
        (closure.reopenedOn, closure.reopenedBecause) = (work.today, because)
        return try work.change("reopened the plan", closure, in: plan.subject)
    }
}
