public import Kernel
import Markup
public import Storage

/// A thing that is spoken of, wherever it is kept.
public struct AboutPayload: Encodable, Sendable {
    public static let schema = Schema.object("About", [
        "subject": Schema.text.meaning("As the journal names it: plan/1."),
        "words": Schema.text.optional.meaning("What it is called."), "page": Schema.link.optional.meaning("Where people find it."),
    ])

    public let subject: String
    public let words: String?
    public let page: String?

    public init(_ subject: Subject, _ names: [Subject: Name]) {
        let name = names[subject]
        (self.subject, words, page) = (subject.description, name?.words, name.map { Link(parts: $0.address).text })
    }
}
