import Kernel
@testable import People
import Storage
import TestSupport
import Testing

@Suite struct `accounts` {
    @Test(arguments: Engine.allCases) func `are opened, given roles, suspended and restored by administrators`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let admin = try await world.account("R Okafor", "okafor@example.org", .administrator).actor
            let jo = try await world.account("Jo Lane", "jo@example.org", .reader)
            try await world.desk.write(by: admin) { work in
                try People().setRoles([.reader, .manager], of: jo.id, version: 2, work)
                try People().suspend(jo.id, version: 3, work)
                try People().restore(jo.id, version: 4, work)
            }
            let refused = try await refusal {
                try await world.desk.write(by: jo.actor) { work in _ = try People().setRoles([.administrator], of: jo.id, version: 5, work) }
            }
            #expect(refused == .forbidden("not-allowed", PeoplePolicy.keepsAccounts.sentence))
            #expect(try await world.verbs().suffix(3) == [
                "gave the account the role manager", "suspended the account", "restored the account",
            ])
        }
    }

    @Test(arguments: Engine.allCases) func `have one e-mail each, in any case, and one person`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("Jo Lane", "jo@example.org", .reader)
            for (name, email) in [("Another", "JO@example.org"), ("jo lane", "lane@example.org")] {
                let refused = try await refusal { try await world.account(name, email, .reader) }
                #expect(refused?.code == "account-already-there")
            }
        }
    }

    @Test(arguments: Engine.allCases) func `of administrators are not given up by themselves nor all taken away`(engine: Engine) async throws {
        try await World.with(engine) { world in
            let one = try await world.account("R Okafor", "okafor@example.org", .administrator)
            for act in [
                { work in _ = try People().setRoles([.reader], of: one.id, version: 2, work) },
                { work in _ = try People().suspend(one.id, version: 2, work) },
            ] as [@Sendable (Work) throws -> Void] {
                #expect(try await refusal { try await world.desk.write(by: one.actor, act) }?.code == "own-administration")
                #expect(try await refusal { try await world.desk.write(by: .operator, act) }?.code == "last-administrator")
            }
            let two = try await world.account("Jo Lane", "jo@example.org", .administrator)
            try await world.desk.write(by: two.actor) { work in _ = try People().setRoles([.reader], of: one.id, version: 2, work) }
        }
    }

    @Test(arguments: Engine.allCases) func `leave no secret in the journal`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            let (states, hash) = try await world.desk.read { session in
                (try Journal(session).entries(after: 0, limit: 100).compactMap(\.state).joined(),
                 try session.value("SELECT hash FROM credential", as: String.self))
            }
            #expect(hash?.hasPrefix("$argon2id$") == true)
            #expect(states.contains("okafor@example.org"))
            #expect(!states.contains("argon2") && !states.contains(World.password))
            #expect(try await world.verbs().last == "chose a password for the account")
        }
    }
}
