public import Kernel

/// What was found at the premises against one article. Internal: no part of it ever reaches the public.
public struct CaseFinding: Codable, Equatable, Sendable {
    public let id: ID<CaseFinding>
    public var version: Int
    public let enforcementCase: ID<EnforcementCase>
    public let on: Day
    /// The code of an article of the Order: `8`, `21A`.
    public var article: String
    public var found: String
    /// Why it counts no more, where it was recorded in error.
    public var struck: String?

    public init(id: ID<CaseFinding>, version: Int = 1, enforcementCase: ID<EnforcementCase>, on: Day, article: String, found: String, struck: String? = nil) {
        (self.id, self.version, self.enforcementCase, self.on) = (id, version, enforcementCase, on)
        (self.article, self.found, self.struck) = (article, found, struck)
    }
}

/// What a person enters who found something.
public struct NewCaseFinding: Sendable, Equatable {
    public var on: Day
    public var article: String
    public var found: String

    public init(on: Day, article: String, found: String) { (self.on, self.article, self.found) = (on, article, found) }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "Found on")
        let isDay = fields.errors.isEmpty
        let written = fields.line("article", "The article", atMost: 40)
        let articles = fields.articles("article", on: isDay ? on : nil)
        article = articles.first ?? ""
        if articles.count > 1 { fields.refuse("article", "“\(written)” is several articles. Record what was found against each by itself.") }
        found = fields.text("found", "What was found", atMost: 8000)
    }
}
