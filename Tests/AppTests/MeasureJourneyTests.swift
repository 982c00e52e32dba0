import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// Measures by their pages. It is 15 April 2026.
struct MeasureJourneyTests {
    private func plan(_ world: AppWorld) async throws {
        try await world.desk.write(by: .operator) { work in
            _ = try People().findOrAdd(name: "GM Halloran", work)
            let plan = try Plans().begin(NewPlan(
                reference: Reference("cover"), title: "Night cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
            let finding = try Plans().add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
            try Plans().add(NewAction(text: "Close it", owners: ["GM Halloran"], due: Day(2026, 9, 30), since: Day(2026, 1, 1)), to: finding, of: plan, work)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a manager adds a measure, an owner reads it, and the finding shows how it stands`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await plan(world)
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/plans/cover/findings/1").text.contains("Nothing measures it yet."))
                let refused = try await browser.post("/plans/cover/findings/1/measures", ["title": "<On time>", "unit": "per cent", "threshold": "most"])
                #expect(refused.status == 422 && refused.text.contains("&lt;On time&gt;") && refused.text.contains("is not a number"))
                let added = try await browser.post("/plans/cover/findings/1/measures", ["title": "On time <now>", "unit": "per cent", "threshold": "95"])
                #expect(added.location == "/plans/cover/measures/1")
                _ = try await browser.post("/plans/cover/actions/1.1/measures", ["title": "Days", "unit": "days", "threshold": "5", "polarity": "lower"])
            }
            try await world.browsing(as: "GM Halloran", .reader, .owner) { browser in
                _ = try await browser.get("/plans/cover/measures/1")
                let early = try await browser.post("/plans/cover/measures/1/readings", ["value": "90", "on": "2026-04-16"])
                #expect(early.status == 422 && early.text.contains("value=\"90\"") && early.text.contains("href=\"#on\""))
                #expect(try await browser.post("/plans/cover/measures/1/readings", ["value": "90.5", "on": "2026-04-14", "note": "March"]).status == 303)
                let page = try await browser.get("/plans/cover/measures/1")
                #expect(page.text.contains("90.5 per cent") && page.text.contains("Below its threshold") && Strict.faults(in: page.text).isEmpty)
                #expect(!page.text.contains("End it"))
                #expect(try await browser.get("/plans/cover/measures/1?on=2026-04-13").text.contains("Not read yet"))
                #expect(try await browser.get("/plans/cover/findings/1").text.contains("At least 95 per cent"))
                #expect(try await browser.get("/plans/cover/actions/1.1").text.contains("At most 5 days"))
                #expect(try await browser.get("/plans/cover/measures").text.contains("On time &lt;now&gt;"))
                let back = try await browser.post("/plans/cover/measures/1/readings/1/withdrawal", ["because": "It was February"])
                #expect(back.status == 303)
                #expect(try await browser.get("/plans/cover/measures/1").text.contains("Nobody has read it yet."))
                let history = try await browser.get("/plans/cover/history").text
                #expect(history.contains("R. Okafor added the measure “On time &lt;now&gt;”."))
                #expect(history.contains("GM Halloran read a measure of 1.") && history.contains("Read: 90.5, on 14 April 2026"))
                #expect(history.contains("Taken back because: It was February"))
            }
            #expect(try await world.verbs().suffix(2) == ["read the measure", "took back a reading of the measure"])
        }
    }
}
