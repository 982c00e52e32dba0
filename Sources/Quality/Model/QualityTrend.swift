public import Kernel
public import People

/// What the checks of a period show together: by criterion, by quarter, by who did the work and by office.
public struct QualityTrend: Sendable, Equatable {
    /// One of those that are compared: an officer or an office.
    public struct Own: Sendable, Equatable {
        public let party: ID<Party>
        /// How many checks of their work there are.
        public let checks: Int
        /// Of the criterion asked for, or of all: one case a check, at fault where any criterion did not pass.
        public let counts: AnswerCounts
        public let standing: FunnelLimits.Standing
    }

    /// Somebody who lies beyond the limits of chance on one criterion.
    public struct Standout: Sendable, Equatable {
        public let criterion: String
        public let party: ID<Party>
        public let isOffice: Bool
        public let counts: AnswerCounts
        /// Of all together on that criterion, from 0 to 1.
        public let share: Double
        public let standing: FunnelLimits.Standing
    }

    public let period: Period
    /// The criterion that officers and offices are compared by; nil compares by whether anything at all did not pass.
    public let criterion: String?
    /// The earliest work first.
    public let checks: [TrendCheck]
    /// By criterion, in the order of the form.
    public let criteria: [(code: String, counts: AnswerCounts)]
    /// All that are compared by, together.
    public let all: AnswerCounts
    /// Those with most faults first; those of whom too little is known come last.
    public let officers: [Own]
    public let offices: [Own]
    public let standouts: [Standout]
    /// How many pairs of a criterion and an officer or an office had cases enough to be judged.
    public let judged: Int

    public static func == (a: QualityTrend, b: QualityTrend) -> Bool { a.period == b.period && a.criterion == b.criterion && a.checks == b.checks }

    /// - Parameters:
    ///   - checks: completed ones; those of other days are left out.
    ///   - codes: the criteria, in the order in which they are shown. What was answered and stands in no form any more is left out.
    public init(_ checks: [TrendCheck], criteria codes: [String], in period: Period, by criterion: String? = nil) {
        let own = checks.filter { period.contains($0.worked) }.sorted { ($0.worked, $0.reference.key) < ($1.worked, $1.reference.key) }
        (self.period, self.criterion, self.checks) = (period, criterion, own)
        criteria = codes.map { code in (code, AnswerCounts(own.compactMap { $0.answers[code] })) }
        let compared = QualityTrend.counts(own, by: criterion)
        all = compared
        officers = QualityTrend.compared(own, by: criterion, all: compared) { $0.auditor }
        offices = QualityTrend.compared(own, by: criterion, all: compared) { $0.office }
        var (found, judged): ([Standout], Int) = ([], 0)
        for (code, counts) in criteria {
            guard let share = counts.share else { continue }
            for (isOffice, parties) in [
                (false, QualityTrend.compared(own, by: code, all: counts) { $0.auditor }), (true, QualityTrend.compared(own, by: code, all: counts) { $0.office }),
            ] {
                judged += parties.count { $0.standing != .tooFew }
                found += parties.filter(\.standing.standsOut).map {
                    Standout(criterion: code, party: $0.party, isOffice: isOffice, counts: $0.counts, share: share, standing: $0.standing)
                }
            }
        }
        self.judged = judged
        standouts = found.stablySorted(by: \.standing.weight)
    }

    /// How many of the pairs judged would lie beyond the outer limit by chance alone, where nobody differs: one in a thousand above it.
    public var byChance: Double { Double(judged) / 1000 }

    /// The same by quarter of the financial year, the earliest first.
    public func quarters() -> [(from: Day, counts: AnswerCounts)] {
        var from = period.from.startOfMonth.adding(months: -((period.from.parts.month + 2) % 3))
        var found: [(from: Day, counts: AnswerCounts)] = []
        while from <= period.through {
            let next = from.adding(months: 3)
            found.append((from, QualityTrend.counts(checks.filter { $0.worked >= from && $0.worked < next }, by: criterion)))
            from = next
        }
        return found
    }

    /// One case a check: by one criterion as it was answered, or by all, where the worst answer counts.
    static func counts(_ checks: [TrendCheck], by criterion: String?) -> AnswerCounts {
        AnswerCounts(checks.compactMap { check in criterion.map { check.answers[$0] } ?? check.worst })
    }

    private static func compared(_ checks: [TrendCheck], by criterion: String?, all: AnswerCounts, _ party: (TrendCheck) -> ID<Party>?) -> [Own] {
        Dictionary(grouping: checks.filter { party($0) != nil }) { party($0) }.compactMap { key, own -> Own? in
            guard let key else { return nil }
            let counts = counts(own, by: criterion)
            return Own(party: key, checks: own.count, counts: counts, standing: FunnelLimits.standing(counts.faults, of: counts.cases, around: all.share ?? 0))
        }.sorted { a, b in
            let (few, fewer) = (a.standing == .tooFew, b.standing == .tooFew)
            if few != fewer { return fewer }
            if a.counts.share != b.counts.share { return (a.counts.share ?? -1) > (b.counts.share ?? -1) }
            return a.party < b.party
        }
    }
}

extension TrendCheck {
    /// The worst answer that was given; nil where nothing was answered.
    public var worst: QualityAnswer? {
        let given = Set(answers.values)
        return [.fail, .notEvidenced, .pass, .notApplicable].first { given.contains($0) }
    }
}

extension FunnelLimits.Standing {
    /// Beyond the outer limits, on either side.
    public var standsOut: Bool { self == .farAbove || self == .farBelow }

    /// Worse first.
    var weight: Int {
        switch self {
        case .farAbove: 0
        case .above: 1
        case .within: 2
        case .below: 3
        case .farBelow: 4
        case .tooFew: 5
        }
    }

    /// `More faults than chance allows`
    public var words: String {
        switch self {
        case .farAbove: "More than chance allows"
        case .above: "More than usual"
        case .within: "As chance allows"
        case .below: "Fewer than usual"
        case .farBelow: "Fewer than chance allows"
        case .tooFew: "Too few to judge"
        }
    }
}
