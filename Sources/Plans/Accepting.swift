import Kernel
import People
public import Storage

/// One way in which a newer document differs from the plan, to be accepted or left.
public struct PlanChange: Sendable {
    enum Subject: Sendable, Equatable {
        case newFinding(FindingDraft)
        case newAction(ActionDraft, under: String?, drafted: FindingDraft)
        case finding(String, FindingDraft?)
        case action(String, ActionDraft?, under: String?)
    }

    /// Names it in a form; the same for the same document and plan.
    public let key: String
    public let kind: PlanDifference.Kind
    public let reference: String
    public let text: String
    public let fields: [PlanDifference.FieldChange]
    let subject: Subject

    /// Every finding and action of both, in the document's order, then what is gone.
    public static func all(from view: PlanView, to draft: PlanDraft) -> [PlanChange] {
        let difference = PlanDifference(from: view.findings.map { KnownFinding($0, view.facts) }, to: draft)
        let findings = Dictionary(draft.findings.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        let actions = Dictionary(draft.actions.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        return difference.findings.flatMap { change -> [PlanChange] in
            let drafted = change.drafted.flatMap { findings[$0] }
            var own: [PlanChange] = []
            if let known = change.known {
                own.append(PlanChange(
                    key: "finding/\(known)", kind: change.kind, reference: known, text: change.text, fields: change.fields,
                    subject: .finding(known, drafted)))
            } else if let drafted {
                own.append(PlanChange(
                    key: "new-finding/\(drafted.reference)", kind: .added, reference: drafted.reference, text: change.text, fields: [],
                    subject: .newFinding(drafted)))
                // Its actions come with it.
                return own + change.actions.filter { $0.known != nil }.compactMap { of($0, under: change, actions, drafted) }
            }
            return own + change.actions.compactMap { of($0, under: change, actions, drafted) }
        }
    }

    private static func of(
        _ action: PlanDifference.ActionChange, under finding: PlanDifference.FindingChange, _ actions: [String: ActionDraft],
        _ drafted: FindingDraft?
    ) -> PlanChange? {
        let draft = action.drafted.flatMap { actions[$0] }
        if let known = action.known {
            return PlanChange(
                key: "action/\(known)", kind: action.kind, reference: known, text: action.text, fields: action.fields,
                subject: .action(known, draft, under: finding.known))
        }
        guard let draft, let drafted else { return nil }
        return PlanChange(
            key: "new-action/\(draft.reference)", kind: .added, reference: draft.reference, text: action.text, fields: [],
            subject: .newAction(draft, under: finding.known, drafted: drafted))
    }
}

extension KnownFinding {
    init(_ view: FindingView, _ facts: PlanFacts) {
        self.init(
            reference: view.finding.reference.text, text: view.finding.text, fullText: view.finding.fullText,
            actions: view.actions.map { item in
                KnownAction(
                    reference: item.action.reference.text, text: item.action.text, owners: item.action.owners.map(facts.name),
                    due: item.action.due, statedStatus: item.stated?.rawValue)
            })
    }
}

extension Plans {
    /// Makes those of a newer document's changes that were accepted, and says how many. What is gone from it is withdrawn.
    public func accept(_ keys: Set<String>, of draft: PlanDraft, into plan: Plan, named fileName: String, _ work: Work) throws -> Int {
        try PlanPolicy.keeps.check(work.actor)
        let view = PlanView(try work.session.facts(of: plan), on: work.today)
        let changes = PlanChange.all(from: view, to: draft).filter { $0.kind != .unchanged && keys.contains($0.key) }
        let takeover = Takeover(
            title: plan.title, kind: plan.kind, from: max(plan.period.from, work.today), through: plan.period.through,
            findings: view.findings.first?.finding.kind ?? .recommendation, asOf: work.today)
        // A finding that is withdrawn takes its actions along, so they go first.
        let (actions, findings) = (changes.filter { $0.isOfAction }, changes.filter { !$0.isOfAction })
        for change in findings where change.kind != .gone { try make(change, in: plan, fileName, takeover, work) }
        for change in actions { try make(change, in: plan, fileName, takeover, work) }
        for change in findings where change.kind == .gone { try make(change, in: plan, fileName, takeover, work) }
        return changes.count
    }

    private func make(_ change: PlanChange, in plan: Plan, _ fileName: String, _ takeover: Takeover, _ work: Work) throws {
        switch change.subject {
        case .newFinding(let draft):
            // Actions that the plan has already stay where they are until their own change is accepted.
            var fresh = draft
            let known = Set(try work.session.actions("WHERE plan = \(plan.id)").map(\.text))
            fresh.actions.removeAll { known.contains($0.text) }
            try add(fresh, to: plan, takeover, work)
        case .newAction(let draft, let under, _):
            guard let under else { return }
            try add(draft, to: try work.session.finding(under, in: plan), of: plan, takeover, work)
        case .finding(let known, let draft):
            let finding = try work.session.finding(known, in: plan)
            guard let draft, change.kind == .changed else {
                try withdraw(finding, of: plan, because: "Not in \(fileName)", work)
                return
            }
            try edit(finding, of: plan, NewFinding(
                kind: finding.kind, text: draft.text, fullText: draft.fullText ?? finding.fullText), work)
        case .action(let known, let draft, let under):
            let action = try work.session.action(known, in: plan)
            guard let draft, change.kind == .changed else {
                try withdraw(action, of: plan, because: "Not in \(fileName)", work)
                return
            }
            try take(draft, into: action, under: under, change.fields.map(\.field), plan, takeover, work)
        }
    }

    private func take(
        _ draft: ActionDraft, into action: Action, under finding: String?, _ fields: [String], _ plan: Plan,
        _ takeover: Takeover, _ work: Work
    ) throws {
        var changed = action
        if fields.contains("finding"), let finding { changed.finding = try work.session.finding(finding, in: plan).id }
        if fields.contains("text") { changed.text = draft.text }
        if fields.contains("due") { (changed.due, changed.dueWritten) = (draft.due, nil) }
        if fields.contains("owners") {
            changed.owners = []
            for name in draft.owners {
                let party = try People().findOrAdd(name: name, work).id
                if !changed.owners.contains(party) { changed.owners.append(party) }
            }
        }
        if changed != action {
            let saved = try work.change("edited the action", changed, in: plan.subject)
            try saveOwners(of: saved, work)
        }
        if fields.contains("statedStatus"), let stated = draft.statedStatus.flatMap(Colour.init) {
            try update(action, of: plan, NewUpdate(
                asOf: takeover.asOf, narrative: draft.progress ?? "A newer document gives this status.", stated: stated), work)
        }
    }
}

extension PlanChange {
    fileprivate var isOfAction: Bool {
        switch subject {
        case .newFinding, .finding: false
        case .newAction, .action: true
        }
    }
}
