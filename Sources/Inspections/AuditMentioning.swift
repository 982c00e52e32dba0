import Kernel
import Premises
public import Storage

extension AuditRecords {
    /// Audits as the page of their premises tells of them, for those who read them.
    public static let mentions = [
        MentionSource("Audits", .auditsRead) { subjects, day, session in
            try session.audits(at: subjects, on: day).map { facts in
                let (audit, state) = (facts.audit, facts.state(on: day))
                let sheet = audit.sheet
                let due = state == .completed ? sheet.nextDue.map { " Next due on \($0)." } ?? "" : ""
                return Mention(
                    day: facts.day, by: facts.officer, words: "\(audit.reference), \(audit.kind.words.lowercased())",
                    more: state == .completed ? "\(listed(sheet.outcomes.map(\.words))).\(due)" : "\(audit.origin.words).",
                    outcome: state == .completed ? sheet.result?.words ?? state.words : state.words, sense: sense(audit, state), about: [Premises.subject(audit.premises)],
                    address: ["audits", audit.reference.text])
            }
        },
    ]

    private static func sense(_ audit: Audit, _ state: AuditState) -> Mention.Sense {
        switch state {
        case .planned: .told
        case .underWay: .partly
        case .completed: audit.sheet.result == .satisfactory ? .agreed : .refused
        case .abandoned: .idle
        }
    }
}
