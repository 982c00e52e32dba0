public import Kernel

/// How the whole stock of premises stands by a method on a day: counts alone, so that a million are summed as they are read.
public struct RiskTally: Sendable, Equatable {
    private static let types = PremisesType.allCases.count

    public let bandCount: Int
    private let day: Day
    private let yearAgo: Day
    /// By band and type.
    private var counts, late: [Int]
    private var never: [Int]
    private var unknown = 0
    private var poor, audited: [Int]
    public private(set) var total = 0

    public init(_ method: RiskMethod, on day: Day) {
        bandCount = method.bands.count
        self.day = day
        yearAgo = day.adding(months: -12)
        (counts, late) = (Array(repeating: 0, count: bandCount * Self.types), Array(repeating: 0, count: bandCount * Self.types))
        never = Array(repeating: 0, count: bandCount)
        (poor, audited) = (Array(repeating: 0, count: Self.types), Array(repeating: 0, count: Self.types))
    }

    /// - Parameter isPoor: whether the method counts its compliance as poor.
    public mutating func add(_ facts: RiskFacts, _ result: RiskResult, isPoor: Bool) {
        let type = facts.type.place
        let place = result.band * Self.types + type
        total += 1
        counts[place] += 1
        if result.due.isOverdue(on: day) { late[place] += 1 }
        if result.due == .atOnce { never[result.band] += 1 }
        if isPoor { poor[type] += 1 }
        if let found = facts.compliance { if found.on > yearAgo { audited[type] += 1 } } else { unknown += 1 }
    }

    public func count(_ band: Int, _ type: PremisesType? = nil) -> Int { sum(counts, band, type) }
    /// Those whose next audit is past, those that never had one included.
    public func overdue(_ band: Int, _ type: PremisesType? = nil) -> Int { sum(late, band, type) }
    /// Those that have an interval and were never audited.
    public func never(_ band: Int) -> Int { never[band] }
    public func count(_ type: PremisesType) -> Int { (0..<bandCount).reduce(0) { $0 + count($1, type) } }
    public func overdue(_ type: PremisesType) -> Int { (0..<bandCount).reduce(0) { $0 + overdue($1, type) } }
    public var overdue: Int { (0..<bandCount).reduce(0) { $0 + overdue($1) } }
    /// Those of which no compliance is known.
    public var unknownCompliance: Int { unknown }

    private func sum(_ list: [Int], _ band: Int, _ type: PremisesType?) -> Int {
        if let type { return list[band * Self.types + type.place] }
        return list[band * Self.types..<(band + 1) * Self.types].reduce(0, +)
    }

    /// How a yearly share stands.
    public func standing(of share: YearlyShare) -> ShareStanding {
        let types = share.knownTypes.map(\.place)
        let poor = types.reduce(0) { $0 + self.poor[$1] }
        return ShareStanding(share: share, poor: poor, least: share.least(of: poor), audited: types.reduce(0) { $0 + audited[$1] })
    }
}

/// A yearly share beside what was done for it.
public struct ShareStanding: Sendable, Equatable {
    public let share: YearlyShare
    /// Premises of its types whose compliance counts as poor.
    public let poor: Int
    /// How many are to be audited in a year.
    public let least: Int
    /// Premises of its types that were audited in the twelve months up to the day, poor or not.
    public let audited: Int

    public var isMet: Bool { audited >= least }
}
