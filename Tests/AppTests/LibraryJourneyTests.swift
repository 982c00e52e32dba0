@testable import App
import Boards
import Kernel
import Library
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// The documents register by its pages, as a manager, an owner and a reader use them. It is 15 April 2026.
struct LibraryJourneyTests {
    /// A plan with a finding, and two boards that met today.
    private func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            try People().add(NewParty(kind: .post, name: "Head of Protection"), work)
            let plan = try Plans().begin(NewPlan(title: "Review response", kind: .peerReview, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            try Plans().add(NewFinding(reference: Reference(checking: "R1"), kind: .gap, text: "No policy", since: Day(2026, 1, 1)!), to: plan, work)
            let boards = Boards(naming: naming)
            for name in ["Leadership Team", "Audit Committee"] {
                let board = try boards.begin(NewBoard(name: name, oversees: "Risk", since: Day(2026, 1, 1)!), work)
                try boards.call(NewMeeting(on: Day(2026, 4, 15)!, title: "April meeting"), of: board, work)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a manager registers a policy, two boards approve it, and its page shows both`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/documents").text.contains("No document is registered yet."))
                _ = try await browser.get("/documents/new")
                let made = try await browser.post("/documents", [
                    "title": "Enforcement <policy>", "kind": "policy", "owner": "head of protection", "purpose": "How to decide", "answers": "finding/1",
                ])
                #expect(made.location == "/documents/enforcement-policy")
                #expect(try await browser.get("/documents/enforcement-policy").text.contains("No version is recorded yet."))
                let added = try await browser.post("/documents/enforcement-policy/versions", [
                    "label": "2", "in-force": "2026-04-01", "change": "Written anew", "link": "https://www.northshire.example/p.pdf?v=2", "next-review": "2027-04-01",
                ])
                #expect(added.location == "/documents/enforcement-policy#versions")
                for (board, outcome, conditions) in [("leadership-team", "approved", ""), ("audit-committee", "approved-with-conditions", "Report in June.")] {
                    let meeting = board == "leadership-team" ? 1 : 2
                    let decided = try await browser.post("/boards/\(board)/meetings/\(meeting)/decisions", [
                        "outcome": outcome, "words": "The policy is agreed.", "conditions": conditions, "about": "document_version/1",
                    ])
                    #expect(decided.status == 303, "\(decided.text)")
                }
                let page = try await browser.get("/documents/enforcement-policy").text
                #expect(page.contains("Enforcement &lt;policy&gt;") && !page.contains("<policy>"))
                #expect(page.contains("<a href=\"/boards/leadership-team/decisions/1\">Leadership Team</a>"))
                #expect(page.contains("<a href=\"/boards/audit-committee/decisions/2\">Audit Committee</a>"))
                #expect(page.contains("Approved with conditions, <time datetime=\"2026-04-15\">15 April 2026</time>.") && page.contains("Conditions: Report in June."))
                #expect(page.contains("href=\"https://www.northshire.example/p.pdf?v=2\" rel=\"external noopener noreferrer\""))
                #expect(page.contains("<a href=\"/plans/review-response/findings/R1\">Finding R1: No policy</a>"))
                #expect(try await browser.get("/documents/enforcement-policy?on=2026-04-14").text.contains("Leadership Team") == false)
                #expect(try await browser.get("/boards/audit-committee/decisions/2").text.contains("Enforcement &lt;policy&gt;, version 2"))
                for path in ["/plans/review-response/findings/R1", "/plans/review-response"] {
                    #expect(try await browser.get(path).text.contains("<a href=\"/documents/enforcement-policy\">Enforcement &lt;policy&gt;, version 2</a>"), "\(path)")
                }
                #expect(try await browser.post("/documents/enforcement-policy/withdrawal", ["on": "2026-04-15", "because": "A mistake"]).status == 303)
                #expect(try await browser.get("/documents/enforcement-policy").text.contains("recorded by R. Okafor: A mistake"))
                #expect(try await browser.get("/plans/review-response/findings/R1").text.contains("<span class=\"tag grey\">Withdrawn</span>"), "a page that was kept tells it")
                #expect(try await browser.post("/documents/enforcement-policy/restoration").status == 303)
                let history = try await browser.get("/documents/enforcement-policy/history").text
                for sentence in ["R. Okafor registered the document.", "R. Okafor added the version 2.", "R. Okafor withdrew the document.", "R. Okafor put back the document."] {
                    #expect(history.contains(sentence), "\(sentence)")
                }
            }
            #expect(try await world.verbs().suffix(6) == [
                "registered the document", "added the version", "recorded the decision", "recorded the decision", "withdrew the document", "put back the document",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a version is kept as a file, which can only be saved, and replaced by another`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                try Library(naming: naming).register(NewDocument(title: "Policy", kind: .policy), work)
            }
            let (first, second) = (Array("%PDF-1.7\nfirst\n%%EOF\n".utf8), Array("%PDF-1.7\nsecond\n%%EOF\n".utf8))
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                _ = try await browser.get("/documents/policy/versions/new")
                let refused = try await browser.upload("/documents/policy/versions", ["label": "<1>", "change": "x"], file: "file", named: "run.exe", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00, 0xFF, 0xFE])
                #expect([415, 422].contains(refused.status) && refused.text.contains("&lt;1&gt;") && refused.text.contains("href=\"#file\""), "\(refused.status)")
                let added = try await browser.upload("/documents/policy/versions", ["label": "1", "change": "x"], file: "file", named: "policy <1>.pdf", first)
                #expect(added.location == "/documents/policy#versions", "\(added.text)")
                #expect(try await browser.get("/documents/policy").text.contains("<a href=\"/documents/policy/versions/1/file\">"))
                let file = try await browser.get("/documents/policy/versions/1/file")
                #expect(file.bytes == first && file.type.hasPrefix("application/pdf"))
                _ = try await browser.get("/documents/policy/versions/1/edit")
                #expect(try await browser.upload("/documents/policy/versions/1/edit", ["label": "1", "change": "y", "version": "1"], file: "file", named: "new.pdf", second).status == 303)
                #expect(try await browser.get("/documents/policy/versions/1/file").bytes == second)
                #expect(try await browser.post("/documents/policy/versions/1/edit", ["label": "1", "change": "z", "version": "2"]).status == 303)
                #expect(try await browser.get("/documents/policy/versions/1/file").bytes == second, "an edit without a file leaves the one there is")
                #expect(try await browser.get("/documents/policy/history").text.contains("R. Okafor attached the file “new.pdf”."))
            }
            #expect(try await world.verbs().suffix(5) == ["attached the file", "added the version", "attached the file", "edited the version", "edited the version"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an owner reviews what they answer for, by their post, and nothing else`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.desk.write(by: .operator) { work in
                let library = Library(naming: naming)
                let holder = try People().findOrAdd(name: "GM Halloran", work)
                try People().give(post: work.session.first(Party.self, "WHERE kind = 'post'")!.id, to: holder.id, from: Day(2026, 1, 1)!, work)
                for (title, owner) in [("Policy", "Head of Protection"), ("Strategy", "R. Nobody")] {
                    _ = try People().findOrAdd(name: owner, work)
                    let document = try library.register(NewDocument(title: title, kind: .policy, owner: owner), work)
                    try library.add(NewVersion(label: "1", inForce: Day(2025, 4, 1)!, change: "x", nextReview: Day(2026, 4, 1)!), to: document, work)
                }
            }
            try await world.browsing(as: "GM Halloran", .reader, .owner) { browser in
                let page = try await browser.get("/documents/policy").text
                #expect(page.contains("Record a review") && !page.contains("Add a version") && page.contains("14 days ago"))
                let reminders = try await browser.get("/reminders").text
                #expect(reminders.contains("Review Policy") && reminders.contains("href=\"/documents/policy\""))
                #expect(!reminders.contains("Review Strategy"), "that is somebody else's")
                _ = try await browser.get("/documents/policy/reviews/new")
                let refused = try await browser.post("/documents/policy/reviews", ["on": "2026-04-16", "outcome": "change-wanted", "note": "<Fees>"])
                #expect(refused.status == 422 && refused.text.contains("&lt;Fees&gt;") && refused.text.contains("href=\"#on\""))
                #expect(try await browser.post("/documents/policy/reviews", ["on": "2026-04-15", "outcome": "no-change", "next": "2027-04-15"]).location == "/documents/policy#reviews")
                #expect(try await browser.get("/documents/policy").text.contains("Its next review is due by 15 April 2027."))
                #expect(try await browser.get("/documents/policy?on=2026-04-14").text.contains("Its review was due on 1 April 2026"))
                #expect(try await browser.get("/documents/strategy").text.contains("Record a review") == false)
                let other = try await browser.post("/documents/strategy/reviews", ["on": "2026-04-15", "next": "2027-04-15"])
                #expect(other.status == 403 && other.text.contains("Strategy is reviewed by its owner, or by a manager."))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a form that can't be accepted comes back with what was written, and who was overtaken sees both`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.desk.write(by: .operator) { work in
                let library = Library(naming: naming)
                let document = try library.register(NewDocument(title: "Policy", kind: .policy), work)
                try library.add(NewVersion(label: "1", inForce: Day(2025, 4, 1)!, change: "x"), to: document, work)
            }
            let before = try await world.verbs().count
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                _ = try await browser.get("/documents/new")
                func refused(_ path: String, _ fields: KeyValuePairs<String, String>, saying sentence: String, at anchor: String, status: Int = 422) async throws {
                    let answer = try await browser.post("/documents\(path)", fields)
                    #expect(answer.status == status, "\(path): \(answer.status)")
                    #expect(answer.text.contains(sentence) && answer.text.contains("href=\"#\(anchor)\""), "\(path)")
                    for (_, value) in fields where value.hasPrefix("<") {
                        #expect(answer.text.contains(value.replacing("<", with: "&lt;").replacing(">", with: "&gt;")), "\(path)")
                    }
                }
                try await refused("", ["title": "<T>", "kind": "policy", "owner": "<Nobody>"], saying: "is not on record", at: "owner")
                try await refused("", ["title": "<T>", "answers": "plan/77"], saying: "is nothing on record", at: "answers")
                try await refused("", ["title": "<T>", "reference": "policy"], saying: "Choose a reference that no other document has.", at: "reference", status: 409)
                try await refused("/policy/versions", ["label": "1", "change": "<C>"], saying: "Choose a label that no other version of it has", at: "label", status: 409)
                try await refused("/policy/versions", ["label": "<2>", "change": "<C>", "link": "javascript:alert(1)"], saying: "is not a web address", at: "link")
                try await refused("/policy/withdrawal", ["on": "2026-04-15", "because": "<B>", "successor": "<None>"], saying: "is no document of the register", at: "successor")
                #expect(try await browser.post("/documents/policy/edit", ["title": "First", "kind": "policy", "version": "1"]).status == 303)
                let late = try await browser.post("/documents/policy/edit", ["title": "Second", "kind": "policy", "version": "1"])
                #expect(late.status == 409 && late.text.contains("As it stands now") && late.text.contains("value=\"Second\"") && late.text.contains("First"))
            }
            #expect(try await world.verbs().dropFirst(before).filter { $0.contains("document") || $0.contains("version") } == ["edited the document"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the register narrows, sorts and is taken away as it is shown`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await begin(world)
            try await world.desk.write(by: .operator) { work in
                let library = Library(naming: naming)
                for (title, kind, review) in [("Alpha", ControlledDocument.Kind.policy, Day(2027, 4, 1)!), ("Beta", .strategy, Day(2026, 4, 1)!), ("Gamma =1+1", .policy, Day(2026, 5, 1)!)] {
                    let document = try library.register(NewDocument(title: title, kind: kind, answers: [Subject(kind: "finding", number: 1)]), work)
                    try library.add(NewVersion(label: "1", inForce: Day(2025, 4, 1)!, change: "Begun", nextReview: review), to: document, work)
                }
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                func order(_ path: String) async throws -> [String] {
                    try await browser.get(path).text.matches(of: /<a href="\/documents\/(alpha|beta|gamma-1-1)[^"]*">/).map { String($0.1) }
                }
                #expect(try await order("/documents") == ["alpha", "beta", "gamma-1-1"])
                #expect(try await order("/documents?sort=review") == ["beta", "gamma-1-1", "alpha"])
                #expect(try await order("/documents?sort=-standing") == ["alpha", "gamma-1-1", "beta"])
                #expect(try await order("/documents?kind=policy&sort=-title") == ["gamma-1-1", "alpha"])
                #expect(try await order("/documents?standing=review-overdue") == ["beta"])
                #expect(try await order("/documents?words=alph") == ["alpha"])
                #expect(try await order("/documents?words=zzz") == [])
                #expect(try await order("/documents?on=2025-03-31") == [])
                #expect(try await browser.get("/documents?kind=nonsense&standing=x&owner=y&sort=z").status == 200)
                let csv = try await browser.get("/documents/export/csv?kind=policy&sort=-title")
                let lines = csv.text.split(separator: "\r\n")
                #expect(lines.count == 3 && lines[1].hasPrefix("gamma-1-1,") && lines[1].contains("2026-05-01") && lines[1].contains("Finding R1: No policy"))
                let book = try await browser.get("/documents/export/xlsx")
                #expect(book.type.contains("spreadsheetml") && book.bytes.starts(with: Array("PK".utf8)))
                #expect(try await browser.get("/documents/export/docx").status == 404)
                for deed in ["Register a document", "Add a version", "Record a review", "Withdraw", ">Edit<"] {
                    #expect(try await browser.get("/documents/alpha").text.contains(deed) == false, "a reader is offered “\(deed)”")
                }
            }
        }
    }

    @Test func `the example's enforcement policy was approved by two boards`() async throws {
        try await AppWorld.withExample(.sqlite) { world in
            let (view, approvals, standings) = try await world.desk.read { session in
                let policy = try session.document("enforcement-policy")
                let view = DocumentView(try session.facts(of: policy), on: AppWorld.exampleDay)
                let groups = try mentions.about([policy.subject] + view.versions.map(\.subject), on: view.day, session)
                return (view, groups.first?.mentions ?? [], try session.allDocuments().map { DocumentView($0, on: view.day).standing })
            }
            #expect(view.inForce?.label == "2")
            #expect(approvals.map(\.by) == ["Performance Board", "Service Leadership Team"])
            #expect(approvals.map(\.outcome) == ["Approved with conditions", "Approved"])
            #expect(approvals.allSatisfy { $0.about.contains(view.versions[0].subject) })
            #expect(Set(standings) == Set(DocumentStanding.allCases), "the example shows every standing")
        }
    }
}
