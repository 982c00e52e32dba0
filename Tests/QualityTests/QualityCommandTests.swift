import ArgumentParser
import Foundation
import Kernel
import People
@testable import Quality
import Storage
import TestSupport
import Testing

/// Samples, checks, what is done about them and the form from the command line, on 5 January 2026.
@Suite struct QualityCommandTests {
    private func run(_ world: QualityWorld, _ words: [String]) async throws {
        QualitySurroundings.offer(world.quality.neighbours)
        guard var command = try QualityCommand.parseAsRoot(words) as? any AsyncParsableCommand else {
            Issue.record("\(words) is no command of ours")
            return
        }
        try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command.run() }
    }

    @Test(arguments: Engine.allCases)
    func `an operator plans and draws a sample, makes a check, and has something done about it`(_ engine: Engine) async throws {
        try await QualityWorld.with(engine) { world in
            func run(_ words: String...) async throws { try await self.run(world, words) }
            try await run("plan", "--title", "Quarter 3", "--from", "2025-10-01", "--through", "2025-12-31", "--due", "2026-03-31", "--each-officer", "2", "--type", "hospital: 50", "--reviewer", "SM Clay", "--reviewer", "WM Birch")
            try await run("replan", "QS-2026-0001", "--all", "25", "--outcome", "letter: 10")
            try await run("draw", "QS-2026-0001", "--seed", "42")
            try await run("plan", "--title", "Twice", "--from", "2025-10-01", "--through", "2025-12-31", "--due", "2026-03-31", "--reviewer", "SM Clay")
            try await run("drop", "QS-2026-0002", "--because", "Planned twice")
            try await run("assign", "Q-2026-0001", "--kind", "revisit", "--due", "2026-02-28")
            try await run("fill", "Q-2026-0001", "--answer", "outcome-coded: pass", "--answer", "letter-sent: fail | It went out late")
            try await run("fill", "Q-2026-0001", "--answer", "told: pass", "--grade", "needs-improvement", "--summary", "Letters")
            try await run("complete", "Q-2026-0001")
            try await run("correct", "Q-2026-0001", "--answer", "letter-sent: not-evidenced | No receipt", "--grade", "good", "--because", "It was found")
            try await run("remedy", "Q-2026-0001", "--criterion", "letter-sent", "--kind", "training", "--what", "Show the days", "--owner", "SM Clay", "--due", "2026-02-28")
            try await run("edit-remedial", "1", "--kind", "coaching")
            try await run("finish", "1", "--doing", "An hour was held", "--look-by", "2026-06-30")
            world.set(QualityWorld.first.adding(days: 30))
            try await run("look", "1", "--outcome", "worked", "--because", "Nothing failed since")
            try await run("remedy", "Q-2026-0001", "--what", "Say it in the procedure", "--kind", "policy-change", "--owner", "SM Clay", "--due", "2026-04-30")
            try await run("open-action", "2", "--finding", "finding/3")
            let drawn = try await world.desk.read { Set(try $0.allQualityChecks().map(\.check.workReference)) }
            let free = try #require(QualityWorld.audits(["FF Ash": ID(1), "WM Birch": ID(1), "The North Auditor": ID(1)]).first { $0.sampled.officer != "SM Clay" && !drawn.contains($0.sampled.reference.text) })
            try await run("open", free.sampled.reference.text, "--reviewer", "SM Clay", "--due", "2026-04-30", "--why", "A complaint")
            let last = try await world.desk.read { try $0.allQualityChecks().map(\.check.reference.text).max()! }
            try await run("call-off", last, "--because", "It was withdrawn")
            try await run("draft", "--title", "Second", "--criterion", "letter-sent | The letter was sent")
            try await run("edit-form", "2", "--title", "The second")
            for words in [
                ["overview"], ["list"], ["list", "--state", "overdue", "--sort=-due"], ["list", "--criterion", "letter-sent"], ["show", "Q-2026-0001"], ["history", "Q-2026-0001"], ["plans"],
                ["draw-again", "QS-2026-0001"], ["remedials"], ["remedials", "--state", "worked"], ["forms"],
            ] { for more in [[], ["--json"]] { try await self.run(world, words + more) } }
            let folder = try TestStore.folder()
            try await run("export", "--output", folder + "/checks.csv")
            let table = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/checks.csv")), as: UTF8.self)
            #expect(table.contains("Q-2026-0001,Revisit,") && table.contains("letter-sent: not-evidenced | No receipt"), "\(table)")
            let check = try await world.desk.read { try $0.facts(of: $0.qualityCheck("Q-2026-0001")) }
            #expect(check.check.sheet.findings.map(\.answer) == [.pass, .notEvidenced, .pass] && check.check.correction == "It was found")
            #expect(check.remedials.map { $0.state(on: world.today) } == [.worked, .inPlan])
            #expect(try await world.desk.read { try $0.qualityForm("2").title } == "The second")
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await QualityWorld.with(.sqlite) { world in
            _ = try await world.opened()
            for (words, code) in [
                (["show", "Q-1"], "quality-check-not-found"), (["show", "Q-2026-0001", "--on", "2025-01-01"], "quality-check-not-found"), (["list", "--state", "x"], "fields-need-attention"),
                (["fill", "Q-2026-0001", "--answer", "letter-sent"], "fields-need-attention"), (["fill", "Q-2026-0001", "--answer", "hats: pass"], "fields-need-attention"),
                (["complete", "Q-2026-0001"], "check-unanswered"), (["answer", "Q-2026-0001", "--reply", "x"], "not-allowed"), (["call-off", "Q-2026-0001"], "fields-need-attention"),
                (["draw", "QS-1"], "sampling-plan-not-found"), (["finish", "9", "--doing", "x"], "remedial-not-found"), (["look", "9", "--because", "x"], "fields-need-attention"),
                (["adopt", "9"], "quality-form-not-found"), (["export", "--format", "docx"], "no-such-format"), (["remedials", "--state", "x"], "fields-need-attention"),
            ] {
                let refusal = try await refusal { try await run(world, words) }
                #expect(refusal?.code == code, "\(words): \(refusal?.sentence ?? "was done")")
            }
        }
    }
}
