import Kernel

/// A claim held against the records: what they say of it, how that was found, and what shows it.
///
/// The records agree or contradict only where they speak of the same thing. A false agreement is worse than none, so all else
/// is unanswered, with what comes nearest.
struct ClaimCheck: Equatable {
    enum Verdict: String, Codable, CaseIterable {
        case agrees, contradicted, unanswered

        var words: String {
            switch self {
            case .agrees: "The records agree"
            case .contradicted: "The records say otherwise"
            case .unanswered: "Nothing on record answers"
            }
        }
    }

    let claim: Claim
    let verdict: Verdict
    /// What the records say, with the records behind it; of what nothing answers, what comes nearest.
    let findings: [Telling.Line]
    /// How it was looked for, in a sentence.
    let how: String
    /// Where the records are shown.
    let place: Telling.Place?
    /// What shows it: the evidence of the actions behind it.
    var evidence: [Telling.Line] = []

    var question: String {
        switch verdict {
        case .agrees: claim.isMoney ? "The paper says “\(claim.words)”. What is it spent on, and who agreed it?" : "The paper says “\(claim.words)”. Which are they, and what shows it?"
        case .contradicted: "The paper says “\(claim.words)”, and the records say otherwise. Which is right?"
        case .unanswered: "The paper says “\(claim.words)”. Where is that recorded?"
        }
    }

    /// - Parameter records: of what the section tells of, or of all that the paper covers.
    static func of(_ claim: Claim, _ records: ClaimRecords) -> ClaimCheck? {
        var nearest: ClaimCheck?
        for look in [counting, happened, said] {
            guard var check = look(claim, records) else { continue }
            guard check.verdict == .unanswered else {
                check.evidence = records.evidence(for: check.findings.flatMap(\.behind))
                return check
            }
            nearest = nearest ?? check
        }
        // That there is none of something is a question only where the records count it.
        guard claim.hundredths != 0 else { return nil }
        return nearest ?? ClaimCheck(
            claim: claim, verdict: .unanswered, findings: [],
            how: claim.isMoney ? "No cost on record and nothing that was said names this sum for the same thing."
                : "No number of the records counts “\(claim.heads.first ?? "")”, and no milestone or update of the time names one.", place: nil)
    }

    /// What comes near to a claim without being the same.
    static func perhaps(_ claim: Claim, _ line: Telling.Line, how: String, at place: Telling.Place?) -> ClaimCheck {
        ClaimCheck(claim: claim, verdict: .unanswered, findings: [Telling.Line("Perhaps this: \(line.words)", isPoint: true, behind: line.behind, cites: line.cites)], how: how, place: place)
    }
}

extension Claim {
    /// Whether enough of what a claim tells besides its number stands somewhere else too.
    func isAbout(_ words: Set<String>) -> Bool {
        let own = about.isEmpty ? wider : about
        guard !own.isEmpty else { return !isMoney }
        return own.intersection(words).count >= max(1, (own.count * 2 + 4) / 5)
    }

    /// Both are denied or neither, both to come or neither, and they are not the third and the fourth.
    func isLike(_ other: Claim) -> Bool {
        other.isDenied == isDenied && other.isAhead == isAhead && other.isWhole == isWhole && (ordinals.isEmpty || other.ordinals.isEmpty || !ordinals.isDisjoint(with: other.ordinals))
    }

    /// The claim names a year or a month in which the paper's days do not lie.
    func isOfAnotherTime(than telling: Telling?) -> Bool {
        guard let telling else { return false }
        let words = ClaimWords.all(line)
        let years = words.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.filter { (1900...2099).contains($0) }
        let (from, to) = (telling.from.adding(days: 1).parts, telling.to.parts)
        guard years.isEmpty || years.contains(where: { (from.year...max(from.year, to.year)).contains($0) }) else { return true }
        let months = words.compactMap { word in word == "may" && !line.contains("May") ? nil : Day.months.firstIndex { $0.lowercased() == word }.map { $0 + 1 } }
        guard !months.isEmpty else { return false }
        let span = (from.year * 12 + from.month)...max(from.year * 12 + from.month, to.year * 12 + to.month)
        let inYears = years.isEmpty ? Array(from.year...max(from.year, to.year)) : years
        return !months.contains { month in inYears.contains { span.contains($0 * 12 + month) } }
    }
}
