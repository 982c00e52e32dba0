@testable import App
import Kernel
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// What is somebody's own, told the same by every face.
struct OwnWorkTests {
    @Test(arguments: Engine.allCases)
    func `work on a past day is that of the posts held then`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.desk.write(by: .operator) { work in
                let post = try People().findOrAdd(name: "Head of Protection", work)
                let person = try People().findOrAdd(name: "R. Okafor", work)
                try People().give(post: post.id, to: person.id, from: Day(2026, 1, 1)!, through: Day(2026, 3, 31)!, work)
                let plan = try Plans().begin(NewPlan(title: "Cover", kind: .audit, from: Day(2026, 1, 1)!, through: Day(2026, 12, 31)!), work)
                let finding = try Plans().add(NewFinding(kind: .gap, text: "A gap", since: Day(2026, 1, 1)), to: plan, work)
                try Plans().add(NewAction(text: "Close the gap", owners: ["Head of Protection"], due: Day(2026, 5, 1), since: Day(2026, 1, 1)), to: finding, of: plan, work)
            }
            try await world.browsing(as: "R. Okafor", .reader, .owner) { browser in
                for (address, isThere) in [("/work?on=2026-03-31", true), ("/work?on=2026-04-01", false), ("/work", false)] {
                    let page = try await browser.get(address)
                    #expect(page.text.contains("Close the gap") == isThere, "\(address)")
                }
            }
        }
    }
}
