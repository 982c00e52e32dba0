import Kernel
@testable import People
import Storage
import TestSupport
import Testing
import Web

/// Each way in which the verbs of people say no, with the deed that they say it to. None of them leaves a trace.
struct RefusalTests {
    typealias Deed = @Sendable (Scene, Work) throws -> Void

    /// Two who have accounts, one of them the only administrator; a post that is held, a team with somebody in it, and
    /// somebody who has left.
    struct Scene: Sendable {
        let people = People()
        let administrator: (id: ID<Account>, actor: Actor)
        let suspended: ID<Account>
        let jo: (id: ID<Account>, actor: Actor)
        let post: Party
        let team: Party
        let gone: Party
        let held: Holding
        let joined: Membership
        let revoked: ProgramToken

        init(_ world: World) async throws {
            administrator = try await world.account("R. Okafor", "okafor@northshire.example", .administrator)
            jo = try await world.account("Jo Lane", "jo@northshire.example", .reader)
            suspended = try await world.account("P. Lindqvist", "lindqvist@northshire.example", .reader).id
            let (jo, suspended) = (jo, suspended)
            (post, team, gone, held, joined, revoked) = try await world.desk.write(by: .operator) { [people] work in
                let post = try people.add(NewParty(kind: .post, name: "Head of Protection"), work)
                let team = try people.add(NewParty(kind: .team, name: "Protection"), work)
                let person = ID<Party>(jo.actor.person ?? 0)
                let held = try people.give(post: post.id, to: person, from: .march, through: .march.adding(days: 9), work)
                let joined = try people.join(team: team.id, person: person, from: .march, through: .march.adding(days: 9), work)
                let gone = try people.leave(people.add(NewParty(kind: .person, name: "AM Brook"), work).id, version: 1, on: .march, work)
                try people.suspend(suspended, version: Accounts(work.session).get(suspended).version, work)
                _ = try people.makeToken(Scene.token("Nightly"), for: jo.id, work)
                let old = try people.makeToken(Scene.token("Old"), for: jo.id, work).token
                return (post, team, gone, held, joined, try people.revokeToken(old.id, work))
            }
        }

        var person: ID<Party> { ID(jo.actor.person ?? 0) }

        static func token(_ name: String) throws -> NewProgramToken {
            var fields = Fields(["name": [name], "scope": ["people:read"]])
            let new = NewProgramToken(reading: &fields, offered: People.scopes, today: .march)
            try fields.finish()
            return new
        }
    }

    static let deeds: [(code: String, deed: Deed)] = [
        ("party-not-found", { _ = try Parties($1.session).get(ID(999)) }),
        ("party-not-found", { try $0.people.leave(ID(999), version: 1, on: .march, $1) }),
        ("party-already-there", { try $0.people.add(NewParty(kind: .post, name: "head of protection"), $1) }),
        ("party-is-of-another-kind", { try $0.people.give(post: $0.team.id, to: $0.person, from: .march, $1) }),
        ("party-is-of-another-kind", { try $0.people.join(team: $0.post.id, person: $0.person, from: .march, $1) }),
        ("party-has-left", { try $0.people.give(post: $0.post.id, to: $0.gone.id, from: .march, $1) }),
        ("party-has-left", { try $0.people.join(team: $0.team.id, person: $0.gone.id, from: .march, $1) }),
        ("already-holds-post", { try $0.people.give(post: $0.post.id, to: $0.person, from: .march.adding(days: 5), $1) }),
        ("already-in-team", { try $0.people.join(team: $0.team.id, person: $0.person, from: .march.adding(days: 5), $1) }),
        ("period-ends-before-it-starts", { try $0.people.endHolding($0.held.id, through: .march.adding(days: -1), $1) }),
        ("period-ends-before-it-starts", { try $0.people.endMembership($0.joined.id, through: .march.adding(days: -1), $1) }),
        ("holding-not-found", { try $0.people.endHolding(ID(999), through: .march, $1) }),
        ("membership-not-found", { try $0.people.endMembership(ID(999), through: .march, $1) }),
        ("changed-meanwhile", { try $0.people.change($0.post.id, version: 9, to: NewParty(kind: .post, name: "Head of Prevention"), $1) }),
        ("account-not-found", { _ = try Accounts($1.session).get(ID(999)) }),
        ("account-already-there", {
            _ = try $0.people.openAccount(NewAccount(name: "Jo Lane", email: "other@northshire.example", roles: [.reader]), $1)
        }),
        ("account-already-there", { try $0.people.setEmail("OKAFOR@northshire.example", of: $0.jo.id, version: 1, $1) }),
        ("account-already-suspended", { try $0.people.suspend($0.suspended, version: 2, $1) }),
        ("account-not-suspended", { try $0.people.restore($0.jo.id, version: 1, $1) }),
        ("account-is-suspended", { _ = try $0.people.makeToken(Scene.token("Late"), for: $0.suspended, $1) }),
        ("last-administrator", { try $0.people.suspend($0.administrator.id, version: 1, $1) }),
        ("last-administrator", { try $0.people.setRoles([.reader], of: $0.administrator.id, version: 1, $1) }),
        ("token-not-found", { try $0.people.revokeToken(ID(999), $1) }),
        ("token-already-there", { _ = try $0.people.makeToken(Scene.token("nightly"), for: $0.jo.id, $1) }),
        ("token-already-revoked", { try $0.people.revokeToken($0.revoked.id, $1) }),
    ]

    @Test(arguments: Engine.allCases)
    func `what can't be is refused under its own code and leaves the journal as it was`(_ engine: Engine) async throws {
        try await World.with(engine) { world in
            let scene = try await Scene(world)
            let before = try await world.desk.read { try Journal($0).head() }
            for (code, deed) in Self.deeds {
                let refused = try await refusal { try await world.desk.write(by: .operator) { try deed(scene, $0) } }
                #expect(refused?.code == code)
                #expect(refused?.sentence.hasSuffix(".") == true)
            }
            let own = try await refusal {
                try await world.desk.write(by: scene.administrator.actor) { _ = try scene.people.suspend(scene.administrator.id, version: 1, $0) }
            }
            #expect(own?.code == "own-administration")
            let reader = try await refusal {
                try await world.desk.write(by: scene.jo.actor) { _ = try scene.people.add(NewParty(kind: .team, name: "Control"), $0) }
            }
            #expect(reader?.code == "not-allowed")
            #expect(try await world.desk.read { try Journal($0).head() } == before)
        }
    }

    /// What only a page, a link or the command line refuses.
    static let elsewhere: Set = ["tie-not-found", "sign-in-not-found", "link-not-good", "person-not-named", "sign-in-refused", "too-busy"]

    @Test func `every problem of people is tried`() {
        let explained = Set(PeopleOperations.problems.map(\.code))
        let tried = Set(Self.deeds.map(\.code)).union(Self.elsewhere).union(["own-administration", "not-allowed"])
        #expect(explained.subtracting(tried).isEmpty)
        #expect(Self.elsewhere.isSubset(of: explained))
    }
}
