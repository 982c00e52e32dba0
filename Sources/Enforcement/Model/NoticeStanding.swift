public import Kernel

/// Where the entry of a notice stands, as the law and nothing else has it.
public enum RegisterState: String, Codable, Sendable, CaseIterable {
    /// Nothing may be entered yet.
    case notDue = "not-due"
    /// The days on which the entry is made.
    case window
    case published
    /// Three particulars alone, while an objection about a trade secret is open.
    case interim
    /// Its days have passed, and it was not entered.
    case overdue
    /// It was in the register, and is to be there no more.
    case removed
    /// It never enters the register.
    case never
}

extension NoticeClock {
    /// Whether the notice binds whom it was served on, on a day.
    public func isInForce(on day: Day) -> Bool {
        guard served.lowerBound <= day else { return false }
        if [history.complied, history.withdrawn].contains(where: { $0.map { $0 <= day } ?? false }) { return false }
        if let cancelled, cancelled <= day { return false }
        return !history.type.isSuspendedByAppeal || !isAppealPending(on: day)
    }

    /// Where its entry stands on a day. What is not said of it is taken to have been done by its last day.
    public func register(on day: Day) -> RegisterState {
        if let cancelled, cancelled <= day { return .never }
        guard let entry else { return history.withdrawn.map { $0 <= day } ?? false ? .never : .notDue }
        guard entry.lowerBound <= day else { return .notDue }
        // What is withdrawn within its time, before it was entered, is not entered any more.
        if history.entry == .notMade, let withdrawn = history.withdrawn, withdrawn <= min(day, entry.upperBound) { return .never }
        if history.withdrawn != nil, let changeBy, changeBy < day { return .removed }
        if let retainUntil, retainUntil < day, !isInForce(on: day) { return .removed }
        guard day <= entry.upperBound || isEntered(by: day) else { return .overdue }
        if objections.contains(where: { $0.made <= day && $0.resolved.map { day < $0 } ?? true }) { return .interim }
        return isEntered(by: day) ? .published : .window
    }

    /// The first day through this one on which its entry was to be there no more.
    public func removed(by day: Day) -> Day? {
        ([changeBy?.adding(days: 1), retainUntil?.adding(days: 1), history.complied, history.withdrawn].compactMap(\.self) + appeals.compactMap(\.disposed))
            .filter { $0 <= day && register(on: $0) == .removed }.min()
    }

    private func isEntered(by day: Day) -> Bool {
        switch history.entry {
        case .inTime: entry.map { $0.upperBound < day } ?? false
        case .made(let made): made <= day
        case .notMade: false
        }
    }
}
