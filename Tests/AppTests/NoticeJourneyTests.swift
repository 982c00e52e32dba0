@testable import App
import Enforcement
import Foundation
import Kernel
import People
import Premises
import Register
import Storage
import TestBrowser
import TestSupport
import Testing

/// A case and its notice as an officer and an approver see them, on 15 April 2026.
@Suite struct NoticeJourneyTests {
    private static func begin(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            for name in ["WM Ferris", "GM Halloran"] { _ = try People().findOrAdd(name: name, work) }
            try work.add("added the premises") { id in
                Premises(id: id, reference: try Reference("P-1"), name: "Harbour <House>", address: ["1 Quay Street"], postcode: Postcode(written: "NR1 2AB"), type: .office, since: work.today)
            }
            for type in NoticeType.allCases { try Enforcement().authorise(NewSigningAuthority(party: "GM Halloran", type: type, from: Day(2026, 1, 1)!), work) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an officer opens a case, drafts a notice, a second person approves it, and it is served`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await Self.begin(world)
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                #expect(try await browser.get("/enforcement").text.contains("No notice was drafted yet"))
                #expect(try await browser.get("/premises/P-1").text.contains("href=\"/enforcement/cases/new?premises=P-1\""))
                let led = try await browser.get("/enforcement/cases/new?premises=P-1").text
                #expect(led.contains("value=\"P-1\"") && led.contains("1 Quay Street, NR1 2AB."))
                let asked = try await browser.post("/enforcement/cases", ["title": "x", "premises": "harb", "officer": "WM Ferris", "opened": "2026-04-15"])
                #expect(asked.status == 422 && asked.text.contains("<option value=\"P-1\">"), "what the words may mean is offered")
                let refused = try await browser.post("/enforcement/cases", ["title": "<Stairs>", "premises": "P-9", "officer": "WM Ferris", "opened": "2026-04-15"])
                #expect(refused.status == 422 && refused.text.contains("&lt;Stairs&gt;") && refused.text.contains("href=\"#premises\""))
                #expect(try await browser.post("/enforcement/cases", ["title": "<Stairs>", "premises": "P-1", "officer": "WM Ferris", "opened": "2026-04-15", "origin": "complaint"]).location == "/enforcement/cases/C-2026-0001")
                let own = "/enforcement/cases/C-2026-0001"
                #expect(try await browser.post("\(own)/findings", ["on": "2026-04-15", "article": "14", "found": "Bins"]).location == "\(own)#findings")
                let unreasoned = try await browser.post("\(own)/rationale", ["risk": "probable", "gap": "extreme", "expectation": "letter-with-revisit", "conclusion": "enforcement"])
                #expect(unreasoned.status == 422 && unreasoned.text.contains("is not what was expected"))
                #expect(try await browser.post("\(own)/rationale", ["risk": "probable", "gap": "extreme", "expectation": "enforcement", "conclusion": "enforcement"]).status == 303)
                #expect(try await browser.get("\(own)/notices/new?type=enforcement").text.contains("value=\"14\""), "it begins with what was found")
                #expect(try await browser.post("\(own)/notices", ["type": "enforcement", "articles": "14"]).location == "/enforcement/notices/N-2026-0001")
                let notice = "/enforcement/notices/N-2026-0001"
                #expect(try await browser.get(notice).text.contains("Before it can be approved"))
                let place = try await browser.get("/premises/P-1").text
                #expect(place.contains("href=\"\(own)\"") && place.contains("href=\"\(notice)\""), "the page of the premises tells of both")
                let edited = try await browser.post("\(notice)/edit", [
                    "type": "enforcement", "version": "1", "articles": "14, 17", "steps": "14: Clear the stairs | Build another", "recipients": "Harbour Homes Ltd | 1 Quay Street",
                    "substance": "Routes were blocked.", "grounds": "The stairs were full.", "comply-by": "2026-06-15",
                ])
                #expect(edited.location == notice, "\(edited.text)")
                let late = try await browser.post("\(notice)/edit", ["type": "enforcement", "version": "1"])
                #expect(late.status == 409 && late.text.contains("As it stands now"))
                #expect(try await browser.post("\(notice)/approval", ["on": "2026-04-15"]).status == 403)
                #expect(try await browser.get(notice).text.contains("It names article 17, and nothing was found against that"))
                #expect(try await browser.post("\(notice)/services", ["on": "2026-04-15", "who": "Harbour Homes Ltd", "method": "post", "note": "x"]).status == 409)
            }
            try await world.browsing(as: "GM Halloran", .reader, .approver) { browser in
                let reminders = try await browser.get("/reminders").text
                #expect(!reminders.contains("Approve N-2026-0001"), "something stands in its way")
                let held = try await browser.get("/enforcement/notices/N-2026-0001/approval").text
                #expect(held.contains("Before it can be approved") && held.contains("It names article 17") && !held.contains(">Approve</button>"))
                let unmet = try await browser.post("/enforcement/notices/N-2026-0001/approval", ["on": "2026-04-15", "version": "2", "note": "Read twice"])
                #expect(unmet.status == 409 && unmet.text.contains("It names article 17") && unmet.text.contains("Read twice"))
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                let found = try await browser.post("/enforcement/cases/C-2026-0001/findings", ["on": "2026-04-15", "article": "17", "found": "Alarm dead"])
                #expect(found.status == 303)
            }
            try await world.browsing(as: "R. Stranger", .reader, .approver) { browser in
                let refused = try await browser.post("/enforcement/notices/N-2026-0001/approval", ["on": "2026-04-15", "version": "2", "note": "Read twice"])
                #expect(refused.status == 403 && refused.text.contains("Read twice") && refused.text.contains("no authority to sign"), "what was written comes back")
            }
            try await world.browsing(as: "GM Halloran", .reader, .approver) { browser in
                #expect(try await browser.get("/reminders").text.contains("Approve N-2026-0001"))
                #expect(try await browser.get("/enforcement/notices/N-2026-0001/approval").text.contains("second person"))
                let unseen = try await browser.post("/enforcement/notices/N-2026-0001/approval", ["on": "2026-04-15", "version": "1"])
                #expect(unseen.status == 409 && unseen.text.contains("As it stands now"), "what they read was edited since")
                #expect(try await browser.post("/enforcement/notices/N-2026-0001/approval", ["on": "2026-04-15", "version": "2"]).status == 303)
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                let notice = "/enforcement/notices/N-2026-0001"
                #expect(try await browser.get("/reminders").text.contains("Serve N-2026-0001"))
                #expect(try await browser.post("\(notice)/services", ["on": "2026-04-15", "who": "Harbour Homes Ltd", "method": "by-hand", "note": "Receipt"]).location == notice)
                let page = try await browser.get(notice).text
                for words in ["In force", "Section 3(1)(b)", "6 May 2026", "Frozen on", "Clear the stairs or build another"] { #expect(page.contains(words), "\(words)") }
                #expect(try await browser.get("\(notice)?on=2026-06-16").text.contains("Not complied with in time"))
                let served = try await browser.get("\(notice)/files/text").text
                #expect(served.contains("article 30") && served.contains("The stairs were full."))
                let print = try await browser.get("\(notice)/files/html")
                #expect(print.status == 200 && print.text.contains("Schedule"))
                let refused = try await browser.post("\(notice)/directions", ["on": "2026-04-15", "who": "x"])
                #expect(refused.status == 409 && refused.text.contains("article 35"))
                #expect(try await browser.post("\(notice)/events/2/retraction", ["because": "Wrong company"]).status == 303)
                let struck = try await browser.get(notice).text
                #expect(struck.contains("Authorised") && !struck.contains("Frozen on"), "it was served on nobody")
                let history = try await browser.get("/enforcement/cases/C-2026-0001/history").text
                for words in ["WM Ferris opened the case.", "drafted the notice N-2026-0001", "GM Halloran approved the notice.", "struck out what was recorded"] { #expect(history.contains(words), "\(words)") }
                #expect(try await browser.get("/enforcement?words=harbour").text.contains("/enforcement/notices/export/csv?words=harbour"))
                #expect(try await browser.get("/enforcement/notices/export/csv?words=harbour").text.contains("N-2026-0001,Enforcement notice,C-2026-0001"))
                #expect(try await browser.get("/enforcement/notices/export/csv?state=withdrawn").text.contains("N-2026-0001") == false)
                #expect(try await browser.get("/enforcement/cases/export/csv?standing=open").text.contains("C-2026-0001,<Stairs>,Complaint"))
                #expect(try await browser.get("/enforcement/cases/export/docx").status == 404)
                #expect(try await browser.get("/enforcement?words=harbour").text.contains("N-2026-0001"))
                #expect(try await browser.get("/enforcement?state=withdrawn").text.contains("No notice fits"))
            }
        }
    }

    @Test func `the example has every state of a notice, and the register has its entries`() async throws {
        try await AppWorld.withExample(.sqlite) { world in
            let day = AppWorld.exampleDay
            let views = try await world.desk.read { session in try session.allNotices().map { NoticeView($0, on: day) } }
            let entries = views.compactMap { PublishedParticulars($0) }.compactMap(Publishing.entry)
            #expect(views.count == ExampleNotices.count && Set(views.map(\.state)) == Set(NoticeState.allCases))
            #expect(Set(views.compactMap(\.register)).isSuperset(of: [.notDue, .published, .interim, .removed, .never]))
            #expect(entries.count > 20 && entries.contains { $0.extent == .threeParticulars })
            #expect(Set(views.map(\.notice.reference.text)).count == views.count)
            let isWhole = try await world.desk.read { try Journal($0).verify().isWhole }
            #expect(isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader has the figures, and meets no case and no notice on any way`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await Self.begin(world)
            try await world.desk.write(by: .operator) { work in
                let enforcement = Enforcement()
                let own = try enforcement.open(NewCase(title: "Secret stairs", origin: .complaint, officer: "WM Ferris", premises: "P-1", opened: work.today), work)
                try enforcement.draft(.enforcement, NewNotice(grounds: "Secret grounds"), in: own, work)
            }
            let account = try await world.account("P. Lindqvist", .reader, .owner)
            let secret = try await world.secret(for: account, scopes: ["enforcement:read", "premises:read"])
            let browser = try await world.browser(of: "P. Lindqvist")
            let program = Browser(world.muster.site)
            program.authorization = "Bearer \(secret)"
            for page in ["", "/cases", "/cases/C-2026-0001", "/cases/C-2026-0001/history", "/notices/N-2026-0001", "/notices/N-2026-0001/files/text", "/signing"] {
                #expect(try await browser.get("/enforcement\(page)").status == 403, "\(page)")
            }
            for page in ["/notices", "/notices/N-2026-0001", "/cases", "/cases/C-2026-0001"] {
                #expect(try await program.get("/api/v1/enforcement\(page)").status == 403, "\(page)")
            }
            let open = [
                try await browser.get("/premises/P-1"), try await browser.get("/enforcement/dashboard"), try await browser.get("/enforcement/timeliness"),
                try await browser.get("/enforcement/policy"), try await program.get("/api/v1/premises/P-1"), try await program.get("/api/v1/mentions?about=premises/1"),
            ]
            for answer in open {
                #expect(answer.status == 200)
                for hidden in ["Secret", "C-2026-0001", "N-2026-0001", "Open a case", "href=\"/enforcement\""] { #expect(!answer.text.contains(hidden), "\(hidden)") }
            }
            #expect(open[0].text.contains("href=\"/enforcement/dashboard\""))
        }
    }
}
