public import Kernel
public import Premises
public import Storage

/// What an edition would have found in a period that has passed, from what was known on the day before it.
public struct BackTestReport: Sendable {
    public let edition: RiskEdition
    public let from, through: Day
    public let test: BackTest
    /// Audits at premises that were not on record before the period, which no score could have ordered.
    public let leftOut: Int
    /// How the bands of all premises of both days changed over the period.
    public let stability: BandStability
    /// Of those that the method would have found later than they were: reference and name.
    public let names: [ID<Premises>: StockItem]

    /// The day whose facts the scores are from.
    public var known: Day { from.adding(days: -1) }
}

extension Session {
    /// - Throws: `risk-method-flawed`
    public func backTest(_ edition: RiskEdition, from: Day, through: Day) throws -> BackTestReport {
        let compiled = try edition.compiled
        let (before, after) = (from.adding(days: -1), through)
        let stock = try RiskStock(self, on: before)
        var results: [ID<Premises>: RiskResult] = [:]
        try stock.eachFacts { id, facts in results[id] = compiled.result(facts, on: before) }
        var stability = BandStability(bandCount: edition.method.bands.count)
        try RiskStock(self, on: after).eachFacts { id, facts in
            if let old = results[id] { stability.add(before: old.band, after: compiled.result(facts, on: after).band) }
        }
        var (outcomes, scores, leftOut) = ([PastOutcome](), [Int64](), 0)
        try eachKnownCompliance(by: through) { id, known in
            guard known.on >= from else { return }
            let id = stock.root(of: id)
            guard let result = results[id] else {
                leftOut += 1
                return
            }
            outcomes.append(PastOutcome(id, known.on, wasPoor: known.isPoor))
            scores.append(result.score)
        }
        let test = BackTest(outcomes, scores: scores)
        return BackTestReport(
            edition: edition, from: from, through: through, test: test, leftOut: leftOut, stability: stability, names: try stock.items(test.findings.map(\.premises).unique))
    }
}

extension [ID<Premises>] {
    fileprivate var unique: [ID<Premises>] { Set(self).sorted() }
}
