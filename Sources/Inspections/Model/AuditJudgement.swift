/// What findings lead to by themselves. The officer judges; where they judge otherwise, they say why.
public struct AuditJudgement: Equatable, Sendable {
    public let result: AuditResult
    public let outcome: AuditOutcome
    /// `The worst finding is 4, serious deficiencies.`
    public let why: String

    /// Nil where nothing was found yet.
    public init?(_ sheet: AuditSheet) {
        guard let worst = sheet.worst else { return nil }
        result = worst.isDeficient ? .unsatisfactory : .satisfactory
        outcome = switch worst {
        case .one: .broadlyCompliant
        case .two: .educateAndInform
        case .three: .letter
        case .four: .letterWithRevisit
        case .five: .enforcementNotice
        }
        why = "The worst finding is \(worst.numbered)."
    }
}

extension AuditSheet {
    /// Where the officer’s judgement and the findings part, each in a sentence. None where nothing was found or judged yet.
    public var contradictions: [String] {
        guard let worst else { return [] }
        var sentences: [String] = []
        if result == .satisfactory, worst.isDeficient { sentences.append("The result is satisfactory, and a finding is \(worst.numbered)") }
        if result == .unsatisfactory, !worst.isDeficient { sentences.append("The result is unsatisfactory, and no finding is worse than \(worst.numbered)") }
        if outcomes.contains(.broadlyCompliant), worst.isDeficient { sentences.append("The outcome is broadly compliant, and a finding is \(worst.numbered)") }
        if outcomes.contains(.broadlyCompliant), let other = outcomes.first(where: \.impliesDeficiency) {
            sentences.append("Broadly compliant and “\(other.words.lowercased())” stand side by side")
        }
        if let demanding = outcomes.first(where: \.impliesDeficiency), !worst.isDeficient {
            sentences.append("The outcome is “\(demanding.words.lowercased())”, and no finding is worse than \(worst.numbered)")
        }
        if worst == .five, !outcomes.isEmpty, outcomes.allSatisfy({ !$0.isFormal }) { sentences.append("A finding is \(worst.numbered), and no notice follows") }
        return sentences
    }
}
