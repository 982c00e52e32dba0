public import Kernel

/// A period that the law counts from a day, with where it stands.
public struct StatutoryPeriod: Sendable, Equatable {
    public enum Rule: String, Codable, Sendable, CaseIterable {
        /// In which an appeal may be brought.
        case appeal
        /// In which the person served may say that an entry would disclose a trade secret or secret process.
        case objection
        /// In which the entry is made where no appeal is brought.
        case entry
        /// In which the entry is made where an appeal was brought.
        case entryAfterAppeal = "entry-after-appeal"
        /// In which compliance is entered.
        case compliance
        /// In which an entry is amended, or taken out of the register.
        case change
        /// For which an entry is kept at least.
        case retention
    }

    public enum Length: Sendable, Equatable {
        case days(Int)
        /// Monday to Friday, bank holidays of England and Wales left out. No provision that is held here counts so; a service’s own policy may.
        case workingDays(Int)
        case years(Int)
    }

    public let rule: Rule
    public let length: Length
    /// The day from which it is counted so. What is counted from an earlier day is counted by the period of that day.
    public let since: Day
    public let provision: String

    public init(rule: Rule, length: Length, since: Day, provision: String) {
        (self.rule, self.length, self.since, self.provision) = (rule, length, since, provision)
    }

    /// The last day of the period that follows a day.
    public func end(after day: Day) -> Day { length.end(after: day) }

    /// `14 days`
    public var words: String { length.words }

    /// The same, with the days that were left out in counting from a day.
    public func words(after day: Day) -> String { length.words(after: day) }
}

extension StatutoryPeriod {
    /// One that has not changed as far back as days are entered.
    fileprivate static func unchanged(_ rule: Rule, _ length: Length, _ provision: String) -> StatutoryPeriod {
        StatutoryPeriod(rule: rule, length: length, since: Day.entered.lowerBound, provision: provision)
    }
}

/// All the periods that a notice's days are counted by, through time.
public struct StatutoryPeriods: Sendable {
    /// By the day from which each counts.
    public let all: [StatutoryPeriod]

    public init(_ all: [StatutoryPeriod]) { self.all = all.stablySorted(by: \.since) }

    /// As the Order and the Act have them now.
    public static let published = StatutoryPeriods([
        .unchanged(.appeal, .days(21), "article 35"),
        .unchanged(.objection, .days(14), "section 4"),
        .unchanged(.entry, .days(14), "section 3(1)(b)"),
        .unchanged(.entryAfterAppeal, .days(14), "section 3(1)(c)"),
        .unchanged(.compliance, .days(7), "section 3(3)"),
        .unchanged(.change, .days(7), "section 3(4)"),
        .unchanged(.retention, .years(3), "section 3(5)"),
    ])

    /// The period by which something is counted from a day: the one in force on it, or the earliest there is for a day before any.
    public func period(_ rule: StatutoryPeriod.Rule, from day: Day) -> StatutoryPeriod? {
        all.last { $0.rule == rule && $0.since <= day } ?? all.first { $0.rule == rule }
    }
}
