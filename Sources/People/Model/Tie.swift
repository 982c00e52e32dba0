public import Kernel

/// A person holds a post, from a day and until one. A post may have several holders at once.
public struct Holding: Codable, Equatable, Sendable {
    public let id: ID<Holding>
    public var version: Int
    public let post: ID<Party>
    public let person: ID<Party>
    public let from: Day
    /// The last day; nil while it runs on.
    public let through: Day?

    public init(id: ID<Holding>, version: Int = 1, post: ID<Party>, person: ID<Party>, from: Day, through: Day? = nil) {
        self.id = id
        self.version = version
        self.post = post
        self.person = person
        self.from = from
        self.through = through
    }

    /// - Throws: `period-ends-before-it-starts`
    func ending(on day: Day) throws(Refusal) -> Holding {
        Holding(id: id, version: version, post: post, person: person, from: from, through: try Span(from, day).through)
    }
}

/// A person belongs to a team, from a day and until one.
public struct Membership: Codable, Equatable, Sendable {
    public let id: ID<Membership>
    public var version: Int
    public let team: ID<Party>
    public let person: ID<Party>
    public let from: Day
    /// The last day; nil while it runs on.
    public let through: Day?

    public init(id: ID<Membership>, version: Int = 1, team: ID<Party>, person: ID<Party>, from: Day, through: Day? = nil) {
        self.id = id
        self.version = version
        self.team = team
        self.person = person
        self.from = from
        self.through = through
    }

    /// - Throws: `period-ends-before-it-starts`
    func ending(on day: Day) throws(Refusal) -> Membership {
        Membership(id: id, version: version, team: team, person: person, from: from, through: try Span(from, day).through)
    }
}

extension Span {
    init(_ holding: Holding) { self.init(unchecked: holding.from, holding.through) }
    init(_ membership: Membership) { self.init(unchecked: membership.from, membership.through) }
}
