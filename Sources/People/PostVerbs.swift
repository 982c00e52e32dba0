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
        try PeoplePolicy.keepsParties.check(work.actor)
        let (post, person) = (try party(post, .post, work), try party(person, .person, work))
        let span = try Span(from, through)
        for party in [post, person] { try refuseGone(party, through: through) }
        try refuseHeld(span, of: person, in: post, besides: nil, work)
        return try work.add("gave \(person.name) the post \(post.name)", in: post.subject) {
            Holding(id: $0, post: post.id, person: person.id, from: from, through: through)
        }
    }

    /// Says which day is the last; another than was said before puts that right.
    ///
    /// - Throws: `not-allowed`, `holding-not-found`, `period-ends-before-it-starts`, and for a later last day than was said
    ///   before `party-has-left`, `already-holds-post`
    @discardableResult
    public func endHolding(_ id: ID<Holding>, through day: Day, _ work: Work) throws -> Holding {
        try PeoplePolicy.keepsParties.check(work.actor)
        guard let holding = try work.session.find(id) else {
            throw Refusal.missing("holding-not-found", "Nobody's holding of a post has the number \(id).")
        }
        let (person, post) = try (Parties(work.session).get(holding.person), Parties(work.session).get(holding.post))
        let ended = try holding.ending(on: day)
        if let before = holding.through, day > before {
            for party in [post, person] { try refuseGone(party, through: day) }
            try refuseHeld(Span(ended), of: person, in: post, besides: id, work)
        }
        return try work.change("ended \(person.name)’s time in the post \(post.name)", ended, in: post.subject)
    }

    private func refuseHeld(_ span: Span, of person: Party, in post: Party, besides own: ID<Holding>?, _ work: Work) throws {
        for other in try Parties(work.session).holdings(of: post.id)
        where other.id != own && other.person == person.id && Span(other).overlaps(span) {
            throw Refusal.conflict("already-holds-post", "\(person.name) holds the post “\(post.name)” from \(other.from) already.")
        }
    }
}

extension People {
    /// Puts a person in a team from a day on.
    ///
    /// - Throws: `not-allowed`, `party-not-found`, `party-is-of-another-kind`, `party-has-left`,
    ///   `period-ends-before-it-starts`, `already-in-team`
    @discardableResult
    public func join(
        team: ID<Party>, person: ID<Party>, from: Day, through: Day? = nil, _ work: Work
    ) throws -> Membership {
        try PeoplePolicy.keepsParties.check(work.actor)
        let (team, person) = (try party(team, .team, work), try party(person, .person, work))
        let span = try Span(from, through)
        for party in [team, person] { try refuseGone(party, through: through) }
        try refuseJoined(span, of: person, in: team, besides: nil, work)
        return try work.add("brought \(person.name) into the team \(team.name)", in: team.subject) {
            Membership(id: $0, team: team.id, person: person.id, from: from, through: through)
        }
    }

    /// Says which day is the last; another than was said before puts that right.
    ///
    /// - Throws: `not-allowed`, `membership-not-found`, `period-ends-before-it-starts`, and for a later last day than was said
    ///   before `party-has-left`, `already-in-team`
    @discardableResult
    public func endMembership(_ id: ID<Membership>, through day: Day, _ work: Work) throws -> Membership {
        try PeoplePolicy.keepsParties.check(work.actor)
        guard let membership = try work.session.find(id) else {
            throw Refusal.missing("membership-not-found", "Nobody's membership of a team has the number \(id).")
        }
        let (person, team) = try (Parties(work.session).get(membership.person), Parties(work.session).get(membership.team))
        let ended = try membership.ending(on: day)
        if let before = membership.through, day > before {
            for party in [team, person] { try refuseGone(party, through: day) }
            try refuseJoined(Span(ended), of: person, in: team, besides: id, work)
        }
        return try work.change("ended \(person.name)’s time in the team \(team.name)", ended, in: team.subject)
    }

    private func refuseJoined(_ span: Span, of person: Party, in team: Party, besides own: ID<Membership>?, _ work: Work) throws {
        for other in try Parties(work.session).memberships(of: team.id)
        where other.id != own && other.person == person.id && Span(other).overlaps(span) {
            throw Refusal.conflict("already-in-team", "\(person.name) belongs to “\(team.name)” from \(other.from) already.")
        }
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
