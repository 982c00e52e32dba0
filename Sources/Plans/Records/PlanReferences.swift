public import Kernel
import Storage

extension PlanFacts {
    /// What each record is known by in the plan: `action/3` is `2.1`, and so is what was said of it.
    public var references: [Subject: String] {
        let own = Dictionary(uniqueKeysWithValues: actions.map { ($0.id, $0.reference.text) })
        let far = Dictionary(others.flatMap(\.actions).map { ($0.id, $0.reference.text) }) { first, _ in first }
        var references: [Subject: String] = [:]
        for other in others {
            for action in other.actions { references[action.subject] = "\(action.reference) of \(other.plan.title)" }
        }
        for finding in findings { references[finding.subject] = finding.reference.text }
        for action in actions { references[action.subject] = action.reference.text }
        for milestone in milestones { references[milestone.subject] = own[milestone.action] }
        for withdrawal in withdrawals {
            references[withdrawal.subject] = withdrawal.action.flatMap { own[$0] }
                ?? withdrawal.finding.flatMap { id in findings.first { $0.id == id }?.reference.text }
        }
        for update in updates { references[update.subject] = own[update.action] }
        for move in moves { references[move.subject] = own[move.action] }
        for completion in completions { references[completion.subject] = own[completion.action] }
        for acceptance in closing.acceptances { references[acceptance.subject] = own[acceptance.action] }
        for item in closing.items { references[item.subject] = own[item.action] }
        for one in closing.notImplemented {
            references[one.subject] = one.action.flatMap { own[$0] } ?? one.finding.flatMap { id in findings.first { $0.id == id }?.reference.text }
        }
        for one in closing.findings { references[one.subject] = findings.first { $0.id == one.finding }?.reference.text }
        for one in closing.looks { references[one.subject] = findings.first { $0.id == one.finding }?.reference.text }
        for one in closing.inspectorate { references[one.subject] = findings.first { $0.id == one.finding }?.reference.text }
        for measure in measures {
            references[measure.subject] = measure.action.flatMap { own[$0] }
                ?? measure.finding.flatMap { id in findings.first { $0.id == id }?.reference.text }
        }
        for reading in readings { references[reading.subject] = references[SuccessMeasure.subject(reading.measure)] }
        let pieces = Dictionary(uniqueKeysWithValues: evidence.map { piece in
            (piece.id, piece.action.flatMap { own[$0] } ?? piece.finding.flatMap { id in findings.first { $0.id == id }?.reference.text })
        })
        for piece in evidence { references[piece.subject] = pieces[piece.id] ?? nil }
        for look in looks { references[look.subject] = pieces[look.evidence] ?? nil }
        for need in needs { references[need.subject] = own[need.action] }
        for override in overrides { references[override.subject] = own[override.action] }
        for dependency in dependencies { references[dependency.subject] = own[dependency.action] ?? far[dependency.action] }
        return references
    }
}
