@testable import App
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// What changed in a plan, read on its page.
struct AccountJourneyTests {
    @Test func `a reader sees what happened between two days, and a wrong day is said beside its field`() async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.desk.write(by: .operator) { work in
                let plans = Plans()
                let plan = try plans.begin(NewPlan(title: "Review", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                let finding = try plans.add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
                let action = try plans.add(NewAction(text: "Close it", due: Day(2026, 3, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work)
                try plans.complete(action, of: plan, NewCompletion(on: Day(2026, 2, 20)!, narrative: "Closed"), work)
            }
            try await world.browsing(as: "P. Reader", .reader) { browser in
                let page = try await browser.get("/plans/review/account?since=2026-02-01&on=2026-03-01")
                #expect(page.status == 200)
                #expect(page.text.contains("completed on <time") || page.text.contains("completed on 20 February 2026, 9 days early. Closed"))
                #expect(Strict.faults(in: page.text).isEmpty)
                let plan = try await browser.get("/plans/review")
                #expect(plan.text.contains("/plans/review/account"))
                let wrong = try await browser.get("/plans/review/account?since=2026-04-01&on=2026-03-01")
                #expect(wrong.status == 422)
                #expect(wrong.text.contains("is after the day shown"))
                #expect(Strict.faults(in: wrong.text).isEmpty)
            }
        }
    }
}
