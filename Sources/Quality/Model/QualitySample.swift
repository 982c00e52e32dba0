public import Kernel

/// An audit as far as drawing a sample needs to know it.
public struct SampledAudit: Sendable, Hashable {
    public let reference: Reference
    /// Who audited, by the name that the rule counts them under.
    public let officer: String
    public let office: String?
    /// The code of the national premises type.
    public let premisesType: String
    /// The codes of what came of it; several may have.
    public let outcomes: Set<String>

    public init(reference: Reference, officer: String, office: String? = nil, premisesType: String, outcomes: Set<String>) {
        (self.reference, self.officer, self.office) = (reference, officer, office)
        (self.premisesType, self.outcomes) = (premisesType, outcomes)
    }
}

/// What a sampling plan asks for of the audits of a period.
public enum SamplingRule: Sendable, Hashable, Codable {
    /// Every audit with this outcome, whoever made it: prohibitions always.
    case every(outcome: String)
    /// At least so many of each officer.
    case eachOfficer(least: Int)
    /// At least so many per cent of the audits of a premises type, rounded up.
    case type(code: String, percent: Int)
    /// At least so many per cent of the audits with an outcome, rounded up.
    case outcome(code: String, percent: Int)
    /// At least so many per cent of all, rounded up.
    case all(percent: Int)
}

/// What was drawn, and by which rules: the same for the same audits, rules and seed, whoever draws it.
public struct QualitySample: Sendable, Equatable {
    public struct Drawn: Sendable, Equatable {
        public let audit: SampledAudit
        /// The first rule that asked for it.
        public let rule: SamplingRule
    }

    public let seed: UInt64
    public let drawn: [Drawn]
    /// Rules that asked for more than there was.
    public let short: [(rule: SamplingRule, asked: Int, found: Int)]

    public static func == (a: QualitySample, b: QualitySample) -> Bool { a.seed == b.seed && a.drawn == b.drawn }

    /// Audits are laid out by reference and shuffled once by the seed (`Kernel.Dice`, SplitMix64; Fisher and Yates from the last place down, each time with the
    /// number modulo the places left). Each rule in turn takes the first in that order that it can, counting those that an earlier rule took.
    public init(of audits: [SampledAudit], by rules: [SamplingRule], seed: UInt64) {
        self.seed = seed
        var order = audits.sorted { $0.reference.key < $1.reference.key }
        var dice = Dice(seed: seed)
        for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, Int(dice.next() % UInt64(last + 1))) }
        var (drawn, taken): ([Drawn], Set<Reference>) = ([], [])
        var short: [(rule: SamplingRule, asked: Int, found: Int)] = []
        func take(_ wanted: Int, by rule: SamplingRule, where fits: (SampledAudit) -> Bool) {
            let fitting = order.filter(fits)
            var held = fitting.count { taken.contains($0.reference) }
            for audit in fitting where held < wanted && taken.insert(audit.reference).inserted {
                drawn.append(Drawn(audit: audit, rule: rule))
                held += 1
            }
            if held < wanted { short.append((rule, wanted, held)) }
        }
        func share(_ percent: Int, where fits: (SampledAudit) -> Bool) -> Int { (order.count(where: fits) * percent + 99) / 100 }
        for rule in rules {
            switch rule {
            case .every(let outcome): take(order.count { $0.outcomes.contains(outcome) }, by: rule) { $0.outcomes.contains(outcome) }
            case .eachOfficer(let least):
                for officer in Set(order.map(\.officer)).sorted() { take(least, by: rule) { $0.officer == officer } }
            case .type(let code, let percent): take(share(percent) { $0.premisesType == code }, by: rule) { $0.premisesType == code }
            case .outcome(let code, let percent): take(share(percent) { $0.outcomes.contains(code) }, by: rule) { $0.outcomes.contains(code) }
            case .all(let percent): take(share(percent) { _ in true }, by: rule) { _ in true }
            }
        }
        (self.drawn, self.short) = (drawn, short)
    }
}
