public import Kernel

/// A body that meets to oversee something and to decide: a service's leadership, an authority's audit committee.
public struct Board: Codable, Equatable, Sendable {
    public let id: ID<Board>
    public var version: Int
    public var reference: Reference
    public var name: String
    /// What it looks after, in a person's words.
    public var oversees: String
    /// Its first day.
    public var since: Day
    /// Its last day; nil while it runs on.
    public var until: Day?

    public init(
        id: ID<Board>, version: Int = 1, reference: Reference, name: String, oversees: String, since: Day, until: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.reference = reference
        self.name = name
        self.oversees = oversees
        self.since = since
        self.until = until
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        ["name": name, "oversees": oversees, "since": since.iso, "until": until?.iso ?? "", "reference": reference.text].mapValues { [$0] }
    }

    /// Whether the board was there on a day.
    public func sits(on day: Day) -> Bool { Span(unchecked: since, until).contains(day) }

    /// - Throws: `board-not-there-then`
    func refuseUnlessThere(on day: Day, field: String) throws(Refusal) {
        guard !sits(on: day) else { return }
        let life = until.map { "from \(since) to \($0)" } ?? "from \(since)"
        let sentence = "\(name) sits \(life), so not on \(day)."
        throw .invalid("board-not-there-then", sentence, fields: [.init(field, sentence)])
    }
}

/// What a person enters to begin or edit a board.
public struct NewBoard: Sendable, Equatable {
    public var reference: Reference?
    public var name: String
    public var oversees: String
    public var since: Day
    public var until: Day?

    public init(reference: Reference? = nil, name: String, oversees: String, since: Day, until: Day? = nil) {
        self.reference = reference
        self.name = name
        self.oversees = oversees
        self.since = since
        self.until = until
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        name = fields.line("name", "Name", atMost: 120)
        oversees = fields.text("oversees", "What it oversees", atMost: 2000)
        since = fields.day("since", "First day")
        until = fields.optionalDay("until", "Last day")
        fields.checkOrder(since, "until", until)
    }
}
