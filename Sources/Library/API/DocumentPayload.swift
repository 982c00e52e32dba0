import Kernel
import Storage
import Web

/// A document in a list, as it was on a day.
struct DocumentLine: Encodable {
    static let schema = Schema.object("DocumentLine", [
        "reference": .reference, "number": .number, "version": .number, "title": .text, "kind": .choice(ControlledDocument.Kind.self),
        "purpose": .text.optional, "owner": Schema.text.optional.meaning("Who answers for it, by name."),
        "standing": .choice(DocumentStanding.self), "why": .text, "inForce": DocumentVersionPayload.schema.optional,
        "nextReview": .day.optional, "firstReview": .day.optional,
    ])

    let reference: String
    let number: Int64
    let version: Int
    let title: String
    let kind: ControlledDocument.Kind
    let purpose: String?
    let owner: String?
    let standing: DocumentStanding
    let why: String
    let inForce: DocumentVersionPayload?
    let nextReview: Day?
    let firstReview: Day?

    init(_ view: DocumentView) {
        let document = view.facts.document
        (reference, number, version) = (document.reference.text, document.id.number, document.version)
        (title, kind, purpose, owner) = (document.title, document.kind, document.purpose, view.facts.owner)
        (standing, why, nextReview, firstReview) = (view.standing, view.why, view.nextReview, document.firstReview)
        inForce = view.inForce.map { DocumentVersionPayload($0, $0.file.flatMap { view.facts.files[$0] }) }
    }
}

/// A document with all that belongs to it, as it was on a day.
struct DocumentPayload: Encodable {
    static let schema = Schema.object("Document", [
        "document": DocumentLine.schema, "on": .day, "answers": .list(AboutPayload.schema), "versions": .list(DocumentVersionPayload.schema),
        "reviews": .list(DocumentReviewPayload.schema), "withdrawal": DocumentWithdrawalPayload.schema.optional,
        "said": Schema.list(MentionPayload.schema).meaning("What others say of it and of its versions, as far as the token's scopes go: which board approved which version."),
    ])

    let document: DocumentLine
    let on: Day
    let answers: [AboutPayload]
    /// The newest first.
    let versions: [DocumentVersionPayload]
    /// The latest first.
    let reviews: [DocumentReviewPayload]
    let withdrawal: DocumentWithdrawalPayload?
    let said: [MentionPayload]

    init(_ view: DocumentView, said groups: [MentionGroup], _ names: [Subject: Name]) {
        document = DocumentLine(view)
        on = view.day
        answers = view.facts.document.answers.map { AboutPayload($0, names) }
        versions = view.versions.map { DocumentVersionPayload($0, $0.file.flatMap { view.facts.files[$0] }) }
        reviews = view.reviews.map(DocumentReviewPayload.init)
        withdrawal = view.withdrawal.map { DocumentWithdrawalPayload($0, view.facts) }
        said = groups.flatMap { group in group.mentions.map { MentionPayload($0, in: group, names) } }
    }
}

/// One version of a document.
struct DocumentVersionPayload: Encodable {
    static let schema = Schema.object("DocumentVersion", [
        "number": .number, "version": .number, "label": .text, "inForce": Schema.day.optional.meaning("None while it is a draft."),
        "change": .text, "link": Schema.text.optional.meaning("Where it can be read."), "file": DocumentFilePayload.schema.optional, "nextReview": .day.optional, "since": .day,
    ])

    let number: Int64
    let version: Int
    let label: String
    let inForce: Day?
    let change: String
    let link: String?
    let file: DocumentFilePayload?
    let nextReview: Day?
    let since: Day

    init(_ edition: DocumentVersion, _ file: Attachment?) {
        self.file = file.map(DocumentFilePayload.init)
        (number, version, label, inForce) = (edition.id.number, edition.version, edition.label, edition.inForce)
        (change, link, nextReview, since) = (edition.change, edition.link?.text, edition.nextReview, edition.since)
    }
}

/// The file that a version is kept as.
struct DocumentFilePayload: Encodable {
    static let schema = Schema.object("DocumentFile", [
        "name": .text, "type": .text, "size": .count, "sha256": .hash,
        "isScanned": Schema.flag.meaning("Whether a virus scanner looked at it before it was kept."),
    ])

    let name: String
    let type: String
    let size: Int
    let sha256: String
    let isScanned: Bool

    init(_ file: Attachment) {
        (name, type, size, sha256, isScanned) = (file.name, file.kind.mediaType, file.size, file.sha256, file.isScanned)
    }
}

extension Session {
    /// A version as programs and commands are shown it.
    func payload(of version: DocumentVersion) throws -> DocumentVersionPayload {
        DocumentVersionPayload(version, try version.file.map { try attachment($0) })
    }
}

/// One review of a document.
struct DocumentReviewPayload: Encodable {
    static let schema = Schema.object("DocumentReview", [
        "number": .number, "on": .day, "outcome": .choice(DocumentReview.Outcome.self), "note": .text.optional, "next": .day.optional,
        "by": Schema.text.meaning("As the journal names them: person/3."),
    ])

    let number: Int64
    let on: Day
    let outcome: DocumentReview.Outcome
    let note: String?
    let next: Day?
    let by: String

    init(_ review: DocumentReview) {
        (number, on, outcome, note, next, by) = (review.id.number, review.on, review.outcome, review.note, review.next, review.by)
    }
}

/// When and why a document was taken out of force.
struct DocumentWithdrawalPayload: Encodable {
    static let schema = Schema.object("DocumentWithdrawal", [
        "on": .day, "because": .text, "successor": Schema.reference.optional.meaning("What took its place."),
        "by": Schema.text.meaning("As the journal names them: person/3."),
    ])

    let on: Day
    let because: String
    let successor: String?
    let by: String

    init(_ withdrawal: DocumentWithdrawal, _ facts: DocumentFacts) {
        (on, because, by) = (withdrawal.on, withdrawal.because, withdrawal.by)
        successor = withdrawal.successor.flatMap { facts.successors[$0]?.reference.text }
    }
}

extension DocumentPayload {
    /// What others say, a line each, as a command prints it.
    var saidInWords: [String] {
        said.map { mention in
            let of = mention.about.map { $0.words ?? $0.subject }.joined(separator: ", ")
            return "\(mention.on): \(mention.by), \(mention.outcome.lowercased()) (\(of)): \(mention.words)" + (mention.more.map { " \($0)" } ?? "")
        }
    }

    var answersInWords: [String] { answers.map { $0.words ?? $0.subject } }
}
