import ArgumentParser
import Kernel
@testable import People
import Storage
import TestSupport
import Testing

@Suite struct `commands` {
    private func run(_ world: World, _ words: String...) async throws {
        let rest = Array(words.dropFirst())
        let command = switch words.first {
        case "account": try AccountCommand.parseAsRoot(rest)
        case "token": try TokenCommand.parseAsRoot(rest)
        default: try PersonCommand.parseAsRoot(rest)
        }
        try await Operating.$open.withValue(Opening { _ in world.desk }) {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                Issue.record("\(words) is no command of ours")
            }
        }
    }

    @Test(arguments: Engine.allCases) func `keep accounts and people as the operator or as somebody`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await run(world, "account", "add", "okafor@example.org", "--name", "R Okafor", "--role", "administrator", "--role", "manager")
            try await run(world, "person", "add", "Head of Protection", "--as", "okafor@example.org")
            try await run(world, "person", "hold", "R Okafor", "head of protection", "--from", "2021-03-01")
            try await run(world, "account", "add", "jo@example.org", "--name", "Jo Lane", "--json")
            try await run(world, "account", "roles", "jo@example.org", "owner", "reader")
            try await run(world, "account", "suspend", "jo@example.org")
            try await run(world, "account", "list", "--json")
            try await run(world, "person", "list")
            let who = try await world.desk.read { session in try Journal(session).entries(after: 0, limit: 20).map { "\($0.who) \($0.verb)" } }
            #expect(who == [
                "operator added the person", "operator opened the account with the roles manager and administrator",
                "person/1 added the post", "operator gave R Okafor the post Head of Protection", "operator added the person",
                "operator opened the account with the role reader", "operator gave the account the role owner",
                "operator suspended the account",
            ])
            #expect(try await refusal { try await run(world, "person", "list", "--as", "jo@example.org") }?.code == "account-is-suspended")
            #expect(try await refusal { try await run(world, "account", "link", "nobody@example.org") }?.code == "account-not-found")
        }
    }

    @Test(arguments: Engine.allCases) func `make, list and revoke tokens`(engine: Engine) async throws {
        try await World.with(engine) { world in
            try await world.account("Jo Lane", "jo@example.org", .reader)
            try await world.account("Al Reed", "al@example.org", .reader)
            try await run(world, "token", "list")
            try await run(world, "token", "create", "Nightly export", "--for", "jo@example.org", "--scope", "people:read", "--expires", "2021-03-31")
            try await run(world, "token", "create", "Sheet", "--as", "jo@example.org", "--scope", "people:read", "--scope", "people:write", "--json")
            try await run(world, "token", "list", "--for", "jo@example.org", "--json")
            try await run(world, "token", "list", "--as", "al@example.org")
            #expect(try await refusal { try await run(world, "token", "list", "--as", "al@example.org", "--for", "jo@example.org") }?.code == "not-allowed")
            #expect(try await refusal { try await run(world, "token", "create", "X", "--scope", "people:read") }?.code == "person-not-named")
            #expect(try await refusal { try await run(world, "token", "create", "X", "--as", "al@example.org", "--for", "jo@example.org", "--scope", "people:read") }?.code == "not-allowed")
            #expect(try await refusal { try await run(world, "token", "create", "X", "--for", "jo@example.org") }?.fields.map(\.name) == ["scope"])
            try await run(world, "token", "revoke", "nightly EXPORT", "--for", "jo@example.org")
            #expect(try await refusal { try await run(world, "token", "revoke", "Nightly export", "--for", "jo@example.org") }?.code == "token-not-found")
            let tokens = try await world.desk.read { try ProgramTokens($0).all() }
            #expect(tokens.map(\.name) == ["Sheet", "Nightly export"] && tokens.map(\.revokedOn) == [nil, .march])
            #expect(tokens.map(\.expiresOn) == [.march.adding(days: 90), .march.adding(days: 30)])
        }
    }

    @Test func `set columns under their headings`() {
        #expect(Output.table(["A", "Name"], [["12", "x"], ["3", ""]], empty: "none") == "A   Name\n12  x\n3")
        #expect(Output.table(["A"], [], empty: "none") == "none")
    }
}
