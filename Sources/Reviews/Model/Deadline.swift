public import Kernel

/// By when the plan that answers a cause of concern is wanted, and which rule says so.
public struct Deadline: Sendable, Equatable {
    /// How many days a plan is given, from which day on that is known to hold, and where that is seen.
    public struct Rule: Sendable, Equatable {
        public let days: Int
        public let from: Day
        public let source: String

        /// The first first.
        public static let all = [
            Rule(days: 28, from: Day(2023, 9, 13) ?? Day(number: 0), source: """
                28 days from issue, as HMICFRS asked of Surrey (letter of 12 April 2024) and Warwickshire (15 March 2024) for causes of concern issued on 13 September 2023
                """),
        ]

        static func holding(on day: Day) -> Rule? { all.last { $0.from <= day } }
    }

    /// How it stands on a day.
    public enum Standing: Sendable, Equatable {
        /// Nothing was submitted, and so many days are left; none on the last.
        case due(in: Int)
        /// Nothing was submitted, and the day has passed by so many.
        case overdue(by: Int)
        /// The plan went on this day, counted from the day of issue; so many days late, or none.
        case submitted(day: Int, late: Int)

        public var words: String {
            switch self {
            case .due(0): "Due today"
            case .due(let days): "Due in \(counted(days, "day"))"
            case .overdue(let days): "Overdue by \(counted(days, "day"))"
            case .submitted(let day, 0): "Submitted on day \(day)"
            case .submitted(let day, let late): "Submitted on day \(day), \(counted(late, "day")) late"
            }
        }

        public var code: String {
            switch self {
            case .due: "due"
            case .overdue: "overdue"
            case .submitted: "submitted"
            }
        }
    }

    public let day: Day
    /// What fixes it, in words.
    public let reason: String

    /// Nil where none is known: for an area for improvement, and for a concern older than any rule that no letter fixes a day for.
    public init?(of concern: Concern) {
        guard concern.kind == .causeOfConcern else { return nil }
        if let fixed = concern.fixedDue {
            (day, reason) = (fixed, "Fixed by letter: \(concern.fixedBy ?? "not named")")
        } else if let rule = Rule.holding(on: concern.issuedOn) {
            (day, reason) = (concern.issuedOn.adding(days: rule.days), rule.source)
        } else {
            return nil
        }
    }

    public func standing(of concern: Concern, submitted: Day?, on today: Day) -> Standing {
        if let submitted {
            return .submitted(day: concern.issuedOn.days(until: submitted), late: max(0, day.days(until: submitted)))
        }
        return today <= day ? .due(in: today.days(until: day)) : .overdue(by: day.days(until: today))
    }
}
