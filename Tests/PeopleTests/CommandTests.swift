import ArgumentParser
import Kernel
@testable import People
import Storage
import TestSupport
import Testing

@Suite struct `commands` {
    private func run(_ world: World, _ words: String...) async throws {
        let command = words.first == "account"
            ? try AccountCommand.parseAsRoot(Array(words.dropFirst())) : try PersonCommand.parseAsRoot(Array(words.dropFirst()))
        try await Operating.$open.withValue(Opening { world.desk }) {
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

    @Test func `set columns under their headings`() {
        #expect(Output.table(["A", "Name"], [["12", "x"], ["3", ""]], empty: "none") == "A   Name\n12  x\n3")
        #expect(Output.table(["A"], [], empty: "none") == "none")
    }
}
