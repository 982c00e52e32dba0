/// A linear programme some of whose unknowns are whole numbers: the least cost under conditions.
///
///     var programme = IntegerProgramme()
///     let audits = programme.unknown(0...40, cost: -3)
///     programme.require([(audits, 7.5)], atMost: 150)
///     let best = try programme.solved(within: 10)
public struct IntegerProgramme: Sendable, Equatable {
    /// One of its unknowns.
    public struct Unknown: Sendable, Hashable {
        let place: Int
    }

    struct Column: Sendable, Equatable {
        var lower, upper, cost: Double
        var isWhole: Bool
    }

    struct Row: Sendable, Equatable {
        var places: [Int32]
        var factors: [Double]
        /// Infinite where there is none.
        var lower, upper: Double
    }

    private(set) var columns: [Column] = []
    private(set) var rows: [Row] = []

    public init() {}

    public var unknowns: Int { columns.count }
    public var conditions: Int { rows.count }

    /// Adds an unknown that is a whole number, unless it need not be one. Its limits are finite, so that there is always a least cost.
    ///
    /// - Parameter cost: what each of it adds to what is made least; below 0 for what is wanted.
    public mutating func unknown(_ range: ClosedRange<Double>, cost: Double, isWhole: Bool = true) -> Unknown {
        columns.append(Column(lower: range.lowerBound, upper: range.upperBound, cost: cost, isWhole: isWhole))
        return Unknown(place: columns.count - 1)
    }

    /// Has a sum of unknowns, each times its factor, lie within limits. An unknown stands in it once.
    public mutating func require(_ sum: [(Unknown, Double)], atLeast lower: Double = -.infinity, atMost upper: Double = .infinity) {
        rows.append(Row(places: sum.map { Int32($0.0.place) }, factors: sum.map(\.1), lower: lower, upper: upper))
    }

    public mutating func require(_ sum: [(Unknown, Double)], equals value: Double) { require(sum, atLeast: value, atMost: value) }

    /// By how much values break the worst-kept condition: 0 where they keep all.
    public func breach(by values: [Double]) -> Double {
        var worst = 0.0
        for row in rows {
            let sum = zip(row.places, row.factors).reduce(0.0) { $0 + values[Int($1.0)] * $1.1 }
            worst = max(worst, row.lower - sum, sum - row.upper)
        }
        for (column, value) in zip(columns, values) {
            worst = max(worst, column.lower - value, value - column.upper, column.isWhole ? abs(value - value.rounded()) : 0)
        }
        return worst
    }

    /// What all that is wanted is worth together.
    public var worth: Double { columns.reduce(0.0) { $0 + max(0, -$1.cost * $1.upper) } }

    public func cost(of values: [Double]) -> Double { zip(columns, values).reduce(0.0) { $0 + $1.0.cost * $1.1 } }
}

/// What a solver found.
public struct SolvedProgramme: Sendable, Equatable {
    /// For each unknown, by the order in which they were added; whole numbers are exactly whole.
    public let values: [Double]
    public let cost: Double
    /// No solution costs less than this.
    public let bound: Double
    /// Whether there is none better; else the time was up.
    public let isProven: Bool
    /// The name and version of what solved it.
    public let solver: String

    public subscript(_ unknown: IntegerProgramme.Unknown) -> Double { values[unknown.place] }
}

/// Why there is no solution.
public enum UnsolvedProgramme: Error, Sendable, Equatable {
    /// No values keep all conditions.
    case impossible
    /// None was found in the time given.
    case outOfTime
    case failed(String)
}
