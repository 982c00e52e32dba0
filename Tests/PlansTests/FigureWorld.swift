import Kernel
import People
import Plans
import Storage
import Synchronization

/// What a record of another slice says in numbers, for tests: parties stand for measures of the service, and each says what the test lets it.
final class SaidFigures: Sendable {
    struct Said {
        var days: [FigureDay] = []
        var ended: Day?
    }

    private let held = Mutex<[AskedFigure: [FigureDay]]>([:])
    private let ended = Mutex<Day?>(nil)

    /// What a record says of one of its periods from a day on; it is its latest from then on, too.
    func say(_ record: Subject, _ period: String, _ value: String, since: Day, target: String? = nil, provisional: Bool = false) {
        let figure = StatedFigure(
            period: period, of: "Period \(period)", value: Quantity(value), written: "\(value)%\(provisional ? " (provisional)" : "")", target: target, standing: target == nil ? nil : "Near target", isProvisional: provisional)
        held.withLock { held in
            for asked in [AskedFigure(record, period: period), AskedFigure(record)] { held[asked, default: []].append(FigureDay(since: since, figure)) }
        }
    }

    /// Records of other slices were put right, so that a figure is otherwise for all days.
    func rewrite(_ record: Subject, _ days: [(since: Day, period: String, value: String)]) {
        held.withLock { $0.removeAll() }
        for day in days { say(record, day.period, day.value, since: day.since) }
    }

    func end(on day: Day) { ended.withLock { $0 = day } }

    var figures: Figures {
        Figures([
            FigureKind(Party.self) { [self] numbers, session in
                try session.byNumber(Party.self, Set(numbers.map { ID($0) })).values.reduce(into: [:]) { found, party in
                    found[party.id.number] = FigureMeaning(title: party.name, unit: "%", isHigherBetter: true, ended: ended.withLock { $0 })
                }
            } period: { _, written, _ in
                Int(written) == nil ? nil : written
            } days: { [self] asked, day, _, _ in
                held.withLock { held in asked.reduce(into: [:]) { found, one in found[one] = held[one]?.filter { $0.since <= day } ?? [] } }
            },
            // A thing that has one figure, which is how it stands now.
            FigureKind(Plan.self) { $0.title } now: { plan, _, _ in
                StatedFigure(value: Quantity(plan.title.count), written: "\(plan.title.count) letters")
            },
        ])
    }
}
