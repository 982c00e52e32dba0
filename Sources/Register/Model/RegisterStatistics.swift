import Kernel

/// The register in figures: what was served, of whom it was asked, and how long it took.
public struct RegisterStatistics: Sendable {
    public struct Year: Equatable, Sendable {
        public let year: Int
        /// How many of each kind were served in it, in the order of the kinds.
        public let counts: [Int]
        /// How many of them have been complied with.
        public let complied: Int
        public var total: Int { counts.reduce(0, +) }
    }

    /// Those that have one value of a facet.
    public struct Row: Equatable, Sendable {
        public let key: String
        public let total: Int
        /// In the order of the kinds.
        public let counts: [Int]
        public let complied: Int
        /// The median of the days from service to compliance; nil where none was complied with.
        public let days: Int?
    }

    /// Days from service to the day on which the service was satisfied.
    public struct Compliance: Sendable {
        /// How many were complied with.
        public let count: Int
        /// Quartiles; nil where there are none.
        public let quarter: Int?, median: Int?, threeQuarters: Int?
        /// Of those with a day to comply by: how many kept it.
        public let inTime: Int
        public let withDay: Int
        /// How many took how long.
        public let bands: [(words: String, count: Int)]
    }

    public let total: Int
    /// How many of them show three particulars alone, and so stand under no year, no type and no status.
    public let withheld: Int
    /// From the first year in which one was served through the last, those without any among them.
    public let years: [Year]
    public let compliance: Compliance
    private let entries: [PublicEntry]

    public init(_ entries: [PublicEntry]) {
        self.entries = entries
        let shown = entries.compactMap(\.full)
        (total, withheld) = (entries.count, entries.count - shown.count)
        let byYear = Dictionary(grouping: shown) { $0.served.parts.year }
        years = (byYear.keys.min()).map { first in
            (first...(byYear.keys.max() ?? first)).map { year in
                let own = byYear[year] ?? []
                return Year(year: year, counts: RegisterStatistics.counts(own), complied: own.count { $0.status == .complied })
            }
        } ?? []
        compliance = Compliance(entries)
    }

    /// One row for each value that an entry has, in the order of the facet.
    public func rows(by facet: Facet) -> [Row] {
        var found: [String: [PublicEntry]] = [:]
        for entry in entries { for key in facet.keys(of: entry) { found[key, default: []].append(entry) } }
        return facet.ordered(found.keys).compactMap { key in
            guard let own = found[key] else { return nil }
            let days = RegisterStatistics.days(own)
            return Row(key: key, total: own.count, counts: RegisterStatistics.counts(own.compactMap(\.full)), complied: days.count, days: middle(days))
        }
    }

    private static func counts(_ shown: [PublicEntry.Particulars]) -> [Int] { PublicEntry.Kind.allCases.map { kind in shown.count { $0.kind == kind } } }

    /// Days from service to compliance, the shortest first.
    fileprivate static func days(_ entries: [PublicEntry]) -> [Int] {
        entries.compactMap(\.full).compactMap { full in full.complied.map { full.served.days(until: $0) } }.sorted()
    }
}

extension RegisterStatistics.Compliance {
    init(_ entries: [PublicEntry]) {
        let days = RegisterStatistics.days(entries)
        count = days.count
        (quarter, median, threeQuarters) = (quantile(days, 1, of: 4), middle(days), quantile(days, 3, of: 4))
        let kept = entries.compactMap(\.full).compactMap { full in full.complied.flatMap { complied in full.complyBy.map { complied <= $0 } } }
        (withDay, inTime) = (kept.count, kept.count { $0 })
        bands = [("Up to 28 days", 0...28), ("29 to 56 days", 29...56), ("57 to 112 days", 57...112), ("113 to 224 days", 113...224), ("225 days or more", 225...Int.max)]
            .map { words, range in (words, days.count { range.contains($0) }) }
    }
}

/// The value below or at which so many parts of the whole lie: the lower of two where it lies between.
private func quantile(_ sorted: [Int], _ parts: Int, of whole: Int) -> Int? {
    sorted.isEmpty ? nil : sorted[(sorted.count - 1) * parts / whole]
}

/// The median: of an even number the mean of the middle two, half a day counted as one.
private func middle(_ sorted: [Int]) -> Int? {
    sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2] + 1) / 2
}
