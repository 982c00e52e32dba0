import ArgumentParser
import Foundation
import Kernel
import Library
import People
import Storage
import TestSupport
import Testing

/// The documents register from the command line, in January 2025.
@Suite struct DocumentCommandTests {
    private func run(_ world: LibraryWorld, _ words: String...) async throws {
        let command = try DocumentCommand.parseAsRoot(words)
        try await Operating.$surroundings.withValue(.init(naming: LibraryWorld.naming)) {
            try await Operating.$open.withValue(Opening { _ in world.desk }) {
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    Issue.record("\(words) is no command of ours")
                }
            }
        }
    }

    private func code(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }

    @Test(arguments: Engine.allCases)
    func `an operator keeps the register`(_ engine: Engine) async throws {
        try await LibraryWorld.with(engine) { world in
            try await run(world, "add", "--title", "Enforcement policy", "--owner", "GM Halloran", "--answers", "party/4", "--first-review", "2025-02-01")
            try await run(world, "edit", "enforcement-policy", "--purpose", "How to decide", "--because", "Asked for")
            try await run(world, "add-version", "enforcement-policy", "1", "--in-force", "2024-03-01", "--change", "The first")
            try await run(world, "add-version", "enforcement-policy", "2", "--change", "Fees", "--link", "https://a.example/2.pdf", "--json")
            try await run(world, "edit-version", "enforcement-policy", "2", "--new-label", "2.1", "--in-force", "2025-04-01")
            try await run(world, "review", "enforcement-policy", "--next", "2026-01-31")
            try await run(world, "add", "--title", "New policy", "--kind", "policy")
            try await run(world, "withdraw", "enforcement-policy", "--successor", "new-policy", "--because", "Replaced")
            try await run(world, "restore", "enforcement-policy", "--because", "In error")
            for words in [["list"], ["list", "--standing", "current", "--sort=-review", "--owner", "gm halloran"], ["show", "enforcement-policy"], ["history", "enforcement-policy"]] {
                for more in [[], ["--json"]] {
                    let command = try DocumentCommand.parseAsRoot(words + more)
                    try await Operating.$open.withValue(Opening { _ in world.desk }) {
                        guard var reading = command as? any AsyncParsableCommand else { return }
                        try await reading.run()
                    }
                }
            }
            let folder = try TestStore.folder()
            try Data("%PDF-1.7\nx\n%%EOF\n".utf8).write(to: URL(fileURLWithPath: folder + "/policy.pdf"))
            try await run(world, "edit-version", "enforcement-policy", "1", "--file", folder + "/policy.pdf")
            try await run(world, "save-version", "enforcement-policy", "1", "--output", folder + "/saved.pdf")
            #expect(FileManager.default.contents(atPath: folder + "/saved.pdf") == Data("%PDF-1.7\nx\n%%EOF\n".utf8))
            let file = folder + "/register.xlsx"
            try await run(world, "export", "--output", file)
            let view = try await world.view()
            #expect(view.facts.document.purpose == "How to decide" && view.facts.document.answers == [Subject(kind: "party", number: 4)])
            #expect(view.versions.map(\.label) == ["2.1", "1"] && view.versions.map(\.link) == [WebAddress("https://a.example/2.pdf"), nil])
            #expect(view.nextReview == Day(2026, 1, 31)! && view.standing == .current)
            #expect(try await world.told(view.facts.document).map { $0.replacing("operator ", with: "") } == [
                "registered the document", "edited the document", "added the version", "added the version", "edited the version", "reviewed the document",
                "superseded the document", "put back the document", "attached the file", "edited the version",
            ])
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await LibraryWorld.with(.sqlite) { world in
            _ = try await world.policy()
            #expect(try await code { try await run(world, "show", "no-such") } == "document-not-found")
            #expect(try await code { try await run(world, "show", "enforcement-policy", "--on", "2023-01-01") } == "document-not-registered-then")
            #expect(try await code { try await run(world, "edit-version", "enforcement-policy", "9", "--change", "x") } == "document-version-not-found")
            #expect(try await code { try await run(world, "withdraw", "enforcement-policy") } == "fields-need-attention")
            #expect(try await code { try await run(world, "review", "enforcement-policy") } == "fields-need-attention")
            #expect(try await code { try await run(world, "list", "--sort", "colour") } == "fields-need-attention")
            #expect(try await code { try await run(world, "export", "--format", "docx") } == "no-such-format")
            #expect(try await code { try await run(world, "add", "--title", "x", "--kind", "novel") } == "fields-need-attention")
        }
    }
}
