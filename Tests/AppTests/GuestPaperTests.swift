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

/// What a guest of one board reads of papers, on 15 April 2026.
struct GuestPaperTests {
    private struct Written {
        let secret: String
        let papers = Papers(sources: paperSources)
        let approver = Actor(person: nil, name: "S. Marchetti", roles: [.approver])
    }

    /// Two boards, a plan, and a link that opens the first board until the end of June.
    private func begin(_ world: AppWorld) async throws -> Written {
        try await world.desk.write(by: .operator) { work in
            let (plans, boards) = (Plans(), Boards(naming: naming))
            let plan = try plans.begin(NewPlan(title: "Review response", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            let finding = try plans.add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
            try plans.add(NewAction(text: "Close it", due: Day(2026, 6, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work)
            let (own, _) = (try boards.begin(NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2026, 1, 1)!), work),
                            try boards.begin(NewBoard(name: "Another Board", oversees: "Secrets", since: Day(2026, 1, 1)!), work))
            return Written(secret: try boards.makeGuestLink(NewGuestLink(name: "The commissioner’s office", expiresOn: Day(2026, 6, 30)!), to: own, work).secret.text)
        }
    }

    private func write(_ reference: String, to board: Int64, _ written: Written, _ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            try written.papers.begin(
                NewPaper(reference: Reference(checking: reference), title: "Paper \(reference)", board: Subject(kind: "board", number: board), covers: [Subject(kind: "plan", number: 1)],
                         from: Day(2026, 3, 1)!, to: Day(2026, 4, 10)!), work)
        }
    }

    private func issue(_ reference: String, _ written: Written, _ world: AppWorld) async throws {
        let prepared = try await written.papers.prepare(reference, base: "https://muster.example", by: written.approver, on: world.desk)
        try await world.desk.write(by: written.approver) { try written.papers.issue($0.session.paper(reference), prepared, seen: true, $0) }
    }

    @Test(arguments: Engine.allCases)
    func `a guest reads what was issued to the board, as it was then, and takes it away`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let written = try await begin(world)
            let guest = Browser(world.muster.site)
            let page = "/guest/\(written.secret)"
            #expect(try await guest.get(page).text.contains("No paper has been issued to this board yet."))
            try await write("spring", to: 1, written, world)
            try await issue("spring", written, world)
            // What came later is not the guest's to see.
            try await world.desk.write(by: .operator) { work in
                let plan = try work.session.plan("review-response")
                try Plans().complete(work.session.action("1.1", in: plan), of: plan, NewCompletion(on: Day(2026, 4, 9)!, narrative: "Done"), work)
            }
            let board = try await guest.get(page)
            #expect(board.text.contains("href=\"\(page)/papers/spring\"") && board.text.contains("On 10 April 2026 the plan had 1 action: 1 ") && !board.text.contains("1 done"))
            #expect(!board.text.contains("href=\"/plans") && !board.text.contains("href=\"/papers") && Strict.faults(in: board.text).isEmpty)
            let paper = try await guest.get("\(page)/papers/spring")
            #expect(paper.status == 200 && paper.text.contains("Members of the Audit Committee are asked to:"))
            #expect(!paper.text.contains("href=\"/plans") && !paper.text.contains("muster.example/plans"), "nothing leads further")
            #expect(Strict.faults(in: paper.text).isEmpty)
            for format in ["html", "text"] {
                let file = try await guest.get("\(page)/papers/spring/files/\(format)")
                #expect(file.status == 200)
                #expect(try await world.desk.read { try Papers().verifies(file.bytes, $0) } == "spring \(format)")
            }
            #expect(try await guest.get("\(page)/papers/spring/files/odt").status == 404)
            for path in [page, "\(page)/papers/spring", "\(page)/papers/spring/files/text", "\(page)/papers/never-was", "/guest/\(String(repeating: "A", count: 43))"] {
                let answer = try await guest.get(path)
                #expect(answer.header("Cache-Control") == "no-store" && answer.header("Referrer-Policy") == "no-referrer", "\(path)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a guest reaches no draft, no other board’s paper, none that was withdrawn, and nothing once the link is over`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let written = try await begin(world)
            try await write("draft", to: 1, written, world)
            try await write("theirs", to: 2, written, world)
            try await issue("theirs", written, world)
            try await write("gone", to: 1, written, world)
            try await issue("gone", written, world)
            try await write("spring", to: 1, written, world)
            try await issue("spring", written, world)
            let guest = Browser(world.muster.site)
            let page = "/guest/\(written.secret)"
            #expect(try await guest.get("\(page)/papers/gone").status == 200)
            try await world.desk.write(by: written.approver) { try written.papers.recall($0.session.paper("gone"), because: "Inward words", $0) }
            let never = try await guest.get("\(page)/papers/never-was")
            for reference in ["draft", "theirs", "gone"] {
                let answer = try await guest.get("\(page)/papers/\(reference)")
                #expect(answer.status == 404 && answer.text.replacing(reference, with: "never-was") == never.text, "\(reference) is told from nothing")
                #expect(try await guest.get("\(page)/papers/\(reference)/files/text").status == 404)
            }
            let board = try await guest.get(page)
            #expect(!board.text.contains("Paper draft") && !board.text.contains("Paper theirs") && !board.text.contains("Inward words"))
            #expect(board.text.contains("Paper gone") && board.text.contains("Withdrawn") && !board.text.contains("\(page)/papers/gone"))
            #expect(try await guest.get("/papers/spring").status != 200)
            let wrong = String(repeating: "A", count: 43)
            #expect(try await guest.get("/guest/\(wrong)/papers/spring").status == 404)

            world.clock.set(.inBritain(Day(2026, 7, 1)!, hour: 9))
            for path in ["", "/papers/spring", "/papers/spring/files/text"] {
                let answer = try await guest.get(page + path)
                #expect(answer.status == 404 && answer.text.contains("Ask whoever gave it to you for a new one."), "\(path) after its last day")
            }
            world.clock.set(AppWorld.start)
            #expect(try await guest.get("\(page)/papers/spring").status == 200)
            try await world.desk.write(by: .operator) { work in
                let board = try work.session.board("audit-committee")
                try Boards(naming: naming).end(work.session.all(GuestLink.self)[0], of: board, work)
            }
            for path in ["", "/papers/spring", "/papers/spring/files/text"] { #expect(try await guest.get(page + path).status == 404, "\(path) once it was ended") }
        }
    }

    @Test func `a file is printed while its page tells how long, and then handed over`() async throws {
        try await AppWorld.with(.sqlite) { world in
            let written = try await begin(world)
            try await write("spring", to: 1, written, world)
            try await issue("spring", written, world)
            try await world.browsing(as: "P. Reader", .reader) { browser in
                let paper = try await browser.get("/papers/spring")
                #expect(paper.text.contains("Print as PDF"))
                #expect(try await browser.get("/papers/spring/printing/pdf").text.contains("Nothing is being printed here now."))
                #expect(try await browser.post("/papers/spring/printing/pdf").location == "/papers/spring/printing/pdf")
                #expect(try await browser.post("/papers/spring/printing/pdf").status == 303)
                var page = try await browser.get("/papers/spring/printing/pdf")
                for _ in 0..<600 where page.text.contains("The file is being made") {
                    #expect(page.header("Refresh") == "1" && page.text.contains("Stop printing") && Strict.faults(in: page.text).isEmpty)
                    try await Task.sleep(for: .milliseconds(100))
                    page = try await browser.get("/papers/spring/printing/pdf")
                }
                guard page.text.contains("The file is ready") else {
                    // Where there is no printer, that is what it says.
                    return #expect(page.text.contains("Typst") && page.text.contains("Try again"))
                }
                #expect(page.header("Refresh") == "0; url=/papers/spring/files/pdf")
                let file = try await browser.get("/papers/spring/files/pdf")
                #expect(file.bytes.starts(with: Array("%PDF".utf8)))
                #expect(try await world.desk.read { try Papers().verifies(file.bytes, $0) } == "spring pdf")
                #expect(try await browser.post("/papers/spring/printing/docx").status == 303)
                #expect(try await browser.post("/papers/spring/printing/docx/cancellation").location == "/papers/spring")
            }
        }
    }
}
