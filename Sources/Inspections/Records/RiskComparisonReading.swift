public import Kernel
public import Premises
public import Storage

/// Two editions over the same stock on a day.
public struct ComparedEditions: Sendable {
    public let before, after: RiskEdition
    public let day: Day
    public let comparison: RiskComparison
}

/// Premises that move from one band into another, and why.
public struct MovedItem: Sendable {
    public let item: StockItem
    public let move: RiskMove
}

/// Those who move between two methods in their order, within the transaction that found them.
public struct RiskMoves {
    public let ids: [ID<Premises>]
    fileprivate let before, after: RiskMethod
    fileprivate let day: Day
    fileprivate let stock: RiskStock

    /// Some of them, with the arithmetic of both methods.
    public func items(_ ids: some Collection<ID<Premises>>) throws -> [MovedItem] {
        let items = try stock.items(Array(ids))
        return ids.compactMap { id in
            guard let item = items[id], let old = before.score(item.facts, on: day), let new = after.score(item.facts, on: day) else { return nil }
            return MovedItem(item: item, move: RiskMove(old, new))
        }
    }
}

extension Session {
    /// Who moves between two editions, counted.
    public func compared(_ before: RiskEdition, _ after: RiskEdition, on day: Day, watch: (Int) throws -> Void = { _ in }) throws -> ComparedEditions {
        var comparison = try RiskComparison(comparing: before, after)
        try RiskStock(self, on: day).eachFacts { _, facts in
            comparison.add(facts, on: day)
            if comparison.total % 20_000 == 0 { try watch(comparison.total) }
        }
        return ComparedEditions(before: before, after: after, day: day, comparison: comparison)
    }

    /// Those who move, by how much their score differs, known by their numbers alone.
    public func moves(_ filter: RiskMoveFilter, _ before: RiskEdition, _ after: RiskEdition, on day: Day) throws -> RiskMoves {
        let (comparison, stock) = (try RiskComparison(comparing: before, after), try RiskStock(self, on: day))
        let (from, to) = (try filter.from.map { try before.method.place(of: $0, field: "from") }, try filter.to.map { try after.method.place(of: $0, field: "to") })
        var found: [(id: ID<Premises>, difference: Int64)] = []
        try stock.eachFacts { id, facts in
            if let type = filter.type, facts.type != type { return }
            let pair = comparison.pair(facts, on: day)
            guard pair.moves, from.map({ $0 == pair.before.band }) ?? true, to.map({ $0 == pair.after.band }) ?? true,
                  filter.cause.map({ $0 == comparison.code(pair.cause) }) ?? true else { return }
            found.append((id, abs(pair.after.score - pair.before.score)))
        }
        found.sort { ($1.difference, $0.id) < ($0.difference, $1.id) }
        return RiskMoves(ids: found.map(\.id), before: before.method, after: after.method, day: day, stock: stock)
    }

    /// Some of those who move, and how many there are.
    public func moved(_ filter: RiskMoveFilter, _ before: RiskEdition, _ after: RiskEdition, on day: Day, from start: Int = 0, limit: Int) throws -> (items: [MovedItem], count: Int) {
        let moves = try moves(filter, before, after, on: day)
        return (try moves.items(moves.ids.dropFirst(start).prefix(limit)), moves.ids.count)
    }
}

extension RiskComparison {
    /// - Throws: `risk-method-flawed`
    fileprivate init(comparing before: RiskEdition, _ after: RiskEdition) throws {
        _ = (try before.compiled, try after.compiled)
        guard let comparison = RiskComparison(before.method, after.method) else {
            throw Refusal.invalid("risk-method-flawed", "One of the editions can’t score.")
        }
        self = comparison
    }
}
