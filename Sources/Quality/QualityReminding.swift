import Kernel
public import People
import Storage

extension Quality {
    /// What checks wait for: the reviewer, whoever does something about what was found, and somebody who says whether it worked.
    public static let reminders = ReminderSource { session, day in
        let checks = try session.qualityFacts("""
            WHERE (completed_on IS NULL AND called_off_on IS NULL) OR id IN (SELECT quality_check FROM remedial_action WHERE outcome IS NULL OR outcome = 'cannot-be-said-yet')
            """).filter { $0.check.isHere(on: day) }
        return { reminded in checks.flatMap { reminders(of: $0, for: reminded, on: day) } }
    }

    private static func reminders(of facts: QualityCheckFacts, for reminded: Reminded, on day: Day) -> [Reminder] {
        let check = facts.check
        guard facts.state(on: day) != .open else {
            guard reminded.parties.contains(check.reviewer), reminded.parties.isDisjoint(with: facts.barred) else { return [] }
            return [Reminder(
                .promise, check.subject, "Check \(check.workReference), \(check.reference)", of: check.place, day: check.due, because: check.why, at: ["quality", "checks", check.reference.text])]
        }
        return facts.remedials.filter { $0.isHere(on: day) }.compactMap { remedial in
            let place = ["quality", "remedials", "\(remedial.id)"]
            if remedial.state(on: day) == .open, reminded.parties.contains(remedial.owner) {
                return Reminder(.promise, remedial.subject, remedial.what.asOneLine, of: "After check \(check.reference)", day: remedial.due, because: remedial.kind.words, at: place)
            }
            let mayLook = QualityPolicy.looks(at: remedial, of: facts, actingFor: reminded.parties).allows(reminded.actor)
            if remedial.state(on: day) == .done, let by = remedial.lookBy, reminded.parties.contains(check.reviewer), mayLook {
                return Reminder(.promise, remedial.subject, "Say whether it worked: \(remedial.what.asOneLine)", of: "After check \(check.reference)", day: by, because: nil, at: place)
            }
            return nil
        }
    }
}
