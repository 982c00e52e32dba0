import Kernel
@testable import People
import Storage
import TestSupport
import Testing
import Web

@Suite struct `tokens for programs` {
    private func make(
        _ world: World, _ name: String, for id: ID<Account>, by actor: Actor, scopes: [String] = ["people:read"], expires: Day? = nil
    ) async throws -> (token: ProgramToken, secret: String) {
        var fields = Fields(["name": [name], "scope": scopes, "expires": [expires?.iso ?? ""]])
        let new = NewProgramToken(reading: &fields, offered: People.scopes, today: world.time.clock.today)
        try fields.finish()
        return try await world.desk.write(by: actor) { work in try People().makeToken(new, for: id, work) }
    }

    private func visit(_ world: World, _ secret: String) async throws -> Visit? {
        try await world.door.visit(ofProgram: secret, at: world.time.clock.now)
    }

    @Test(arguments: Engine.allCases) func `act as their person, with the roles they have now and the scopes chosen`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let jo = try await world.account("Jo Lane", "jo@example.org", .reader, .manager)
            let (token, secret) = try await make(world, "Nightly export", for: jo.id, by: jo.actor)
            #expect(secret.hasPrefix("mst_") && secret.utf8.count == 47)
            let visit = try #require(try await visit(world, secret))
            #expect(visit.person == jo.actor.person && visit.name == "Jo Lane" && visit.account == jo.id.number)
            #expect(visit.scopes == [.peopleRead] && visit.csrf.isEmpty)
            #expect(visit.actor.roles == [.reader, .manager])
            try await world.desk.write(by: .operator) { work in _ = try People().setRoles([.reader], of: jo.id, version: 2, work) }
            let later = try await self.visit(world, secret)
            #expect(later?.actor.roles == [.reader])
            let stored: String? = try await world.desk.read { try $0.value("SELECT secret_hash FROM program_secret") }
            #expect(stored == Token(secret).hash && token.scopes == [.peopleRead])
            for wrong in ["", "mst_", secret + "x", String(secret.dropLast()), stored ?? "", String(secret.dropFirst(4))] {
                #expect(try await self.visit(world, wrong) == nil)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `stop when they expire, are revoked, or their account is suspended`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let admin = try await world.account("R Okafor", "okafor@example.org", .administrator)
            let jo = try await world.account("Jo Lane", "jo@example.org", .reader)
            let short = try await make(world, "Short", for: jo.id, by: jo.actor, expires: .march.adding(days: 1))
            let usual = try await make(world, "Usual", for: jo.id, by: jo.actor)
            let other = try await make(world, "Other", for: jo.id, by: .operator, expires: .march.adding(days: 366))
            #expect(usual.token.expiresOn == .march.adding(days: 90))
            let working = { try await [short, usual, other].asyncMap { try await self.visit(world, $0.secret) != nil } }
            #expect(try await working() == [true, true, true])
            world.time.set(.inBritain(.march.adding(days: 1), hour: 23, minute: 59))
            #expect(try await working() == [true, true, true])
            world.time.set(.inBritain(.march.adding(days: 2), hour: 0))
            #expect(try await working() == [false, true, true])
            try await world.desk.write(by: admin.actor) { work in _ = try People().revokeToken(usual.token.id, work) }
            #expect(try await working() == [false, false, true])
            try await world.desk.write(by: admin.actor) { work in
                let version = try Accounts(work.session).get(jo.id).version
                let suspended = try People().suspend(jo.id, version: version, work)
                _ = try People().restore(jo.id, version: suspended.version, work)
            }
            #expect(try await working() == [false, false, false])
            let hashes = try await world.desk.read { try $0.column("SELECT secret_hash FROM program_secret ORDER BY token", as: String?.self) }
            #expect(hashes == [Token(short.secret).hash, nil, nil])
            #expect(try await world.verbs().suffix(4) == [
                "revoked the token “Usual” for programs", "suspended the account", "revoked the token “Other” for programs",
                "restored the account",
            ])
            // A hash that came back by some other way still opens nothing while the account is suspended.
            try await world.desk.write(by: .operator) { work in
                _ = try People().suspend(jo.id, version: Accounts(work.session).get(jo.id).version, work)
                try work.session.run("UPDATE program_token SET revoked_on = NULL WHERE id = \(other.token.id)")
                try work.session.run("UPDATE program_secret SET secret_hash = \(Token(other.secret).hash) WHERE token = \(other.token.id)")
            }
            #expect(try await visit(world, other.secret) == nil)
        }
    }

    @Test(arguments: Engine.allCases) func `are made by their person or the operator, and never by a program`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let admin = try await world.account("R Okafor", "okafor@example.org", .administrator)
            let jo = try await world.account("Jo Lane", "jo@example.org", .reader)
            let mine = try await make(world, "Export", for: jo.id, by: jo.actor)
            let program = try #require(try await visit(world, mine.secret)).actor
            for actor in [admin.actor, program] {
                let refused = try await refusal { _ = try await self.make(world, "Another", for: jo.id, by: actor) }
                #expect(refused == .forbidden("not-allowed", PeoplePolicy.makesTokens(of: Account(id: jo.id, person: ID(1), email: "", roles: [])).sentence))
            }
            let twice = try await refusal { _ = try await self.make(world, "EXPORT", for: jo.id, by: jo.actor) }
            #expect(twice?.code == "token-already-there" && twice?.fields.first?.name == "name")
            let theirs = try await make(world, "Export", for: admin.id, by: admin.actor)
            let refused = try await refusal { try await world.desk.write(by: jo.actor) { work in _ = try People().revokeToken(theirs.token.id, work) } }
            #expect(refused?.code == "not-allowed")
            try await world.desk.write(by: jo.actor) { work in _ = try People().revokeToken(mine.token.id, work) }
            let again = try await refusal { try await world.desk.write(by: jo.actor) { work in _ = try People().revokeToken(mine.token.id, work) } }
            #expect(again?.code == "token-already-revoked")
            _ = try await make(world, "Export", for: jo.id, by: jo.actor)
        }
    }

    @Test(arguments: Engine.allCases) func `leave no secret in the journal, which names the program`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let jo = try await world.account("Jo Lane", "jo@example.org", .manager)
            let (token, secret) = try await make(world, "Nightly export", for: jo.id, by: jo.actor, scopes: ["people:write"])
            let actor = try #require(try await visit(world, secret)).actor
            try await world.desk.write(by: actor) { work in
                _ = try People().add(NewParty(kind: .post, name: "Head of Protection"), work)
            }
            let entries = try await world.desk.read { try Journal($0).entries(after: 0, limit: 100) }
            let last = try #require(entries.last)
            #expect(last.who == "person/1 through program_token/\(token.id)")
            for who in [(last.who, "Jo Lane through “Nightly export”"), ("person/1", "Jo Lane"), ("operator", "operator"), ("person/1 through x", "Jo Lane through x"), ("person/1 and", "person/1 and")] {
                #expect(try await world.desk.read { try Parties($0).name(ofWho: who.0) } == who.1)
            }
            for entry in entries {
                #expect(entry.state?.contains(Token(secret).hash) == false && entry.state?.contains("mst_") == false)
            }
            #expect(try await world.desk.read { try Journal($0).verify().isWhole })
        }
    }

    @Test(arguments: Engine.allCases) func `make no link by which anybody chooses a password, whatever their scopes`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let admin = try await world.account("R Okafor", "okafor@example.org", .administrator)
            let jo = try await world.account("Jo Lane", "jo@example.org", .administrator)
            let (_, secret) = try await make(world, "Keeper", for: admin.id, by: admin.actor, scopes: People.scopes.map(\.scope.rawValue))
            let program = try #require(try await visit(world, secret)).actor
            let before = try await world.verbs()
            for account in [admin.id, jo.id] {
                let refused = try await refusal { _ = try await world.desk.write(by: program) { work in try People().makeLink(for: account, work) } }
                #expect(refused?.code == "not-allowed" && refused?.sentence.contains("administrator who is signed in") == true)
            }
            #expect(try await world.verbs() == before)
            for actor in [admin.actor, .operator] {
                let link = try await world.desk.write(by: actor) { work in try People().makeLink(for: jo.id, work) }
                #expect(try await world.door.invited(link.token).name == "Jo Lane")
            }
        }
    }

    @Test func `are not looked for where what was sent can be none`() async throws {
        try await World.with(.sqlite) { world in
            let reads = { Measure.text(world.desk.store.watch.measures).split(separator: "\n").first { $0.contains("duration_seconds_count{kind=\"read\"}") } }
            let before = reads()
            for wrong in ["mst_", "mst_short", "mst_" + String(repeating: "a", count: 200), "other"] { try await #expect(visit(world, wrong) == nil) }
            #expect(reads() == before)
            #expect(try await visit(world, "mst_" + String(repeating: "a", count: 43)) == nil)
            #expect(reads() != before)
        }
    }

    @Test(arguments: Engine.allCases) func `note their use once a day`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let jo = try await world.account("Jo Lane", "jo@example.org", .reader)
            let (token, secret) = try await make(world, "Nightly export", for: jo.id, by: jo.actor)
            let used = { try await world.desk.read { try ProgramTokens($0).lastUse() } }
            #expect(try await used() == [:])
            _ = try await visit(world, secret)
            #expect(try await used() == [token.id: .march])
            // The day that is there was not written again: it stays what somebody else made of it.
            try await world.desk.store.write { _ = try $0.run("UPDATE program_secret SET used_on = \(Day.march.adding(days: 5))") }
            _ = try await visit(world, secret)
            #expect(try await used() == [token.id: .march.adding(days: 5)])
            world.time.set(.inBritain(.march.adding(days: 6), hour: 9))
            _ = try await visit(world, secret)
            #expect(try await used() == [token.id: .march.adding(days: 6)])
        }
    }

    @Test func `say what is wrong with a new one`() async throws {
        var fields = Fields(["name": [" "], "scope": ["people:read", "moon:write"], "expires": ["2022-03-03"]])
        _ = NewProgramToken(reading: &fields, offered: People.scopes, today: .march)
        #expect(fields.errors.map(\.sentence) == [
            "Enter the name.", "“moon:write” is not a scope. Choose from people:read, people:write, accounts:read and accounts:write.",
            "The last day it works must be from 1 March 2021 to 2 March 2022, 366 days from now.",
        ])
        var none = Fields(["name": ["x"], "expires": ["2021-02-28"]])
        _ = NewProgramToken(reading: &none, offered: People.scopes, today: .march)
        #expect(none.errors.map(\.name) == ["scope", "expires"])
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ body: (Element) async throws -> T) async throws -> [T] {
        var all: [T] = []
        for one in self { all.append(try await body(one)) }
        return all
    }
}
