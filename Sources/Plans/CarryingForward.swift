import Kernel
import People
import Storage

/// Where an action is to go on when its plan is closed.
struct Destination {
    let plan: Plan
    let finding: Finding?
    let owner: ID<Party>?
}

/// What is said once of all that are carried forward; nil where nothing is, or what can't be.
struct ForAllOnRecord {
    var onto: Plan?
    var owner: ID<Party>?
}

extension Plans {
    /// What is wrong with what is the same for all is told once, beside the fields for all.
    func forAll(_ items: [NewPlanClosure.Item], from plan: Plan, _ errors: inout [Refusal.Field], _ work: Work) throws -> ForAllOnRecord {
        var found = ForAllOnRecord()
        func first(_ part: NewPlanClosure.Item.Part) -> NewPlanClosure.Item? { items.first { $0.asForAll.contains(part) } }
        do {
            if let onto = first(.onto)?.onto { found.onto = try self.onto(onto, from: plan, "What is carried forward", at: "onto", work) }
        } catch let refusal as Refusal { errors += refusal.fields }
        do {
            if let owner = first(.owner)?.owner { found.owner = try parties(named: [(owner, "owner")], work)[0] }
        } catch let refusal as Refusal { errors += refusal.fields }
        if let due = first(.due)?.due, due < work.today {
            errors.append(.init("due", "Nothing can be promised for \(due), which has gone by. Choose \(work.today) or a later day."))
        }
        return found
    }

    /// Nil where nothing is carried forward, and where what is wrong was told for all.
    ///
    /// - Throws: `fields-need-attention`, `move-waits-already`
    func destination(_ item: NewPlanClosure.Item, of view: ActionView, from plan: Plan, _ forAll: ForAllOnRecord, _ work: Work) throws -> Destination? {
        guard item.kind == .carriedForward else { return nil }
        let before = try work.session.carriedBefore(view.action)
        if let obstacle = before?.obstacle(to: view) { throw Refusal.fields([.init("kind-\(item.action)", obstacle)]) }
        guard let reference = item.onto, let due = item.due else {
            throw Refusal.fields([.init("onto-\(item.action)", "Say under which plan \(item.action) goes on, and by which day.")])
        }
        if !item.asForAll.contains(.due), due < work.today {
            throw Refusal.fields([.init("due-\(item.action)", "\(item.action) can’t be promised for \(due), which has gone by. Choose \(work.today) or a later day.")])
        }
        let found = try item.asForAll.contains(.onto) ? forAll.onto : onto(reference, from: plan, item.action, at: "onto-\(item.action)", work)
        guard let onto = found else { return nil }
        let finding = try item.finding.map { try self.finding($0, of: item, in: onto, work) }
        if let before {
            if let wrong = before.wrong(item, onto: onto, under: finding) { throw Refusal.fields([wrong]) }
            if let waits = try waits(before, for: due, work) {
                throw Refusal("move-waits-already", .conflict, waits, fields: [.init("due-\(item.action)", waits)])
            }
        }
        guard !item.asForAll.contains(.owner) else { return Destination(plan: onto, finding: finding, owner: forAll.owner) }
        return Destination(plan: onto, finding: finding, owner: try item.owner.map { try parties(named: [($0, "owner-\(item.action)")], work)[0] })
    }

    private func onto(_ reference: String, from plan: Plan, _ what: String, at field: String, _ work: Work) throws -> Plan {
        do {
            let onto = try work.session.plan(reference)
            guard onto.id != plan.id else { throw Refusal.fields([.init(field, "\(what) goes on under another plan than the one that is closed.")]) }
            try refuseClosed(onto, work)
            return onto
        } catch let refusal as Refusal {
            throw Refusal.fields([.init(field, refusal.sentence)])
        }
    }

    /// - Parameter written: its reference, or after that of its plan: `culture/2`.
    private func finding(_ written: String, of item: NewPlanClosure.Item, in onto: Plan, _ work: Work) throws -> Finding {
        let field = "finding-\(item.action)"
        let parts = written.split(separator: "/", maxSplits: 1).map(\.trimmed)
        if parts.count == 2, parts[0].lowercased() != onto.reference.key {
            throw Refusal.fields([.init(field, "“\(written)” is of another plan than \(onto.title), under which \(item.action) goes on. Choose a finding of that, or the other plan.")])
        }
        do {
            let finding = try work.session.finding(String(parts.last ?? ""), in: onto)
            try refuseWithdrawn(finding, work)
            return finding
        } catch let refusal as Refusal {
            throw Refusal.fields([.init(field, refusal.sentence)])
        }
    }
}
