public import Kernel

/// What may come of a case, from the least to the most.
public enum EnforcementMeasure: String, Codable, Sendable, CaseIterable {
    case nothing = "none"
    case letter = "letter-without-revisit"
    case letterWithRevisit = "letter-with-revisit"
    case actionPlan = "action-plan"
    case alterations, enforcement, prohibition, caution, prosecution

    public var words: String {
        switch self {
        case .nothing: "No enforcement"
        case .letter: "Letter without a revisit"
        case .letterWithRevisit: "Letter with a revisit"
        case .actionPlan: "Action plan"
        case .alterations: "Alterations notice"
        case .enforcement: "Enforcement notice"
        case .prohibition: "Prohibition notice"
        case .caution: "Simple caution"
        case .prosecution: "Prosecution"
        }
    }
}

/// How the officer came to what is done, step by step through the enforcement management model. Internal.
public struct Rationale: Codable, Equatable, Sendable {
    /// The risk of serious injury to relevant persons.
    public enum Risk: String, Codable, Sendable, CaseIterable {
        case remote, possible, probable, imminent
    }

    /// How far what was found is from what the law asks for.
    public enum Gap: String, Codable, Sendable, CaseIterable {
        case none, nominal, moderate, substantial, extreme
    }

    public let id: ID<Rationale>
    public var version: Int
    public let enforcementCase: ID<EnforcementCase>
    public var risk: Risk
    public var gap: Gap
    /// What risk and gap alone would lead to.
    public var expectation: EnforcementMeasure
    /// What about the dutyholder speaks for more or for less: history, confidence, intent.
    public var dutyholder: String?
    /// What about the public interest and the service's aims does.
    public var strategic: String?
    public var conclusion: EnforcementMeasure
    /// Why the conclusion is not what was expected; there exactly where it is not.
    public var departure: String?

    public init(
        id: ID<Rationale>, version: Int = 1, enforcementCase: ID<EnforcementCase>, _ new: NewRationale
    ) {
        (self.id, self.version, self.enforcementCase) = (id, version, enforcementCase)
        (risk, gap, expectation, dutyholder) = (new.risk, new.gap, new.expectation, new.dutyholder)
        (strategic, conclusion, departure) = (new.strategic, new.conclusion, new.departure)
    }

    public var departs: Bool { conclusion != expectation }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        ["risk": risk.rawValue, "gap": gap.rawValue, "expectation": expectation.rawValue, "dutyholder": dutyholder ?? "", "strategic": strategic ?? "",
         "conclusion": conclusion.rawValue, "departure": departure ?? ""].mapValues { [$0] }
    }
}

/// What a person enters of it.
public struct NewRationale: Sendable, Equatable {
    public var risk: Rationale.Risk
    public var gap: Rationale.Gap
    public var expectation: EnforcementMeasure
    public var dutyholder: String?
    public var strategic: String?
    public var conclusion: EnforcementMeasure
    public var departure: String?

    public init(
        risk: Rationale.Risk, gap: Rationale.Gap, expectation: EnforcementMeasure, dutyholder: String? = nil, strategic: String? = nil,
        conclusion: EnforcementMeasure, departure: String? = nil
    ) {
        (self.risk, self.gap, self.expectation, self.dutyholder) = (risk, gap, expectation, dutyholder)
        (self.strategic, self.conclusion, self.departure) = (strategic, conclusion, departure)
    }

    public init(reading fields: inout Fields) {
        risk = fields.choice("risk", "Risk of serious injury", default: .possible)
        gap = fields.choice("gap", "Gap", default: .moderate)
        expectation = fields.choice("expectation", "Initial expectation", default: .letter)
        dutyholder = fields.optionalText("dutyholder", "Dutyholder factors", atMost: 8000)
        strategic = fields.optionalText("strategic", "Strategic factors", atMost: 8000)
        conclusion = fields.choice("conclusion", "Conclusion", default: expectation)
        departure = fields.optionalText("departure", "Why it departs from the expectation", atMost: 8000)
        for wrong in amiss { fields.refuse(wrong.name, wrong.sentence) }
    }

    /// A departure without a reason, or a reason without a departure.
    var amiss: [Refusal.Field] {
        if conclusion != expectation, departure == nil {
            return [.init("departure", "\(conclusion.words) is not what was expected, \(expectation.words.lowercased()). Say why.")]
        }
        if conclusion == expectation, departure != nil {
            return [.init("departure", "The conclusion is what was expected, so there is no departure to explain. Leave this empty, or change the conclusion.")]
        }
        return []
    }
}
