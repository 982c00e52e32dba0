public import Kernel

/// When a copy is due: once a day at a time of the clock in Britain, and again an hour after a try that failed.
public struct CopySchedule: Sendable, Equatable {
    public let hour, minute: Int

    public init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// `HH:MM`
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
              (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// - Parameter last: the last try by the clock; what a person asked for in between changes nothing.
    public func isDue(after last: CopyRound?, at moment: Moment) -> Bool {
        guard let last else { return true }
        if last.endedAt == nil, last.isUnderWay(at: moment) { return false }
        if last.begunAt < latest(before: moment) { return true }
        return last.outcome != .kept && last.outcome != .unchanged && (last.endedAt ?? last.begunAt).seconds(until: moment) >= 3600
    }

    /// The last time that it was this time of the day.
    public func latest(before moment: Moment) -> Moment {
        let today = Moment.inBritain(moment.day, hour: hour, minute: minute)
        return today <= moment ? today : .inBritain(moment.day.adding(days: -1), hour: hour, minute: minute)
    }
}

/// Which copies are kept: the newest of each of so many days, weeks and months that have one.
public struct CopyRetention: Sendable, Equatable {
    public var days, weeks, months: Int

    public init(days: Int = 14, weeks: Int = 8, months: Int = 12) {
        self.days = days
        self.weeks = weeks
        self.months = months
    }

    /// Those that may go. The newest never may, nor the newest that was proven.
    ///
    /// - Parameter rounds: those with files, newest first.
    public func removable(_ rounds: [CopyRound]) -> [CopyRound] {
        var kept = Set([rounds.first?.id, rounds.first { $0.provenAt != nil }?.id].compactMap(\.self))
        func keep<Key: Hashable>(_ count: Int, _ key: (Day) -> Key) {
            var seen: Set<Key> = []
            for round in rounds where seen.count < count && seen.insert(key(round.begunAt.day)).inserted { kept.insert(round.id) }
        }
        keep(days) { $0 }
        // Day 0 was a Thursday; weeks begin on Monday.
        keep(weeks) { ($0.number + 3) / 7 }
        keep(months) { $0.startOfMonth }
        return rounds.filter { !kept.contains($0.id) }
    }
}
