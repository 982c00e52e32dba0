@testable import App
import Enforcement
import Inspections
import Kernel
import People
import Plans
import Premises
import Quality
import Storage
import TestBrowser
import TestSupport
import Testing

/// A sample and its checks as a manager, an approver, a reviewer and the officer who did the work see them, from 15 April 2026 on.
@Suite struct QualityJourneyTests {
    private static let check = "/quality/checks/Q-2026-0001"

    /// An audit of WM Ferris of March, completed, and a plan with a finding.
    static func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            for name in ["WM Ferris", "GM Halloran"] { _ = try People().findOrAdd(name: name, work) }
            try work.add("added the premises") { id in
                Premises(id: id, reference: try Reference("P-1"), name: "Harbour <House>", address: ["1 Quay Street"], postcode: Postcode(written: "NR1 2AB"), type: .office, since: work.today)
            }
            let audits = Audits(neighbours: reactions(with: Enforcement()))
            try audits.define(NewAuthorisationLevel(code: "a", name: "A", complexity: .complex, band: .veryHigh, sleeping: true, from: Day(2026, 1, 1)!), work)
            try audits.authorise(NewAuthorisation(officer: "WM Ferris", level: "a", from: Day(2026, 1, 1)!), work)
            let on = Day(2026, 3, 20)!
            let audit = try audits.plan(NewAudit(premises: "P-1", officer: "WM Ferris", band: .low, planned: on), work)
            var sheet = AuditSheet()
            (sheet.carriedOut, sheet.onSite, sheet.findings) = (on, Quantity(2), [AuditFinding("14", .three, "Bins on the stairs")])
            (sheet.result, sheet.outcomes, sheet.nextBecause) = (.unsatisfactory, [.letter], "Low risk")
            try audits.complete(audits.fill(audit, sheet, work), on: on, work)
            let plans = Plans()
            let plan = try plans.begin(NewPlan(title: "Protection plan", kind: .peerReview, source: nil, from: Day(2026, 1, 1)!, through: Day(2027, 1, 1)!), work)
            try plans.add(NewFinding(kind: .recommendation, text: "Letters vary"), to: plan, work)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a sample is planned, drawn and drawn again, and its check is made, read and answered`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await Self.begin(world)
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                _ = try await browser.get("/quality")
                #expect(try await browser.get("/quality").text.contains("No edition of the form is in force"))
                let wrong = try await browser.post("/quality/forms", ["title": "Check", "criteria": "Letter sent"])
                #expect(wrong.status == 422 && wrong.text.contains("is no criterion") && wrong.text.contains("Letter sent"))
                let drafted = try await browser.post("/quality/forms", ["title": "Check of an audit", "criteria": "letter-sent | The letter was <sent> | In time.\ntold | The responsible person was told"])
                #expect(drafted.location == "/quality/forms/1")
                #expect(try await browser.post("/quality/forms/1/adoption", ["from": "2026-04-15", "version": "1"]).status == 403)
            }
            try await world.browsing(as: "S. Approver", .reader, .approver) { browser in
                _ = try await browser.get("/quality")
                #expect(try await browser.post("/quality/forms/1/adoption", ["from": "2026-04-15", "version": "1"]).location == "/quality/forms/1")
                #expect(try await browser.get("/quality/forms/1").text.contains("The letter was &lt;sent&gt;"))
            }
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
               _ = try await browser.get("/quality")
                let form = try await browser.get("/quality/plans/new").text
                #expect(form.contains("prohibition notice") && form.contains("<code>hospital</code>"))
                let wrong = try await browser.post("/quality/plans", ["title": "Quarter 4", "from": "2026-01-01", "through": "2026-03-31", "due": "2026-06-30", "types": "castle: 5", "reviewers": "GM Halloran"])
                #expect(wrong.status == 422 && wrong.text.contains("is no premises type"))
                let planned = try await browser.post("/quality/plans", ["title": "Quarter 4", "from": "2026-01-01", "through": "2026-03-31", "due": "2026-06-30", "all": "10", "reviewers": "GM Halloran\nWM Ferris"])
                #expect(planned.location == "/quality/plans/QS-2026-0001", "\(planned.text)")
                #expect(try await browser.get("/quality/plans/QS-2026-0001").text.contains("Of the 1 audit that there are now"))
                #expect(try await browser.get("/quality/plans/QS-2026-0001/again").status == 409)
                #expect(try await browser.post("/quality/plans/QS-2026-0001/draw", ["seed": "7", "version": "1"]).location == "/quality/plans/QS-2026-0001")
                let page = try await browser.get("/quality/plans/QS-2026-0001").text
                #expect(page.contains("with the seed 7") && page.contains("Q-2026-0001") && page.contains("GM Halloran"))
                #expect(try await browser.get("/quality/plans/QS-2026-0001/again").text.contains("The same: "))
                #expect(try await browser.post("/quality/plans/QS-2026-0001/draw", ["seed": "8", "version": "1"]).status == 409)
                #expect(try await browser.get("/quality").text.contains("Planned against done, by month"))
                #expect(try await browser.get("\(Self.check)/sheet").status == 403, "who plans does not fill in")
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                _ = try await browser.get("/quality")
                #expect(try await browser.get("/quality/checks").text.contains("Q-2026-0001") == false, "an open check of one's own work is not told")
                #expect(try await browser.get(Self.check).status == 403)
                #expect(try await browser.get("/quality/plans").status == 403)
                #expect(try await browser.get("/audits/A-2026-0001").text.contains("Q-2026-0001") == false)
            }
            try await world.browsing(as: "GM Halloran", .reader, .officer) { browser in
                _ = try await browser.get("/quality")
                #expect(try await browser.get("/quality/checks?whose=to-make").text.contains("Q-2026-0001"))
                #expect(try await browser.get("\(Self.check)/sheet").text.contains("The letter was &lt;sent&gt;"))
                let answers: KeyValuePairs<String, String> = ["version": "1", "answer-letter-sent": "fail", "note-letter-sent": "It went out <late>", "answer-told": "pass", "grade": "good", "summary": "Letters"]
                #expect(try await browser.post("\(Self.check)/sheet", answers).location == Self.check)
                let late = try await browser.post("\(Self.check)/sheet", answers)
                #expect(late.status == 409 || late.status == 303)
                let unready = try await browser.post("\(Self.check)/completion", ["on": "2026-04-15", "version": "2"])
                #expect(unready.status == 409 && unready.text.contains("Say why the grade is another"))
                #expect(try await browser.post("\(Self.check)/sheet", ["version": "2", "answer-letter-sent": "fail", "note-letter-sent": "It went out <late>", "answer-told": "pass", "grade": "needs-improvement"]).location == Self.check)
                let overtaken = try await browser.post("\(Self.check)/sheet", ["version": "2", "answer-letter-sent": "pass", "answer-told": "pass", "summary": "Overtaken"])
                #expect(overtaken.status == 409 && overtaken.text.contains("As it stands now") && overtaken.text.contains("Overtaken"))
                #expect(try await browser.post("\(Self.check)/completion", ["on": "2026-04-15", "version": "3"]).location == Self.check)
                #expect(try await browser.post("\(Self.check)/remedials", ["version": "4", "criterion": "letter-sent", "kind": "coaching", "what": "Sit with <him>", "owner": "GM Halloran", "due": "2026-05-15"]).location == Self.check)
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
               _ = try await browser.get("/quality")
                let page = try await browser.get(Self.check).text
                #expect(page.contains("It went out &lt;late&gt;") && page.contains("Sit with &lt;him&gt;") && page.contains("Answer it"))
                #expect(try await browser.get("/audits/A-2026-0001").text.contains("href=\"\(Self.check)\""))
                #expect(try await browser.post("\(Self.check)/reply", ["reply": "The clerk was <ill>", "version": "4"]).location == Self.check)
                #expect(try await browser.get(Self.check).text.contains("The clerk was &lt;ill&gt;"))
                #expect(try await browser.get("\(Self.check)/history").status == 403, "it has the drafts of the reviewer")
                #expect(try await browser.post("\(Self.check)/correction", ["version": "5", "because": "x"]).status == 403)
            }
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                _ = try await browser.get("/quality")
                #expect(try await browser.get("/quality/remedials/1/plan-action").text.contains("Protection plan, 1: Letters vary"))
                #expect(try await browser.post("/quality/remedials/1/plan-action", ["version": "1", "finding": "finding/9"]).status == 404)
                #expect(try await browser.post("/quality/remedials/1/plan-action", ["version": "1", "finding": "finding/1"]).location == "/quality/remedials/1")
                #expect(try await browser.get("/quality/remedials/1").text.contains("href=\"/plans/protection-plan/actions/1.1\""))
                #expect(try await browser.get("/plans/protection-plan/actions/1.1").text.contains("Sit with &lt;him&gt; (coaching after check Q-2026-0001)"))
                let table = try await browser.get("/quality/checks/export/csv")
                #expect(table.status == 200 && table.text.contains("letter-sent: fail | It went out <late>"))
                #expect(try await browser.get("/quality/remedials/export/csv").text.contains("In a plan"))
                #expect(try await browser.get("/quality/checks?criterion=letter-sent&grade=needs-improvement").text.contains("Q-2026-0001"))
                #expect(try await browser.get("/quality/checks?criterion=told").text.contains("No check fits these choices"))
                #expect(try await browser.get("/quality?on=2026-04-14").text.contains("No check is on record yet"))
            }
            try await world.browsing(as: "R. Reader", .reader) { browser in
                _ = try await browser.get("/quality")
                for path in ["/quality", "/quality/checks", Self.check, "/quality/forms", "/quality/remedials", "/quality/plans"] { #expect(try await browser.get(path).status == 403, "\(path)") }
            }
        }
    }
}
