public import Kernel
import Premises
public import Storage

/// The order of lists of scored premises, kept for whoever asks for the next page of the same list: to rank them takes a look at all premises there are.
public struct KeptRankings: Sendable {
    private struct Key: Hashable, Sendable {
        let filter: RiskFilter
        let edition: ID<RiskEdition>
        let version: Int
        let day: Day
    }

    private struct Value: Sendable {
        let entries: [RiskRanking.Entry]
        let known: RiskStock.Known
    }

    private let rankings: Kept<Key, Value>

    /// - Parameter most: how many premises all lists together may have; a list of more than a quarter of them is not kept.
    public init(most: Int = 4_000_000) { rankings = Kept(most: most) }

    /// What `session.ranking` would give.
    public func ranking(_ filter: RiskFilter, _ edition: RiskEdition, on day: Day, _ session: Session) throws -> RiskRanking {
        guard session.isReading else { return try session.ranking(filter, edition, on: day) }
        let (key, mark) = (Key(filter: filter, edition: edition.id, version: edition.version, day: day), try Journal(session).mark())
        if let kept = rankings.value(key, at: mark) { return RiskRanking(entries: kept.entries, bands: edition.method.bands, stock: RiskStock(session, on: day, kept.known)) }
        let ranking = try session.ranking(filter, edition, on: day)
        rankings.keep(Value(entries: ranking.entries, known: ranking.stock.known), for: key, cost: max(1, ranking.entries.count + ranking.stock.known.count), at: mark)
        return ranking
    }
}
