import Kernel
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

struct PlanJourneyTests {
    static let table = """
        Recommendation\tAction\tOwner\tBy when
        Show that cover at night is provided\tPublish a rota of qualified officers\tGM Halloran\t31/03/2026
        \tLog each call for advice\tGM Halloran & Control\t31//10/2026
        Set a target for audits\tAgree the target\tHead of Protection\tend of June 2026
        """

    @Test(arguments: Engine.allCases)
    func `a manager imports a table, answers its query and has a live plan`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                _ = try await browser.get("/imports/new")
                let sent = try await browser.upload("/imports", file: "file", named: "plan.txt", Array(Self.table.utf8))
                #expect(sent.status == 303)
                let preview = try await browser.get(sent.location ?? "")
                #expect(preview.text.contains("31 October 2026"))
                #expect(preview.text.contains("1 query is open"))
                let accepted = try await browser.post(sent.location ?? "", ["deed": "suggestions"])
                #expect(accepted.status == 303)
                _ = try await browser.get(sent.location ?? "")
                let made = try await browser.post(sent.location ?? "", [
                    "deed": "plan", "table 1, row 3, By when|day-malformed": "2026-10-30",
                    "title": "Review response", "kind": "peer-review", "findings": "recommendation", "from": "2026-01-01",
                    "through": "2026-06-30", "as-of": "2026-04-15", "rules": "standard-1",
                ])
                #expect(made.location == "/plans/review-response")
                let page = try await browser.get("/plans/review-response")
                #expect(page.status == 200)
                #expect(page.text.contains("15 days past its due day and not recorded as done"))
                #expect(page.text.contains("30 October 2026"), "what stands in the form counts, saved before or not")
                let again = try await browser.post(sent.location ?? "", ["deed": "plan", "title": "Twice"])
                #expect(again.status == 404)
            }
            let verbs = try await world.verbs()
            #expect(verbs.filter { $0 == "began the plan" }.count == 1)
            #expect(verbs.filter { $0 == "added the action" }.count == 3)
        }
    }

    /// The page was opened before somebody, in another tab, had the document read again in another way.
    @Test(arguments: Engine.allCases)
    func `a suggestion is accepted for the query it was shown with`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                _ = try await browser.get("/imports/new")
                let table = Self.table.replacing("31/03/2026", with: "31//03/2026")
                let sent = try await browser.upload("/imports", file: "file", named: "plan.txt", Array(table.utf8))
                let page = try await browser.get(sent.location ?? "")
                let deeds = page.text.matches(of: /value="(accept\/[^"]+)"/).map { String($0.1).replacing("&#39;", with: "'") }
                #expect(deeds == ["accept/table 1, row 2, By when|day-malformed", "accept/table 1, row 3, By when|day-malformed"])
                #expect(try await browser.post(sent.location ?? "", ["deed": deeds[1]]).status == 303)
                let then = try await browser.get(sent.location ?? "")
                #expect(then.text.contains("1 query is open"))
                #expect(then.text.contains("name=\"table 1, row 3, By when|day-malformed\"") && then.text.contains("value=\"2026-10-31\""))
                // Where the column holds no days, nothing is asked of it.
                #expect(try await browser.post(sent.location ?? "", ["deed": "columns", "column-0-3": "ignored"]).status == 303)
                let late = try await browser.post(sent.location ?? "", ["deed": deeds[0]])
                #expect(late.status == 422 && late.text.contains("no longer asked"))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a form that can't be accepted comes back with what was written`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                _ = try await browser.get("/plans/new")
                let answer = try await browser.post("/plans", ["title": "A <plan>", "from": "2026-06-01", "through": "2026-05-01"])
                #expect(answer.status == 422)
                #expect(answer.text.contains("A &lt;plan&gt;"))
                #expect(answer.text.contains("The last day, 1 May 2026, is before the first, 1 June 2026."))
                #expect(answer.text.contains("href=\"#through\""))
            }
            #expect(try await world.verbs().contains("began the plan") == false)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a reader sees plans and is offered nothing to change`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let plan = try Plans().begin(NewPlan(title: "Open plan", kind: .improvement, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                let finding = try Plans().add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
                try Plans().add(NewAction(text: "Close it", due: Day(2026, 5, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work)
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let page = try await browser.get("/plans/open-plan")
                #expect(page.status == 200)
                #expect(!page.text.contains("Add a finding"))
                #expect(try await browser.get("/plans/open-plan/edit").status == 403)
                #expect(try await browser.post("/plans/open-plan/findings", ["text": "x"]).status == 403)
                #expect(try await browser.post("/plans/open-plan/actions/1.1/completion", ["on": "2026-04-01"]).status == 403)
                let then = try await browser.get("/plans/open-plan?on=2026-02-01")
                #expect(then.text.contains("You are looking back"))
                #expect(try await browser.get("/plans/open-plan?on=2026-02-31").status == 422)
            }
        }
    }

    @Test func `what is shown is taken away as a table`() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.desk.write(by: .operator) { work in
                let plan = try Plans().begin(NewPlan(title: "Open plan", kind: .improvement, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                let finding = try Plans().add(NewFinding(kind: .gap, text: "A gap"), to: plan, work)
                try Plans().add(NewAction(text: "=1+1", due: Day(2026, 4, 1)), to: finding, of: plan, work)
                try Plans().add(NewAction(text: "Later", due: Day(2026, 9, 1)), to: finding, of: plan, work)
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let csv = try await browser.get("/plans/open-plan/export/csv?standing=red")
                #expect(csv.type == "text/csv; charset=utf-8")
                #expect(csv.text.contains("'=1+1"))
                #expect(!csv.text.contains("Later"))
                let xlsx = try await browser.get("/plans/open-plan/export/xlsx")
                #expect(xlsx.bytes.starts(with: Array("PK".utf8)))
                #expect(try await browser.get("/plans/open-plan/export/pdf").status == 404)
            }
        }
    }
}
