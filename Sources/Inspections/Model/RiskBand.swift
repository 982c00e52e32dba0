public import Kernel

/// A band of scores, with how often premises in it are looked at.
public struct RiskBand: Codable, Hashable, Sendable {
    public let code: String
    public let title: String
    /// The least score that is in it.
    public let from: RiskPoints
    /// Months from one audit to the next; nil where premises have no interval.
    public let months: Int?
    /// How premises without an interval are looked at, where that is not by sample: `As a share of them each year`.
    public let audited: String?

    public init(_ code: String, _ title: String, from: RiskPoints, months: Int?, audited: String? = nil) {
        (self.code, self.title, self.from, self.months, self.audited) = (code, title, from, months, audited)
    }

    /// `Every 12 months`, `By sample`
    public var interval: String { months.map { "Every \(counted($0, "month"))" } ?? audited ?? "By sample" }
}

/// What known compliance does to the interval of a band.
public struct ComplianceEffect: Codable, Hashable, Sendable {
    public enum Effect: String, Codable, Sendable, CaseIterable {
        /// Half as long, rounded up to whole months.
        case halve
        /// As long as that of the next lower band.
        case lengthen

        public var words: String { self == .halve ? "halves the interval, rounded up to whole months" : "lengthens it to that of the next lower band" }
    }

    /// `4`, `5`, `unknown`
    public let levels: [String]
    public let effect: String

    public init(_ levels: [String], _ effect: Effect) { (self.levels, self.effect) = (levels, effect.rawValue) }

    public var known: Effect? { Effect(rawValue: effect) }
}

/// The least share of the premises of some types with poor compliance that is looked at in a year.
public struct YearlyShare: Codable, Hashable, Sendable {
    public let types: [String]
    /// From 1 to 100.
    public let percent: Int

    public init(_ types: [PremisesType], percent: Int) { (self.types, self.percent) = (types.map(\.rawValue), percent) }

    public var knownTypes: [PremisesType] { types.compactMap { PremisesType(rawValue: $0) } }

    /// How many of so many, rounded up.
    public func least(of poor: Int) -> Int { (poor * percent + 99) / 100 }
}

extension KnownCompliance {
    /// What stands for unknown compliance among the levels of a method.
    public static let unknown = "unknown"

    /// `Level 4`, `Not known`
    public static func words(of level: String) -> String { level == unknown ? "not known" : "level \(level)" }
}
