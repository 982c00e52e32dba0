@testable import App
import Boards
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// A guest reads a board by a link, without an account. It is 15 April 2026.
struct GuestJourneyTests {
    @Test(arguments: Engine.allCases)
    func `a guest reads the board by the link until a manager ends it, and gets no further`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let boards = Boards(naming: naming)
                let plan = try Plans().begin(NewPlan(title: "Review <response>", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                let board = try boards.begin(NewBoard(name: "Audit Committee", oversees: "Risk and audit", since: Day(2026, 1, 1)!), work)
                let past = try boards.call(NewMeeting(on: Day(2026, 4, 1)!, title: "April meeting"), of: board, work)
                try boards.record(NewDecision(outcome: .noted, words: "The <report> was noted.", about: [plan.subject]), of: past, of: board, work)
                try boards.begin(NewBoard(name: "Another Board", oversees: "Secrets", since: Day(2026, 1, 1)!), work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { manager in
                #expect(try await manager.get("/boards/audit-committee").text.contains("Nobody outside reads along."))
                let wrong = try await manager.post("/boards/audit-committee/guests", ["name": "", "expires": "2030-01-01"])
                #expect(wrong.status == 422 && wrong.text.contains("The last day must be from 15 April 2026 to 16 April 2027"))
                let made = try await manager.post("/boards/audit-committee/guests", ["name": "The commissioner’s office", "expires": "2026-06-30"])
                #expect(made.status == 201)
                let path = try #require(made.text.firstMatch(of: /value="http[^"]*(\/guest\/[A-Za-z0-9_-]{43})"/)?.1)
                #expect(try await !manager.get("/boards/audit-committee").text.contains(path), "it is shown once")

                let guest = Browser(manager.site)
                let page = try await guest.get(String(path))
                #expect(page.status == 200 && page.text.contains("The &lt;report&gt; was noted.") && page.text.contains("30 June 2026"))
                #expect(Strict.faults(in: page.text).isEmpty)
                #expect(page.text.contains("About: Review &lt;response&gt;.") && !page.text.contains("href=\"/plans"), "by name, and no link that leads nowhere for a guest")
                #expect(!page.text.contains("Another Board") && !page.text.contains("href=\"/boards"))
                #expect(try await guest.get("/boards/audit-committee").status != 200)
                #expect(try await manager.get("/boards/audit-committee").text.contains("15 April 2026"), "when it was last opened")
                #expect(try await manager.get("/boards/audit-committee/history").text.contains("made a link for guests “The commissioner’s office”"))

                #expect(try await manager.post("/boards/audit-committee/guests/1/ending").location == "/boards/audit-committee#guests")
                let gone = try await guest.get(String(path))
                #expect(gone.status == 404 && gone.text.contains("Ask whoever gave it to you for a new one."))
            }
            try await world.browsing(as: "P. Reader", .reader) { reader in
                let page = try await reader.get("/boards/audit-committee")
                #expect(!page.text.contains("Guests"))
                #expect(try await !reader.get("/boards/audit-committee/history").text.contains("for guests"))
                let refused = try await reader.post("/boards/audit-committee/guests", ["name": "Me"])
                #expect(refused.status == 403)
            }
        }
    }
}
