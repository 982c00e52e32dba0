public import Kernel
public import Premises
public import Storage

/// Premises scored on a day, with the records that the score rests on.
public struct ScoredPremises: Sendable {
    public let premises: Premises
    public let edition: RiskEdition
    public let day: Day
    public let score: RiskScore
    /// As they were ever put.
    public let markers: [PremisesMarker]
    /// The latest first; what is struck out too.
    public let noted: [NotedCompliance]
    /// What the premises counted as on the day, where that was another: their score is part of that one’s.
    public let survivor: Premises?
}

extension Session {
    /// The score of premises on a day with all that it rests on.
    ///
    /// - Parameter edition: by which; the one in force on the day when nil.
    /// - Throws: `no-risk-method`, `premises-not-known-then`, `risk-method-flawed`
    public func scored(_ premises: Premises, by edition: RiskEdition? = nil, on day: Day) throws -> ScoredPremises {
        guard premises.since <= day else {
            throw Refusal.missing("premises-not-known-then", "\(premises.name) came on record on \(premises.since), and was not on \(day). Choose another day.")
        }
        let edition = try edition ?? riskMethodInForce(on: day)
        _ = try edition.compiled
        guard let score = edition.method.score(try riskFacts(of: premises, on: day), on: day) else {
            throw Refusal.invalid("risk-method-flawed", "Edition \(edition.name) gives these premises no score.")
        }
        return ScoredPremises(
            premises: premises, edition: edition, day: day, score: score, markers: try markers(of: premises).filter { $0.since <= day },
            noted: try notedCompliance(of: premises).filter { $0.on <= day }, survivor: premises.isMerged(on: day) ? try survivor(of: premises) : nil)
    }
}
