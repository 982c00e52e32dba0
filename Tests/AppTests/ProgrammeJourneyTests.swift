@testable import App
import Inspections
import Kernel
import People
import Premises
import Storage
import TestBrowser
import TestSupport
import Testing

/// The programme of a year as a manager, an approver and an officer see it, on 15 April 2026.
@Suite struct ProgrammeJourneyTests {
    private static func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            for name in ["WM Ferris", "GM Halloran"] { _ = try People().findOrAdd(name: name, work) }
            for number in 1...6 {
                try work.add("added the premises") { id in
                    Premises(id: id, reference: try Reference("N-\(number)"), name: "House <\(number)>", type: number < 3 ? .careHome : .shop, since: work.today)
                }
            }
            try Risk().adopt(Risk().add(.plain("In force"), work), on: work.today, work)
            let audits = Audits()
            try audits.define(NewAuthorisationLevel(code: "a", name: "A", complexity: .complex, band: .veryHigh, sleeping: true, from: Day(2020, 1, 1)!), work)
            try audits.authorise(NewAuthorisation(officer: "WM Ferris", level: "a", from: Day(2020, 1, 1)!), work)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a manager makes a plan, an approver adopts it, and an officer sees their own`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await Self.begin(world)
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                #expect(try await browser.get("/programme").text.contains("No year has a programme yet"))
                let wrong = try await browser.post("/programme", ["year": "2026", "targets": "all: 1\nall, Q1: 2"])
                #expect(wrong.status == 422 && wrong.text.contains("ask for 2 together and the year for 1") && wrong.text.contains("all, Q1: 2"), "what was typed comes back")
                #expect(try await browser.post("/programme", ["year": "2026", "targets": "care-home: 2", "full": "8", "short": "4"]).location == "/programme/P-2026")
                #expect(try await browser.get("/programme/P-2026").text.contains("Nobody audits in it yet"))
                #expect(try await browser.post("/programme/P-2026/plans", ["seconds": "9"]).status == 409)
                #expect(try await browser.post("/programme/P-2026/officers", ["officer": "WM Ferris", "fte": "0.5", "audit-percent": "20", "away-1": "9"]).location == "/programme/P-2026#officers")
                #expect(try await browser.post("/programme/P-2026/officers", ["officer": "WM Ferris"]).status == 409)
                #expect(try await browser.post("/programme/P-2026/plans", ["seconds": "900"]).status == 422)
                #expect(try await browser.post("/programme/P-2026/plans", ["from": "2026-04-15", "seconds": "9"]).location == "/programme/P-2026")
                let page = try await browser.get("/programme/P-2026").text
                #expect(page.contains("Plan 1: draft") && page.contains("Reached") && !page.contains("Plan the audits of"))
                #expect(try await browser.get("/programme/P-2026/plans/1/adoption").status == 403)
                #expect(try await browser.get("/programme/P-2026/audits").text.contains("House &lt;1&gt;"))
            }
            try await world.browsing(as: "A. Approver", .reader, .approver) { browser in
                let home = try await browser.get("/").text
                #expect(home.contains("Decide about plan 1 of P-2026"))
                #expect(try await browser.get("/programme/P-2026/plans/1/adoption").text.contains("Adopt plan 1"))
                #expect(try await browser.post("/programme/P-2026/plans/1/adoption", [:]).location == "/programme/P-2026")
                #expect(try await browser.post("/programme/P-2026/months/2026-05", [:]).status == 403)
            }
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                let planned = try await browser.post("/programme/P-2026/months/2026-04", [:])
                #expect(planned.location == "/programme/P-2026#months", "\(planned.text)")
                #expect(try await browser.get("/programme/P-2026").text.contains("All planned"))
                let overtaken = try await browser.post("/programme/P-2026/edit", ["targets": "all: 3", "version": "9"])
                #expect(overtaken.status == 409 && overtaken.text.contains("As it stands now"))
                #expect(try await browser.post("/programme/P-2026/edit", ["targets": "all: 3", "version": "1"]).status == 303)
                #expect(try await browser.get("/programme/P-2026").text.contains("The objectives changed since this plan was made"))
                #expect(try await browser.post("/programme/P-2026/plans", ["seconds": "9"]).status == 303)
                #expect(try await browser.get("/programme/P-2026/changes").text.contains("as they were"))
                #expect(try await browser.get("/programme/P-2026/progress").text.contains("It cannot be said yet"))
                #expect(try await browser.get("/programme/P-2026/history").text.contains("planned the audits of the month April 2026"))
                #expect(try await browser.get("/programme/P-2026?plan=7").status == 404)
                #expect(try await browser.get("/programme/P-2026?on=2026-01-01").status == 404)
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                let own = try await browser.get("/programme/P-2026/audits?whose=own&plan=1")
                #expect(own.text.contains("WM Ferris") && own.text.contains("A-2026-0001"))
                #expect(try await browser.get("/premises/N-1").text.contains("To be audited in"))
                let table = try await browser.get("/programme/P-2026/export/csv?plan=1")
                #expect(table.text.contains("House <1>") && table.type.hasPrefix("text/csv"))
                #expect(try await browser.get("/programme/P-2026/edit").status == 403)
            }
            try await world.browsing(as: "P. Reader", .reader) { browser in
                let answer = try await browser.get("/programme")
                #expect(answer.status == 403)
            }
        }
    }
}
