public import Kernel

/// A person's time in something whole: a post or a team.
protocol Tie: Equatable, Sendable {
    var whole: ID<Party> { get }
    var person: ID<Party> { get }
    var from: Day { get }
    var through: Day? { get }

    init(id: ID<Self>, version: Int, whole: ID<Party>, person: ID<Party>, from: Day, through: Day?)
    var id: ID<Self> { get }
    var version: Int { get }
}

extension Tie {
    /// - Throws: `period-ends-before-it-starts`
    func ending(on day: Day) throws(Refusal) -> Self {
        Self(id: id, version: version, whole: whole, person: person, from: from, through: try Span(from, day).through)
    }
}

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
}

extension Holding: Tie {
    var whole: ID<Party> { post }

    init(id: ID<Holding>, version: Int, whole: ID<Party>, person: ID<Party>, from: Day, through: Day?) {
        self.init(id: id, version: version, post: whole, person: person, from: from, through: through)
    }
}

extension Membership: Tie {
    var whole: ID<Party> { team }

    init(id: ID<Membership>, version: Int, whole: ID<Party>, person: ID<Party>, from: Day, through: Day?) {
        self.init(id: id, version: version, team: whole, person: person, from: from, through: through)
    }
}

extension Span {
    init(_ tie: some Tie) { self.init(unchecked: tie.from, tie.through) }
}
