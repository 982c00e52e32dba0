public import Kernel
public import Premises
public import Storage

/// How the stock stands by a method on a day, with what it was asked for.
public struct RiskStanding: Sendable {
    public let edition: RiskEdition
    public let day: Day
    public let tally: RiskTally
}

/// Scored premises in a list.
public struct ScoredItem: Sendable {
    public let item: StockItem
    public let result: RiskResult
    public let band: RiskBand

    public var score: RiskPoints { RiskPoints(Hundredths(result.score)) }
}

/// A list of scored premises in its order, within the transaction that found it.
public struct RiskRanking {
    public struct Entry: Sendable {
        public let id: ID<Premises>
        public let result: RiskResult
    }

    public let entries: [Entry]
    let bands: [RiskBand]
    let stock: RiskStock

    /// Some of its entries with their names.
    public func items(_ entries: some Collection<Entry>) throws -> [ScoredItem] {
        let items = try stock.items(entries.map(\.id))
        return entries.compactMap { entry in items[entry.id].map { ScoredItem(item: $0, result: entry.result, band: bands[entry.result.band]) } }
    }
}

extension Session {
    /// Every premises that counted on a day, counted by what a method makes of it.
    ///
    /// - Parameter watch: told how many were scored, every twenty thousand.
    public func riskStanding(_ edition: RiskEdition, on day: Day, watch: (Int) throws -> Void = { _ in }) throws -> RiskStanding {
        let (method, compiled) = (edition.method, try edition.compiled)
        var tally = RiskTally(method, on: day)
        try RiskStock(self, on: day).eachFacts { _, facts in
            tally.add(facts, compiled.result(facts, on: day), isPoor: method.countsAsPoor(facts.compliance))
            if tally.total % 20_000 == 0 { try watch(tally.total) }
        }
        return RiskStanding(edition: edition, day: day, tally: tally)
    }

    /// Premises of a list in its order, known by their numbers alone.
    public func ranking(_ filter: RiskFilter, _ edition: RiskEdition, on day: Day) throws -> RiskRanking {
        let (compiled, stock) = (try edition.compiled, try RiskStock(self, on: day))
        let place = try filter.band.map { code in try edition.method.place(of: code) }
        var found: [RiskRanking.Entry] = []
        try stock.eachFacts { id, facts in
            let result = compiled.result(facts, on: day)
            if filter.takes(facts, result, band: place, on: day) { found.append(RiskRanking.Entry(id: id, result: result)) }
        }
        found.sort { filter.isBefore($0.result, $1.result) ?? ($0.id < $1.id) }
        return RiskRanking(entries: found, bands: edition.method.bands, stock: stock)
    }

    /// Some of a list of scored premises, and how many it has.
    ///
    /// - Parameter kept: where the order of the list may be kept for its next page.
    public func scored(
        _ filter: RiskFilter, _ edition: RiskEdition, on day: Day, from start: Int = 0, limit: Int, keeping kept: KeptRankings? = nil
    ) throws -> (items: [ScoredItem], count: Int) {
        let ranking = try kept?.ranking(filter, edition, on: day, self) ?? ranking(filter, edition, on: day)
        return (try ranking.items(ranking.entries.dropFirst(start).prefix(limit)), ranking.entries.count)
    }

    /// All of them in the order of their numbers, one after the other, for a table however long.
    public func eachScored(_ filter: RiskFilter, _ edition: RiskEdition, on day: Day, _ body: (ScoredItem) throws -> Void) throws {
        let (method, compiled) = (edition.method, try edition.compiled)
        let place = try filter.band.map { code in try method.place(of: code) }
        try RiskStock(self, on: day).each { item in
            let result = compiled.result(item.facts, on: day)
            if filter.takes(item.facts, result, band: place, on: day) { try body(ScoredItem(item: item, result: result, band: method.bands[result.band])) }
        }
    }
}

extension RiskEdition {
    /// - Throws: `risk-method-flawed`, where what was kept was changed by something else
    var compiled: CompiledRiskMethod {
        get throws {
            guard let compiled = CompiledRiskMethod(method) else {
                throw Refusal.invalid("risk-method-flawed", "Edition \(name) can’t score: \(method.flaws.first?.line ?? "its tables are not whole").")
            }
            return compiled
        }
    }
}

extension RiskMethod {
    /// The place of a band.
    ///
    /// - Throws: `fields-need-attention`
    func place(of band: String, field: String = "band") throws(Refusal) -> Int {
        guard let place = bands.firstIndex(where: { $0.code == band }) else {
            throw .fields([.init(field, "“\(band.prefix(60))” is no band of edition \(edition). Choose \(listed(bands.map(\.code), joinedBy: "or")).")])
        }
        return place
    }
}
