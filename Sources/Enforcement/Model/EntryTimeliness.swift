public import Kernel

/// Whether the entry of a notice came into the public register in time: Environment and Safety Information Act 1988, section 3(1).
public struct EntryTimeliness: Sendable {
    public enum Standing: String, Codable, Sendable, CaseIterable {
        /// Its days have not begun, or nobody can say yet when they do.
        case notDue = "not-due"
        /// Its days run, and it is not made yet.
        case open
        case inTime = "in-time"
        case late
        /// Its days have passed, and it is not made.
        case missing
        /// Nothing is ever entered.
        case never

        public var words: String {
            switch self {
            case .notDue: "Not due yet"
            case .open: "Due now"
            case .inTime: "In time"
            case .late: "Late"
            case .missing: "Missing"
            case .never: "Never enters"
            }
        }
    }

    public let fact: NoticeFact
    public let served: Day
    /// The days on which it is to be made; nil where it is not known when, or never.
    public let due: ClosedRange<Day>?
    /// The first day on which it stood in the register, as far as that has come.
    public let entered: Day?
    public let standing: Standing
    /// The provision that sets its days.
    public let provision: String?

    /// Nil of a notice that was not served by the day.
    public init?(_ fact: NoticeFact, on day: Day) {
        guard let clock = NoticeClock(fact.history), clock.served.upperBound <= day else { return nil }
        self.fact = fact
        served = clock.served.upperBound
        let isNever = !fact.entersRegister || clock.register(on: day) == .never
        let due = isNever ? nil : clock.entry
        self.due = due
        provision = due == nil ? nil : clock.entryProvision
        let made: Day? = switch fact.history.entry {
        case .made(let made): made
        // By its last day, without saying which.
        case .inTime: due?.upperBound
        case .notMade: nil
        }
        entered = due == nil ? nil : made.flatMap { $0 <= day ? $0 : nil }
        guard let due else {
            standing = isNever ? .never : .notDue
            return
        }
        standing = if let entered { entered <= due.upperBound ? .inTime : .late }
            else if day < due.lowerBound { .notDue } else if day <= due.upperBound { .open } else { .missing }
    }

    public var dueBy: Day? { due?.upperBound }

    /// How many days after its last day it came; 0 in time, nil where it is not there.
    public var lateness: Int? { entered.flatMap { entered in due.map { max(0, $0.upperBound.days(until: entered)) } } }

    /// Whether it tells anything of timeliness: it came, or it should have come.
    public var counts: Bool { [.inTime, .late, .missing].contains(standing) }
}

/// How timely the entries were whose last day lay in one year.
public struct TimelinessOfYear: Sendable, Equatable {
    public let year: Int
    public let inTime: Int
    public let late: Int
    public let missing: Int
    /// The most days that any was late.
    public let worst: Int

    public var due: Int { inTime + late + missing }
    /// In per cent, to one place; nil where none was due.
    public var share: Quantity? { Quantity.percent(inTime, of: due) }

    /// One a year, the latest first.
    public static func all(_ entries: [EntryTimeliness]) -> [TimelinessOfYear] {
        let years = Dictionary(grouping: entries.filter(\.counts)) { $0.dueBy?.parts.year ?? 0 }
        return years.map { year, entries in
            TimelinessOfYear(
                year: year, inTime: entries.count { $0.standing == .inTime }, late: entries.count { $0.standing == .late },
                missing: entries.count { $0.standing == .missing }, worst: entries.compactMap(\.lateness).max() ?? 0)
        }.sorted { $0.year > $1.year }
    }
}
