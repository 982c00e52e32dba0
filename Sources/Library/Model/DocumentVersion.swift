public import Kernel

/// One version of a document, from the day it came or comes into force.
public struct DocumentVersion: Codable, Equatable, Sendable {
    public let id: ID<DocumentVersion>
    public var version: Int
    public let document: ID<ControlledDocument>
    /// What its cover says: `3.1`, `2025 to 2029`.
    public var label: String
    /// Nil while that is not settled: it is a draft.
    public var inForce: Day?
    /// What is otherwise than in the version before.
    public var change: String
    /// Where it can be read.
    public var link: WebAddress?
    /// It itself, where it is kept here.
    public var file: ID<Attachment>?
    /// The day by which the document is to be looked at again, once this version is in force; nil to leave it as it was.
    public var nextReview: Day?
    /// The day from which the register knows it: an earlier day is shown without it.
    public var since: Day

    public init(
        id: ID<DocumentVersion>, version: Int = 1, document: ID<ControlledDocument>, label: String, inForce: Day? = nil, change: String,
        link: WebAddress? = nil, file: ID<Attachment>? = nil, nextReview: Day? = nil, since: Day
    ) {
        self.id = id
        self.version = version
        self.document = document
        self.label = label
        self.inForce = inForce
        self.change = change
        self.link = link
        self.file = file
        self.nextReview = nextReview
        self.since = since
    }

    /// What labels are compared by.
    var key: String { label.lowercased() }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        ["label": label, "in-force": inForce?.iso ?? "", "change": change, "link": link?.text ?? "", "next-review": nextReview?.iso ?? ""].mapValues { [$0] }
    }
}

/// What a person enters to add a version or to edit one.
public struct NewVersion: Sendable, Equatable {
    public var label: String
    public var inForce: Day?
    public var change: String
    public var link: WebAddress?
    public var nextReview: Day?

    public init(label: String, inForce: Day? = nil, change: String, link: WebAddress? = nil, nextReview: Day? = nil) {
        self.label = label
        self.inForce = inForce
        self.change = change
        self.link = link
        self.nextReview = nextReview
    }

    public init(reading fields: inout Fields) {
        label = fields.line("label", "Version", atMost: 60)
        inForce = fields.optionalDay("in-force", "In force from")
        change = fields.text("change", "What changed", atMost: 4000)
        link = fields.optionalWebAddress("link", "Link")
        nextReview = fields.optionalDay("next-review", "Next review by")
        for wrong in daysAmiss { fields.refuse(wrong.name, wrong.sentence) }
    }

    /// A review is of what is in force, so it comes after the day from which it is.
    var daysAmiss: [Refusal.Field] {
        guard let nextReview else { return [] }
        guard let inForce else {
            return [.init("next-review", "A draft is not reviewed. Enter the day from which it is in force, or leave this empty.")]
        }
        return nextReview > inForce ? [] : [.init("next-review", "The review, \(nextReview), would be before the version is in force, \(inForce).")]
    }
}
