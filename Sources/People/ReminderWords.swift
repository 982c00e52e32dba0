public import Kernel

/// A reminder in words, the same on every page, in an e-mail and in a calendar.
public struct ReminderWords {
    let reminder: Reminder
    let today: Day

    public init(_ reminder: Reminder, on today: Day) {
        self.reminder = reminder
        self.today = today
    }

    /// `Due on 3 March 2026, in 5 days. Peer review response. Amber: no update for 40 days.`
    public var under: String { [when, reminder.of, reminder.because].compactMap(\.self).joined(separator: ". ") }

    public var when: String? {
        guard let day = reminder.day else { return nil }
        let left = today.days(until: day)
        let at = [reminder.time, reminder.place].compactMap(\.self).map { ", \($0)" }.joined()
        if reminder.kind.isAppointment { return "\(left == 0 ? "Today" : "On \(day)")\(at)" }
        switch left {
        case 0: return "Due today"
        case ..<0: return "Was due on \(day), \(counted(-left, "day")) ago"
        default: return "Due on \(day), in \(counted(left, "day"))"
        }
    }
}
