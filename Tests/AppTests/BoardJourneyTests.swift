import Boards
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// Boards by their pages, as a manager and a reader use them. It is 15 April 2026.
struct BoardJourneyTests {
    /// Lets a test begin with a board that has a meeting today and one in June.
    private func board(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            let boards = Boards()
            let board = try boards.begin(NewBoard(name: "Audit Committee", oversees: "Risk and audit", since: Day(2026, 1, 1)!), work)
            try boards.call(NewMeeting(on: Day(2026, 4, 15)!, title: "April meeting"), of: board, work)
            try boards.call(NewMeeting(on: Day(2026, 6, 2)!, title: "June meeting", startsAt: ClockTime(rawValue: "14:00")), of: board, work)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a manager begins a board, seats its members, calls it together and records what it decides`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                try People().add(NewParty(kind: .person, name: "Cllr Osei"), work)
                try Plans().begin(NewPlan(title: "Review response", kind: .peerReview, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/boards").text.contains("There is no board yet."))
                let begun = try await browser.post("/boards", ["name": "Audit Committee", "oversees": "Risk <and> audit", "since": "2026-01-01"])
                #expect(begun.location == "/boards/audit-committee")
                #expect(try await browser.get("/boards/audit-committee").text.contains("Nobody sits on this board yet."))
                let seated = try await browser.post("/boards/audit-committee/seats", ["party": "cllr osei", "role": "chair", "from": "2026-01-01"])
                #expect(seated.location == "/boards/audit-committee#members")
                let called = try await browser.post("/boards/audit-committee/meetings", ["on": "2026-04-20", "title": "April meeting", "starts-at": "9:30"])
                let meeting = called.location ?? ""
                #expect(meeting == "/boards/audit-committee/meetings/1")
                for title in ["Welcome", "The plan", "Late"] {
                    #expect(try await browser.post("\(meeting)/agenda", ["title": title, "about": title == "The plan" ? "plan/1" : ""]).status == 303)
                }
                _ = try await browser.post("\(meeting)/agenda/2/place", ["step": "up"])
                _ = try await browser.post("\(meeting)/agenda/3/removal")
                let page = try await browser.get(meeting)
                #expect(page.text.firstMatch(of: /The plan[\s\S]*Welcome/) != nil)
                #expect(!page.text.contains("Late") && !page.text.contains("Record a decision"))
                #expect(page.text.contains("<a href=\"/plans/review-response\">Review response</a>"))

                world.clock.set(.inBritain(Day(2026, 4, 21)!, hour: 9))
                _ = try await browser.get("/sign-in")
                try await browser.signIn("rokafor@northshire.example", AppWorld.password)
                let form = try await browser.get("\(meeting)/decisions/new?item=2")
                #expect(form.text.contains("<option value=\"2\" selected>1. The plan</option>"))
                #expect(form.text.firstMatch(of: /value="plan\/1" checked/) != nil, "the decision is about what its item is about")
                let decided = try await browser.post("\(meeting)/decisions", [
                    "item": "2", "outcome": "approved-with-conditions", "words": "The plan is approved.", "conditions": "Report in June.",
                    "conditions-due": "2026-06-30", "about": "plan/1",
                ])
                #expect(decided.location == "/boards/audit-committee/decisions/1")
                let decision = try await browser.get("/boards/audit-committee/decisions/1")
                #expect(decision.text.contains("Approved with conditions") && decision.text.contains("30 June 2026"))
                #expect(decision.text.contains("What boards decided about Review response"))
                #expect(try await browser.post("/boards/audit-committee/decisions/1/strike", ["because": "Wrong meeting"]).status == 303)
                #expect(try await browser.get("/boards/audit-committee/decisions/1").text.contains("by R. Okafor: Wrong meeting"))
                #expect(try await browser.get("/boards/audit-committee?on=2026-04-20").text.contains("Struck out") == false, "it stood that evening")
                let history = try await browser.get("/boards/audit-committee/history")
                #expect(history.text.contains("R. Okafor recorded the decision 1 of “April meeting”."))
                #expect(history.text.contains("R. Okafor gave Cllr Osei a seat as chair."))
            }
            #expect(try await world.verbs().suffix(10) == [
                "began the board", "gave Cllr Osei a seat as chair", "called the meeting", "added the agenda item", "added the agenda item",
                "added the agenda item", "reordered the agenda item", "reordered the agenda item", "took off the agenda item", "recorded the decision",
                "struck out the decision",
            ].suffix(10))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a form that can't be accepted comes back with what was written`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await board(world)
            let before = try await world.verbs().count
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                _ = try await browser.get("/boards/new")
                func refused(_ path: String, _ fields: KeyValuePairs<String, String>, saying sentence: String, at anchor: String) async throws {
                    let answer = try await browser.post("/boards/audit-committee/\(path)", fields)
                    #expect(answer.status == 422, "\(path)")
                    #expect(answer.text.contains(sentence) && answer.text.contains("href=\"#\(anchor)\""), "\(path)")
                    for (_, value) in fields where value.hasPrefix("<") { #expect(answer.text.contains(value.replacing("<", with: "&lt;").replacing(">", with: "&gt;")), "\(path)") }
                }
                try await refused("edit", ["name": "<New>", "oversees": "x", "since": "2026-02-01", "until": "2026-01-01", "version": "1"],
                                  saying: "The last day, 1 January 2026, is before the first, 1 February 2026.", at: "until")
                try await refused("seats", ["party": "<Nobody>", "from": "2026-02-01"], saying: "is not on record", at: "party")
                try await refused("seats", ["party": "R. Okafor", "from": "2025-02-01"], saying: "sits from 1 January 2026, so not on 1 February 2025", at: "from")
                try await refused("meetings", ["on": "2026-05-01", "title": "<May>", "starts-at": "noon"], saying: "is not a time. Write it as 14:00.", at: "starts-at")
                try await refused("meetings/2/agenda", ["title": "<Item>", "presenter": "<Nobody>"], saying: "is not on record", at: "presenter")
                try await refused("meetings/1/decisions", ["words": "<Words>"], saying: "Choose what was decided.", at: "outcome")
                try await refused("meetings/1/decisions", ["words": "<Words>", "outcome": "approved-with-conditions"], saying: "Enter the conditions that were set.", at: "conditions")
                try await refused("meetings/1/decisions", ["words": "<Words>", "outcome": "noted", "about": "plan/77"], saying: "is nothing on record", at: "about")
                try await refused("meetings/1/cancellation", ["because": ""], saying: "Enter why it is called off.", at: "because")
                let early = try await browser.post("/boards/audit-committee/meetings/2/decisions", ["outcome": "noted", "words": "<Words>"])
                #expect(early.status == 409 && early.text.contains("June meeting is on 2 June 2026") && early.text.contains("&lt;Words&gt;"))
            }
            #expect(try await world.verbs().dropFirst(before).allSatisfy { $0.contains("person") || $0.contains("account") })
        }
    }

    @Test(arguments: Engine.allCases)
    func `who was overtaken sees what stands now beside what they wrote`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await board(world)
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                _ = try await browser.get("/boards/audit-committee/edit")
                #expect(try await browser.post("/boards/audit-committee/meetings/2/edit", ["on": "2026-06-09", "title": "June", "version": "1"]).status == 303)
                let late = try await browser.post("/boards/audit-committee/meetings/2/edit", ["on": "2026-06-16", "title": "Summer", "version": "1"])
                #expect(late.status == 409)
                #expect(late.text.contains("As it stands now") && late.text.contains("9 June 2026") && late.text.contains("value=\"2026-06-16\""))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader sees boards, on the day chosen, and is offered nothing to change`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await board(world)
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                for path in ["/boards", "/boards/audit-committee", "/boards/audit-committee/meetings/1", "/boards/audit-committee/history"] {
                    let page = try await browser.get(path)
                    #expect(page.status == 200, "\(path)")
                    for deed in ["Begin a board", "Give a seat", "Call a meeting", "Edit the", "Call it off", "Record a decision", "Add an item"] {
                        #expect(!page.text.contains(deed), "\(path) offers “\(deed)”")
                    }
                }
                #expect(try await browser.get("/boards/audit-committee/edit").text.contains(BoardPolicy.keeps.sentence))
                #expect(try await browser.get("/boards/audit-committee?on=2026-06-02").text.contains("June meeting"))
                #expect(try await browser.get("/boards/audit-committee?on=2026-04-14").text.contains("June meeting") == false, "nobody had called it")
                #expect(try await browser.get("/boards/audit-committee/meetings/2?on=2026-04-14").status == 404)
                #expect(try await browser.get("/boards?on=2025-12-31").text.contains("There was no board on this day."))
            }
        }
    }
}
