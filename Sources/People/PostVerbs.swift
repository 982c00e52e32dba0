public import Kernel
public import Storage

/// Who holds which post and who belongs to which team.
extension People {
    /// Puts a person in a post from a day on. Several may hold one post at once; one person holds it once at a time.
    ///
    /// - Throws: `not-allowed`, `party-not-found`, `party-is-of-another-kind`, `party-has-left`,
    ///   `period-ends-before-it-starts`, `already-holds-post`
    @discardableResult
    public func give(
        post: ID<Party>, to person: ID<Party>, from: Day, through: Day? = nil, _ work: Work
    ) throws -> Holding {
        try begin(person, in: post, from, through, work)
    }

    /// Puts a person in a team from a day on.
    ///
    /// - Throws: `not-allowed`, `party-not-found`, `party-is-of-another-kind`, `party-has-left`,
    ///   `period-ends-before-it-starts`, `already-in-team`
    @discardableResult
    public func join(
        team: ID<Party>, person: ID<Party>, from: Day, through: Day? = nil, _ work: Work
    ) throws -> Membership {
        try begin(person, in: team, from, through, work)
    }

    /// Says which day is the last; another than was said before puts that right.
    ///
    /// - Throws: `not-allowed`, `holding-not-found`, `period-ends-before-it-starts`, and for a later last day than was said
    ///   before `party-has-left`, `already-holds-post`
    @discardableResult
    public func endHolding(_ id: ID<Holding>, through day: Day, _ work: Work) throws -> Holding { try end(id, through: day, work) }

    /// Says which day is the last; another than was said before puts that right.
    ///
    /// - Throws: `not-allowed`, `membership-not-found`, `period-ends-before-it-starts`, and for a later last day than was said
    ///   before `party-has-left`, `already-in-team`
    @discardableResult
    public func endMembership(_ id: ID<Membership>, through day: Day, _ work: Work) throws -> Membership { try end(id, through: day, work) }

    private func begin<T: TieRecord>(_ person: ID<Party>, in whole: ID<Party>, _ from: Day, _ through: Day?, _ work: Work) throws -> T {
        try PeoplePolicy.keepsParties.check(work.actor)
        let (whole, person) = (try party(whole, T.kind, work), try party(person, .person, work))
        let span = try Span(from, through)
        for party in [whole, person] { try refuseGone(party, through: through) }
        try refuseTwice(span, of: person, in: whole, besides: nil as T?, work)
        return try work.add(T.beginning(person.name, whole.name), in: whole.subject) {
            T(id: $0, version: 1, whole: whole.id, person: person.id, from: from, through: through)
        }
    }

    private func end<T: TieRecord>(_ id: ID<T>, through day: Day, _ work: Work) throws -> T {
        try PeoplePolicy.keepsParties.check(work.actor)
        guard let tie = try work.session.find(id) else { throw T.missing(id) }
        let (person, whole) = try (Parties(work.session).get(tie.person), Parties(work.session).get(tie.whole))
        let ended = try tie.ending(on: day)
        if let before = tie.through, day > before {
            for party in [whole, person] { try refuseGone(party, through: day) }
            try refuseTwice(Span(ended), of: person, in: whole, besides: tie, work)
        }
        return try work.change("ended \(person.name)’s time in the \(T.kind.rawValue) \(whole.name)", ended, in: whole.subject)
    }

    private func refuseTwice<T: TieRecord>(_ span: Span, of person: Party, in whole: Party, besides own: T?, _ work: Work) throws {
        for other in try T.all(of: whole.id, Parties(work.session))
        where other.id != own?.id && other.person == person.id && Span(other).overlaps(span) {
            throw T.twice(person.name, whole.name, from: other.from)
        }
    }
}

/// What the verbs say and ask of the one kind of tie and of the other.
private protocol TieRecord: Tie, Record {
    /// What a person is tied to.
    static var kind: PartyKind { get }
    static func all(of party: ID<Party>, _ parties: Parties) throws -> [Self]
    static func beginning(_ person: String, _ whole: String) -> String
    static func missing(_ id: ID<Self>) -> Refusal
    static func twice(_ person: String, _ whole: String, from: Day) -> Refusal
}

extension Holding: TieRecord {
    fileprivate static let kind = PartyKind.post
    fileprivate static func all(of party: ID<Party>, _ parties: Parties) throws -> [Holding] { try parties.holdings(of: party) }
    fileprivate static func beginning(_ person: String, _ post: String) -> String { "gave \(person) the post \(post)" }

    fileprivate static func missing(_ id: ID<Holding>) -> Refusal {
        .missing("holding-not-found", "Nobody's holding of a post has the number \(id).")
    }

    fileprivate static func twice(_ person: String, _ post: String, from day: Day) -> Refusal {
        .conflict("already-holds-post", "\(person) holds the post “\(post)” from \(day) already.")
    }
}

extension Membership: TieRecord {
    fileprivate static let kind = PartyKind.team
    fileprivate static func all(of party: ID<Party>, _ parties: Parties) throws -> [Membership] { try parties.memberships(of: party) }
    fileprivate static func beginning(_ person: String, _ team: String) -> String { "brought \(person) into the team \(team)" }

    fileprivate static func missing(_ id: ID<Membership>) -> Refusal {
        .missing("membership-not-found", "Nobody's membership of a team has the number \(id).")
    }

    fileprivate static func twice(_ person: String, _ team: String, from day: Day) -> Refusal {
        .conflict("already-in-team", "\(person) belongs to “\(team)” from \(day) already.")
    }
}

extension People {
    private func party(_ id: ID<Party>, _ kind: PartyKind, _ work: Work) throws -> Party {
        let party = try Parties(work.session).get(id)
        guard party.kind == kind else {
            throw Refusal.invalid(
                "party-is-of-another-kind", "“\(party.name)” is \(party.kind.withArticle); \(kind.withArticle) is needed here.")
        }
        return party
    }

    /// Nobody holds a post or belongs to a team on a day when they, or it, are here no more.
    private func refuseGone(_ party: Party, through day: Day?) throws(Refusal) {
        guard let left = party.leftOn, day.map({ $0 >= left }) ?? true else { return }
        throw .conflict(
            "party-has-left", "“\(party.name)” is not here from \(left). Give an earlier last day, or bring \(party.kind == .person ? "them" : "it") back first.")
    }
}
