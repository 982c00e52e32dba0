public import Kernel

/// How the actions of a plan stood on a day.
public struct StandingDay: Equatable, Sendable {
    public let day: Day
    public let shares: [StandingShare]

    public init(_ view: PlanView) {
        day = view.day
        shares = view.shares
    }
}

extension PlanFacts {
    /// The days on which a plan's standing is told over time: the ends of months from its first to the day shown, which is
    /// the last of them. A long plan is told by every second, third, sixth or twelfth month.
    ///
    /// - Parameter most: so many days at most.
    public func daysOfCourse(through shown: Day, atMost most: Int = 13) -> [Day] {
        let first = plan.period.from
        guard first <= shown else { return [] }
        var ends = (0...first.months(until: shown)).map { first.startOfMonth.adding(months: $0).endOfMonth }.filter { $0 < shown }
        let step = [1, 2, 3, 6].first { (ends.count + $0 - 1) / $0 < most } ?? max(12, (ends.count + most - 2) / (most - 1))
        // Ends that the day shown follows at once would stand behind it.
        while let last = ends.last, last.days(until: shown) < 21 * step { ends.removeLast() }
        let told = ends.reversed().enumerated().filter { $0.offset % step == 0 }.map(\.element)
        return told.reversed() + [shown]
    }
}
