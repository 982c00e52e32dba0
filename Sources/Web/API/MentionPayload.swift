public import Kernel
import Markup
public import Storage

/// What somebody says of a thing: a board's decision, a document.
public struct MentionPayload: Encodable, Sendable {
    public static let schema = Schema.object("Mention", [
        "kind": Schema.text.meaning("What says it: Decisions, Documents."), "on": .day, "by": .text, "words": .text, "more": .text.optional,
        "outcome": .text, "sense": .choice(Mention.Sense.self), "about": .list(AboutPayload.schema), "page": .link,
    ])

    public let kind: String
    public let on: Day
    public let by: String
    public let words: String
    public let more: String?
    public let outcome: String
    public let sense: Mention.Sense
    public let about: [AboutPayload]
    public let page: String

    public init(_ mention: Mention, in group: MentionGroup, _ names: [Subject: Name]) {
        (kind, on, by, words, more) = (group.title, mention.day, mention.by, mention.words, mention.more)
        (outcome, sense) = (mention.outcome, mention.sense)
        about = mention.about.map { AboutPayload($0, names) }
        page = Link(parts: mention.address).text
    }
}
