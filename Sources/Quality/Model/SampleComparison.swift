public import Kernel

/// A sample drawn again: whether the same comes of it, and what the audits say now that they did not say then.
public struct SampleComparison: Sendable, Equatable {
    /// Whether the audits that were kept, the rules and the seed lead to just what was drawn.
    public let isSame: Bool
    /// What the drawing again gives that was not drawn, and what was drawn that it does not give. Both are empty where it is the same.
    public let onlyNow: [Reference]
    public let onlyThen: [Reference]
    /// Audits of the stretch that are on record now and were not drawn from, for instance since they were completed later.
    public let added: [Reference]
    /// Audits that were drawn from and are not on record now.
    public let gone: [Reference]
    /// Audits that say something else now than they did: a corrected outcome, another type of premises.
    public let changed: [Reference]
    /// Of what would be drawn from the audits as they are now, what was not drawn then.
    public let drawnToday: [Reference]

    /// - Parameter stock: the audits of the stretch as they are on record now.
    public init(of draw: SampleDraw, by rules: [SamplingRule], against stock: [StockedAudit]) {
        let again = QualitySample(of: draw.stock.map(\.sampled), by: rules, seed: UInt64(max(0, draw.seed)))
        let drawn = again.drawn.map { found in DrawnAudit(found.audit.reference, rule: rules.firstIndex(of: found.rule) ?? 0) }
        isSame = drawn == draw.drawn
        let (then, now) = (Set(draw.drawn.map(\.reference)), Set(drawn.map(\.reference)))
        onlyNow = drawn.map(\.reference).filter { !then.contains($0) }
        onlyThen = draw.drawn.map(\.reference).filter { !now.contains($0) }
        let (before, after) = (Dictionary(draw.stock.map { ($0.reference, $0) }) { first, _ in first }, Dictionary(stock.map { ($0.reference, $0) }) { first, _ in first })
        func sorted(_ references: [Reference]) -> [Reference] { references.sorted { $0.key < $1.key } }
        added = sorted(after.keys.filter { before[$0] == nil })
        gone = sorted(before.keys.filter { after[$0] == nil })
        changed = sorted(after.keys.filter { key in before[key].map { $0 != after[key] } ?? false })
        drawnToday = QualitySample(of: stock.map(\.sampled), by: rules, seed: UInt64(max(0, draw.seed))).drawn.map(\.audit.reference).filter { !then.contains($0) }
    }

    /// Whether the audits say now what they said then.
    public var isStockSame: Bool { added.isEmpty && gone.isEmpty && changed.isEmpty }

    /// What it comes to, in a sentence.
    public var sentence: String {
        isSame
            ? "The same: the audits that were kept, the rules and the seed lead to just what was drawn."
            : "Not the same: drawn again, \(counted(onlyNow.count, "audit")) would be in it that \(onlyNow.count == 1 ? "was" : "were") not drawn, and \(onlyThen.count) that \(onlyThen.count == 1 ? "was" : "were") drawn would not."
    }
}

extension DetectionPower {
    /// What a sample is likely to find, as a sentence says it.
    ///
    /// - Parameter percent: the fault rate that was asked about.
    public func sentence(_ percent: Int) -> String {
        guard stock > 0 else { return "There is nothing to draw from." }
        let chance = probability >= 0.9995 ? "almost for certain" : "with a probability of \(decimal(probability * 100, places: 1))%"
        return "Looking at \(sample) of \(counted(stock, "audit")) finds a fault rate of \(percent)% \(chance)."
    }
}
