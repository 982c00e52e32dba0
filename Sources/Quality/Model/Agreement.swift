/// How far several reviewers agreed who each answered the same questions by themselves: Fleiss’ kappa.
///
/// Source: J. L. Fleiss, *Measuring nominal scale agreement among many raters*, Psychological Bulletin 76 (1971), 378–382. The interval is the
/// jackknife's: the questions are left out one by one (95 per cent, normal).
public struct Agreement: Sendable, Equatable {
    /// Pairs of reviewers that gave the same answer, of all pairs, from 0 to 1.
    public let share: Double
    /// 1 where all agree, 0 where they agree as often as chance would have it; nil where all answers were one and the same, of which chance explains all.
    public let kappa: Double?
    /// From where to where kappa lies, 95 times in 100; nil where there are too few questions to say.
    public let interval: ClosedRange<Double>?
    public let questions: Int
    public let reviewers: Int

    /// - Parameter answers: for each question, how many reviewers gave each answer, in one order of answers. Each question was answered by the same number of reviewers.
    /// - Returns: nil where there is no question, fewer than two reviewers, or not the same number for each question.
    public init?(_ answers: [[Int]]) {
        guard let first = answers.first, let reviewers = Optional(first.reduce(0, +)), reviewers >= 2,
              answers.allSatisfy({ $0.count == first.count && $0.reduce(0, +) == reviewers && $0.allSatisfy { $0 >= 0 } }) else { return nil }
        (questions, self.reviewers) = (answers.count, reviewers)
        (share, kappa) = Agreement.computed(answers, reviewers)
        interval = kappa.flatMap { Agreement.interval(around: $0, answers, reviewers) }
    }

    private static func computed(_ answers: [[Int]], _ reviewers: Int) -> (share: Double, kappa: Double?) {
        let (questions, n) = (Double(answers.count), Double(reviewers))
        let agreed = answers.map { counts in (counts.reduce(0.0) { $0 + Double($1 * $1) } - n) / (n * (n - 1)) }
        let share = agreed.reduce(0, +) / questions
        let byChance = (answers.first ?? []).indices.reduce(0.0) { sum, answer in
            let part = answers.reduce(0.0) { $0 + Double($1[answer]) } / (questions * n)
            return sum + part * part
        }
        return (share, byChance >= 1 ? nil : (share - byChance) / (1 - byChance))
    }

    private static func interval(around kappa: Double, _ answers: [[Int]], _ reviewers: Int) -> ClosedRange<Double>? {
        guard answers.count >= 5 else { return nil }
        let others = answers.indices.compactMap { place -> Double? in
            var left = answers
            left.remove(at: place)
            return computed(left, reviewers).kappa
        }
        guard others.count == answers.count else { return nil }
        let mean = others.reduce(0, +) / Double(others.count)
        let spread = others.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } * Double(others.count - 1) / Double(others.count)
        let half = 1.959963985 * spread.squareRoot()
        return max(-1, kappa - half)...min(1, kappa + half)
    }
}
