public import Kernel

/// The audits of one year from 1 April: what is to be reached, with which officers. Who does what is allotted by its plans.
public struct Programme: Codable, Equatable, Sendable {
    public let id: ID<Programme>
    public var version: Int
    /// `P-2026`, for the year in which it begins.
    public let reference: Reference
    /// The calendar year in which it begins.
    public let year: Int
    public var setting: ProgrammeSetting
    /// The day from which it stands here.
    public let since: Day

    public init(id: ID<Programme>, version: Int = 1, reference: Reference, year: Int, setting: ProgrammeSetting, since: Day) {
        (self.id, self.version, self.reference, self.year, self.setting, self.since) = (id, version, reference, year, setting, since)
    }

    public var span: ReturnYear { ReturnYear(ending: year + 1) }
    public var begins: Day { span.from }
    public var ends: Day { span.through }
    /// The first days of its months.
    public var months: [Day] { (0..<12).map { begins.adding(months: $0) } }
    public func contains(_ day: Day) -> Bool { span.contains(day) }

    /// `Programme 2026/27`
    public var title: String { "Programme \(span)" }
}

/// What a person enters to begin the programme of a year.
public struct NewProgramme: Sendable, Equatable {
    public var year: Int
    public var setting: ProgrammeSetting

    public init(year: Int, setting: ProgrammeSetting = ProgrammeSetting()) { (self.year, self.setting) = (year, setting) }

    public init(reading fields: inout Fields) {
        year = fields.number("year", "The year in which it begins", in: 2007...2199) ?? 0
        if !fields.wasSent("year") || fields.written("year").isEmpty { fields.refuse("year", "Give the year in which it begins: 2027 for 2027/28.") }
        setting = ProgrammeSetting(reading: &fields)
    }
}

extension Day {
    /// `April 2026`
    var monthName: String { "\(Day.months[parts.month - 1]) \(parts.year)" }

    /// Reads a month of the calendar: `2026-04`, or any day of it.
    init?(month written: some StringProtocol) {
        guard let day = Day(iso: written.count == 7 ? "\(written)-01" : String(written)) else { return nil }
        self = day.startOfMonth
    }
}
