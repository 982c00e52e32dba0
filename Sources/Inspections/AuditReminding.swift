import Kernel
public import People
import Premises
import Storage

extension AuditRecords {
    /// What audits wait for: the visit, the completion, the letter; and an approver, where the officer may not go.
    public static func reminders(_ neighbours: AuditNeighbours) -> ReminderSource {
        ReminderSource { session, day in
            let audits = try session.waitingAudits(on: day, neighbours)
            return { reminded in audits.flatMap { reminders(of: $0, for: reminded, on: day) } }
        }
    }

    private static func reminders(of facts: AuditFacts, for reminded: Reminded, on day: Day) -> [Reminder] {
        let audit = facts.audit
        func reminder(_ kind: Reminder.Kind, _ words: String, on due: Day?, because: String?) -> Reminder {
            Reminder(kind, audit.subject, words, of: facts.premises.line, day: due, because: because, at: ["audits", audit.reference.text])
        }
        let isOwn = reminded.parties.contains(audit.officer)
        let reasons = facts.state(on: day).isOpen ? facts.whyNot(on: facts.day) : []
        if !reasons.isEmpty, !isOwn, facts.day <= day.adding(days: Reminder.daysAhead), AuditPolicy.excepts(audit, actingFor: reminded.parties).allows(reminded.actor) {
            return [reminder(.asked, "Decide whether \(facts.officer) may carry out \(audit.reference)", on: facts.day, because: reasons.joined(separator: " "))]
        }
        guard isOwn else { return [] }
        switch facts.state(on: day) {
        case .planned:
            return [reminder(.promise, "Carry out \(audit.reference), \(audit.kind.words.lowercased())", on: audit.planned, because: reasons.isEmpty ? "\(audit.origin.words)." : reasons.joined(separator: " "))]
        case .underWay: return [reminder(.promise, "Complete \(audit.reference), \(audit.kind.words.lowercased())", on: facts.day, because: audit.sheet.obstacles(on: day).first?.sentence)]
        case .completed: return facts.owesLetter(on: day) ? [reminder(.promise, "Send the letter of \(audit.reference)", on: facts.letterDue, because: "The enforcement policy has it sent by then.")] : []
        case .abandoned: return []
        }
    }
}
