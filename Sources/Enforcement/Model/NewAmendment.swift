public import Kernel

/// What a person enters to amend a served notice: what its public entry says from a day.
public struct NewAmendment: Sendable, Equatable {
    public var on: Day
    public var articles: [String]
    public var substance: String
    /// Internal: why.
    public var note: String

    public init(on: Day, articles: [String], substance: String, note: String) {
        (self.on, self.articles, self.substance, self.note) = (on, articles, substance, note)
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "Amended on")
        articles = fields.articles("articles", on: fields.errors.isEmpty ? on : nil)
        substance = fields.text("substance", "Substance for the public", atMost: 4000)
        note = fields.text("note", "Why", atMost: 8000)
    }
}
