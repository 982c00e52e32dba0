/// How long the periods are that something is measured or reported by. Quarters and years are those of the financial year, from 1 April.
public enum Frequency: String, Codable, Sendable, CaseIterable, Comparable {
    case month, quarter, year

    public var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        }
    }

    /// `Month`
    public var words: String { rawValue.capitalisedFirst }
    /// `Monthly`
    public var adverb: String {
        switch self {
        case .month: "Monthly"
        case .quarter: "Quarterly"
        case .year: "Yearly"
        }
    }

    public static func < (a: Frequency, b: Frequency) -> Bool { a.months < b.months }
}

/// A month, a quarter or a financial year.
public struct ReportingPeriod: Hashable, Sendable, Comparable {
    public let frequency: Frequency
    /// Its first day.
    public let from: Day

    public var through: Day { from.adding(months: frequency.months).adding(days: -1) }

    /// The period that a day lies in.
    public init(_ frequency: Frequency, of day: Day) {
        self.frequency = frequency
        let month = day.parts.month
        // Months since April.
        let since = (month + 8) % 12
        from = day.startOfMonth.adding(months: -(since % frequency.months))
    }

    /// The first day of the financial year that it lies in.
    public var yearBegins: Day { ReportingPeriod(.year, of: from).from }
    public func contains(_ day: Day) -> Bool { from <= day && day <= through }
    public func adding(_ count: Int) -> ReportingPeriod { ReportingPeriod(frequency, of: from.adding(months: count * frequency.months)) }
    public var before: ReportingPeriod { adding(-1) }
    public var yearBefore: ReportingPeriod { adding(-12 / frequency.months) }

    /// The shorter periods that it is made of, the earliest first; itself where they are as long, none where they are longer.
    public func parts(_ frequency: Frequency) -> [ReportingPeriod] {
        let count = self.frequency.months / frequency.months
        return (0..<count).map { ReportingPeriod(frequency, of: from.adding(months: $0 * frequency.months)) }
    }

    public static func < (a: ReportingPeriod, b: ReportingPeriod) -> Bool { (a.from, a.frequency.months) < (b.from, b.frequency.months) }

    /// `March 2026`, `Q4 2025/26`, `2025/26`
    public var words: String {
        let (year, month, _) = from.parts
        return switch frequency {
        case .month: "\(Day.months[month - 1]) \(year)"
        case .quarter: "Q\(quarter) \(ReportingPeriod.year(yearBegins.parts.year, "/"))"
        case .year: ReportingPeriod.year(year, "/")
        }
    }

    /// As an address and a file have it: `2026-03`, `2025-26-q4`, `2025-26`. Which of the lengths is meant has to be told beside it, since `2011-12` may be either.
    public var code: String {
        let (year, month, _) = from.parts
        return switch frequency {
        case .month: "\(year)-\(padded(month, to: 2))"
        case .quarter: "\(ReportingPeriod.year(yearBegins.parts.year, "-"))-q\(quarter)"
        case .year: ReportingPeriod.year(year, "-")
        }
    }

    /// 1 from April to June.
    private var quarter: Int { yearBegins.months(until: from) / 3 + 1 }
    private static func year(_ first: Int, _ dash: String) -> String { "\(first)\(dash)\(padded((first + 1) % 100, to: 2))" }
}

extension ReportingPeriod {
    /// A period as people write it: `2026-03`, `March 2026` or `Mar-26`; `2025-26-q4`, `Q4 2025/26`; `2025/26`; or any day in it, `2026-03-31`. Nil of anything else.
    public init?(_ frequency: Frequency, written: some StringProtocol) {
        let text = String(written.trimmed).lowercased()
        if let day = Day(iso: text) {
            self.init(frequency, of: day)
            return
        }
        let parts = text.split { " -/".contains($0) }.map(String.init)
        let from: Day? = switch frequency {
        case .month: ReportingPeriod.month(parts)
        case .quarter: ReportingPeriod.quarter(parts)
        case .year: ReportingPeriod.year(parts)
        }
        guard let from, Day.entered.contains(from) else { return nil }
        self.init(frequency, of: from)
    }

    private static func month(_ parts: [String]) -> Day? {
        guard parts.count == 2 else { return nil }
        if parts[0].count == 4, let year = Int(parts[0]), parts[1].count <= 2, let month = Int(parts[1]) { return Day(year, month, 1) }
        let names = Day.months.map { $0.lowercased() }
        guard let month = names.firstIndex(where: { $0 == parts[0] || parts[0].count == 3 && $0.hasPrefix(parts[0]) }), let year = Int(parts[1]) else { return nil }
        return Day(parts[1].count == 2 ? 2000 + year : year, month + 1, 1)
    }

    private static func quarter(_ parts: [String]) -> Day? {
        guard parts.count == 3, let place = parts.firstIndex(where: { $0.hasPrefix("q") }), let number = Int(parts[place].dropFirst()), (1...4).contains(number) else { return nil }
        var rest = parts
        rest.remove(at: place)
        return year(rest)?.adding(months: (number - 1) * 3)
    }

    private static func year(_ parts: [String]) -> Day? {
        guard parts.count == 2, parts[0].count == 4, let first = Int(parts[0]), let next = Int(parts[1]) else { return nil }
        guard parts[1].count == 2 ? next == (first + 1) % 100 : next == first + 1 else { return nil }
        return Day(first, 4, 1)
    }
}
