public import Kernel

/// How long the periods are by which activity is looked at.
public enum ActivitySpan: String, Codable, Sendable, CaseIterable {
    case month, quarter, year
    /// From 1 April.
    case financialYear = "financial-year"

    public var words: String {
        switch self {
        case .month: "Month"
        case .quarter: "Quarter"
        case .year: "Year"
        case .financialYear: "Financial year"
        }
    }

    var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year, .financialYear: 12
        }
    }

    /// The period that a day lies in.
    public func period(of day: Day) -> ActivityPeriod {
        let month = day.parts.month
        let first = switch self {
        case .month: month
        case .quarter: (month - 1) / 3 * 3 + 1
        case .year: 1
        case .financialYear: 4
        }
        let start = day.startOfMonth.adding(months: first - month - (self == .financialYear && month < 4 ? 12 : 0))
        return ActivityPeriod(self, from: start)
    }

    /// So many periods, the last of which a day lies in, the earliest first.
    public func periods(_ count: Int, through day: Day) -> [ActivityPeriod] {
        let last = period(of: day)
        return (0..<max(0, count)).reversed().map { ActivityPeriod(self, from: last.from.adding(months: -$0 * months)) }
    }
}

/// A month, a quarter or a year, from its first day to its last.
public struct ActivityPeriod: Hashable, Sendable {
    public let span: ActivitySpan
    public let from: Day
    public let through: Day

    /// - Parameter from: its first day.
    init(_ span: ActivitySpan, from: Day) {
        (self.span, self.from) = (span, from)
        through = from.adding(months: span.months).adding(days: -1)
    }

    public func contains(_ day: Day) -> Bool { from <= day && day <= through }
    public var before: ActivityPeriod { ActivityPeriod(span, from: from.adding(months: -span.months)) }

    /// `March 2026`, `January to March 2026`, `2026`, `2025/26`
    public var words: String {
        let (year, month, _) = from.parts
        switch span {
        case .month: return "\(Day.months[month - 1]) \(year)"
        case .quarter: return "\(Day.months[month - 1]) to \(Day.months[month + 1]) \(year)"
        case .year: return "\(year)"
        case .financialYear:
            let short = (year + 1) % 100
            return "\(year)/\(short < 10 ? "0" : "")\(short)"
        }
    }
}

extension ActivityPeriod {
    /// A calendar year or a financial one as it is written: `2011`, `2011/12`, `2011-12`. Nil of anything else.
    public init?(year text: some StringProtocol) {
        let parts = text.trimmed.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
        guard let first = parts.first, first.count == 4, let year = Int(first), (1900...2199).contains(year), let from = Day(year, parts.count == 1 ? 1 : 4, 1) else { return nil }
        switch parts.count {
        case 1: self.init(.year, from: from)
        case 2:
            guard parts[1].count == 2 || parts[1].count == 4, let next = Int(parts[1]), next == (parts[1].count == 2 ? (year + 1) % 100 : year + 1) else { return nil }
            self.init(.financialYear, from: from)
        default: return nil
        }
    }
}
