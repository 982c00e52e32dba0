import Kernel
import People
public import Storage

/// What managers enter and correct in a plan. `Ordering.swift` moves it and `Withdrawing.swift` takes it out.
extension Plans {
    /// Adds a finding after those there are, under its own reference or the next number.
    ///
    /// - Throws: `not-allowed`, `reference-taken`
    @discardableResult
    public func add(_ new: NewFinding, to plan: Plan, _ work: Work) throws -> Finding {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        return try enter(new, to: plan, work)
    }

    /// Adds a finding, whoever may decide that it is added.
    func enter(_ new: NewFinding, to plan: Plan, _ work: Work) throws -> Finding {
        let place = try nextPlace("finding", "plan = \(plan.id)", work)
        let reference = try new.reference ?? nextFree("finding", in: plan, from: place, work) { "\($0)" }
        try refuseTaken("finding", reference, in: plan, by: nil, work)
        return try work.add("added the finding", in: plan.subject) { id in
            Finding(id: id, plan: plan.id, reference: reference, kind: new.kind, text: new.text,
                    fullText: new.fullText, place: place, since: new.since ?? work.today)
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `reference-taken`, `changed-meanwhile`
    @discardableResult
    public func edit(_ finding: Finding, of plan: Plan, _ new: NewFinding, version: Int? = nil, _ work: Work) throws -> Finding {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
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

    /// Adds an action after those that answer the finding, under its own reference or the finding's with the next number.
    ///
    /// - Throws: `not-allowed`, `finding-withdrawn`, `fields-need-attention`, `reference-taken`
    @discardableResult
    public func add(_ new: NewAction, to finding: Finding, of plan: Plan, _ work: Work) throws -> Action {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        try refuseWithdrawn(finding, work)
        return try enter(new, owners: owners(of: new, work), to: finding, of: plan, work)
    }

    /// Adds an action, whoever may decide that it is added.
    func enter(_ new: NewAction, owners: [ID<Party>], to finding: Finding, of plan: Plan, _ work: Work) throws -> Action {
        let place = try nextPlace("action", "finding = \(finding.id)", work)
        let reference = try new.reference ?? nextFree("action", in: plan, from: place, work) { "\(finding.reference.text.prefix(34)).\($0)" }
        try refuseTaken("action", reference, in: plan, by: nil, work)
        let action = try work.add("added the action", in: plan.subject) { id in
            Action(id: id, plan: plan.id, finding: finding.id, reference: reference, text: new.text, owners: owners,
                   due: new.due, dueWritten: new.dueWritten, successMeasure: new.successMeasure, place: place,
                   since: new.since ?? work.today)
        }
        try work.save(action.owners, of: action.id, in: Action.ownerTable)
        return action
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `fields-need-attention`, `reference-taken`, `changed-meanwhile`, and what keeps a day from being corrected
    @discardableResult
    public func edit(_ action: Action, of plan: Plan, _ new: NewAction, version: Int? = nil, _ work: Work) throws -> Action {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        var changed = action
        changed.version = version ?? action.version
        changed.reference = new.reference ?? action.reference
        try refuseTaken("action", changed.reference, in: plan, by: action.id.number, work)
        changed.text = new.text
        changed.owners = try owners(of: new, work)
        changed.dueWritten = new.dueWritten
        changed.successMeasure = new.successMeasure
        changed.since = new.since ?? action.since
        let saved = try work.change("edited the action", changed, in: plan.subject)
        try setDue(of: saved, to: new.due, correcting: new.correction, in: plan, work)
        try work.save(saved.owners, of: saved.id, in: Action.ownerTable)
        return saved
    }

    private func owners(of new: NewAction, _ work: Work) throws -> [ID<Party>] {
        try parties(named: new.owners.enumerated().map { place, name in (name, place == 0 ? "lead" : "joint") }, work)
    }

    // MARK: References

    private func nextFree(_ table: SQL, in plan: Plan, from place: Int, _ work: Work, _ write: (Int) -> String) throws -> Reference {
        var number = place
        while true {
            let candidate = try Reference(write(number))
            if try isFree(table, candidate, in: plan, by: nil, work) { return candidate }
            number += 1
        }
    }

    func isFree(_ table: SQL, _ reference: Reference, in plan: Plan, by own: Int64?, _ work: Work) throws -> Bool {
        let taken: Int64? = try work.session.value(
            "SELECT id FROM \(table) WHERE plan = \(plan.id) AND reference_key = \(reference.key)")
        return taken == nil || taken == own
    }

    private func refuseTaken(_ table: SQL, _ reference: Reference, in plan: Plan, by own: Int64?, _ work: Work) throws {
        try reference.refuseNew()
        guard try isFree(table, reference, in: plan, by: own, work) else {
            throw Refusal.referenceTaken(
                "\(plan.title) has another \(table.text) with the reference “\(reference)”.",
                "Choose a reference that no other \(table.text) of this plan has.")
        }
    }
}
