public import Kernel

/// A score of premises with its arithmetic, line by line. It is made when somebody looks and never kept.
public struct RiskScore: Hashable, Sendable {
    /// One line for each factor, in the method’s order.
    public let lines: [RiskLine]
    /// The sums of the classes that the method has, in the order of all classes.
    public let sums: [RiskSum]
    public let combination: RiskCombination
    public let score: RiskPoints
    public let band: RiskBand
    public let interval: RiskInterval
    public let due: RiskDue
}

/// What one factor gives: what is known, the row of the table, and its points by its weight.
public struct RiskLine: Hashable, Sendable {
    public let code: String
    public let title: String
    public let category: RiskClass
    /// `Care home`; nil where it is not known.
    public let known: String?
    /// The row that was used, in words: `11 m to below 18 m`.
    public let row: String
    public let points: RiskPoints
    public let weight: Int
    /// Points by weight.
    public let product: RiskPoints
    /// Why what is not known counts so; nil where it is known.
    public let why: String?
}

/// What the factors of one class come to.
public struct RiskSum: Hashable, Sendable {
    public let category: RiskClass
    public let points: RiskPoints
}

/// How long from one audit to the next, and by which rule.
public struct RiskInterval: Hashable, Sendable {
    /// Nil where premises are looked at by sample.
    public let months: Int?
    /// How it came about: the band’s own interval, then what known compliance did to it.
    public let sentence: String
}

/// When premises are to be looked at next by the method.
public enum RiskDue: Hashable, Sendable {
    /// They have an interval and were never looked at.
    case atOnce
    case by(Day)
    case sample

    public func isOverdue(on day: Day) -> Bool {
        switch self {
        case .atOnce: true
        case .by(let due): due < day
        case .sample: false
        }
    }

    public var words: String {
        switch self {
        case .atOnce: "At once, never audited"
        case .by(let day): "By \(day)"
        case .sample: "By sample"
        }
    }
}
