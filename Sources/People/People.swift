public import Kernel
public import Storage

/// The verbs of persons, posts and teams. Each checks the policy, saves the record and writes the journal.
///
/// Those of accounts are in `AccountVerbs.swift`.
public struct People: Sendable {
    public init() {}

    /// - Throws: `not-allowed`, `party-already-there`
    @discardableResult
    public func add(_ new: NewParty, _ work: Work) throws -> Party {
        try PeoplePolicy.namesParties.check(work.actor)
        try refuseDuplicate(of: new, except: nil, work)
        return try work.add("added the \(new.kind.rawValue)") { Party(id: $0, new) }
    }

    /// The party of that name, however it is spelt; a new one of the kind its words suggest when there is none.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`
    public func findOrAdd(name: String, _ work: Work) throws -> Party {
        if let party = try Parties(work.session).named(name) { return party }
        return try add(NewParty(kind: .guessed(from: name), name: name), work)
    }

    /// - Throws: `not-allowed`, `party-not-found`, `party-already-there`, `party-is-of-another-kind`, `changed-meanwhile`
    @discardableResult
    public func change(_ id: ID<Party>, version: Int, to new: NewParty, _ work: Work) throws -> Party {
        try PeoplePolicy.keepsParties.check(work.actor)
        var party = try Parties(work.session).get(id)
        try refuseDuplicate(of: new, except: id, work)
        party.version = version
        return try work.change("changed the \(party.kind.rawValue)", party.changing(to: new))
    }

    /// Records that a person left or that a post or team ended: from that day on nobody acts as or for it.
    ///
    /// - Throws: `not-allowed`, `party-not-found`, `changed-meanwhile`
    @discardableResult
    public func leave(_ id: ID<Party>, version: Int, on day: Day, _ work: Work) throws -> Party {
        try PeoplePolicy.keepsParties.check(work.actor)
        var party = try Parties(work.session).get(id)
        party.version = version
        for holding in try Parties(work.session).holdings(of: id) where Span(holding).contains(day) && holding.from < day {
            try endHolding(holding.id, through: day.adding(days: -1), work)
        }
        for membership in try Parties(work.session).memberships(of: id) where Span(membership).contains(day) && membership.from < day {
            try endMembership(membership.id, through: day.adding(days: -1), work)
        }
        return try work.change(
            party.kind == .person ? "recorded the leaving of the person" : "ended the \(party.kind.rawValue)",
            party.leaving(on: day))
    }

    /// - Throws: `not-allowed`, `party-not-found`, `changed-meanwhile`
    @discardableResult
    public func comeBack(_ id: ID<Party>, version: Int, _ work: Work) throws -> Party {
        try PeoplePolicy.keepsParties.check(work.actor)
        var party = try Parties(work.session).get(id)
        party.version = version
        return try work.change("brought back the \(party.kind.rawValue)", party.leaving(on: nil))
    }

    private func refuseDuplicate(of new: NewParty, except id: ID<Party>?, _ work: Work) throws {
        guard let other = try Parties(work.session).named(new.name), other.id != id else { return }
        let sentence = "There is already \(other.kind.withArticle) named “\(other.name)”. Add what tells the two apart."
        throw Refusal("party-already-there", .conflict, sentence, fields: [.init("name", sentence)])
    }
}
