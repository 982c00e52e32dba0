import ArgumentParser
import Enforcement
import Foundation
import Kernel
import People
import Storage
import TestSupport
import Testing

/// Cases and notices from the command line, in January 2025.
@Suite struct NoticeCommandTests {
    private func run(_ world: EnforcementWorld, _ words: [String]) async throws {
        let command = words[0] == "case" ? try CaseCommand.parseAsRoot(Array(words.dropFirst())) : try NoticeCommand.parseAsRoot(Array(words.dropFirst()))
        try await Operating.$surroundings.withValue(.init(naming: Naming(Enforcement.naming))) {
            try await Operating.$open.withValue(Opening { _ in world.desk }) {
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    Issue.record("\(words) is no command of ours")
                }
            }
        }
    }

    private func code(_ world: EnforcementWorld, _ words: String...) async throws -> String? { try await refusal { try await run(world, words) }?.code }

    @Test(arguments: Engine.allCases)
    func `an operator keeps a case and its notice, and a second person signs`(_ engine: Engine) async throws {
        try await EnforcementWorld.with(engine) { world in
            func all(_ lines: [[String]]) async throws { for words in lines { try await run(world, words) } }
            try await all([
                ["case", "open", "--title", "Blocked stairs", "--premises", "p-1", "--officer", "wm ferris", "--origin", "complaint"],
                ["case", "edit", "C-2025-0001", "--summary", "Twice before"],
                ["case", "find", "C-2025-0001", "--article", "A14", "--found", "Bins"], ["case", "find", "C-2025-0001", "--article", "9", "--found", "None"],
                ["case", "strike-finding", "C-2025-0001", "2", "--because", "There is one"],
                ["case", "reason", "C-2025-0001", "--risk", "probable", "--expectation", "enforcement"],
                ["case", "add-outcome", "C-2025-0001", "--words", "Clear them"], ["case", "settle-outcome", "C-2025-0001", "1", "--result", "Cleared"],
                ["notice", "draft", "C-2025-0001", "--article", "14", "--step", "14: Clear the stairs | Build another", "--recipient", "Harbour Homes Ltd | 1 Quay Street", "--alters"],
                ["notice", "edit", "N-2025-0001", "--substance", "Routes were blocked.", "--grounds", "They were full.", "--comply-by", "2025-03-10"],
                ["notice", "consult", "N-2025-0001", "--consultee", "local-authority", "--who", "Borough"],
                ["notice", "authorise", "R. Okafor", "--type", "enforcement"], ["notice", "end-authority", "4", "--until", "2025-12-31"], ["notice", "signers"],
            ])
            #expect(try await code(world, "notice", "approve", "N-2025-0001") == "not-allowed", "who drafted it")
            let notice = try await world.desk.read { try $0.notice("N-2025-0001") }
            #expect(notice.steps.first?.ways.count == 2 && notice.altersPremises && notice.complyBy == Day(2025, 3, 10))
            try await world.record(.approval, NewNoticeEvent(.approved, on: world.today), of: notice, by: world.signer)
            #expect(try await code(world, "notice", "serve", "N-2025-0001", "--who", "Harbour Homes Ltd") == "fields-need-attention")
            try await all([
                ["notice", "serve", "N-2025-0001", "--who", "Harbour Homes Ltd", "--method", "by-hand", "--note", "Receipt"],
                ["notice", "object", "N-2025-0001", "--note", "Secret"], ["notice", "resolve", "N-2025-0001", "--note", "Agreed"],
                ["notice", "extend", "N-2025-0001", "--until", "2025-04-10", "--note", "Parts"], ["notice", "appeal", "N-2025-0001", "--who", "The court"],
                ["notice", "dispose", "N-2025-0001", "--outcome", "affirmed"], ["notice", "amend", "N-2025-0001", "--substance", "Otherwise.", "--note", "Court"],
                ["notice", "inspect", "N-2025-0001", "--satisfied", "no", "--note", "Half"], ["notice", "strike", "N-2025-0001", "10", "--because", "Wrong day"],
                ["notice", "list", "--state", "open"], ["notice", "list", "--sort=-next", "--json"], ["notice", "show", "N-2025-0001"], ["case", "show", "C-2025-0001", "--json"],
                ["case", "list", "--standing", "open"], ["case", "history", "C-2025-0001"],
            ])
            #expect(try await code(world, "notice", "direct", "N-2025-0001", "--who", "The court") == "notice-move-refused")
            #expect(try await code(world, "notice", "list", "--state", "lost") == "fields-need-attention")
            #expect(try await code(world, "case", "close", "C-2025-0001", "--because", "x") == "case-has-open-notices")
            try await all([
                ["notice", "withdraw", "N-2025-0001", "--note", "Served in error"], ["case", "close", "C-2025-0001", "--because", "Withdrawn"], ["case", "reopen", "C-2025-0001"],
            ])
            #expect(try await world.view(notice).state == .withdrawn)
            let file = NSTemporaryDirectory() + "notice-\(engine)-\(UInt64.random(in: 0...UInt64.max)).txt"
            try await run(world, ["notice", "save", "N-2025-0001", "--format", "text", "--output", file])
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.contains("They were full.") && !text.contains("Otherwise."), "it is as it was served")
            try FileManager.default.removeItem(atPath: file)
        }
    }
}
