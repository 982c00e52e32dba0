public import Kernel

/// What was done in a case besides notices: a prosecution, a caution, or deficiencies notified informally. Internal.
public struct CaseOutcome: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case informal = "informal-notification"
        case caution, prosecution

        public var words: String {
            switch self {
            case .informal: "Informal notification of deficiencies"
            case .caution: "Simple caution"
            case .prosecution: "Prosecution"
            }
        }
    }

    public let id: ID<CaseOutcome>
    public var version: Int
    public let enforcementCase: ID<EnforcementCase>
    public let kind: Kind
    /// The day on which it was sent, given, or laid before the court.
    public let on: Day
    /// What it was for: the deficiencies, or the offence with its provision.
    public let words: String
    /// What came of it, once that is known.
    public var result: String?
    public var resultOn: Day?

    public init(
        id: ID<CaseOutcome>, version: Int = 1, enforcementCase: ID<EnforcementCase>, kind: Kind, on: Day, words: String, result: String? = nil, resultOn: Day? = nil
    ) {
        (self.id, self.version, self.enforcementCase, self.kind, self.on) = (id, version, enforcementCase, kind, on)
        (self.words, self.result, self.resultOn) = (words, result, resultOn)
    }
}

/// What a person enters of it.
public struct NewCaseOutcome: Sendable, Equatable {
    public var kind: CaseOutcome.Kind
    public var on: Day
    public var words: String
    public var result: String?
    public var resultOn: Day?

    public init(kind: CaseOutcome.Kind, on: Day, words: String, result: String? = nil, resultOn: Day? = nil) {
        (self.kind, self.on, self.words, self.result, self.resultOn) = (kind, on, words, result, resultOn)
    }

    public init(reading fields: inout Fields) {
        kind = fields.choice("kind", "What was done", default: .informal)
        on = fields.day("on", "On")
        words = fields.text("words", "What it was for", atMost: 8000)
        result = fields.optionalText("result", "What came of it", atMost: 8000)
        resultOn = fields.optionalDay("result-on", "Known on")
        fields.checkOrder(on, "result-on", resultOn)
        if fields.errors.isEmpty, (result == nil) != (resultOn == nil) {
            fields.refuse(result == nil ? "result" : "result-on", "What came of it has a day and words, or neither yet.")
        }
    }
}
