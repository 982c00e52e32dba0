import Kernel
import People
public import Storage

/// What managers do to the findings and actions of a plan.
extension Plans {
    @discardableResult
    public func add(_ new: NewFinding, to plan: Plan, _ work: Work) throws -> Finding {
        try PlanPolicy.keeps.check(work.actor)
        let place = try nextPlace("finding", "plan = \(plan.id)", work)
        let reference = try new.reference ?? nextFree("finding", in: plan, from: place, work) { "\($0)" }
        try refuseTaken("finding", reference, in: plan, by: nil, work)
        return try work.add("added the finding", in: plan.subject) { id in
            Finding(id: id, plan: plan.id, reference: reference, kind: new.kind, text: new.text,
                    fullText: new.fullText, place: place, since: new.since ?? work.today)
        }
    }

    @discardableResult
    public func edit(_ finding: Finding, of plan: Plan, _ new: NewFinding, version: Int? = nil, _ work: Work) throws -> Finding {
        try PlanPolicy.keeps.check(work.actor)
        var changed = finding
        changed.version = version ?? finding.version
        changed.reference = new.reference ?? finding.reference
        try refuseTaken("finding", changed.reference, in: plan, by: finding.id.number, work)
        changed.kind = new.kind
        changed.text = new.text
        changed.fullText = new.fullText
        changed.since = new.since ?? finding.since
        return try work.change("edited the finding", changed, in: plan.subject)
    }

    @discardableResult
    public func add(_ new: NewAction, to finding: Finding, of plan: Plan, _ work: Work) throws -> Action {
        try PlanPolicy.keeps.check(work.actor)
        try refuseWithdrawn(finding: finding, work)
        let owners = try parties(named: new.owners, field: "lead", work)
        let place = try nextPlace("action", "finding = \(finding.id)", work)
        let reference = try new.reference ?? nextFree("action", in: plan, from: place, work) { "\(finding.reference.text.prefix(34)).\($0)" }
        try refuseTaken("action", reference, in: plan, by: nil, work)
        let action = try work.add("added the action", in: plan.subject) { id in
            Action(id: id, plan: plan.id, finding: finding.id, reference: reference, text: new.text, owners: owners,
                   due: new.due, dueWritten: new.dueWritten, successMeasure: new.successMeasure, place: place,
                   since: new.since ?? work.today)
        }
        try saveOwners(of: action, work)
        return action
    }

    @discardableResult
    public func edit(_ action: Action, of plan: Plan, _ new: NewAction, version: Int? = nil, _ work: Work) throws -> Action {
        try PlanPolicy.keeps.check(work.actor)
        var changed = action
        changed.version = version ?? action.version
        changed.reference = new.reference ?? action.reference
        try refuseTaken("action", changed.reference, in: plan, by: action.id.number, work)
        changed.text = new.text
        changed.owners = try parties(named: new.owners, field: "lead", work)
        changed.due = new.due
        changed.dueWritten = new.dueWritten
        changed.successMeasure = new.successMeasure
        changed.since = new.since ?? action.since
        let saved = try work.change("edited the action", changed, in: plan.subject)
        try saveOwners(of: saved, work)
        return saved
    }

    func saveOwners(of action: Action, _ work: Work) throws {
        try work.session.run("DELETE FROM action_owner WHERE action = \(action.id)")
        for (place, owner) in action.owners.enumerated() {
            try work.session.run("INSERT INTO action_owner (action, place, party) VALUES (\(action.id), \(place), \(owner))")
        }
    }

    // MARK: Order

    /// One step towards the front, or away from it. The first stays first.
    public enum Step: String, CaseIterable, Sendable { case up, down }

    public func move(_ finding: Finding, _ step: Step, in plan: Plan, _ work: Work) throws {
        try PlanPolicy.keeps.check(work.actor)
        let line = try work.session.all(Finding.self, "WHERE plan = \(plan.id) ORDER BY place, id")
        for var moved in try renumbered(line, moving: finding.id, step, skipping: withdrawnFindings(in: plan, work)) {
            (moved.0.place) = moved.1
            try work.change("reordered the finding", moved.0, in: plan.subject)
        }
    }

    public func move(_ action: Action, _ step: Step, in plan: Plan, _ work: Work) throws {
        try PlanPolicy.keeps.check(work.actor)
        let line = try work.session.actions("WHERE finding = \(action.finding) ORDER BY place, id")
        for var moved in try renumbered(line, moving: action.id, step, skipping: withdrawnActions(in: plan, work)) {
            moved.0.place = moved.1
            try work.change("reordered the action", moved.0, in: plan.subject)
        }
    }

    /// The records whose place changes, each with its new one.
    private func renumbered<R: Placed>(
        _ line: [R], moving id: ID<R>, _ step: Step, skipping hidden: Set<ID<R>>
    ) throws -> [(R, Int)] {
        let shown = line.indices.filter { !hidden.contains(line[$0].id) }
        guard let at = shown.firstIndex(where: { line[$0].id == id }) else { return [] }
        let other = step == .up ? at - 1 : at + 1
        guard shown.indices.contains(other) else { return [] }
        var order = Array(line.indices)
        order.swapAt(shown[at], shown[other])
        return order.enumerated().compactMap { place, index in
            line[index].place == place + 1 ? nil : (line[index], place + 1)
        }
    }

    // MARK: Withdrawing

    @discardableResult
    public func withdraw(_ finding: Finding, of plan: Plan, because: String, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        try refuseWithdrawn(finding: finding, work)
        return try work.add("withdrew the finding", in: plan.subject) { id in
            Withdrawal(id: id, plan: plan.id, finding: finding.id, on: work.today, because: because)
        }
    }

    @discardableResult
    public func withdraw(_ action: Action, of plan: Plan, because: String, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        try refuseWithdrawn(action: action, work)
        return try work.add("withdrew the action", in: plan.subject) { id in
            Withdrawal(id: id, plan: plan.id, action: action.id, on: work.today, because: because)
        }
    }

    @discardableResult
    public func restore(_ withdrawal: Withdrawal, in plan: Plan, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        guard withdrawal.restoredOn == nil else {
            throw Refusal.conflict("already-restored", "This was put back on \(withdrawal.restoredOn ?? work.today) already.")
        }
        var changed = withdrawal
        changed.restoredOn = work.today
        return try work.change(withdrawal.finding == nil ? "put back the action" : "put back the finding", changed, in: plan.subject)
    }

    private func withdrawnFindings(in plan: Plan, _ work: Work) throws -> Set<ID<Finding>> {
        Set(try work.session.column("SELECT finding FROM withdrawal WHERE plan = \(plan.id) AND finding IS NOT NULL AND restored_on IS NULL"))
    }

    private func withdrawnActions(in plan: Plan, _ work: Work) throws -> Set<ID<Action>> {
        Set(try work.session.column("SELECT action FROM withdrawal WHERE plan = \(plan.id) AND action IS NOT NULL AND restored_on IS NULL"))
    }

    func refuseWithdrawn(finding: Finding, _ work: Work) throws {
        if let gone = try work.session.first(Withdrawal.self, "WHERE finding = \(finding.id) AND restored_on IS NULL") {
            throw Refusal.conflict("finding-withdrawn", "Finding \(finding.reference) was withdrawn on \(gone.on). Put it back first.")
        }
    }

    func refuseWithdrawn(action: Action, _ work: Work) throws {
        if let gone = try work.session.first(Withdrawal.self, "WHERE action = \(action.id) AND restored_on IS NULL") {
            throw Refusal.conflict("action-withdrawn", "Action \(action.reference) was withdrawn on \(gone.on). Put it back first.")
        }
        if let finding = try work.session.find(action.finding) { try refuseWithdrawn(finding: finding, work) }
    }

    // MARK: Places and references

    private func nextPlace(_ table: SQL, _ within: SQL, _ work: Work) throws -> Int {
        try work.session.value("SELECT COALESCE(MAX(place), 0) + 1 FROM \(table) WHERE \(within)") ?? 1
    }

    private func nextFree(_ table: SQL, in plan: Plan, from place: Int, _ work: Work, _ write: (Int) -> String) throws -> Reference {
        for number in place... {
            let candidate = try Reference(write(number))
            if try isFree(table, candidate, in: plan, by: nil, work) { return candidate }
        }
        throw Refusal.conflict("reference-taken", "No free reference was found. Enter one.")
    }

    private func isFree(_ table: SQL, _ reference: Reference, in plan: Plan, by own: Int64?, _ work: Work) throws -> Bool {
        let taken: Int64? = try work.session.value(
            "SELECT id FROM \(table) WHERE plan = \(plan.id) AND reference_key = \(reference.key)")
        return taken == nil || taken == own
    }

    private func refuseTaken(_ table: SQL, _ reference: Reference, in plan: Plan, by own: Int64?, _ work: Work) throws {
        guard try isFree(table, reference, in: plan, by: own, work) else {
            throw Refusal.invalid("reference-taken", "\(plan.title) has another \(table.text) with the reference “\(reference)”.",
                                  fields: [.init("reference", "Choose a reference that no other \(table.text) of this plan has.")])
        }
    }
}

/// A record that has a place in a line.
private protocol Placed: Record { var place: Int { get set } }
extension Finding: Placed {}
extension Action: Placed {}
