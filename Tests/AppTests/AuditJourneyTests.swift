@testable import App
import Enforcement
import Inspections
import Kernel
import People
import Premises
import Storage
import TestBrowser
import TestSupport
import Testing

/// An audit as an officer, a manager and an approver see it, on 15 April 2026.
@Suite struct AuditJourneyTests {
    private static let audit = "/audits/A-2026-0001"
    private static let whole: KeyValuePairs<String, String> = [
        "version": "2", "carried-out": "2026-04-15", "on-site": "2.5", "besides": "1", "met": "J. Owner | Manager", "level-9": "2", "level-14": "5", "found-14": "The exit is <chained>",
        "evidence-drills": "missing", "evidence-training": "seen", "result": "unsatisfactory", "outcomes": "enforcement-notice", "next-due": "2027-04-15", "next-because": "High risk",
    ]

    private static func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            for name in ["WM Ferris", "GM Halloran"] { _ = try People().findOrAdd(name: name, work) }
            try work.add("added the premises") { id in
                Premises(id: id, reference: try Reference("P-1"), name: "Harbour <House>", address: ["1 Quay Street"], postcode: Postcode(written: "NR1 2AB"), type: .office, since: work.today)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an officer plans an audit, is refused without authorisation, and carries it out with it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await Self.begin(world)
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                #expect(try await browser.get("/audits").text.contains("No audit was planned yet"))
                #expect(try await browser.get("/premises/P-1").text.contains("href=\"/audits/new?premises=P-1\""))
                #expect(try await browser.get("/audits/new?premises=P-1").text.contains("1 Quay Street, NR1 2AB."))
                let wrong = try await browser.post("/audits", ["premises": "harb", "officer": "WM Ferris", "planned": "2026-04-15"])
                #expect(wrong.status == 422 && wrong.text.contains("<option value=\"P-1\">"))
                #expect(try await browser.post("/audits", ["premises": "P-1", "officer": "WM Ferris", "planned": "2026-04-15", "band": "high", "complexity": "complex"]).location == Self.audit)
                let page = try await browser.get(Self.audit).text
                #expect(page.contains("Harbour &lt;House&gt;") && page.contains("no authorisation on"))
                let refused = try await browser.post("\(Self.audit)/sheet", ["version": "1", "carried-out": "2026-04-15", "notes": "Typed"])
                #expect(refused.status == 409 && refused.text.contains("no authorisation on") && refused.text.contains("Typed"), "what was typed comes back")
                #expect(try await browser.post("/audits/levels", ["code": "a", "name": "A", "kinds": "full", "complexity": "complex", "band": "high", "from": "2026-01-01"]).status == 403)
            }
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                #expect(try await browser.get("/audits/authorisations").text.contains("The service names its own"))
                let level = try await browser.post("/audits/levels", ["code": "a", "name": "Level A", "kinds": "full", "complexity": "complex", "band": "high", "from": "2026-01-01"])
                #expect(level.location == "/audits/authorisations", "\(level.text)")
                #expect(try await browser.post("/audits/authorisations", ["officer": "WM Ferris", "level": "a", "from": "2026-04-01"]).status == 303)
                #expect(try await browser.get("/audits/authorisations").text.contains("Level A"))
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                #expect(try await browser.post("\(Self.audit)/sheet", ["version": "1", "carried-out": "2026-04-15", "notes": "Typed"]).location == Self.audit)
                let unready = try await browser.post("\(Self.audit)/completion", ["on": "2026-04-15", "version": "2"])
                #expect(unready.status == 409 && unready.text.contains("Say how at least one article stands"))
                let filled = try await browser.post("\(Self.audit)/sheet", Self.whole)
                #expect(filled.location == Self.audit, "\(filled.text)")
                let late = try await browser.post("\(Self.audit)/sheet", ["version": "2", "notes": "Overtaken"])
                #expect(late.status == 409 && late.text.contains("As it stands now") && late.text.contains("Overtaken"))
                #expect(try await browser.post("\(Self.audit)/completion", ["on": "2026-04-15", "version": "3"]).location == Self.audit)
                let page = try await browser.get(Self.audit).text
                #expect(page.contains("The exit is &lt;chained&gt;") && page.contains("href=\"/enforcement/cases/C-2026-0001\""), "the case that it opened is named")
                let own = try await browser.get("/enforcement/cases/C-2026-0001").text
                #expect(own.contains("The exit is &lt;chained&gt;") && own.contains("A-2026-0001"))
                #expect(try await browser.get("/premises/P-1").text.contains("href=\"\(Self.audit)\""))
                let correction = try await browser.post("\(Self.audit)/correction", Self.whole)
                #expect(correction.status == 422 && correction.text.contains("Why it is corrected"))
                #expect(try await browser.get("\(Self.audit)/history").text.contains("completed the audit"))
            }
            try await world.browsing(as: "R. Reader", .reader) { browser in
                for path in ["/audits", Self.audit, "/audits/return", "/audits/authorisations"] { #expect(try await browser.get(path).status == 403, "\(path)") }
                let place = try await browser.get("/premises/P-1").text
                #expect(!place.contains(Self.audit), "what was found is not for everybody")
            }
        }
    }

    @Test func `the tablet is told what was saved, what is amiss and what was overtaken`() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await Self.begin(world)
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                _ = try await browser.post("/audits", ["premises": "P-1", "officer": "WM Ferris", "planned": "2026-04-15"])
                let saved = try await browser.post("\(Self.audit)/saving", ["version": "1", "notes": "One"])
                #expect(saved.status == 200 && saved.text.contains("\"version\":2"), "\(saved.text)")
                let again = try await browser.post("\(Self.audit)/saving", ["version": "1", "notes": "One"])
                #expect(again.status == 200 && again.text.contains("\"version\":2"), "what is sent twice counts once")
                let late = try await browser.post("\(Self.audit)/saving", ["version": "1", "notes": "Two"])
                #expect(late.status == 409 && late.text.contains("changed-meanwhile") && late.text.contains("\"version\":2"))
                let amiss = try await browser.post("\(Self.audit)/saving", ["version": "2", "level-14": "9"])
                #expect(amiss.status == 422 && amiss.text.contains("level-14"))
            }
        }
    }

    @Test func `the letter's day comes from the enforcement policy, and the letter is taken away as it was sent`() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await Self.begin(world)
            try await world.desk.write(by: .operator) { work in
                let policies = EnforcementPolicies()
                try policies.takeEffect(policies.draft(NewEnforcementPolicy(edition: "2026", letterWithin: 5), work), on: Day(2026, 1, 1)!, work)
                let audits = Audits(neighbours: reactions(with: Enforcement()), sender: Letterhead(name: "Northshire"))
                try audits.define(NewAuthorisationLevel(code: "a", name: "A", complexity: .complex, band: .veryHigh, sleeping: true, from: Day(2026, 1, 1)!), work)
                try audits.authorise(NewAuthorisation(officer: "WM Ferris", level: "a", from: Day(2026, 1, 1)!), work)
                let audit = try audits.plan(NewAudit(premises: "P-1", officer: "WM Ferris", band: .low, planned: work.today), work)
                var sheet = AuditSheet()
                (sheet.carriedOut, sheet.onSite, sheet.findings) = (work.today, Quantity(2), [AuditFinding("14", .three, "Bins on the stairs")])
                (sheet.result, sheet.outcomes, sheet.nextBecause) = (.unsatisfactory, [.letter], "Low risk")
                try audits.complete(audits.fill(audit, sheet, work), on: work.today, work)
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                // Five working days after Wednesday 15 April 2026.
                #expect(try await browser.get(Self.audit).text.contains("2026-04-22"))
                #expect(try await browser.get("/reminders").text.contains("Send the letter of A-2026-0001"))
                #expect(try await browser.get("\(Self.audit)/letter/files/html").text.contains("Draft"))
                #expect(try await browser.post("\(Self.audit)/letter", ["on": "2026-04-15", "recipients": "Harbour Homes Ltd, 1 Quay Street"]).status == 303)
                let letter = try await browser.get("\(Self.audit)/letters/1/files/text").text
                #expect(letter.contains("Bins on the stairs") && letter.contains("Harbour Homes Ltd") && !letter.contains("Draft"))
                #expect(try await browser.get("\(Self.audit)/letters/1/files/docx").status == 200)
                #expect(try await browser.get("\(Self.audit)/letters/2/files/text").status == 404)
                let reminders = try await browser.get("/reminders").text
                #expect(!reminders.contains("Send the letter of A-2026-0001"))
                let table = try await browser.get("/audits/return/export/csv?year=2026/27").text
                #expect(table.contains("Office,1,0,0.0%,1,1,0,0,0,0,0,2"), "\(table)")
                #expect(try await browser.get("/audits/return?year=1/2").status == 422)
            }
        }
    }
}
