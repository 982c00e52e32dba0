import ArgumentParser
import Foundation
@testable import Inspections
import Kernel
import People
import Premises
import Storage
import TestSupport
import Testing

/// The risk method from the command line, in January 2025.
@Suite struct RiskCommandTests {
    private func run(_ world: RiskWorld, _ words: String...) async throws { try await run(world, words) }

    private func run(_ world: RiskWorld, _ words: [String]) async throws {
        let command = try RiskCommand.parseAsRoot(words)
        try await Operating.$open.withValue(Opening { _ in world.desk }) {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                Issue.record("\(words) is no command of ours")
            }
        }
    }

    private func file(_ text: String) throws -> String {
        let path = try TestStore.folder() + "/method.json"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test(arguments: Engine.allCases)
    func `an operator keeps the method, marks premises and takes all scores away`(_ engine: Engine) async throws {
        try await RiskWorld.with(engine) { world in
            let (first, second) = (try file(RiskMethodFile.text(Methods.small)), try file(RiskMethodFile.text(Methods.changed("2026"))))
            try await run(world, "method", "check", first)
            try await run(world, "method", "add", first)
            try await run(world, "method", "adopt", "2025", "--on", "2024-01-01")
            try await run(world, "method", "add", second)
            try await run(world, "method", "edit", "2026", second)
            let premises = try await world.premises("Quay, Stores", .careHome)
            let reference = premises.reference.text
            try await run(world, "mark", reference, "listed", "--since", "2025-01-01", "--why", "On the list")
            try await run(world, "note", reference, "--on", "2024-03-01", "--level", "4", "--source", "A file")
            try await run(world, "note", reference, "--on", "2024-06-01", "--level", "1", "--source", "Another file")
            try await run(world, "strike", reference, "2", "--why", "Of the shop next door")
            try await run(world, "unmark", reference, "1", "--on", "2025-01-06", "--why", "Taken off the list")
            for words in [
                ["method", "list"], ["method", "show"], ["method", "show", "2026"], ["score", reference], ["score", reference, "--edition", "2026"], ["bands"], ["bands", "--edition", "2026"], ["list"],
                ["list", "--band", "high", "--due", "overdue", "--sort=-due"], ["compare", "2025", "2026"], ["back-test", "--from", "2024-01-01"], ["markers"],
            ] {
                for more in [[], ["--json"]] { try await run(world, words + more) }
            }
            let table = try TestStore.folder() + "/scores.csv"
            try await run(world, "export", "--output", table)
            let text = String(decoding: try #require(FileManager.default.contents(atPath: table)), as: UTF8.self)
            #expect(text.contains("\r\n\(reference),\"Quay, Stores\",,Care home,,0,,4,2024-03-01,,45,High,2025-03-01,No,2025\r\n"), "\(text)")
            try await run(world, "export", "--format", "xlsx", "--output", try TestStore.folder() + "/scores.xlsx")
            #expect(try await world.desk.read { try $0.riskEdition(inForceOn: Day(2024, 1, 1)!)?.name } == "2025")
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await RiskWorld.with(.sqlite) { world in
            let flawed = try file(RiskMethodFile.text(Methods.changed("x", bands: [])))
            for (words, code) in [
                (["method", "show"], "no-risk-method"), (["method", "show", "9"], "risk-edition-not-found"), (["method", "add", flawed], "risk-method-flawed"),
                (["method", "add", "/no/such/file"], "file-not-readable"), (["score", "P-9"], "premises-not-found"), (["bands"], "no-risk-method"), (["list", "--due", "soon"], "fields-need-attention"),
                (["compare", "1", "2"], "risk-edition-not-found"), (["note", "P-9", "--level", "7"], "fields-need-attention"), (["export", "--format", "docx"], "no-such-format"),
            ] {
                #expect(try await refusal { try await run(world, words) }?.code == code, "\(words)")
            }
            await #expect(throws: ExitCode.self, "what is wrong is listed, and the command ends with 1") { try await run(world, "method", "check", flawed) }
        }
    }
}
