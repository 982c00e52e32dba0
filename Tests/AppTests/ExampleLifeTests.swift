@testable import App
import Boards
import Foundation
import Kernel
import Papers
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// What the example service has lived through, as its pages tell it.
struct ExampleLifeTests {
    @Test func `the example has five monthly papers, a closure report, a closure with its decision, and plans that wait for each other`() async throws {
        try await AppWorld.withExample(.sqlite) { world in
            let today = Day(2026, 11, 27)!
            world.clock.set(.inBritain(today, hour: 9))
            try await world.desk.read { session in
                let issued = try session.papers().filter { $0.standing(on: today) == .issued }.map(\.paper)
                #expect(issued.count { $0.reference.text.hasPrefix("leadership-") } == 5)
                for paper in issued {
                    let open = try session.facts(of: paper).sections.filter { !$0.isLeftOut && ($0.words ?? $0.standing).contains("To be written") }
                    #expect(open.isEmpty, "\(paper.reference) went out with places that nobody filled: \(open.map(\.heading))")
                }
                let closure = try #require(issued.first { $0.reference.text == "closure-inspection-response" })
                #expect(closure.covers.map(\.kind) == ["plan_closure"])
                let telling = try #require(try tellings.telling(of: closure.covers[0], TellingQuery(from: closure.from, to: closure.to), session))
                let words = telling.passages.flatMap(\.lines).map(\.words).joined(separator: " ")
                #expect(words.contains("The board’s decision: Service Leadership Team, 19 March 2026") && words.contains("3 verified; 1 carried forward; 1 closed, not implemented"))
                #expect(words.contains("goes on under Operational risk 2026/27 as 1.2") && words.contains("SM Whitlock looks after it"), "\(words)")
                let report = try session.closureReport(of: session.plan("inspection-response"), on: today, naming)
                #expect(report.decision?.hasPrefix("Service Leadership Team, 19 March 2026: Approved") == true && report.findings.map { $0.onward?.isPast } == [true, false])
                let culture = PlanView(try session.facts(of: session.plan("culture-improvement")), on: today)
                let late = try #require(culture.actions.first { $0.action.reference.text == "C1.3" })
                #expect(late.standing.colour == .red && late.standing.why.contains("waits for 8.1 of Peer review response, which is"), "\(late.standing.why)")
            }
            try await world.browsing(as: "A. Reader", .reader) { browser in
                let (waiting, awaited, closed) = try await (
                    browser.get("/plans/culture-improvement/actions/C1.3").text, browser.get("/plans/peer-review-response/actions/8.1").text, browser.get("/plans/inspection-response").text)
                #expect(waiting.contains("/plans/peer-review-response/actions/8.1"))
                #expect(awaited.contains("/plans/culture-improvement/actions/C1.3"))
                #expect(closed.contains("The board decided: <a href=\"/boards/service-leadership-team/decisions/"))
            }
        }
    }
}
