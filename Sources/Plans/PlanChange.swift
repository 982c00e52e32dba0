import Kernel

/// One way in which a newer document differs from the plan, to be taken or left.
public struct PlanChange: Sendable {
    enum Subject: Sendable {
        /// With those of its actions that the plan has not; the others have changes of their own.
        case newFinding(FindingDraft)
        /// Under the finding that the plan has by this reference.
        case newAction(ActionDraft, under: String)
        /// Nothing is drafted where the document has it no more.
        case finding(String, FindingDraft?)
        case action(String, ActionDraft?, under: Home)
    }

    /// The finding that an action stands under in the document: one of the plan, or one that the document brings.
    enum Home: Sendable {
        case known(String), drafted(String)
    }

    /// Names it in a form; the same for the same document and plan.
    public let key: String
    public let kind: PlanDifference.Kind
    public let reference: String
    public let text: String
    public let fields: [PlanDifference.FieldChange]
    let subject: Subject

    /// Every finding and action of both, in the document's order, then what is gone. A new finding brings its new actions.
    public static func all(from view: PlanView, to draft: PlanDraft) -> [PlanChange] {
        let difference = PlanDifference(from: view.findings.map { KnownFinding($0, view.facts) }, to: draft)
        let findings = Dictionary(draft.findings.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        let actions = Dictionary(draft.actions.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        return difference.findings.flatMap { change -> [PlanChange] in
            let drafted = change.drafted.flatMap { findings[$0] }
            if let known = change.known {
                let own = PlanChange(
                    key: "finding/\(known)", kind: change.kind, reference: known, text: change.text, fields: change.fields,
                    subject: .finding(known, drafted))
                return [own] + change.actions.compactMap { of($0, under: .known(known), actions) }
            }
            guard var drafted else { return [] }
            let moved = change.actions.filter { $0.known != nil }
            drafted.actions.removeAll { action in moved.contains { $0.drafted == action.reference } }
            let own = PlanChange(
                key: "new-finding/\(drafted.reference)", kind: .added, reference: drafted.reference, text: change.text, fields: [],
                subject: .newFinding(drafted))
            return [own] + moved.compactMap { of($0, under: .drafted(drafted.reference), actions) }
        }
    }

    private static func of(_ action: PlanDifference.ActionChange, under home: Home, _ actions: [String: ActionDraft]) -> PlanChange? {
        let draft = action.drafted.flatMap { actions[$0] }
        if let known = action.known {
            return PlanChange(
                key: "action/\(known)", kind: action.kind, reference: known, text: action.text, fields: action.fields,
                subject: .action(known, draft, under: home))
        }
        guard let draft, case .known(let finding) = home else { return nil }
        return PlanChange(
            key: "new-action/\(draft.reference)", kind: .added, reference: draft.reference, text: action.text, fields: [],
            subject: .newAction(draft, under: finding))
    }

    var isOfAction: Bool {
        switch subject {
        case .newFinding, .finding: false
        case .newAction, .action: true
        }
    }
}

extension KnownFinding {
    init(_ view: FindingView, _ facts: PlanFacts) {
        self.init(
            reference: view.finding.reference.text, text: view.finding.text, fullText: view.finding.fullText,
            actions: view.actions.map { item in
                KnownAction(
                    reference: item.action.reference.text, text: item.action.text, owners: item.action.owners.map(facts.name),
                    due: item.due, statedStatus: item.stated?.rawValue)
            })
    }
}
