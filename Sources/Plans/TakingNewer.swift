import Kernel
import People
public import Storage

/// Taking what is new from a newer version of a document.
extension Plans {
    /// Makes those of a newer document's changes that are wanted, and says how many it made: a day that is asked for already is not
    /// asked for again. What is gone from the document is withdrawn.
    ///
    /// - Parameter keys: of the changes that are wanted; a key that names none is as if it were not there.
    /// - Throws: `not-allowed`
    public func take(_ keys: Set<String>, from draft: PlanDraft, into plan: Plan, named fileName: String, _ work: Work) throws -> Int {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        let view = PlanView(try work.session.facts(of: plan), on: work.today)
        let changes = PlanChange.all(from: view, to: draft).filter { $0.kind != .unchanged && keys.contains($0.key) }
        let takeover = Takeover(
            title: plan.title, kind: plan.kind, from: max(plan.period.from, work.today), through: plan.period.through,
            findings: view.findings.first?.finding.kind ?? .recommendation, asOf: work.today)
        var taking = Taking(plan: plan, fileName: fileName, takeover: takeover)
        // A new finding is there before an action moves to it. One that is withdrawn takes its actions along, so it goes last.
        let (actions, findings) = (changes.filter(\.isOfAction), changes.filter { !$0.isOfAction })
        var made = 0
        for change in findings where change.kind != .gone { made += try make(change, &taking, work) ? 1 : 0 }
        for change in actions { made += try make(change, &taking, work) ? 1 : 0 }
        for change in findings where change.kind == .gone { made += try make(change, &taking, work) ? 1 : 0 }
        return made
    }

    /// What every change is made with.
    private struct Taking {
        let plan: Plan
        let fileName: String
        let takeover: Takeover
        /// The findings that the document brought, by the reference it gives them.
        var brought: [String: Finding] = [:]
    }

    /// - Returns: whether anything was to be changed.
    private func make(_ change: PlanChange, _ taking: inout Taking, _ work: Work) throws -> Bool {
        let (plan, takeover) = (taking.plan, taking.takeover)
        switch change.subject {
        case .newFinding(let draft):
            taking.brought[draft.reference] = try add(draft, to: plan, takeover, work)
        case .newAction(let draft, let finding):
            try add(draft, to: try work.session.finding(finding, in: plan), of: plan, takeover, work)
        case .finding(let known, let draft):
            let finding = try work.session.finding(known, in: plan)
            guard let draft else {
                try withdraw(finding, of: plan, because: "Not in \(taking.fileName)", work)
                return true
            }
            try edit(finding, of: plan, NewFinding(
                kind: finding.kind, text: draft.text, fullText: draft.fullText ?? finding.fullText), work)
        case .action(let known, let draft, let home):
            let action = try work.session.action(known, in: plan)
            guard let draft else {
                try withdraw(action, of: plan, because: "Not in \(taking.fileName)", work)
                return true
            }
            // It stays where it is when the finding it moved to is not wanted.
            let finding: Finding? = switch home {
            case .known(let reference): try work.session.finding(reference, in: plan)
            case .drafted(let reference): taking.brought[reference]
            }
            return try bring(action, to: draft, under: finding, change.fields.map(\.field), taking, work)
        }
        return true
    }

    private func bring(
        _ action: Action, to draft: ActionDraft, under finding: Finding?, _ fields: [String], _ taking: Taking, _ work: Work
    ) throws -> Bool {
        let plan = taking.plan
        var changed = action
        if fields.contains("finding"), let finding {
            changed.finding = finding.id
            changed.place = try nextPlace("action", "finding = \(finding.id)", work)
        }
        if fields.contains("text") { changed.text = draft.text }
        if fields.contains("owners") {
            changed.owners = []
            for name in draft.owners {
                let party = try People().findOrAdd(name: name, work).id
                if !changed.owners.contains(party) { changed.owners.append(party) }
            }
        }
        if changed != action {
            let saved = try work.change("edited the action", changed, in: plan.subject)
            try work.save(saved.owners, of: saved.id, in: Action.ownerTable)
        }
        var isMade = changed != action
        if fields.contains("due"), let due = draft.due, try bringDue(due, of: action, taking, work) { isMade = true }
        if fields.contains("statedStatus"), let stated = draft.statedStatus.flatMap(Colour.init) {
            isMade = true
            try keep(NewUpdate(
                asOf: taking.takeover.asOf, narrative: draft.progress ?? "A newer document gives this status.", stated: stated), about: action, of: plan, work)
            if stated == .blue, try work.session.completion(of: action) == nil {
                try keep(NewCompletion(
                    on: min(draft.completedOn ?? work.today, work.today), narrative: "A newer document says that it is complete.", restIsNotNeeded: true),
                    of: action, in: plan, work)
            }
        }
        return isMade
    }

    /// A newer document that gives another day asks for it, as anybody would: it moves when an approver agrees.
    private func bringDue(_ day: Day, of action: Action, _ taking: Taking, _ work: Work) throws -> Bool {
        let due = try work.session.dueDay(of: action, on: work.today)
        guard due.open == nil, due.inForce != day, try work.session.completion(of: action) == nil else { return false }
        if due.inForce == nil {
            try setDue(of: action, to: day, correcting: "\(taking.fileName) gives this day", in: taking.plan, work)
            return true
        }
        try askToMove(action, of: taking.plan, NewDateMove(to: day, because: "\(taking.fileName) gives this day"), work)
        return true
    }
}
