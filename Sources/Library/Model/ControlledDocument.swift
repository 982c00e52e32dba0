public import Kernel
public import People

/// A document that the service answers for: it has an owner, versions that come into force, and a day to be looked at again.
public struct ControlledDocument: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case policy, strategy, programme, procedure, guidance, report, agreement
        case gapAnalysis = "gap-analysis"
        case termsOfReference = "terms-of-reference"
        case other

        public var words: String {
            switch self {
            case .policy: "Policy"
            case .strategy: "Strategy"
            case .programme: "Programme"
            case .procedure: "Procedure"
            case .guidance: "Guidance"
            case .report: "Report"
            case .agreement: "Agreement"
            case .gapAnalysis: "Gap analysis"
            case .termsOfReference: "Terms of reference"
            case .other: "Other document"
            }
        }
    }

    public let id: ID<ControlledDocument>
    public var version: Int
    public var reference: Reference
    public var title: String
    public var kind: Kind
    /// What it is for, in a sentence.
    public var purpose: String?
    /// Who answers for it.
    public var owner: ID<Party>?
    /// What on record it answers: `finding/3`.
    public var answers: [Subject]
    /// The day by which it is to be looked at for the first time; later ones are set by reviews and new versions.
    public var firstReview: Day?
    /// The day from which it stands in the register.
    public let since: Day

    public init(
        id: ID<ControlledDocument>, version: Int = 1, reference: Reference, title: String, kind: Kind, purpose: String? = nil,
        owner: ID<Party>? = nil, answers: [Subject] = [], firstReview: Day? = nil, since: Day
    ) {
        self.id = id
        self.version = version
        self.reference = reference
        self.title = title
        self.kind = kind
        self.purpose = purpose
        self.owner = owner
        self.answers = answers
        self.firstReview = firstReview
        self.since = since
    }

    /// What it holds now, under the names of its form.
    ///
    /// - Parameter owner: the owner's name.
    func entries(owner: String?) -> [String: [String]] {
        var entries = ["title": title, "kind": kind.rawValue, "purpose": purpose ?? "", "owner": owner ?? "", "reference": reference.text,
                       "first-review": firstReview?.iso ?? ""].mapValues { [$0] }
        entries["answers"] = answers.map(\.description)
        return entries
    }
}

/// What a person enters to register a document or to edit what the register says of it.
public struct NewDocument: Sendable, Equatable {
    public var reference: Reference?
    public var title: String
    public var kind: ControlledDocument.Kind
    public var purpose: String?
    /// The name of a person, post or team on record.
    public var owner: String?
    public var answers: [Subject]
    public var firstReview: Day?

    public init(
        reference: Reference? = nil, title: String, kind: ControlledDocument.Kind, purpose: String? = nil, owner: String? = nil,
        answers: [Subject] = [], firstReview: Day? = nil
    ) {
        self.reference = reference
        self.title = title
        self.kind = kind
        self.purpose = purpose
        self.owner = owner
        self.answers = answers
        self.firstReview = firstReview
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        title = fields.line("title", "Title", atMost: 200)
        kind = fields.choice("kind", "Kind", default: .policy)
        purpose = fields.optionalText("purpose", "What it is for", atMost: 2000)
        owner = fields.optionalLine("owner", "Owner", atMost: 200)
        answers = fields.subjects("answers")
        firstReview = fields.optionalDay("first-review", "First review by")
    }
}
