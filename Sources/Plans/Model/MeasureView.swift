public import Kernel

/// A measure as it was on a day: what was read by then, and whether it holds.
public struct MeasureView: Sendable, Equatable {
    public let measure: SuccessMeasure
    public let day: Day
    /// Those that speak of the day or an earlier one and had not been taken back, by the day they speak of.
    public let readings: [MeasureReading]

    /// - Parameter readings: of the measure, in the order in which they were recorded.
    public init(_ measure: SuccessMeasure, _ readings: [MeasureReading], on day: Day) {
        self.measure = measure
        self.day = day
        self.readings = readings.filter { $0.counts(on: day) }.stablySorted(by: \.on)
    }

    /// Of several that speak of one day the one recorded last.
    public var latest: MeasureReading? { readings.last }

    /// Nil where nobody has read it yet.
    public var holds: Bool? { latest.map { measure.holds(at: $0.value) } }

    /// It was read, and does not hold, be it that it never did.
    public var isBelow: Bool { holds == false }

    /// It held at its latest reading by an earlier day, and does not hold now.
    public func hasFallen(since earlier: Day) -> Bool {
        isBelow && readings.last { $0.on <= earlier }.map { measure.holds(at: $0.value) } ?? false
    }

    /// `“Notices on time” was 82.5 per cent on 3 June 2026 and must be at least 95 per cent`
    public var words: String {
        guard let latest else { return "“\(measure.title)” has no reading yet and must be \(measure.wanted)" }
        return "“\(measure.title)” was \(measure.worded(latest.value)) on \(latest.on) and must be \(measure.wanted)"
    }
}

extension PlanFacts {
    /// The measures that stand on a day, each as it was then.
    public func measures(on day: Day) -> [MeasureView] {
        let read = Dictionary(grouping: readings, by: \.measure)
        return measures.filter { $0.stands(on: day) }.map { MeasureView($0.on(day), read[$0.id] ?? [], on: day) }
    }
}
