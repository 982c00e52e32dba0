public import Kernel

/// What a review says should be done.
public struct Recommendation: Codable, Equatable, Sendable {
    public let id: ID<Recommendation>
    public var version: Int
    public let review: ID<Review>
    /// As its report numbers it: `R2`, `3.1`.
    public var reference: Reference
    public var words: String
    /// The cause of concern it belongs to.
    public var concern: ID<Concern>?
    /// The day by which the report wants it done.
    public var due: Day?
    /// The finding of a plan that answers it: `finding/4`.
    public var answer: Subject?

    public init(
        id: ID<Recommendation>, version: Int = 1, review: ID<Review>, reference: Reference, words: String, concern: ID<Concern>? = nil,
        due: Day? = nil, answer: Subject? = nil
    ) {
        self.id = id
        self.version = version
        self.review = review
        self.reference = reference
        self.words = words
        self.concern = concern
        self.due = due
        self.answer = answer
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        ["reference": reference.text, "words": words, "concern": concern.map { "\($0)" } ?? "", "due": due?.iso ?? "", "answer": answer?.description ?? ""]
            .mapValues { [$0] }
    }
}

/// What a person enters of a recommendation.
public struct NewRecommendation: Sendable, Equatable {
    /// The next number where it is left out.
    public var reference: Reference?
    public var words: String
    public var concern: ID<Concern>?
    public var due: Day?
    public var answer: Subject?

    public init(reference: Reference? = nil, words: String, concern: ID<Concern>? = nil, due: Day? = nil, answer: Subject? = nil) {
        self.reference = reference
        self.words = words
        self.concern = concern
        self.due = due
        self.answer = answer
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        words = fields.text("words", "What is recommended", atMost: 8000)
        concern = fields.number("concern", "Cause of concern", in: 1...Int.max).map { ID(Int64($0)) }
        due = fields.optionalDay("due", "Wanted by")
        answer = fields.subject("answer", like: "finding/1")
    }
}
