public import Kernel

/// By how many days promises had slipped on the days on which that changed: as was agreed, and as was expected then.
public struct Slippage: Sendable {
    /// Oldest first, one a day; ends with the day shown. Empty where nothing was ever promised.
    public let points: [Slip]

    public init(_ actions: [ActionView], on shown: Day) {
        let changes = actions.enumerated().flatMap { index, item in item.slips(until: shown).map { (index, $0) } }.stablySorted(by: \.1.day)
        guard let first = changes.first?.1.day else {
            points = []
            return
        }
        var (now, agreed, expected, points) = ([Int: Slip](), 0, 0, [Slip(first, agreed: 0, expected: 0)])
        for (index, change) in changes {
            agreed += change.agreed - (now[index]?.agreed ?? 0)
            expected += change.expected - (now[index]?.expected ?? 0)
            now[index] = change
            if points.last?.day == change.day { points.removeLast() }
            points.append(Slip(change.day, agreed: agreed, expected: expected))
        }
        if let last = points.last, last.day < shown { points.append(Slip(shown, agreed: last.agreed, expected: last.expected)) }
        self.points = points
    }

    public var last: Slip? { points.last }
}

extension ActionView {
    /// How far it had slipped on each day on which a promise or a forecast of it changed.
    func slips(until shown: Day) -> [Slip] {
        guard let first = dueDay.first else { return [] }
        let days = Set([action.since] + dueDay.moves.compactMap(\.decidedOn) + updates.filter { $0.forecast != nil }.map(\.asOf) + [completion?.on].compactMap(\.self))
        return days.filter { $0 <= shown && $0 >= action.since }.sorted().map { day in
            let inForce = DueDay(action, dueDay.moves, on: day).inForce ?? first
            let done = completion.flatMap { $0.on <= day ? $0.on : nil }
            let forecast = updates.last { $0.asOf <= day && $0.forecast != nil }?.forecast
            return Slip(day, agreed: first.days(until: inForce), expected: first.days(until: done ?? forecast ?? inForce))
        }
    }
}
