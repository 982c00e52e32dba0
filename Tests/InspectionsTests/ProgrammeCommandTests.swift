import ArgumentParser
import Foundation
@testable import Inspections
import Kernel
import People
import Storage
import TestSupport
import Testing

/// The programme of a year from the command line, on 6 January 2025.
@Suite struct ProgrammeCommandTests {
    private func run(_ world: ProgrammeWorld, _ words: [String]) async throws {
        guard var command = try ProgrammeCommand.parseAsRoot(words) as? any AsyncParsableCommand else {
            Issue.record("\(words) is no command of ours")
            return
        }
        try await Operating.$open.withValue(Opening { _ in world.desk }) { try await command.run() }
    }

    @Test(arguments: Engine.allCases)
    func `an operator begins a year, makes and adopts its plan, plans a month and takes all of it away`(_ engine: Engine) async throws {
        try await ProgrammeWorld.with(engine) { world in
            func run(_ words: String...) async throws { try await self.run(world, words) }
            try await run("begin", "2026", "--target", "care-home: 2", "--theme", "Offices: 1 | office", "--sample-count", "1", "--full", "7.4", "--short", "3.7", "--demand-complaint", "20")
            try await run("objectives", "P-2026", "--target", "care-home, Q2: 1", "--target", "all, June: 2")
            try await run("add-officer", "P-2026", "WM Birch", "--fte", "0.5", "--away", "10,10,10,10", "--audit-percent", "30", "--base", "South", "--latitude", "52.5", "--longitude", "1.2")
            try await run("change-officer", "P-2026", "3", "--from", "2026-04-06")
            try await run("make", "P-2026", "--seconds", "20")
            try await run("adopt", "P-2026")
            try await run("plan-month", "P-2026", "2026-06")
            try await run("make", "P-2026", "--from", "2026-07-01", "--seconds", "20")
            for words in [["list"], ["show", "P-2026"], ["show", "P-2026", "--plan", "1"], ["audits", "P-2026", "--sort=-month"], ["audits", "P-2026", "--standing", "planned", "--month", "2026-06"], ["progress", "P-2026"], ["changes", "P-2026"], ["history", "P-2026"]] {
                for more in [[], ["--json"]] { try await self.run(world, words + more) }
            }
            let folder = try TestStore.folder()
            try await run("export", "P-2026", "--plan", "1", "--output", folder + "/programme.csv")
            try await run("export", "P-2026", "--progress", "--output", folder + "/progress.csv")
            let table = String(decoding: try #require(FileManager.default.contents(atPath: folder + "/programme.csv")), as: UTF8.self)
            #expect(table.contains("Why left out") && table.contains("WM Birch") && table.contains("Audit planned"), "\(table.prefix(400))")
            let facts = try await world.desk.read { try $0.facts(of: $0.programme("P-2026"), on: ProgrammeWorld.first) }
            #expect(facts.programme.setting.targets.map(\.written) == ["care-home, Q2: 1", "all, June: 2"] && facts.programme.setting.themes.map(\.title) == ["Offices"])
            #expect(facts.plans.count == 2 && facts.inForce?.number == 1 && facts.months.count == 1 && facts.capacities[0].from == Day(2026, 4, 6)!)
        }
    }

    @Test func `what can't be done is refused in a sentence`() async throws {
        try await ProgrammeWorld.with(.sqlite) { world in
            for (words, code) in [
                (["show", "P-1"], "programme-not-found"), (["show", "P-2025", "--plan", "3"], "year-plan-not-found"), (["begin", "2025"], "programme-taken"), (["begin", "x"], "fields-need-attention"),
                (["begin", "2027", "--target", "huge: 3"], "fields-need-attention"), (["add-officer", "P-2025", "R. Okafor", "--away", "1,2"], "fields-need-attention"), (["adopt", "P-2025"], "year-plan-not-found"),
                (["plan-month", "P-2025", "May"], "month-not-in-programme"), (["plan-month", "P-2025", "2025-05"], "year-plan-not-adopted"), (["audits", "P-2025", "--band", "x"], "fields-need-attention"),
                (["export", "P-2025", "--format", "docx"], "no-such-format"), (["change-officer", "P-2025", "9"], "officer-capacity-not-found"), (["list", "--as", "nobody@a.example"], "account-not-found"),
            ] {
                let refused = try await refusal { try await run(world, words) }
                #expect(refused?.code == code, "\(words)")
            }
        }
    }
}
