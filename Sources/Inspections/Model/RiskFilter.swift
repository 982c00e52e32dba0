public import Kernel

/// Which scored premises a list shows and in which order.
public struct RiskFilter: Hashable, Sendable {
    public enum Due: String, CaseIterable, Sendable {
        /// The next audit is past, or there never was one.
        case overdue
        case never
        /// Within the twelve months from the day.
        case year
        case later
        case sample

        public var words: String {
            switch self {
            case .overdue: "Overdue"
            case .never: "Never audited"
            case .year: "Due within 12 months"
            case .later: "Due later"
            case .sample: "By sample"
            }
        }
    }

    public enum Order: String, CaseIterable, Sendable {
        /// The highest first.
        case score
        /// Those never audited first, then by the day of the next audit, those by sample last.
        case due
    }

    /// The code of a band.
    public var band: String?
    public var type: PremisesType?
    public var due: Due?
    public var order = Order.score
    public var isReversed = false

    public init() {}

    public var isNarrow: Bool { band != nil || type != nil || due != nil }

    func takes(_ facts: RiskFacts, _ result: RiskResult, band place: Int?, on day: Day) -> Bool {
        if let place, result.band != place { return false }
        if let type, facts.type != type { return false }
        switch due {
        case nil: return true
        case .overdue: return result.due.isOverdue(on: day)
        case .never: return result.due == .atOnce
        case .sample: return result.due == .sample
        case .year, .later:
            guard case .by(let next) = result.due, next >= day else { return false }
            return (next <= day.adding(months: 12)) == (due == .year)
        }
    }

    /// Whether one stands before another; what is equal stands by its number.
    func isBefore(_ a: RiskResult, _ b: RiskResult) -> Bool? {
        let (one, other) = isReversed ? (b, a) : (a, b)
        switch order {
        case .score: return one.score == other.score ? nil : one.score > other.score
        case .due: return one.due.rank == other.due.rank ? nil : one.due.rank < other.due.rank
        }
    }
}

extension RiskFilter {
    /// `-score`, as it stands in an address.
    var sort: String { (isReversed ? "-" : "") + order.rawValue }

    /// Whether it took up what was written.
    mutating func sort(by written: String) -> Bool {
        guard let order = Order(rawValue: String(written.hasPrefix("-") ? written.dropFirst() : written[...])) else { return false }
        (self.order, isReversed) = (order, written.hasPrefix("-"))
        return true
    }
}

extension RiskDue {
    fileprivate var rank: Int {
        switch self {
        case .atOnce: .min
        case .by(let day): day.number
        case .sample: .max
        }
    }
}

/// Which of those who move between two methods a list shows.
public struct RiskMoveFilter: Hashable, Sendable {
    /// Codes of bands of the first method and of the second.
    public var from, to: String?
    /// The code of the table that makes most of the difference; empty for those whose tables agree.
    public var cause: String?
    public var type: PremisesType?

    public init() {}

    public var isNarrow: Bool { from != nil || to != nil || cause != nil || type != nil }
}
