public import Kernel
public import Premises

/// What was found at premises on a day that has passed.
public struct PastOutcome: Hashable, Sendable {
    public let premises: ID<Premises>
    public let day: Day
    public let wasPoor: Bool

    public init(_ premises: ID<Premises>, _ day: Day, wasPoor: Bool) { (self.premises, self.day, self.wasPoor) = (premises, day, wasPoor) }
}

/// What a method would have found, and when, had the same audits been done on the same days in the order of its scores.
///
/// Modelled on the City of Chicago’s published evaluation of its food inspections: the days of the audits are slots, which stay; the
/// premises are put into them by their score, the highest first. What has the same score shares its slots evenly, so no chance and no
/// order of numbers decides.
public struct BackTest: Sendable, Equatable {
    /// Premises that were found poor, with when they were and when they would have been found.
    public struct Finding: Sendable, Equatable {
        public let premises: ID<Premises>
        public let found: Day
        /// Days from the actual one to the method’s; below nought where the method is later.
        public let daysEarlier: Double
        /// In hundredths of a point.
        public let score: Int64
    }

    /// How many audits there were.
    public let count: Int
    /// Those that found premises poor, in the order of what the method would do for them: those it would find latest are first.
    public let findings: [Finding]
    /// The mean over those that were found poor; nil where none was.
    public let meanDaysEarlier: Double?
    /// The share of what was found poor that was found in the first half of the audits.
    public let firstHalfActual: Double?
    /// The share that the method would have found in the first half.
    public let firstHalfByMethod: Double?
    /// How well the score tells poor premises from others; nil where there are none of either.
    public let auc: AreaUnderCurve?

    /// Those that the method would have found later than they were.
    public var losers: [Finding] { findings.filter { $0.daysEarlier < 0 } }

    /// - Parameter scores: of each outcome in its place, from what was known before the first of the audits.
    public init(_ outcomes: [PastOutcome], scores: [Int64]) {
        // Each has a score of its own.
        let outcomes = outcomes.prefix(scores.count)
        count = outcomes.count
        let order = outcomes.indices.sorted { (outcomes[$0].day, outcomes[$0].premises) < (outcomes[$1].day, outcomes[$1].premises) }
        let slots = order.map { outcomes[$0].day.number }
        let half = slots.count / 2
        let ranked = outcomes.indices.sorted { scores[$0] > scores[$1] }
        var (findings, firstHalf) = ([Finding](), 0.0)
        var start = 0
        while start < ranked.count {
            var end = start
            while end < ranked.count, scores[ranked[end]] == scores[ranked[start]] { end += 1 }
            // All of one score share their slots.
            let day = Double(slots[start..<end].reduce(0, +)) / Double(end - start)
            let inFirst = Double(max(0, min(end, half) - start)) / Double(end - start)
            for place in ranked[start..<end] where outcomes[place].wasPoor {
                findings.append(Finding(premises: outcomes[place].premises, found: outcomes[place].day, daysEarlier: Double(outcomes[place].day.number) - day, score: scores[place]))
                firstHalf += inFirst
            }
            start = end
        }
        self.findings = findings.stablySorted { $0.daysEarlier }
        let poor = Double(findings.count)
        meanDaysEarlier = findings.isEmpty ? nil : findings.reduce(0) { $0 + $1.daysEarlier } / poor
        firstHalfActual = findings.isEmpty ? nil : Double(order.prefix(half).count { outcomes[$0].wasPoor }) / poor
        firstHalfByMethod = findings.isEmpty ? nil : firstHalf / poor
        auc = AreaUnderCurve(poor: outcomes.indices.filter { outcomes[$0].wasPoor }.map { scores[$0] }, others: outcomes.indices.filter { !outcomes[$0].wasPoor }.map { scores[$0] })
    }
}
