public import Kernel
public import People

/// How the checks of some stretch of work are chosen: by which rules, out of what, by whom they are made and by when.
public struct SamplingPlan: Codable, Equatable, Sendable {
    public let id: ID<SamplingPlan>
    public var version: Int
    /// `QS-2026-0002`
    public let reference: Reference
    public var title: String
    /// Audits that were carried out from this day through that are drawn from.
    public var from: Day
    public var through: Day
    /// The last day of the last check.
    public var due: Day
    public var rules: [SamplingRule]
    /// How many in a hundred must be at fault for the sample to find it, and how many times in a hundred it shall.
    public var faultPercent: Int
    public var wantedPercent: Int
    /// Among whom the checks are spread.
    public var reviewers: [ID<Party>]
    /// The day from which it stands here.
    public let since: Day
    /// Given up before it was drawn, and why.
    public var dropped: Day?
    public var dropping: String?

    public init(
        id: ID<SamplingPlan>, version: Int = 1, reference: Reference, title: String, from: Day, through: Day, due: Day, rules: [SamplingRule], faultPercent: Int, wantedPercent: Int,
        reviewers: [ID<Party>], since: Day
    ) {
        (self.id, self.version, self.reference, self.title) = (id, version, reference, title)
        (self.from, self.through, self.due, self.rules, self.faultPercent, self.wantedPercent) = (from, through, due, rules, faultPercent, wantedPercent)
        (self.reviewers, self.since) = (reviewers, since)
    }

    public func isHere(on day: Day) -> Bool { since <= day }
}

/// What was drawn by a plan: from which audits, by which seed. It never changes, so that anyone can draw it again.
public struct SampleDraw: Codable, Equatable, Sendable {
    public let id: ID<SampleDraw>
    public var version: Int
    public let plan: ID<SamplingPlan>
    public let on: Day
    /// From 0 to `SampleDraw.highestSeed`.
    public let seed: Int
    /// Where the seed came from: the entries of the journal whose root it is, or nil where somebody gave it.
    public let journalSize: Int64?
    /// All that there was to draw from, by reference.
    public var stock: [StockedAudit]
    /// What was drawn, in the order in which it was, each with the place of the rule that asked for it.
    public var drawn: [DrawnAudit]

    public init(id: ID<SampleDraw>, version: Int = 1, plan: ID<SamplingPlan>, on: Day, seed: Int, journalSize: Int64?, stock: [StockedAudit], drawn: [DrawnAudit]) {
        (self.id, self.version, self.plan, self.on, self.seed, self.journalSize) = (id, version, plan, on, seed, journalSize)
        (self.stock, self.drawn) = (stock, drawn)
    }

    /// Every program that reads JSON can read a number up to this one.
    public static let highestSeed = 9_007_199_254_740_991

    /// How likely it finds what the plan wants found.
    public func power(toFind percent: Int) -> DetectionPower { DetectionPower(stock: stock.count, sample: drawn.count, faultPercent: percent) }
}

/// An audit as it was when it was drawn from.
public struct StockedAudit: Codable, Hashable, Sendable {
    public let reference: Reference
    public let officer: String
    public let office: String?
    public let premisesType: String
    /// By name, as a set has no order.
    public let outcomes: [String]

    public init(reference: Reference, officer: String, office: String?, premisesType: String, outcomes: [String]) {
        (self.reference, self.officer, self.office, self.premisesType, self.outcomes) = (reference, officer, office, premisesType, outcomes)
    }

    public init(_ audit: SampledAudit) {
        (reference, officer, office, premisesType, outcomes) = (audit.reference, audit.officer, audit.office, audit.premisesType, audit.outcomes.sorted())
    }

    public var sampled: SampledAudit { SampledAudit(reference: reference, officer: officer, office: office, premisesType: premisesType, outcomes: Set(outcomes)) }
}

public struct DrawnAudit: Codable, Hashable, Sendable {
    public let reference: Reference
    /// The place of the rule in the plan, from 0.
    public let rule: Int

    public init(_ reference: Reference, rule: Int) { (self.reference, self.rule) = (reference, rule) }
}

extension SamplingRule {
    /// As it is kept and as commands give it: `every prohibition-notice`, `each-officer 2`, `type hospital 10`, `outcome letter 5`, `all 10`.
    public var written: String {
        switch self {
        case .every(let outcome): "every \(outcome)"
        case .eachOfficer(let least): "each-officer \(least)"
        case .type(let code, let percent): "type \(code) \(percent)"
        case .outcome(let code, let percent): "outcome \(code) \(percent)"
        case .all(let percent): "all \(percent)"
        }
    }

    public init?(written: String) {
        let parts = written.split(separator: " ").map { String($0) }
        let (number, percent) = (parts.last.flatMap { Int($0) }, parts.last.flatMap { Int($0) }.flatMap { (1...100).contains($0) ? $0 : nil })
        switch (parts.first, parts.count) {
        case ("every", 2): self = .every(outcome: parts[1])
        case ("each-officer", 2): guard let number, (1...100).contains(number) else { return nil }; self = .eachOfficer(least: number)
        case ("type", 3): guard let percent else { return nil }; self = .type(code: parts[1], percent: percent)
        case ("outcome", 3): guard let percent else { return nil }; self = .outcome(code: parts[1], percent: percent)
        case ("all", 2): guard let percent else { return nil }; self = .all(percent: percent)
        default: return nil
        }
    }
}
