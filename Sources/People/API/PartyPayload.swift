import Kernel
import Storage
import Web

/// A person, post or team in one line.
struct PartyLine: Encodable {
    static let schema = Schema.object("PartyLine", [
        "number": .number, "version": .number, "kind": .choice(PartyKind.self), "name": .text, "email": .text.optional,
        "leftOn": Schema.day.optional.meaning("The first day without them."),
        "standIns": .list(.text).meaning("Who holds the post or belongs to the team on the day."),
    ])

    let number: Int64
    let version: Int
    let kind: PartyKind
    let name: String
    let email: String?
    let leftOn: Day?
    let standIns: [String]

    init(_ party: Party, standIns: [String]) {
        (number, version, kind) = (party.id.number, party.version, party.kind)
        (name, email, leftOn, self.standIns) = (party.name, party.email, party.leftOn, standIns)
    }
}

/// A person, post or team, with who holds or belongs to which and since when.
struct PartyPayload: Encodable {
    static let schema = Schema.object("Party", [
        "number": .number, "version": .number, "kind": .choice(PartyKind.self), "name": .text, "email": .text.optional,
        "leftOn": .day.optional, "holdings": .list(TiePayload.schema), "memberships": .list(TiePayload.schema),
    ])

    let number: Int64
    let version: Int
    let kind: PartyKind
    let name: String
    let email: String?
    let leftOn: Day?
    let holdings: [TiePayload]
    let memberships: [TiePayload]

    init(_ party: Party, _ session: Session) throws {
        (number, version, kind) = (party.id.number, party.version, party.kind)
        (name, email, leftOn) = (party.name, party.email, party.leftOn)
        let parties = Parties(session)
        holdings = try parties.holdings(of: party.id).map { try TiePayload($0, session) }
        memberships = try parties.memberships(of: party.id).map { try TiePayload($0, session) }
    }
}

/// A person's time in a post or a team.
struct TiePayload: Encodable {
    struct End: Encodable {
        let number: Int64
        let name: String
    }

    private static let end = Schema.object("PartyName", ["number": .number, "name": .text])

    static let schema = Schema.object("Tie", [
        "number": .number, "person": end, "post": end.optional, "team": end.optional, "from": .day,
        "through": Schema.day.optional.meaning("The last day; left out while it runs on."),
    ])

    let number: Int64
    let person: End
    let post: End?
    let team: End?
    let from: Day
    let through: Day?

    init(_ holding: Holding, _ session: Session) throws {
        (number, from, through, team) = (holding.id.number, holding.from, holding.through, nil)
        (person, post) = try (TiePayload.name(holding.person, session), TiePayload.name(holding.post, session))
    }

    init(_ membership: Membership, _ session: Session) throws {
        (number, from, through, post) = (membership.id.number, membership.from, membership.through, nil)
        (person, team) = try (TiePayload.name(membership.person, session), TiePayload.name(membership.team, session))
    }

    private static func name(_ id: ID<Party>, _ session: Session) throws -> End {
        End(number: id.number, name: try Parties(session).get(id).name)
    }
}
