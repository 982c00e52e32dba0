@testable import App
import ArgumentParser
import Boards
import Kernel
import Papers
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// What a board's member has before them, on 15 April 2026.
struct BoardRoomTests {
    static let board = Subject(kind: "board", number: 1)

    /// A councillor on a board, a plan that a paper told the board of, and a meeting to come.
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            let (people, plans, boards) = (People(), Plans(), Boards(naming: naming))
            _ = try people.openAccount(NewAccount(name: "Cllr Osei", email: "osei@northshire.example", roles: [.reader]), work)
            let plan = try plans.begin(NewPlan(title: "Review response", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            let finding = try plans.add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
            for text in ["Close it", "Keep it closed"] { try plans.add(NewAction(text: text, due: Day(2026, 6, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work) }
            let board = try boards.begin(NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2026, 1, 1)!), work)
            try boards.seat(NewSeat(party: "Cllr Osei", from: Day(2026, 1, 1)!), on: board, work)
            try boards.call(NewMeeting(on: Day(2026, 5, 12)!, title: "May meeting"), of: board, work)
            try boards.begin(NewBoard(name: "Another Board", oversees: "Other things", since: Day(2026, 1, 1)!), work)
            let other = try work.session.board("another-board")
            try boards.record(NewDecision(outcome: .noted, words: "Of no matter here."), of: boards.call(NewMeeting(on: Day(2026, 4, 1)!, title: "April"), of: other, work), of: other, work)
            try Papers(sources: paperSources).begin(
                NewPaper(title: "Progress", board: board.subject, meeting: Subject(kind: "meeting", number: 1), covers: [plan.subject], from: Day(2026, 2, 1)!, to: Day(2026, 4, 10)!), work)
        }
    }

    private func complete(_ action: String, on day: Day, _ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            let plan = try work.session.plan("review-response")
            try Plans().complete(work.session.action(action, in: plan), of: plan, NewCompletion(on: day, narrative: "Done"), work)
        }
    }

    private func account(_ world: AppWorld) async throws -> (account: Account, actor: Actor) {
        try await world.desk.read { session in
            let account = try Accounts(session).get(email: "osei@northshire.example")
            return (account, try Accounts(session).actor(account))
        }
    }

    private func room(_ world: AppWorld) async throws -> BoardRoom {
        let (person, moment) = (try await account(world).account.person, world.clock.clock.now)
        return try await world.desk.read { try BoardRooms().room(of: person, at: moment, $0) }
    }

    private func look(_ world: AppWorld, _ new: NewLook = NewLook()) async throws {
        let (account, actor) = try await account(world)
        try await world.desk.write(by: actor) { work in _ = try BoardRooms().look(new, by: account.person, work) }
    }

    @Test(arguments: Engine.allCases)
    func `what changed is told until it was read, whatever day it is of`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let first = try await room(world)
            #expect(first.look == nil && first.since == Day(2026, 3, 15)!)
            #expect(first.boards.map(\.facts.board.name) == ["Audit Committee"])
            #expect(first.meetings.map(\.view.meeting.title) == ["May meeting"] && first.meetings[0].papers.map(\.line.paper.title) == ["Progress"])
            #expect(first.decisions.isEmpty, "what another board decided is not theirs")
            try await look(world)
            #expect(try await room(world).isUnchanged)
            #expect(try await room(world).since == Day(2026, 4, 15)!)

            // Written down the same day, of a day before: a comparison of days alone would lose it.
            world.clock.set(AppWorld.start.adding(seconds: 3600))
            try await complete("1.1", on: Day(2026, 4, 2)!, world)
            world.clock.set(AppWorld.start.adding(seconds: 5 * 86_400))
            try await complete("1.2", on: Day(2026, 4, 18)!, world)
            for _ in 0..<2 {
                let told = try await room(world)
                #expect(told.changed.count == 1)
                #expect(told.changed[0].learned.map(\.words).contains { $0.contains("1.1") && $0.contains("completed") }, "asking again loses nothing")
                #expect(!told.changed[0].learned.contains { $0.words.contains("1.2") })
                #expect(told.changed[0].lines.contains { $0.words.contains("1.2") && $0.words.contains("ompleted") })
            }
            // What came after the page was made is not read by it.
            let shown = try await room(world)
            world.clock.set(AppWorld.start.adding(seconds: 6 * 86_400))
            try await world.desk.write(by: .operator) { work in
                let board = try work.session.board("audit-committee")
                let meeting = try Boards(naming: naming).call(NewMeeting(on: Day(2026, 4, 20)!, title: "Held at once"), of: board, work)
                try Boards(naming: naming).record(NewDecision(
                    outcome: .approvedWithConditions, words: "Go on.", conditions: "Count again.", conditionsDue: Day(2026, 5, 1)!, about: [Subject(kind: "paper", number: 1)]),
                    of: meeting, of: board, work)
            }
            try await look(world, NewLook(at: shown.at, entries: shown.entries))
            let after = try await room(world)
            #expect(after.newDecisions.map(\.view.decision.words) == ["Go on."] && after.changed.isEmpty && !after.isUnchanged)
            #expect(after.conditions.map(\.view.decision.conditions) == ["Count again."])
            try await look(world)
            try await look(world, NewLook(at: shown.at, entries: shown.entries))
            #expect(try await room(world).isUnchanged, "an old page moves nothing back")
            #expect(try await world.verbs().count { $0 == "read what changed for their boards" } == 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func `only who read it says so, of what there was to read`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let person = try await account(world).account.person
            func code(_ actor: Actor, _ new: NewLook) async -> String? {
                (await #expect(throws: Refusal.self) { try await world.desk.write(by: actor) { _ = try BoardRooms().look(new, by: person, $0) } })?.code
            }
            #expect(await code(Actor(person: 99, name: "R. Okafor", roles: [.administrator]), NewLook()) == "not-allowed")
            #expect(await code(.operator, NewLook()) == "not-allowed")
            let actor = try await account(world).actor
            #expect(await code(actor, NewLook(at: AppWorld.start.adding(seconds: 60))) == "fields-need-attention")
            #expect(await code(actor, NewLook(entries: 10_000)) == "fields-need-attention")
            #expect(await code(actor, NewLook(entries: -1)) == "fields-need-attention")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a member has a page of their own, and nobody else sees it at the side`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let account = try await account(world).account
            try await world.muster.door.setPassword(AppWorld.password, of: account.id, by: .operator)
            try await Browser.open(world.muster.site) { browser in
                try await browser.signIn("osei@northshire.example", AppWorld.password)
                #expect(try await browser.get("/plans").text.contains("href=\"/board-room\""))
                let page = try await browser.get("/board-room")
                #expect(page.status == 200 && Strict.faults(in: page.text).isEmpty, "\(Strict.faults(in: page.text))")
                #expect(page.text.contains("What changed in the last month") && page.text.contains("href=\"/papers/progress\"") && page.text.contains("May meeting"))
                let entries = try #require(page.text.firstMatch(of: /name="entries" value="(\d+)"/)?.1)
                let at = try #require(page.text.firstMatch(of: /name="at" value="([^"]+)"/)?.1)
                #expect(try await browser.post("/board-room/looks", ["at": String(at), "entries": String(entries)]).location == "/board-room")
                let read = try await browser.get("/board-room")
                #expect(read.text.contains("Nothing changed since you last looked, on") && !read.text.contains("I have read this"))
                #expect(try await browser.post("/board-room/looks", ["at": "soon"]).status == 422)
                try await world.desk.write(by: .operator) { work in
                    let board = try work.session.board("audit-committee")
                    try Boards(naming: naming).unseat(work.session.all(Seat.self)[0], through: Day(2026, 4, 14)!, of: board, work)
                }
                #expect(try await !browser.get("/plans").text.contains("href=\"/board-room\""), "the seat is over")
                #expect(try await browser.get("/board-room").text.contains("You sit on no board today."))
            }
            try await world.browsing(as: "P. Reader", .reader) { browser in
                let page = try await browser.get("/plans")
                #expect(!page.text.contains("href=\"/board-room\""))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `programs and commands read the same, and say that it was read`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            let (account, actor) = try await account(world)
            func browser(_ scope: String...) async throws -> Browser {
                let browser = Browser(world.muster.site)
                browser.authorization = "Bearer \(try await world.secret(for: account.id, named: scope.joined(), scopes: scope))"
                return browser
            }
            let program = try await browser("board-room:read", "board-room:write")
            let shown = try await program.get("/api/v1/board-room")
            #expect(shown.status == 200 && shown.text.contains("\"title\":\"May meeting\"") && !shown.text.contains("lastLook"))
            #expect(try await browser("papers:read").get("/api/v1/board-room").status == 403)
            let command = try await BoardRoomCommand.Read.asyncParse([])
            let answer = try await world.desk.write(by: actor) { try command.change($0) }
            #expect(answer.value.lastLook == world.clock.clock.now)
            #expect(BoardRoomWords(room: try await room(world)).text.hasPrefix("Nothing changed since the last look"))
            #expect(try await program.get("/api/v1/board-room").text.contains("lastLook"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a plan, a board and a meeting say which papers there are, and a paper what was decided about it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let pages = ["/plans/review-response", "/boards/audit-committee", "/boards/audit-committee/meetings/1"]
                for page in pages {
                    let text = try await browser.get(page).text
                    #expect(text.contains("id=\"said-papers\"") && text.contains("href=\"/papers/progress\"") && text.contains("Draft"), "\(page)")
                    #expect(try await !browser.get("\(page)?on=2026-04-14").text.contains("/papers/progress"), "\(page) the day before it was begun")
                }
                #expect(try await !browser.get("/boards/another-board").text.contains("/papers/progress"))
                #expect(try await browser.get("/boards/audit-committee/meetings/1/agenda/new").text.contains("Paper progress: Progress"))
            }
            let papers = Papers(sources: paperSources)
            let approver = Actor(person: nil, name: "S. Marchetti", roles: [.approver])
            let prepared = try await papers.prepare("progress", base: nil, by: approver, on: world.desk)
            try await world.desk.write(by: approver) { try papers.issue($0.session.paper("progress"), prepared, seen: true, $0) }
            world.clock.set(.inBritain(Day(2026, 5, 12)!, hour: 17))
            try await world.desk.write(by: .operator) { work in
                let board = try work.session.board("audit-committee")
                try Boards(naming: naming).record(
                    NewDecision(outcome: .noted, words: "The paper was noted.", about: [Subject(kind: "paper", number: 1)]), of: work.session.meeting(ID(1), of: board), of: board, work)
            }
            try await world.browsing(as: "P. Reader", .reader) { browser in
                #expect(try await browser.get("/plans/review-response").text.contains("Issued"), "a page that is kept hears of it")
                let paper = try await browser.get("/papers/progress")
                #expect(paper.text.contains("id=\"said-decisions\"") && paper.text.contains("The paper was noted."))
                #expect(try await browser.get("/boards/audit-committee/decisions/2").text.contains("href=\"/papers/progress\""))
            }
        }
    }
}
