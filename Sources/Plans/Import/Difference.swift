public import Kernel

/// A finding that Muster holds, as far as a document can be compared with it.
public struct KnownFinding: Sendable, Equatable {
    public let reference: String
    public let text: String
    public let fullText: String?
    public let actions: [KnownAction]

    public init(reference: String, text: String, fullText: String? = nil, actions: [KnownAction] = []) {
        self.reference = reference
        self.text = text
        self.fullText = fullText
        self.actions = actions
    }
}

/// An action that Muster holds, as far as a document can be compared with it.
public struct KnownAction: Sendable, Equatable {
    public let reference: String
    public let text: String
    public let owners: [String]
    public let due: Day?
    public let statedStatus: String?

    public init(reference: String, text: String, owners: [String] = [], due: Day? = nil, statedStatus: String? = nil) {
        self.reference = reference
        self.text = text
        self.owners = owners
        self.due = due
        self.statedStatus = statedStatus
    }
}

/// What a changed document would change in a plan that was imported before.
///
/// A finding or an action is the same when its text is alike; its reference counts less, because numbers move when a row
/// is put in. A day that could not be read, and a status that the document does not state, change nothing.
public struct PlanDifference: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable { case added, changed, gone, unchanged }

    /// One field that the document words differently.
    public struct FieldChange: Sendable, Equatable, Codable {
        /// `text`, `fullText`, `owners`, `due`, `statedStatus` or `finding`.
        public let field: String
        public let from: String?
        public let to: String?
    }

    public struct ActionChange: Sendable, Equatable, Codable {
        public let kind: Kind
        /// The reference that Muster knows it by; nil when it is added.
        public let known: String?
        /// The reference that the draft gives it; nil when it is gone.
        public let drafted: String?
        public let text: String
        public let fields: [FieldChange]
    }

    public struct FindingChange: Sendable, Equatable, Codable {
        public let kind: Kind
        public let known: String?
        public let drafted: String?
        public let text: String
        public let fields: [FieldChange]
        public let actions: [ActionChange]
    }

    /// The draft's findings in its order, then those that are gone.
    public let findings: [FindingChange]

    public func count(_ kind: Kind) -> Int { findings.flatMap(\.actions).filter { $0.kind == kind }.count }

    /// Whether the document says what Muster holds already.
    public var isEmpty: Bool { findings.allSatisfy { $0.kind == .unchanged && $0.actions.allSatisfy { $0.kind == .unchanged } } }

    public init(from known: [KnownFinding], to draft: PlanDraft) {
        let pairs = PlanDifference.pairs(
            known.map { ($0.reference, [$0.text] + ($0.fullText.map { [$0] } ?? [])) },
            draft.findings.map { ($0.reference, [$0.text] + ($0.fullText.map { [$0] } ?? [])) }, least: 0.5)
        // Actions are matched over the whole plan, so that one which moved to another finding is not taken for a new one.
        let held = known.enumerated().flatMap { index, finding in finding.actions.map { (finding: index, action: $0) } }
        let given = draft.findings.enumerated().flatMap { index, finding in finding.actions.map { (finding: index, action: $0) } }
        let same = PlanDifference.pairs(
            held.map { ($0.action.reference, [$0.action.text]) }, given.map { ($0.action.reference, [$0.action.text]) }, least: 0.5,
            bonus: { pairs[given[$1].finding] == held[$0].finding ? 0.15 : 0 })
        var changes: [FindingChange] = []
        for (index, finding) in draft.findings.enumerated() {
            let old = pairs[index].map { known[$0] }
            var actions: [ActionChange] = []
            for (at, new) in given.enumerated() where new.finding == index {
                actions.append(PlanDifference.change(from: same[at].map { held[$0].action }, to: new.action,
                                                     moved: same[at].map { held[$0].finding != pairs[index] ? known[held[$0].finding].reference : nil } ?? nil, under: finding))
            }
            if let position = pairs[index] {
                for (at, gone) in held.enumerated() where gone.finding == position && !same.values.contains(at) {
                    actions.append(ActionChange(kind: .gone, known: gone.action.reference, drafted: nil, text: gone.action.text, fields: []))
                }
            }
            var fields: [FieldChange] = []
            if let old {
                if old.text.sameness != finding.text.sameness { fields.append(FieldChange(field: "text", from: old.text, to: finding.text)) }
                if let full = finding.fullText, old.fullText?.sameness != full.sameness { fields.append(FieldChange(field: "fullText", from: old.fullText, to: full)) }
            }
            changes.append(FindingChange(
                kind: old == nil ? .added : fields.isEmpty ? .unchanged : .changed, known: old?.reference, drafted: finding.reference,
                text: finding.text, fields: fields, actions: actions))
        }
        for (index, finding) in known.enumerated() where !pairs.values.contains(index) {
            let gone = held.indices.filter { at in held[at].finding == index && !same.values.contains(at) }.map {
                ActionChange(kind: .gone, known: held[$0].action.reference, drafted: nil, text: held[$0].action.text, fields: [])
            }
            changes.append(FindingChange(kind: .gone, known: finding.reference, drafted: nil, text: finding.text, fields: [], actions: gone))
        }
        findings = changes
    }

    private static func change(from old: KnownAction?, to new: ActionDraft, moved: String?, under finding: FindingDraft) -> ActionChange {
        guard let old else { return ActionChange(kind: .added, known: nil, drafted: new.reference, text: new.text, fields: []) }
        var fields: [FieldChange] = []
        if let moved { fields.append(FieldChange(field: "finding", from: moved, to: finding.reference)) }
        if old.text.sameness != new.text.sameness { fields.append(FieldChange(field: "text", from: old.text, to: new.text)) }
        if !new.owners.isEmpty, old.owners.map(\.ownerKey) != new.owners.map(\.ownerKey) {
            fields.append(FieldChange(field: "owners", from: old.owners.joined(separator: "; "), to: new.owners.joined(separator: "; ")))
        }
        if let due = new.due, due != old.due { fields.append(FieldChange(field: "due", from: old.due?.iso, to: due.iso)) }
        if let status = new.statedStatus, status != old.statedStatus { fields.append(FieldChange(field: "statedStatus", from: old.statedStatus, to: status)) }
        return ActionChange(kind: fields.isEmpty ? .unchanged : .changed, known: old.reference, drafted: new.reference, text: new.text, fields: fields)
    }

    /// Which held thing each drafted one is: by the draft's position, the held one's.
    private static func pairs(
        _ held: [(reference: String, texts: [String])], _ drafted: [(reference: String, texts: [String])], least: Double,
        bonus: (Int, Int) -> Double = { _, _ in 0 }
    ) -> [Int: Int] {
        let heldWords = held.map { $0.texts.map(Similarity.words) }, draftedWords = drafted.map { $0.texts.map(Similarity.words) }
        let similarity = Similarity((heldWords + draftedWords).flatMap { $0 })
        var holders: [String: Set<Int>] = [:]
        for (index, texts) in heldWords.enumerated() { for word in Set(texts.flatMap { $0 }) { holders[word, default: []].insert(index) } }
        var scores: [(held: Int, drafted: Int, score: Double)] = []
        for (new, texts) in draftedWords.enumerated() {
            var shared: [Int: Int] = [:]
            for word in Set(texts.flatMap { $0 }) { for old in holders[word] ?? [] { shared[old, default: 0] += 1 } }
            let near = shared.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(25)
            for (old, _) in near {
                let likeness = texts.flatMap { a in heldWords[old].map { similarity.likeness(a, $0) } }.max() ?? 0
                let reference = held[old].reference.lowercased() == drafted[new].reference.lowercased() ? 0.2 : 0
                // A reference helps only texts that have something in common.
                guard likeness >= 0.3 else { continue }
                let score = likeness + reference + bonus(old, new)
                if score >= least + (likeness < 1 ? 0.1 : 0) { scores.append((old, new, score)) }
            }
        }
        var result: [Int: Int] = [:], taken: Set<Int> = []
        for (old, new, _) in scores.sorted(by: { ($0.score, $1.drafted, $1.held) > ($1.score, $0.drafted, $0.held) })
        where result[new] == nil && taken.insert(old).inserted { result[new] = old }
        return result
    }
}
