public import Kernel

/// What a measure was: as somebody read it, or as the record that it follows says.
public struct ReadValue: Equatable, Sendable {
    /// The day it speaks of; of what follows a record, the day from which that said so.
    public let on: Day
    public let value: Quantity
    public let note: String?
    /// Who read it, as the journal names them; nil of what a record says.
    public let by: String?
    /// `March 2026`, where it follows a record.
    public let period: String?
    /// As the record that it follows writes it: `84.4% (provisional)`; nil of what somebody read.
    public let written: String?
    /// Whether it may still be revised as a matter of course.
    public let isProvisional: Bool
    /// What is on record of it; nil of what a record of another slice says.
    public let reading: MeasureReading?

    init(_ reading: MeasureReading) {
        (on, value, note, by, period, self.reading) = (reading.on, reading.value, reading.note, reading.by, reading.stated?.of, reading)
        (written, isProvisional) = (reading.stated?.written, reading.stated?.isProvisional ?? false)
    }

    /// Nil where the figure is not known.
    init?(_ day: FigureDay) {
        guard let value = day.figure.value else { return nil }
        (on, self.value, period) = (day.since, value, day.figure.of)
        (written, isProvisional) = (day.figure.written, day.figure.isProvisional)
        (note, by, reading) = (nil, nil, nil)
    }
}

/// A measure as it was on a day: what was read by then, and whether it holds.
public struct MeasureView: Sendable, Equatable {
    public let measure: SuccessMeasure
    public let day: Day
    /// Those that speak of the day or an earlier one and had not been taken back, by the day they speak of.
    public let readings: [ReadValue]
    /// What it was last. Of several that speak of one day the one recorded last; of a measure that follows a record what that says. Nil where it is not known.
    public let latest: ReadValue?
    /// Why a measure that follows a record is not known.
    public let unknown: String?
    /// That what it was closed on is otherwise now: `stale: March 2026 was 96% on 10 April 2026, is 88% now`; nil where it is not.
    public let stale: String?
    /// What was said when something was closed on it, of a measure that follows a record.
    private let noted: [ReadValue]

    /// - Parameters:
    ///   - readings: of the measure, in the order in which they were recorded.
    ///   - courses: what the record said that it follows, by what was asked of it.
    public init(_ measure: SuccessMeasure, _ readings: [MeasureReading], courses: [AskedFigure: FigureCourse] = [:], on day: Day) {
        self.measure = measure
        self.day = day
        let read = readings.filter { $0.counts(on: day) }.stablySorted(by: \.on)
        guard let record = measure.follows else {
            self.readings = read.map { ReadValue($0) }
            (latest, unknown, stale, noted) = (self.readings.last, nil, nil, [])
            return
        }
        let course = courses[AskedFigure(record)]
        let told = course?.days.filter { $0.since <= day } ?? []
        noted = read.map { ReadValue($0) }
        self.readings = told.compactMap { ReadValue($0) }
        let ended = course?.meaning.ended.flatMap { $0 <= day ? $0 : nil }
        latest = ended == nil ? told.last.flatMap { ReadValue($0) } : nil
        unknown = ended.map { "what it follows has been measured no more since \($0)" }
            ?? (latest == nil ? course == nil ? "what it follows is not on record" : "nothing is known of what it follows" : nil)
        stale = read.last { $0.stated != nil }.flatMap { reading in
            guard let before = reading.stated, let now = courses[AskedFigure(record, period: before.period)]?.figure(on: day), now.value != before.value else { return nil }
            return "stale: \(before.of ?? "it") \(before.moved(to: now, since: "on \(reading.on)"))"
        }
    }

    /// Nil where it is not known.
    public var holds: Bool? { latest.map { measure.holds(at: $0.value) } }

    /// It was read, and does not hold, be it that it never did.
    public var isBelow: Bool { holds == false }

    /// It held at its latest reading by an earlier day, and does not hold now.
    public func hasFallen(since earlier: Day) -> Bool {
        // What was kept when something was closed says what it was then, whatever was put right since.
        let then = noted.last { $0.on == earlier } ?? readings.last { $0.on <= earlier }
        return isBelow && then.map { measure.holds(at: $0.value) } ?? false
    }

    /// `“Notices on time” was 82.5 per cent on 3 June 2026 and must be at least 95 per cent`
    public var words: String {
        guard let latest else {
            guard let unknown else { return "“\(measure.title)” has no reading yet and must be \(measure.wanted)" }
            return "“\(measure.title)” is not known, since \(unknown), and must be \(measure.wanted)"
        }
        return "“\(measure.title)” was \(measure.told(latest)) and must be \(measure.wanted)"
    }
}

extension SuccessMeasure {
    /// `82.5%`, `82.5% (provisional)`: as what it follows writes it, where it does.
    func worded(_ read: ReadValue) -> String { read.written ?? worded(read.value) }

    /// `82.5% on 3 June 2026`, `82.5% (provisional) for May 2026`
    public func told(_ read: ReadValue) -> String { "\(worded(read)) \(read.period.map { "for \($0)" } ?? "on \(read.on)")" }
}

extension PlanFacts {
    /// The measures that stand on a day, each as it was then.
    public func measures(on day: Day) -> [MeasureView] {
        let read = Dictionary(grouping: readings, by: \.measure)
        return measures.filter { $0.stands(on: day) }.map { MeasureView($0.on(day), read[$0.id] ?? [], courses: courses, on: day) }
    }
}
