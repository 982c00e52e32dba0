public import Kernel

/// One edition of the risk method. Once it is adopted it stays as it is: what is decided anew is a new edition.
public struct RiskEdition: Codable, Equatable, Sendable {
    public let id: ID<RiskEdition>
    public var version: Int
    public var method: RiskMethod
    /// The first day on which premises are scored by it; nil while it is a draft.
    public var adopted: Day?
    /// The day from which it stands here.
    public let since: Day

    public init(id: ID<RiskEdition>, version: Int = 1, method: RiskMethod, adopted: Day? = nil, since: Day) {
        (self.id, self.version, self.method, self.adopted, self.since) = (id, version, method, adopted, since)
    }

    public var name: String { method.edition }
}

extension Array where Element == RiskEdition {
    /// The edition by which premises are scored on a day: the latest that was adopted by then.
    public func inForce(on day: Day) -> RiskEdition? {
        filter { $0.adopted.map { $0 <= day } ?? false }.max { ($0.adopted ?? day, $0.id) < ($1.adopted ?? day, $1.id) }
    }
}
