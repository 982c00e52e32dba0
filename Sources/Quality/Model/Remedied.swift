public import Kernel

/// Whether something went better after what was done about it: the faults before and after a day, and how likely chance alone makes them so few.
///
/// Source: Fisher’s exact test, one-sided: R. A. Fisher, *The logic of inductive inference*, Journal of the Royal Statistical Society 98 (1935), 39–82.
public struct Remedied: Sendable, Equatable {
    /// Of work done before the day.
    public let before: AnswerCounts
    /// Of work done on the day or later.
    public let after: AnswerCounts

    public enum Verdict: String, Sendable, CaseIterable {
        /// Fewer than five cases on one side.
        case tooFew = "too-few"
        case better
        /// Chance alone could make the difference.
        case notShown = "not-shown"
    }

    public init(before: AnswerCounts, after: AnswerCounts) { (self.before, self.after) = (before, after) }

    /// - Parameter checks: of the one whom it was about; those without the criterion are left out.
    public init(_ checks: [TrendCheck], criterion: String?, done day: Day) {
        before = QualityTrend.counts(checks.filter { $0.worked < day }, by: criterion)
        after = QualityTrend.counts(checks.filter { $0.worked >= day }, by: criterion)
    }

    /// The chance of as few faults after it or fewer, if nothing had changed, from 0 to 1.
    public var chance: Double {
        let (marked, drawn, all) = (before.faults + after.faults, after.cases, before.cases + after.cases)
        let (fewest, most) = (max(0, marked + drawn - all), min(marked, drawn))
        // From the likeliest count outwards, since the ends are too small to begin from.
        let likeliest = min(max((marked + 1) * (drawn + 1) / (all + 2), fewest), most)
        func up(_ count: Int) -> Double { Double((marked - count) * (drawn - count)) / Double((count + 1) * (all - marked - drawn + count + 1)) }
        var chances = [likeliest: 1.0]
        for count in likeliest..<most { chances[count + 1] = (chances[count] ?? 0) * up(count) }
        for count in stride(from: likeliest, to: fewest, by: -1) { chances[count - 1] = (chances[count] ?? 0) / up(count - 1) }
        let sum = (fewest...most).reduce(0.0) { $0 + (chances[$1] ?? 0) }
        return (fewest...most).reduce(0.0) { $1 <= after.faults ? $0 + (chances[$1] ?? 0) / sum : $0 }
    }

    public var verdict: Verdict {
        guard min(before.cases, after.cases) >= FunnelLimits.fewest else { return .tooFew }
        return chance < 0.05 ? .better : .notShown
    }

    /// `7 of 12 before, 0 of 9 since: chance alone gives so few 1 time in 138.`
    public var words: String {
        let counts = "\(before.faults) of \(before.cases) did not pass before, \(after.faults) of \(after.cases) since"
        return switch verdict {
        case .tooFew: "\(counts): too few to say whether it worked."
        case .better: "\(counts): chance alone would give so few \(Remedied.often(chance))."
        case .notShown: "\(counts): chance alone would give so few \(Remedied.often(chance)), so it is not shown that it worked."
        }
    }

    private static func often(_ chance: Double) -> String {
        chance >= 0.1 ? "\(Int((chance * 10).rounded())) times in 10" : "1 time in \(grouped(Int(min(1e9, (1 / max(chance, 1e-9)).rounded()))))"
    }
}
