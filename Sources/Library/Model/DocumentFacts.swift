public import Kernel
public import People

/// Everything that was recorded about one document, with no day in mind. A `DocumentView` looks at it on a day.
public struct DocumentFacts: Sendable {
    public var document: ControlledDocument
    /// As they were recorded.
    public var versions: [DocumentVersion]
    /// By day, then as recorded.
    public var reviews: [DocumentReview]
    public var withdrawals: [DocumentWithdrawal]
    /// Owners, of this document and perhaps of others that were read with it.
    public var parties: [ID<Party>: Party]
    /// What took its place, and perhaps other documents.
    public var successors: [ID<ControlledDocument>: ControlledDocument]

    /// What its versions are kept as, and perhaps other documents' versions.
    public var files: [ID<Attachment>: Attachment]

    public init(
        document: ControlledDocument, versions: [DocumentVersion] = [], reviews: [DocumentReview] = [],
        withdrawals: [DocumentWithdrawal] = [], parties: [ID<Party>: Party] = [:],
        successors: [ID<ControlledDocument>: ControlledDocument] = [:], files: [ID<Attachment>: Attachment] = [:]
    ) {
        self.document = document
        self.versions = versions
        self.reviews = reviews
        self.withdrawals = withdrawals
        self.parties = parties
        self.successors = successors
        self.files = files
    }

    /// The owner's name; nil where nobody is named.
    public var owner: String? { document.owner.map { parties[$0]?.name ?? "somebody not on record" } }
}
