import Kernel
public import People
import Storage

extension Quality {
    /// Calibrations that wait for somebody’s answers.
    public static let calibrationReminders = ReminderSource { session, day in
        let open = try session.calibrations("WHERE closed_on IS NULL AND abandoned_on IS NULL").filter { $0.calibration.isHere(on: day) }
        return { reminded in
            open.compactMap { facts in
                let calibration = facts.calibration
                guard let own = facts.sheet(for: reminded.parties), own.submitted == nil, QualityPolicy.answers(facts, actingFor: reminded.parties).allows(reminded.actor) else { return nil }
                return Reminder(
                    .promise, calibration.subject, "Judge \(calibration.workReference) by yourself, \(calibration.reference)", of: calibration.place, day: calibration.due, because: calibration.brief,
                    at: ["quality", "calibrations", calibration.reference.text, "sheet"])
            }
        }
    }
}
