import HTTPTypes
import Kernel
import Markup
import Storage
public import Web

/// What programs can do with persons, posts and teams; accounts have a file of their own beside this.
public struct PeopleOperations: Sendable {
    let people = People()

    public init() {}

    public var all: [Operation] { own + parties + ties + accounts }

    private var own: [Operation] {
        [
            .asking("showMe", "me", "Whom the token acts as, and what it may do", .token, gives: OwnPayload.schema) { call in
                guard let visit = call.visit else { throw Refusal("sign-in-first", .unauthenticated, "Send a token.") }
                return try .showing(OwnPayload(visit))
            },
        ]
    }

    private var parties: [Operation] {
        [
            .listing("listParties", "people", "Persons, posts and teams on a day", .scope(.peopleRead), takes: [
                .day, .query("kind", .choice(PartyKind.self), "Those of one kind."),
                .query("words", .text(atMost: 200), "Those in whose name, e-mail or stand-ins these words stand."),
                .query("left", .flag, "Those who have left, too."),
            ], of: PartyLine.schema) { call, session in
                try PeoplePolicy.seesParties.check(call.actor)
                let (parties, standIns, names) = try (Parties(session).all().map { $0.shown(to: call.actor) }, Parties(session).standIns(on: call.day), Parties(session).names())
                let lines = parties.map { party in PartyLine(party, standIns: (standIns[party.id] ?? []).compactMap { names[$0] }) }
                let shown = zip(parties, lines).filter { isShown($0, $1, call) }.map(\.1)
                return try call.page(shown, by: { "\($0.number)" }) { $0 }
            },
            .adding("addParty", "people", "Add a person, post or team", .scope(.peopleWrite), from: NewParty.schema, gives: PartyPayload.schema,
                    refuses: ["party-already-there"]) { call, work in
                var fields = call.fields
                let new = NewParty(reading: &fields)
                try fields.finish()
                let party = try people.add(new, work)
                return try shown(party, work.session).added(at: .party(party.id))
            },
            .reading("showParty", "people/{party}", "One person, post or team, and who holds or belongs to which", .scope(.peopleRead),
                     takes: [.id("party")], gives: PartyPayload.schema, refuses: ["party-not-found"]) { call, session in
                try PeoplePolicy.seesParties.check(call.actor)
                return try shown(Parties(session).get(call.id("party")).shown(to: call.actor), session)
            },
            .changing("changeParty", "people/{party}", "Change a person, post or team; what is left out stays", .scope(.peopleWrite), takes: [.id("party")],
                      from: NewParty.schema, gives: PartyPayload.schema,
                      refuses: ["party-not-found", "party-already-there", "party-is-of-another-kind"]) { call, work in
                let party = try Parties(work.session).get(call.id("party"))
                var fields = Fields(call.fields, over: party.entries)
                let new = NewParty(reading: &fields)
                try fields.finish()
                return try shown(people.change(party.id, version: call.matched(party.version), to: new, work), work.session)
            },
            .changing("recordLeaving", "people/{party}/leaving", "Record that a person left, or that a post or team ended", .scope(.peopleWrite),
                      takes: [.id("party")], from: .input("NewLeaving", ["left": Schema.day.meaning("The first day without them.")]),
                      gives: PartyPayload.schema, refuses: ["party-not-found"]) { call, work in
                var fields = call.fields
                let day = fields.day("left", "First day without them")
                try fields.finish()
                let party = try Parties(work.session).get(call.id("party"))
                return try shown(people.leave(party.id, version: call.matched(party.version), on: day, work), work.session)
            },
            .changing("takeBackLeaving", "people/{party}/leaving", "Bring back who left", .scope(.peopleWrite), by: .delete, takes: [.id("party")],
                      gives: PartyPayload.schema, refuses: ["party-not-found"]) { call, work in
                let party = try Parties(work.session).get(call.id("party"))
                return try shown(people.comeBack(party.id, version: call.matched(party.version), work), work.session)
            },
            .listing("listPartyHistory", "people/{party}/history", "What happened to a person, post or team, newest first", .scope(.peopleRead),
                     takes: [.id("party")], of: EntryPayload.schema, refuses: ["party-not-found"]) { call, session in
                try PeoplePolicy.seesParties.check(call.actor)
                let party = try Parties(session).get(call.id("party"))
                return try call.page(by: \.sequence, rows: { before, limit in
                    try Parties(session).history(of: party, for: call.actor, before: before, limit: limit)
                }) { EntryPayload(try $0.shown(to: call.actor), name: try Parties(session).name(ofWho: $0.who)) }
            },
        ]
    }

    private var ties: [Operation] {
        let span = ["party-not-found", "party-is-of-another-kind", "party-has-left", "period-ends-before-it-starts"]
        return [
            .adding("givePost", "holdings", "Put a person in a post from a day on", .scope(.peopleWrite), from: .input("NewHolding", [
                "post": .number, "person": .number, "from": .day, "through": .day.maybe,
            ]), gives: TiePayload.schema, refuses: span + ["already-holds-post"]) { call, work in
                let (post, person, from, through) = try tie(call, "post")
                return try .added(TiePayload(people.give(post: post, to: person, from: from, through: through, work), work.session))
            },
            .doing(.put, "endHolding", "holdings/{holding}/ending", "Say until when a person holds a post", .scope(.peopleWrite),
                   takes: [.id("holding")], from: .input("NewEnding", ["through": .day]), gives: TiePayload.schema,
                   refuses: ["holding-not-found", "period-ends-before-it-starts", "party-has-left", "already-holds-post"]) { call in
                let day = try lastDay(call)
                return try await call.write { work in
                    try .showing(TiePayload(people.endHolding(call.id("holding"), through: day, work), work.session))
                }
            },
            .adding("joinTeam", "memberships", "Bring a person into a team from a day on", .scope(.peopleWrite), from: .input("NewMembership", [
                "team": .number, "person": .number, "from": .day, "through": .day.maybe,
            ]), gives: TiePayload.schema, refuses: span + ["already-in-team"]) { call, work in
                let (team, person, from, through) = try tie(call, "team")
                return try .added(TiePayload(people.join(team: team, person: person, from: from, through: through, work), work.session))
            },
            .doing(.put, "endMembership", "memberships/{membership}/ending", "Say until when a person belongs to a team", .scope(.peopleWrite),
                   takes: [.id("membership")], from: .input("NewEnding", ["through": .day]), gives: TiePayload.schema,
                   refuses: ["membership-not-found", "period-ends-before-it-starts", "party-has-left", "already-in-team"]) { call in
                let day = try lastDay(call)
                return try await call.write { work in
                    try .showing(TiePayload(people.endMembership(call.id("membership"), through: day, work), work.session))
                }
            },
        ]
    }

    private func tie(_ call: Call, _ body: String) throws -> (ID<Party>, ID<Party>, from: Day, through: Day?) {
        var fields = call.fields
        let (one, person) = (fields.number(body, body, in: 1...Int.max), fields.number("person", "Person", in: 1...Int.max))
        let (from, through) = (fields.day("from", "First day"), fields.optionalDay("through", "Last day"))
        try fields.finish()
        return (ID(Int64(one ?? 0)), ID(Int64(person ?? 0)), from, through)
    }

    private func lastDay(_ call: Call) throws -> Day {
        var fields = call.fields
        let day = fields.day("through", "Last day")
        try fields.finish()
        return day
    }

    private func shown(_ party: Party, _ session: Session) throws -> Reply {
        try .showing(PartyPayload(party, session), version: party.version)
    }

    private func isShown(_ party: Party, _ line: PartyLine, _ call: Call) -> Bool {
        if let kind = call.query["kind"], kind != party.kind.rawValue { return false }
        if call.query["left"] != "true", !party.isHere(on: call.day) { return false }
        let words = Party.key(call.query["words"] ?? "")
        return words.isEmpty || ([party.name, party.email ?? ""] + line.standIns).contains { Party.key($0).contains(words) }
    }
}

extension NewParty {
    static let schema = Schema.input("NewParty", [
        "kind": .choice(PartyKind.self).maybe, "name": .words(atMost: 120), "email": Schema.email.maybe.meaning("A person's."),
    ])
}
