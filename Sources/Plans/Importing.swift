public import Kernel
import People
public import Storage

/// Taking over a document: its draft becomes records, with the persons, posts and teams it names.
extension Plans {
    /// What a person says of a document besides what it says itself.
    public struct Takeover: Sendable, Equatable, Codable {
        public var title: String
        public var reference: Reference?
        public var kind: Plan.Kind
        public var source: String?
        public var from: Day
        public var through: Day
        public var rules: RuleSet.Name
        public var findings: Finding.Kind
        /// The day that the document speaks of: its statuses become updates as of this day.
        public var asOf: Day

        public init(
            title: String, reference: Reference? = nil, kind: Plan.Kind, source: String? = nil, from: Day, through: Day,
            rules: RuleSet.Name = .usual, findings: Finding.Kind = .recommendation, asOf: Day
        ) {
            self.title = title
            self.reference = reference
            self.kind = kind
            self.source = source
            self.from = from
            self.through = through
            self.rules = rules
            self.findings = findings
            self.asOf = asOf
        }

        public init(reading fields: inout Fields, today: Day) {
            let plan = NewPlan(reading: &fields)
            (title, reference, kind, source) = (plan.title, plan.reference, plan.kind, plan.source)
            (from, through, rules) = (plan.from, plan.through, plan.rules)
            findings = fields.choice("findings", "Its findings are", default: .recommendation)
            asOf = fields.optionalDay("as-of", "The day it speaks of") ?? today
            if asOf > today { fields.refuse("as-of", "The day it speaks of, \(asOf), is still to come.") }
        }

        /// What is proposed for a draft: its own title, and a period that holds its days.
        public init(proposedFor draft: PlanDraft, fileName: String, today: Day) {
            let days = draft.actions.flatMap { [$0.startsOn, $0.due].compactMap(\.self) }
            let first = min(days.min() ?? today, today)
            self.init(
                title: draft.title ?? Takeover.bare(fileName), kind: .improvement, from: first.startOfMonth,
                through: max(days.max() ?? first.adding(months: 12), first).endOfMonth, asOf: today)
        }

        /// What the form of an import begins with, by the names of its fields.
        var entries: [String: String] {
            ["title": title, "kind": kind.rawValue, "findings": findings.rawValue, "source": source ?? "", "from": from.iso,
             "through": through.iso, "as-of": asOf.iso, "rules": rules.rawValue, "reference": reference?.text ?? ""]
        }

        /// `Peer review plan` for `Peer review plan.docx`.
        private static func bare(_ fileName: String) -> String {
            fileName.lastIndex(of: ".").map { String(fileName[..<$0]) }.flatMap { $0.isEmpty ? nil : $0 } ?? fileName
        }
    }

    /// Makes a plan of a draft. Cells that nobody answered for stay empty, with what was written kept beside them.
    @discardableResult
    public func takeOver(_ draft: PlanDraft, as takeover: Takeover, _ work: Work) throws -> Plan {
        guard !draft.findings.isEmpty else {
            throw Refusal.invalid("no-findings", "The document has no finding to make a plan of.")
        }
        let plan = try begin(
            NewPlan(reference: takeover.reference, title: takeover.title, kind: takeover.kind, source: takeover.source,
                    from: takeover.from, through: takeover.through, rules: takeover.rules), work)
        for finding in draft.findings { try add(finding, to: plan, takeover, work) }
        return plan
    }

    /// Adds one finding of a draft with its actions.
    @discardableResult
    func add(_ draft: FindingDraft, to plan: Plan, _ takeover: Takeover, _ work: Work) throws -> Finding {
        let finding = try add(
            NewFinding(reference: try usable(draft.reference, "finding", plan, work), kind: takeover.findings, text: draft.text,
                       fullText: draft.fullText == draft.text ? nil : draft.fullText, since: takeover.from), to: plan, work)
        for action in draft.actions { try add(action, to: finding, of: plan, takeover, work) }
        return finding
    }

    @discardableResult
    func add(_ draft: ActionDraft, to finding: Finding, of plan: Plan, _ takeover: Takeover, _ work: Work) throws -> Action {
        for name in draft.owners { _ = try People().findOrAdd(name: name, work) }
        let action = try add(
            NewAction(reference: try usable(draft.reference, "action", plan, work), text: draft.text, owners: draft.owners,
                      due: draft.due, dueWritten: draft.due == nil && !draft.dueWritten.isEmpty ? draft.dueWritten : nil,
                      successMeasure: draft.successMeasure, since: max(takeover.from, draft.startsOn ?? takeover.from)),
            to: finding, of: plan, work)
        let stated = draft.statedStatus.flatMap(Colour.init)
        if stated != nil || draft.progress != nil {
            let written = draft.statusWritten.isEmpty ? "" : ": \(draft.statusWritten)"
            let narrative = draft.progress ?? "The document gave this status\(written)."
            try keep(NewUpdate(
                asOf: takeover.asOf, narrative: narrative, stated: stated,
                forecast: draft.revisedDue.flatMap { $0 >= takeover.asOf ? $0 : nil }), about: action, of: plan, work)
        }
        // A document that calls an action complete seldom says since when; then it is the day the document speaks of.
        let done = draft.completedOn ?? (stated == .blue ? takeover.asOf : nil)
        if let done, done <= work.today {
            try keep(NewCompletion(on: done, narrative: "The document says that it is complete.", restIsNotNeeded: true), of: action, in: plan, work)
        }
        return action
    }

    /// A document's own reference where it can stand in an address and is free; nil to number it ourselves.
    private func usable(_ written: String, _ table: SQL, _ plan: Plan, _ work: Work) throws -> Reference? {
        let joined = written.split(whereSeparator: { $0.isWhitespace || $0 == "/" }).joined(separator: "-")
        guard let reference = Reference(checking: joined), !reference.isNew else { return nil }
        return try isFree(table, reference, in: plan, by: nil, work) ? reference : nil
    }
}
