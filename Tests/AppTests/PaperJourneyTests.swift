@testable import App
import Boards
import Kernel
import Papers
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// A paper from a plan's page to its board, on 15 April 2026.
struct PaperJourneyTests {
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            let plans = Plans()
            let plan = try plans.begin(NewPlan(title: "Review", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            let finding = try plans.add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
            let action = try plans.add(NewAction(text: "Close it <now>", due: Day(2026, 3, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work)
            try plans.add(NewAction(text: "Keep it closed", due: Day(2026, 3, 20), since: Day(2026, 1, 1)), to: finding, of: plan, work)
            try plans.complete(action, of: plan, NewCompletion(on: Day(2026, 2, 20)!, narrative: "Closed & locked"), work)
            let board = try Boards(naming: naming).begin(NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2026, 1, 1)!), work)
            try Boards(naming: naming).call(NewMeeting(on: Day(2026, 5, 12)!, title: "May"), of: board, work)
        }
    }

    @Test(arguments: Engine.allCases) func `one click writes the paper, a person finishes it and another sends it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let address = "/papers/review-progress-to-15-april-2026"
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let plan = try await browser.get("/plans/review")
                #expect(plan.text.contains("Write the paper"))
                let written = try await browser.post("/papers", ["covers": "plan/1"])
                #expect(written.location == address)
                let paper = try await browser.get(address)
                #expect(paper.text.contains("Members of the Audit Committee are asked to:"))
                #expect(paper.text.contains("1.1 Close it &lt;now&gt;") || paper.text.contains("</a> Close it &lt;now&gt;"))
                #expect(paper.text.contains("Draft"))
                #expect(Strict.faults(in: paper.text).isEmpty)

                let wrong = try await browser.post("\(address)/write", ["section": "3", "heading-3": "", "words-3": "Kept words", "version-3": "1"])
                #expect(wrong.status == 422 && wrong.text.contains("Kept words") && Strict.faults(in: wrong.text).isEmpty)
                let saved = try await browser.post("\(address)/write", [
                    "section": "3", "heading-3": "Updates", "words-3": "Two actions are done.\r\n\r\n- Nine ponies were bought.", "version-3": "1",
                ])
                #expect(saved.location == "\(address)/write")
                let stale = try await browser.post("\(address)/write", ["section": "3", "heading-3": "Updates", "words-3": "Mine", "version-3": "1"])
                #expect(stale.status == 409 && stale.text.contains("Mine") && stale.text.contains("As it stands now"))
                let rehearsal = try await browser.get("\(address)/rehearsal")
                #expect(rehearsal.text.contains("The records say otherwise (1)"))
                #expect(rehearsal.text.contains("Nine ponies"))
                #expect(rehearsal.text.contains("What nobody has said yet (4)"))
                #expect(Strict.faults(in: rehearsal.text).isEmpty)
                #expect(try await browser.post("\(address)/issue", ["seen": "yes"]).status == 403)
                #expect(paper.text.contains("Ask for it to be issued"))
                #expect(try await browser.post("\(address)/asking").location == address)
                #expect(try await browser.get(address).text.contains("R. Okafor asked on <time datetime=\"2026-04-15\">15 April 2026</time> for it to be issued"))
                let again = try await browser.post("\(address)/asking")
                #expect(again.location == address)
                #expect(try await browser.get(address).text.contains("R. Okafor asked on 15 April 2026 for Review: progress"))
                #expect(try await browser.get("/papers").text.contains("asked for on <time datetime=\"2026-04-15\">15 April 2026</time>"))
                // One click goes on with the draft that there is; the form begins another, which may be let go.
                #expect(try await browser.post("/papers", ["covers": "plan/1"]).location == address)
                #expect(try await browser.get("/papers/new?covers=plan/1").text.contains("There is a draft already"))
                let other = try await browser.post("/papers", ["covers": "plan/1", "to": "2026-04-15", "title": "Another"])
                #expect(other.location == "/papers/another")
                #expect(try await browser.post("/papers/another/discard").location == "/papers")
                #expect(!(try await browser.get("/papers").text.contains("Another")))
                #expect(try await browser.get("/papers?standing=discarded").text.contains("Another"))
                #expect(try await browser.get("/papers/another").text.contains("Discarded on <time datetime=\"2026-04-15\">15 April 2026</time>"))
                #expect(try await browser.get("/papers/another/write").status == 409)
            }
            try await world.desk.write(by: .operator) { work in
                let plan = try work.session.plan("review")
                try Plans().complete(work.session.action("1.2", in: plan), of: plan, NewCompletion(on: Day(2026, 4, 10)!, narrative: "Kept"), work)
            }
            try await world.browsing(as: "R. Okafor Two", .reader, .manager) { browser in
                let page = try await browser.get("\(address)/write")
                #expect(page.text.contains("The records have moved"))
                #expect(Strict.faults(in: page.text).isEmpty)
            }
            try await world.browsing(as: "S. Marchetti", .reader, .approver) { browser in
                #expect(try await browser.get("/reminders").text.contains("Issue Review: progress to 15 April 2026"))
                let unread = try await browser.post("\(address)/issue")
                #expect(unread.status == 409 && unread.text.contains("open question") && Strict.faults(in: unread.text).isEmpty)
                #expect(try await browser.post("\(address)/issue", ["seen": "yes"]).location == address)
                let issued = try await browser.get(address)
                #expect(issued.text.contains("SHA-256 of the content") && Strict.faults(in: issued.text).isEmpty)
                let text = try await browser.get("\(address)/files/text")
                #expect(text.text.contains("Nine ponies were bought."))
                #expect(try await world.desk.read { try Papers().verifies(text.bytes, $0) } == "review-progress-to-15-april-2026 text")
                #expect(try await browser.get("\(address)/workbook").status == 200)
                #expect(try await browser.get("\(address)/files/odt").status == 404)
            }
            try await world.desk.write(by: .operator) { work in
                let plan = try work.session.plan("review")
                try Plans().reopen(work.session.action("1.2", in: plan), of: plan, work)
                try Plans().complete(work.session.action("1.2", in: plan), of: plan, NewCompletion(on: Day(2026, 4, 14)!), work)
            }
            try await world.browsing(as: "P. Reader", .reader) { browser in
                let differences = try await browser.get("\(address)/differences")
                #expect(differences.text.contains("As the board saw it") && differences.text.contains("completed again"))
                #expect(Strict.faults(in: differences.text).isEmpty)
                #expect(try await browser.get("/papers?standing=issued").text.contains("progress to 15 April 2026"))
                #expect(try await browser.get("/papers?standing=draft").text.contains("No paper fits these choices"))
                #expect(try await browser.get("\(address)/history").text.contains("issued the paper"))
                #expect(try await browser.get("\(address)/withdrawal").status == 403)
            }
        }
    }

    @Test func `without a board a paper is refused in a sentence, and so is a wrong day`() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.desk.write(by: .operator) { work in
                try Plans().begin(NewPlan(title: "Review", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let none = try await browser.post("/papers", ["covers": "plan/1"])
                #expect(none.status == 409 && none.text.contains("There is no board to report to yet"))
                _ = try await browser.post("/boards", ["name": "Audit", "oversees": "Risk", "since": "2026-01-01"])
                let wrong = try await browser.post("/papers", ["covers": "plan/1", "from": "2026-04-01", "to": "2026-03-01", "title": "Kept title"])
                #expect(wrong.status == 422 && wrong.text.contains("is before the first") && wrong.text.contains("Kept title"))
                #expect(Strict.faults(in: wrong.text).isEmpty)
                #expect(try await browser.post("/papers", [:]).status == 422)
                let template = try await browser.post("/templates", ["title": "Odd", "text": "no heading"])
                #expect(template.status == 422 && template.text.contains("stands before the first heading") && template.text.contains("no heading"))
            }
        }
    }
}
