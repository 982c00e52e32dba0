import Kernel
@testable import People
import Storage
import TestSupport
import Testing

@Suite struct `persons, posts and teams` {
    private let march = Day.march

    @Test(arguments: Engine.allCases) func `are added once and found however they are spelt`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let (first, again, team) = try await world.desk.write(by: .operator) { work in
                let people = People()
                return try (
                    people.findOrAdd(name: "AM Brook", work), people.findOrAdd(name: "A.M. BROOK", work),
                    people.findOrAdd(name: "Corporate comms.", work))
            }
            #expect(first == again)
            #expect(first.kind == .person && team.kind == .team)
            #expect(try await world.verbs() == ["added the person", "added the team"])
            let twice = try await refusal {
                let new = try NewParty(kind: .post, name: "am brook")
                try await world.desk.write(by: .operator) { work in _ = try People().add(new, work) }
            }
            #expect(twice?.code == "party-already-there")
            #expect(try await world.verbs().count == 2)
        }
    }

    @Test(arguments: Engine.allCases) func `stand in for each other on the days that they hold a post`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let march = march
            let (brook, post, team) = try await world.desk.write(by: .operator) { work in
                let people = People()
                let brook = try people.findOrAdd(name: "AM Brook", work)
                let post = try people.findOrAdd(name: "Head of Protection", work)
                let team = try people.findOrAdd(name: "Protection", work)
                try people.give(post: post.id, to: brook.id, from: march, through: march.adding(days: 9), work)
                try people.join(team: team.id, person: brook.id, from: march.adding(days: 5), work)
                return (brook.id, post.id, team.id)
            }
            let on = { (days: Int) in
                try await world.desk.read { session in try Parties(session).actedFor(by: brook, on: march.adding(days: days)) }
            }
            #expect(try await on(-1) == [brook])
            #expect(try await on(0) == [brook, post])
            #expect(try await on(7) == [brook, post, team])
            #expect(try await on(10) == [brook, team])
            let behind = try await world.desk.read { session in try Parties(session).persons(behind: post, on: march).map(\.name) }
            #expect(behind == ["AM Brook"])
            #expect(try await world.verbs().suffix(2) == [
                "gave AM Brook the post Head of Protection", "brought AM Brook into the team Protection",
            ])
        }
    }

    @Test(arguments: Engine.allCases) func `hold one post once at a time`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let march = march
            let (brook, post, holding) = try await world.desk.write(by: .operator) { work in
                let people = People()
                let (brook, post) = try (people.findOrAdd(name: "AM Brook", work), people.findOrAdd(name: "Head of Protection", work))
                return (brook.id, post.id, try people.give(post: post.id, to: brook.id, from: march, work).id)
            }
            let again = try await refusal {
                try await world.desk.write(by: .operator) { work in
                    _ = try People().give(post: post, to: brook, from: march.adding(days: 50), work)
                }
            }
            #expect(again?.code == "already-holds-post")
            let wrongWay = try await refusal {
                try await world.desk.write(by: .operator) { work in _ = try People().give(post: brook, to: post, from: march, work) }
            }
            #expect(wrongWay?.code == "party-is-of-another-kind")
            try await world.desk.write(by: .operator) { work in
                try People().endHolding(holding, through: march.adding(days: 20), work)
                try People().give(post: post, to: brook, from: march.adding(days: 50), work)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `leave their posts when they leave`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let march = march
            let brook = try await world.desk.write(by: .operator) { work in
                let people = People()
                let (brook, post) = try (people.findOrAdd(name: "AM Brook", work), people.findOrAdd(name: "Head of Protection", work))
                try people.give(post: post.id, to: brook.id, from: march, work)
                return try people.leave(brook.id, version: 1, on: march.adding(days: 30), work)
            }
            #expect(brook.isHere(on: march.adding(days: 29)) && !brook.isHere(on: march.adding(days: 30)))
            let through = try await world.desk.read { session in try Parties(session).holdings(of: brook.id).map(\.through) }
            #expect(through == [march.adding(days: 29)])
            #expect(try await world.verbs().last == "recorded the leaving of the person")
        }
    }

    /// A time in a post that begins after somebody left is not ended by their leaving, and a team may end before its members do.
    @Test(arguments: Engine.allCases) func `act for nobody once they have left`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let march = march
            let (brook, dale, post, team) = try await world.desk.write(by: .operator) { work in
                let people = People()
                let (brook, dale) = try (people.findOrAdd(name: "AM Brook", work), people.findOrAdd(name: "GM Dale", work))
                let (post, team) = try (people.findOrAdd(name: "Head of Protection", work), people.findOrAdd(name: "Protection", work))
                try people.give(post: post.id, to: brook.id, from: march.adding(days: 20), work)
                try people.join(team: team.id, person: dale.id, from: march.adding(days: 20), work)
                try people.leave(brook.id, version: 1, on: march.adding(days: 10), work)
                try people.leave(team.id, version: 1, on: march.adding(days: 10), work)
                return (brook.id, dale.id, post.id, team.id)
            }
            try await world.desk.read { session in
                let (parties, then) = (Parties(session), march.adding(days: 30))
                try #expect(parties.actedFor(by: brook, on: march.adding(days: 9)) == [brook])
                try #expect(parties.actedFor(by: brook, on: then) == [])
                try #expect(parties.actedFor(by: dale, on: then) == [dale])
                try #expect(parties.persons(behind: post, on: then).isEmpty)
                try #expect(parties.persons(behind: team, on: then).isEmpty)
                try #expect(parties.persons(behind: brook, on: then).isEmpty)
                try #expect(parties.standIns(on: then).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `are given nothing beyond the day they left`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let march = march
            let (brook, post, team) = try await world.desk.write(by: .operator) { work in
                let people = People()
                let brook = try people.findOrAdd(name: "AM Brook", work)
                let (post, team) = try (people.findOrAdd(name: "Head of Protection", work), people.findOrAdd(name: "Protection", work))
                try people.leave(brook.id, version: 1, on: march.adding(days: 10), work)
                return (brook.id, post.id, team.id)
            }
            let before = try await world.verbs()
            for through in [nil, march.adding(days: 10)] {
                let given = try await refusal {
                    try await world.desk.write(by: .operator) { work in _ = try People().give(post: post, to: brook, from: march, through: through, work) }
                }
                let joined = try await refusal {
                    try await world.desk.write(by: .operator) { work in _ = try People().join(team: team, person: brook, from: march, through: through, work) }
                }
                #expect([given?.code, joined?.code] == ["party-has-left", "party-has-left"])
            }
            #expect(try await world.verbs() == before)
            // What was so while they were here can still be told.
            let holding = try await world.desk.write(by: .operator) { work in
                try People().give(post: post, to: brook, from: march, through: march.adding(days: 5), work)
            }
            let longer = try await refusal {
                try await world.desk.write(by: .operator) { work in _ = try People().endHolding(holding.id, through: march.adding(days: 10), work) }
            }
            #expect(longer?.code == "party-has-left")
            try await world.desk.write(by: .operator) { work in _ = try People().endHolding(holding.id, through: march.adding(days: 9), work) }
        }
    }

    @Test(arguments: Engine.allCases) func `have no time in a post or team made to run into another`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let march = march
            let (holding, membership) = try await world.desk.write(by: .operator) { work in
                let people = People()
                let brook = try people.findOrAdd(name: "AM Brook", work).id
                let (post, team) = try (people.findOrAdd(name: "Head of Protection", work).id, people.findOrAdd(name: "Protection", work).id)
                let holding = try people.give(post: post, to: brook, from: march, through: march.adding(days: 5), work)
                try people.give(post: post, to: brook, from: march.adding(days: 20), work)
                let membership = try people.join(team: team, person: brook, from: march, through: march.adding(days: 5), work)
                try people.join(team: team, person: brook, from: march.adding(days: 20), work)
                return (holding.id, membership.id)
            }
            let before = try await world.verbs()
            let held = try await refusal {
                try await world.desk.write(by: .operator) { work in _ = try People().endHolding(holding, through: march.adding(days: 20), work) }
            }
            let joined = try await refusal {
                try await world.desk.write(by: .operator) { work in _ = try People().endMembership(membership, through: march.adding(days: 20), work) }
            }
            #expect([held?.code, joined?.code] == ["already-holds-post", "already-in-team"])
            #expect(try await world.verbs() == before)
            try await world.desk.write(by: .operator) { work in
                try #expect(People().endHolding(holding, through: march.adding(days: 19), work).through == march.adding(days: 19))
                try #expect(People().endMembership(membership, through: march.adding(days: 2), work).through == march.adding(days: 2))
            }
        }
    }

    @Test(arguments: Engine.allCases) func `are changed by a manager, and not from an old page`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let party = try await world.desk.write(by: .operator) { work in try People().findOrAdd(name: "AM Brook", work) }
            let new = try NewParty(kind: .person, name: "AM J Brook", email: "brook@example.org")
            for (actor, version, code) in [
                (Actor(person: 9, name: "Reader", roles: [.reader, .owner, .approver]), 1, "not-allowed"),
                (Actor(person: 9, name: "Manager", roles: [.manager]), 7, "changed-meanwhile"),
                (Actor(person: 9, name: "Manager", roles: [.manager]), 1, nil),
            ] as [(Actor, Int, String?)] {
                let refused = try await refusal {
                    try await world.desk.write(by: actor) { work in _ = try People().change(party.id, version: version, to: new, work) }
                }
                #expect(refused?.code == code)
            }
            #expect(try await world.verbs() == ["added the person", "changed the person"])
        }
    }
}
