@testable import App
import Foundation
import Kernel
import Logging
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// Copies as a served service makes them.
struct CopyDeskTests {
    private func files(_ world: AppWorld) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: world.muster.copyDesk.plan.folder).sorted()
    }

    private func round(_ world: AppWorld) async throws -> CopyRound {
        try await world.muster.copyDesk.begin(by: .muster)
        await world.muster.copyDesk.settle()
        return try await world.desk.read { try CopyRounds($0).latest(limit: 1)[0] }
    }

    private func change(_ world: AppWorld, _ name: String) async throws {
        _ = try await world.desk.write(by: .operator) { work in try People().findOrAdd(name: name, work) }
    }

    @Test(arguments: Engine.allCases)
    func `a copy is made and restored to prove it, and not kept twice when nothing changed`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await change(world, "GM Halloran")
            let first = try await round(world)
            #expect(first.outcome == .kept, "\(first.sentence ?? "")")
            #expect(first.provenAt != nil)
            #expect(try files(world) == ["muster-2026-04-15T080000Z.sqlite"])
            world.clock.set(AppWorld.start.adding(seconds: 86_400))
            let second = try await round(world)
            #expect(second.outcome == .unchanged)
            #expect(second.file == first.file)
            #expect(second.provenAt == world.clock.clock.now)
            #expect(try files(world).count == 1)
            // A copy that rotted on its disk is no copy, so a new one takes its place.
            let file = try #require(first.file)
            var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let place = try #require(bytes.range(of: Data("GM Halloran".utf8)))
            bytes[place.lowerBound] = UInt8(ascii: "g")
            try bytes.write(to: URL(fileURLWithPath: file))
            world.clock.set(AppWorld.start.adding(seconds: 2 * 86_400))
            #expect(try await round(world).outcome == .kept)
            try await change(world, "WM Tranter")
            world.clock.set(AppWorld.start.adding(seconds: 3 * 86_400))
            #expect(try await round(world).outcome == .kept)
            #expect(try files(world).count == 3)
            let now = world.clock.clock.now
            let warnings = try await world.desk.read { try CopyStanding.read($0, at: now).warnings }
            #expect(warnings == [])
        }
    }

    @Test func `old copies go, and files that Muster did not make stay`() async throws {
        try await AppWorld.with(.sqlite) { world in
            let folder = world.muster.copyDesk.plan.folder
            try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/muster-2020-01-01T000000Z.sqlite"))
            let desk = CopyDesk(
                desk: world.desk, plan: CopyPlan(schedule: nil, folder: folder, retention: CopyRetention(days: 2, weeks: 0, months: 0)),
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            for day in 0..<4 {
                world.clock.set(AppWorld.start.adding(seconds: day * 86_400))
                try await change(world, "Crew \(day)")
                try await desk.begin(by: .muster)
                await desk.settle()
            }
            #expect(try files(world) == ["muster-2020-01-01T000000Z.sqlite", "muster-2026-04-17T080000Z.sqlite", "muster-2026-04-18T080000Z.sqlite"])
            let rounds = try await world.desk.read { try CopyRounds($0).latest() }
            #expect(rounds.map { $0.removedAt == nil } == [true, true, false, false])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a try that fails says why, and leaves what there was`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            #expect(try await round(world).outcome == .kept)
            let before = try files(world)
            let desk = CopyDesk(
                desk: world.desk, plan: CopyPlan(schedule: nil, folder: "/dev/null/copies", retention: CopyRetention()),
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            world.clock.set(AppWorld.start.adding(seconds: 60))
            try await desk.begin(by: .operator)
            await desk.settle()
            let last = try await world.desk.read { try CopyRounds($0).latest(limit: 1)[0] }
            #expect(last.outcome == .failed)
            #expect(last.sentence?.contains("The folder of copies, /dev/null/copies, can't be made") == true)
            #expect(try files(world) == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy that could not be proven is not left in the folder`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            // A line that no version wrote: it shows when the last copy is looked for, with the new one made already.
            _ = try await world.desk.store.write { session in
                try session.run("INSERT INTO copy_round (id, begun_at, asked_by, place, ended_at, outcome) VALUES (1, 'never', 'muster', 'x', 'never', 'kept')")
            }
            try await world.muster.copyDesk.begin(by: .operator)
            await world.muster.copyDesk.settle()
            let outcome: String? = try await world.desk.read { try $0.value("SELECT outcome FROM copy_round WHERE id = 2") }
            #expect(outcome == "failed")
            #expect(try files(world) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy is good though an old one could not be put away`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let desk = CopyDesk(
                desk: world.desk, plan: CopyPlan(schedule: nil, folder: world.muster.copyDesk.plan.folder, retention: CopyRetention(days: 1, weeks: 0, months: 0)),
                log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            _ = try await world.desk.store.write { session in
                try session.run(engine == .sqlite
                    ? "CREATE TRIGGER stays BEFORE UPDATE ON copy_round WHEN NEW.removed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'it stays'); END"
                    : "ALTER TABLE copy_round ADD CHECK (removed_at IS NULL)")
            }
            for day in 0..<2 {
                world.clock.set(AppWorld.start.adding(seconds: day * 86_400))
                try await change(world, "Crew \(day)")
                try await desk.begin(by: .muster)
                await desk.settle()
                let last = try await world.desk.read { try CopyRounds($0).latest(limit: 1)[0] }
                #expect(last.outcome == .kept, "\(last.sentence ?? "")")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing begins once the server is told to stop`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let desk = world.muster.copyDesk
            desk.askToStop()
            let refusal = await #expect(throws: Refusal.self) { try await desk.begin(by: .operator) }
            #expect(refusal?.code == "stopping" && refusal?.kind == .unavailable)
            await desk.stop()
            #expect(try files(world) == [])
            try await #expect(world.desk.read { try CopyRounds($0).latest().count } == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy under way is stopped, and says so`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            for number in 0..<30 { try await change(world, "Crew \(number)") }
            // Whenever the stop comes, what came of it is written down and no half of a copy is left.
            for wait in [0, 1, 3, 10, 30, 100, 300] {
                let desk = CopyDesk(desk: world.desk, plan: world.muster.copyDesk.plan, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
                world.clock.set(world.clock.clock.now.adding(seconds: 60))
                try await desk.begin(by: .operator)
                try await Task.sleep(for: .milliseconds(wait))
                await desk.stop()
                let last = try await world.desk.read { try CopyRounds($0).latest(limit: 1)[0] }
                #expect(last.isGood || last.sentence == "The server was stopped before it was done.", "\(wait): \(last)")
                #expect(last.endedAt != nil)
            }
            let kept = try await world.desk.read { try CopyRounds($0).withFiles().compactMap(\.file) }
            #expect(try files(world).count == kept.count)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what an earlier life left open is ended by the clock that wakes, and its stop lets nothing begin`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let (desk, now) = (world.muster.copyDesk, world.clock.clock.now)
            _ = try await world.desk.store.write { session in
                _ = try CopyRounds(session).begin(by: "muster", in: desk.plan.place, at: now.adding(seconds: -9000))
                return try CopyRounds(session).begin(by: "muster", in: "another machine", at: now.adding(seconds: -4000))
            }
            let half = desk.plan.folder + "/.muster-partial-7-copy"
            try Data("half".utf8).write(to: URL(fileURLWithPath: half))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: Double(now.milliseconds) / 1000 - 100_000)], ofItemAtPath: half)
            let clock = Task { try await CopyClock(copyDesk: desk, log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }).run() }
            while try await world.desk.read({ try CopyRounds($0).latest().last?.endedAt }) == nil { try await Task.sleep(for: .milliseconds(20)) }
            let rounds = try await world.desk.read { try CopyRounds($0).latest() }
            #expect(rounds.map(\.outcome) == [nil, .failed])
            #expect(rounds.last?.sentence == "The server stopped before it was done.")
            while FileManager.default.fileExists(atPath: half) { try await Task.sleep(for: .milliseconds(20)) }
            clock.cancel()
            try await clock.value
            let refusal = await #expect(throws: Refusal.self) { try await desk.begin(by: .operator) }
            #expect(refusal?.code == "stopping")
        }
    }

    @Test func `a copy is made when the clock says so, once`() async throws {
        try await AppWorld.with(.sqlite) { world in
            let desk = world.muster.copyDesk
            func count() async throws -> Int {
                try await desk.beginIfDue()
                await desk.settle()
                return try await world.desk.read { try CopyRounds($0).latest().count }
            }
            try await #expect(count() == 1)
            try await #expect(count() == 1)
            world.clock.set(.inBritain(Day(2026, 4, 16)!, hour: 1, minute: 59))
            try await #expect(count() == 1)
            world.clock.set(.inBritain(Day(2026, 4, 16)!, hour: 2))
            try await #expect(count() == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an administrator sees how copies stand, and makes one`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .reader, .administrator) { browser in
                let before = try await browser.get("/copies")
                #expect(before.text.contains("There is no copy of this service yet."))
                #expect(Strict.faults(in: before.text).isEmpty)
                let answer = try await browser.post("/copies", [:])
                #expect(answer.status == 303)
                await world.muster.copyDesk.settle()
                let after = try await browser.get("/copies")
                #expect(!after.text.contains("There is no copy of this service yet."))
                #expect(after.text.contains("muster-2026-04-15T080000Z.sqlite"))
                #expect(after.text.contains("R. Okafor"))
                #expect(Strict.faults(in: after.text).isEmpty)
                _ = try await world.desk.store.write { session in try CopyRounds(session).begin(by: "muster", in: "x", at: world.clock.clock.now) }
                let busy = try await browser.post("/copies", [:])
                #expect(busy.status == 409)
                #expect(busy.text.contains("A copy is being made since"))
            }
            try await world.browsing(as: "M. Other", .reader, .owner, .manager, .approver) { browser in
                let refused = try await browser.get("/copies")
                #expect(refused.status == 403)
                #expect(try await browser.post("/copies", [:]).status == 403)
                #expect(try await browser.get("/").text.contains("href=\"/copies\"") == false)
            }
        }
    }

    @Test func `what stays behind is known, and all else travels`() throws {
        #expect(try copies.tables.stayingBehind.sorted() == [
            "copy_round", "invitation", "premises_upload", "premises_upload_piece", "reminder_mail", "repeatable_deed", "sign_in",
        ])
        #expect(try copies.tables.travelling.contains("credential"))
        #expect(try copies.tables.travelling.contains("migration"))
    }

    @Test func `passwords travel, sign-ins do not`() async throws {
        try await AppWorld.with(.sqlite) { world in
            let file = try TestStore.folder() + "/copy"
            try await world.browsing(as: "R. Okafor", .reader) { browser in
                _ = try await copies.make(of: world.desk.store, at: file)
                #expect(try await browser.get("/plans").status == 200)
            }
            let place = try await TestStore.empty(.postgres)
            try await copies.restore(file, into: place)
            let store = try await TestStore.open(place, migrations)
            try await #expect(store.read { try $0.value("SELECT COUNT(*) FROM credential", as: Int.self) } == 1)
            try await #expect(store.read { try $0.value("SELECT COUNT(*) FROM sign_in", as: Int.self) } == 0)
            try await store.close()
        }
    }
}
