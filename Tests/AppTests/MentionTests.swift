@testable import App
import ArgumentParser
import Boards
import HTTPTypes
import Kernel
@testable import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing
import Web

/// What slices say of each other's things, on the pages of those things. It is 15 April 2026.
struct MentionTests {
    /// A plan with a finding and an action, and a board that meets today and decided about the finding.
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            let plans = Plans()
            let plan = try plans.begin(NewPlan(title: "Review response", kind: .peerReview, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            let finding = try plans.add(NewFinding(reference: Reference(checking: "R1"), kind: .gap, text: "No policy", since: Day(2026, 1, 1)!), to: plan, work)
            try plans.add(NewAction(reference: Reference(checking: "1.1"), text: "Write it", since: Day(2026, 1, 1)!), to: finding, of: plan, work)
            let boards = Boards(naming: naming)
            let board = try boards.begin(NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2026, 1, 1)!), work)
            try boards.call(NewMeeting(on: Day(2026, 4, 15)!, title: "April meeting"), of: board, work)
        }
    }

    private func decide(_ world: AppWorld, _ words: String, about: String..., conditions: String? = nil) async throws {
        try await world.desk.write(by: .operator) { work in
            let board = try work.session.board("audit-committee")
            try Boards(naming: naming).record(NewDecision(
                outcome: conditions == nil ? .approved : .approvedWithConditions, words: words, conditions: conditions,
                conditionsDue: conditions.map { _ in Day(2026, 6, 30)! }, about: about.compactMap { Subject($0) }),
                of: work.session.meeting(ID(1), of: board), of: board, work)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a decision shows on the pages of what it is about, however long they are kept`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let pages = ["/plans/review-response", "/plans/review-response/findings/R1", "/plans/review-response/actions/1.1"]
                for page in pages { #expect(try await browser.get(page).text.contains("Audit Committee") == false) }
                try await decide(world, "The gap is to be closed by June.", about: "finding/1", "action/1", conditions: "A draft by May.")
                for page in pages {
                    let text = try await browser.get(page).text
                    #expect(text.contains("<a href=\"/boards/audit-committee/decisions/1\">The gap is to be closed by June.</a>"), "\(page)")
                    #expect(text.contains("Conditions, due 30 June 2026: A draft by May."), "\(page)")
                    #expect(text.contains("<span class=\"tag amber\">Approved with conditions</span>"), "\(page)")
                }
                #expect(try await browser.get(pages[0]).text.contains("Finding R1 and Action 1.1"))
                for page in pages { #expect(try await browser.get("\(page)?on=2026-04-14").text.contains("to be closed by June") == false, "\(page)") }
                try await world.desk.write(by: .operator) { work in
                    let board = try work.session.board("audit-committee")
                    try Boards(naming: naming).strike(work.session.decision(ID(1), of: board), of: board, because: "Wrong", work)
                }
                for page in pages { #expect(try await browser.get(page).text.contains("to be closed by June") == false, "\(page) tells what was struck out") }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `findings, actions and meetings can be decided about, under names that people know`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await decide(world, "Noted.", about: "action/1", "meeting/1")
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                let decision = try await browser.get("/boards/audit-committee/decisions/1").text
                #expect(decision.contains("<a href=\"/plans/review-response/actions/1.1\">Action 1.1: Write it</a>"))
                #expect(try await browser.get("/boards/audit-committee/meetings/1").text.contains("id=\"said-decisions\""))
                let form = try await browser.get("/boards/audit-committee/meetings/1/decisions/new").text
                #expect(form.contains("Finding R1: No policy") && form.contains("Audit Committee: April meeting, 15 April 2026"))
                let wrong = try await browser.post("/boards/audit-committee/meetings/1/decisions", ["outcome": "noted", "words": "x", "about": "the gap"])
                #expect(wrong.status == 422 && wrong.text.contains("“the gap” names nothing on record"))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a form offers names as one types where there are many things`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.desk.write(by: .operator) { work in
                let plan = try work.session.plan("review-response")
                for number in 2...30 { try Plans().add(NewFinding(kind: .gap, text: "Gap \(number)"), to: plan, work) }
            }
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                let form = try await browser.get("/boards/audit-committee/meetings/1/decisions/new").text
                #expect(form.contains("<option value=\"finding/7\">Finding ") && form.contains("type=\"checkbox\" name=\"about\" value=\"plan/1\""))
                #expect(!form.contains("type=\"checkbox\" name=\"about\" value=\"finding/7\""))
                let back = try await browser.post("/boards/audit-committee/meetings/1/decisions", ["words": "x", "about": "finding/7"])
                #expect(back.status == 422 && back.text.contains("value=\"finding/7\" checked"), "what was chosen is a box when the form comes back")
                #expect(try await browser.post("/boards/audit-committee/meetings/1/decisions", ["outcome": "noted", "words": "x", "about": "finding/7"]).status == 303)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program hears what its scopes let it hear`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await decide(world, "Agreed.", about: "finding/1")
            let account = try await world.account("R. Okafor", .reader)
            func browser(_ scope: String) async throws -> Browser {
                let secret = try await world.secret(for: account, named: scope, scopes: [scope])
                let browser = Browser(world.muster.site)
                browser.authorization = "Bearer \(secret)"
                return browser
            }
            let hears = try await browser("boards:read").get("/api/v1/mentions?about=finding/1")
            #expect(hears.status == 200 && hears.text.contains("\"outcome\":\"Approved\"") && hears.text.contains("Finding R1: No policy"))
            let deaf = try await browser("plans:read").get("/api/v1/mentions?about=finding/1")
            #expect(deaf.status == 200 && !deaf.text.contains("Agreed"))
            #expect(try await browser("people:read").get("/api/v1/mentions?about=nothing").text.contains("subject-not-understood"))
        }
    }

    @Test func `a command tells what is said of a thing`() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await begin(world)
            try await decide(world, "Agreed.", about: "finding/1")
            func find(_ subject: String) async throws -> Answer<[MentionPayload]> {
                let command = try await MentionsCommand.asyncParse([subject])
                return try await world.desk.read { try command.find($0, Reader(actor: .operator, today: Day(2026, 4, 15)!)) }
            }
            let told = try await find("finding/1")
            #expect(told.value.map(\.outcome) == ["Approved"])
            #expect(told.words.contains("Audit Committee") && told.words.contains("Agreed."))
            let quiet = try await find("plan/1")
            #expect(quiet.words == "Nothing was said of Review response.")
        }
    }
}
