import Kernel

/// What happened to one finding between two views of its plan, the actions that answer it left aside.
struct FindingHappenings {
    private let before: FindingView
    private let now: FindingView
    private let plans: (before: PlanView, now: PlanView)
    private var left: Set<Aspect>
    private(set) var all: [Happening] = []

    static func between(_ before: FindingView?, _ now: FindingView?, in plans: (before: PlanView, now: PlanView)) -> [Happening] {
        if let before, let now { return FindingHappenings(before, now, plans).all }
        if let finding = now?.finding {
            return [Happening(.added, finding, "\(finding.kind.words.lowercased())\(finding.since > plans.before.day ? " added on" : ", in the plan since") \(finding.since)", [finding.named], [.presence])]
        }
        guard let finding = before?.finding else { return [] }
        let gone = plans.now.facts.withdrawals.last { $0.finding == finding.id && $0.holds(on: plans.now.day) }
        let why = gone.map { "withdrawn on \($0.on): \($0.because.inOneLine(atMost: 300))" } ?? "no longer in the plan"
        return [Happening(.withdrawn, finding, why, [gone?.named ?? finding.named], [.presence])]
    }

    private init(_ before: FindingView, _ now: FindingView, _ plans: (before: PlanView, now: PlanView)) {
        self.before = before
        self.now = now
        self.plans = plans
        left = Aspect.differing(before, now)
        tellInspectorate()
        tellClosing()
        tellEvidence()
        tellWording()
    }

    private mutating func tell(_ kind: Happening.Kind, _ words: String, _ records: [Subject], _ aspects: Set<Aspect>) {
        let told = aspects.intersection(left)
        left.subtract(told)
        all.append(Happening(kind, now.finding, words, records.isEmpty ? [now.finding.named] : records, told))
    }

    private mutating func tellInspectorate() {
        guard left.contains(.inspectorate) else { return }
        if let closed = now.closing.inspectorate {
            let again = before.closing.inspectorate == nil ? "closed" : "reopened and closed again"
            return tell(.inspectorateClosed, "\(again) by the inspectorate on \(closed.on), with letter \(closed.letter) of \(closed.author): “\(closed.words.inOneLine(atMost: 300))”",
                        [closed.named], [.inspectorate])
        }
        let was = before.closing.inspectorate
        let gone = was.flatMap { old in plans.now.facts.closing.inspectorate.first { $0.id == old.id } }
        let why = gone?.reopenedBecause.map { ": \($0.inOneLine(atMost: 300))" } ?? ""
        tell(.inspectorateReopened, "reopened by the inspectorate\(gone?.reopenedOn.map { " on \($0)" } ?? "")\(why); it had closed it\(was.map { " on \($0.on)" } ?? "")",
             [was?.named].compactMap(\.self), [.inspectorate])
    }

    private mutating func tellClosing() {
        guard left.contains(.closing) else { return }
        let own = now.actions.compactMap(\.closing.acceptance?.named)
        switch now.closing.state {
        case .byService(let day):
            let still = now.closing.isLeftWithInspectorate ? ", and still open with the inspectorate" : ""
            tell(.closed, "closed by the service on \(day)\(still)", own, [.closing])
        case .notImplemented(let day):
            let record = plans.now.facts.closing.notImplemented.last { $0.finding == now.finding.id && $0.holds(on: plans.now.day) }
            tell(.notImplemented, "closed, not implemented, on \(day)\(record.map { ": \($0.because.inOneLine(atMost: 300))" } ?? "")", [record?.named].compactMap(\.self), [.closing])
        case .endedWithPlan:
            let still = now.closing.isLeftWithInspectorate ? ", and still open with the inspectorate" : ""
            tell(.ended, "\(now.closing.state.words ?? "")\(still)", own, [.closing])
        case .done: tell(.allDone, "everything that answers it is said to be done, and not all of it is verified", own, [.closing])
        case .open:
            let was = switch before.closing.state {
            case .byService, .notImplemented: "it had been \(before.closing.state.words ?? "")"
            case .endedWithPlan: "it had \(before.closing.state.words ?? "")"
            case .done, .open: "everything that answers it had been said to be done"
            }
            tell(.reopened, "open again; \(was)", [], [.closing])
        }
    }

    private mutating func tellEvidence() {
        guard left.contains(.evidence) else { return }
        let (kind, words, records) = EvidenceChange.told(before.evidence, now.evidence)
        tell(kind, words, records, [.evidence])
    }

    private mutating func tellWording() {
        guard left.contains(.wording) else { return }
        let (was, holds) = (before.finding, now.finding)
        let changes = [
            was.reference == holds.reference ? nil : "its reference was \(was.reference)",
            was.kind == holds.kind ? nil : "it was called \(was.kind.words.lowercased())",
            was.text == holds.text ? nil : "it was worded “\(was.text.inOneLine(atMost: 300))”",
            was.fullText == holds.fullText ? nil : "its full text was \(was.fullText.map { "“\($0.inOneLine(atMost: 300))”" } ?? "not there")",
        ].compactMap(\.self)
        tell(.reworded, "before, \(listed(changes))", [], [.wording])
    }
}
