import ArgumentParser
import Foundation
import Inspections
import Kernel
import People
import Storage
import TestSupport
import Testing

/// Audits, authorisations and the national return from the command line, on 6 January 2025.
@Suite struct AuditCommandTests {
    private func run(_ world: AuditWorld, _ words: [String]) async throws {
        guard var command = try AuditCommand.parseAsRoot(words) as? any AsyncParsableCommand else {
            Issue.record("\(words) is no command of ours")
            return
        }
        try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command.run() }
    }

    @Test(arguments: Engine.allCases)
    func `an operator plans an audit, carries it out, sends its letter and takes all of it away`(_ engine: Engine) async throws {
        try await AuditWorld.with(engine) { world in
            func run(_ words: String...) async throws { try await self.run(world, words) }
            try await run("plan", "--premises", "P-2", "--officer", "FF Ash", "--planned", "2025-01-06", "--band", "low")
            try await run("replan", "A-2025-0001", "--complexity", "complex", "--brief", "Ring first")
            try await run("except", "A-2025-0001", "--because", "WM Birch goes along")
            try await run("fill", "A-2025-0001", "--carried-out", "2025-01-06", "--on-site", "2.5", "--met", "J. Owner | Manager", "--seen", "drills", "--missing", "training", "--finding", "14: 4 | Bins",
                          "--finding", "9: 2", "--result", "unsatisfactory", "--outcome", "letter-with-revisit", "--outcome", "action-plan", "--follow-up", "2025-02-06", "--next-because", "High risk")
            try await run("complete", "A-2025-0001")
            try await run("correct", "A-2025-0001", "--besides", "1.5", "--because", "The drive was left out")
            try await run("send-letter", "A-2025-0001", "--to", "J. Owner, 1 Quay Street")
            try await run("abandon", "A-2025-0002", "--because", "The premises are shut")
            try await run("define-level", "third", "--name", "Third", "--complexity", "simple", "--band", "low", "--revalidate", "12")
            try await run("authorise", "P. Lindqvist", "--level", "third")
            try await run("end-authorisation", "3", "--until", "2025-01-06")
            try await run("end-level", "3", "--until", "2025-01-31")
            for words in [["list"], ["list", "--state", "open", "--sort=-day"], ["show", "A-2025-0001"], ["history", "A-2025-0001"], ["return"], ["authorisations"], ["levels"]] {
                for more in [[], ["--json"]] { try await self.run(world, words + more) }
            }
            let folder = try TestStore.folder()
            try await run("export", "--output", folder + "/audits.csv")
            let table = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/audits.csv")), as: UTF8.self)
            #expect(table.contains("A-2025-0001,Full audit,Inspection programme,P-2") && table.contains("Letter of matters, with a revisit; Action plan agreed"), "\(table)")
            try await run("save-letter", "A-2025-0001", "--letter", "1", "--format", "text", "--output", folder + "/letter.txt")
            let letter = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/letter.txt")), as: UTF8.self)
            #expect(letter.contains("Bins") && letter.contains("J. Owner, 1 Quay Street"))
            let audit = try await world.desk.read { try $0.audit("A-2025-0001") }
            #expect(audit.sheet.hours == Quantity(4) && audit.correction == "The drive was left out" && audit.sheet.outcomes == [.letterWithRevisit, .actionPlan])
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await AuditWorld.with(.sqlite) { world in
            _ = try await world.planned()
            for (words, code) in [
                (["show", "A-1"], "audit-not-found"), (["show", "A-2025-0001", "--on", "2024-01-01"], "audit-not-planned-then"), (["list", "--state", "x"], "fields-need-attention"),
                (["fill", "A-2025-0001", "--finding", "14"], "fields-need-attention"), (["complete", "A-2025-0001"], "audit-without-day"), (["return", "--year", "x"], "return-year-not-understood"),
                (["abandon", "A-2025-0001"], "fields-need-attention"), (["export", "--format", "docx"], "no-such-format"), (["end-level", "9"], "authorisation-level-not-found"),
                (["end-authorisation", "9"], "authorisation-not-found"), (["save-letter", "A-2025-0001", "--letter", "9"], "audit-letter-not-found"),
            ] {
                let refusal = try await refusal { try await run(world, words) }
                #expect(refusal?.code == code, "\(words): \(refusal?.sentence ?? "was done")")
            }
        }
    }
}
