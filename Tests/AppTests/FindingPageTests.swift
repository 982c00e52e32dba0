import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// A finding at its own address.
struct FindingPageTests {
    /// A plan whose finding has one action, in the plan since 1 January, and another finding from today.
    private func with(_ engine: Engine, _ body: @escaping @Sendable (AppWorld) async throws -> Void) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let (plans, january) = (Plans(), Day(2026, 1, 1)!)
                let plan = try plans.begin(NewPlan(
                    reference: Reference("cover"), title: "Night cover", kind: .audit, from: january, through: Day(2026, 12, 31)!), work)
                let finding = try plans.add(
                    NewFinding(kind: .gap, text: "Cover is not shown", fullText: "First part.\n\nSecond part.", since: january), to: plan, work)
                try plans.add(NewAction(text: "Publish a rota", due: Day(2026, 4, 1), since: january), to: finding, of: plan, work)
                try plans.add(NewFinding(kind: .gap, text: "Records are lost"), to: plan, work)
            }
            try await body(world)
        }
    }

    @Test(arguments: Engine.allCases)
    func `everybody reads how it stands, its wording and its actions`(_ engine: Engine) async throws {
        try await with(engine) { world in
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let page = try await browser.get("/plans/cover/findings/1")
                #expect(page.status == 200)
                #expect(page.text.contains("<h1>Cover is not shown</h1>") && page.text.contains("<p>First part.</p><p>Second part.</p>"))
                #expect(page.text.contains("0 of 1 action done") && page.text.contains("href=\"/plans/cover/actions/1.1\""))
                #expect(page.text.contains("href=\"/plans/cover/history\"") && !page.text.contains("/edit\""))
                #expect(Strict.faults(in: page.text).isEmpty)
                #expect(try await browser.get("/plans/cover").text.contains("href=\"/plans/cover/findings/1\""))
                #expect(try await browser.get("/plans/cover/findings/1/edit").status == 403)
                let then = try await browser.get("/plans/cover/findings/1?on=2026-02-01").text
                #expect(then.contains("href=\"/plans/cover/actions/1.1?on=2026-02-01\""))
                let before = try await browser.get("/plans/cover/findings/2?on=2026-02-01")
                #expect(before.status == 404 && before.text.contains("Finding 2 was not in Night cover on 1 February 2026."))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who keeps the plan edits and moves it one address further`(_ engine: Engine) async throws {
        try await with(engine) { world in
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                #expect(try await browser.get("/plans/cover/findings/1").text.contains("href=\"/plans/cover/findings/1/edit\""))
                let form = try await browser.get("/plans/cover/findings/1/edit").text
                #expect(form.contains("action=\"/plans/cover/findings/1/edit\"") && Strict.faults(in: form).isEmpty)
                #expect(try await browser.post("/plans/cover/findings/1/edit", ["text": "", "version": "1"]).status == 422)
                let saved = try await browser.post("/plans/cover/findings/1/edit", ["text": "Cover by night", "kind": "gap", "version": "1"])
                #expect(saved.location == "/plans/cover#finding-1")
                #expect(try await browser.post("/plans/cover/findings/1/place", ["step": "sideways"]).status == 422)
                let moved = try await browser.post("/plans/cover/findings/1/place", ["step": "down"])
                #expect(moved.location == "/plans/cover/findings/1/edit")
                // A page kept ready shows what was changed.
                #expect(try await browser.get("/plans/cover/findings/1").text.contains("<h1>Cover by night</h1>"))
            }
            #expect(try await world.verbs().suffix(3) == ["edited the finding", "reordered the finding", "reordered the finding"])
        }
    }
}
