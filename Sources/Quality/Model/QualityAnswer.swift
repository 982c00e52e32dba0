import Kernel

/// What a reviewer found of one criterion.
public enum QualityAnswer: String, Codable, Sendable, CaseIterable {
    case pass, fail
    /// It may have been done, but the file does not show it.
    case notEvidenced = "not-evidenced"
    case notApplicable = "not-applicable"

    public var words: String {
        switch self {
        case .pass: "Pass"
        case .fail: "Fail"
        case .notEvidenced: "Not evidenced"
        case .notApplicable: "Does not apply"
        }
    }

    /// Whether whoever did the work should hear why.
    public var isFault: Bool { self == .fail || self == .notEvidenced }
}

/// One answer, with what the reviewer saw.
public struct QualityFinding: Codable, Hashable, Sendable {
    /// The code of the criterion.
    public let criterion: String
    public let answer: QualityAnswer
    public let note: String?

    public init(_ criterion: String, _ answer: QualityAnswer, _ note: String? = nil) { (self.criterion, self.answer, self.note) = (criterion, answer, note) }

    /// `letter-sent: fail | It went out after three weeks.`
    public var written: String { "\(criterion): \(answer.rawValue)" + (note.map { " | \($0)" } ?? "") }
}

/// What the work is worth on the whole.
public enum QualityGrade: String, Codable, Sendable, CaseIterable {
    case good, adequate
    case needsImprovement = "needs-improvement"

    public var words: String {
        switch self {
        case .good: "Good"
        case .adequate: "Adequate"
        case .needsImprovement: "Needs improvement"
        }
    }
}

/// The grade that the answers lead to, by a rule that is told beside it. The reviewer may grade otherwise, for a reason.
public struct SuggestedGrade: Equatable, Sendable {
    public let grade: QualityGrade
    /// What counted, in a sentence.
    public let why: String

    public static let rule = """
        Good: nothing failed, and at most one criterion was not evidenced. Adequate: at most one in five criteria that apply failed or were not evidenced. Otherwise it needs improvement.
        """

    /// - Returns: nil where no criterion applies.
    public init?(_ findings: [QualityFinding]) {
        let (failed, missing) = (findings.count { $0.answer == .fail }, findings.count { $0.answer == .notEvidenced })
        let applying = findings.count { $0.answer != .notApplicable }
        guard applying > 0 else { return nil }
        grade = failed == 0 && missing <= 1 ? .good : (failed + missing) * 5 <= applying ? .adequate : .needsImprovement
        why = "Of \(counted(applying, "criterion", "criteria")) that \(applying == 1 ? "applies" : "apply"), \(failed) failed and \(missing) \(missing == 1 ? "was" : "were") not evidenced."
    }
}
