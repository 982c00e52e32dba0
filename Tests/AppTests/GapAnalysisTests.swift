@testable import App
import Kernel
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

/// A gap analysis against somebody else's list becomes a plan as any other document does. It is 15 April 2026.
struct GapAnalysisTests {
    private static let table = """
        No.\tRecommendation of the inquiry\tGap\tAction\tLead\tBy when\tStatus
        12\tServices keep one record of the outer walls of high-rise buildings\tFour lists, kept by three teams\tBring the lists into one record\tGM Halloran\t30/06/2026\tIn progress
        13\tControl rooms can take many calls about one fire\tNone\tTry it with a neighbour each year\tGM Control\t31/03/2026\tComplete
        14\tEvacuation plans are at hand at the scene\tNobody checks the boxes\tCheck each box once a year\tSM Achebe\tOngoing\tNot started
        """

    @Test(arguments: Engine.allCases)
    func `it is imported with its gaps, owners, days and statuses`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                _ = try await browser.get("/imports/new")
                let sent = try await browser.upload("/imports", file: "file", named: "gap analysis.txt", Array(Self.table.utf8))
                let preview = try await browser.get(sent.location ?? "")
                #expect(preview.text.contains("3 findings and 3 actions"), "\(preview.status)")
                #expect(try await browser.post(sent.location ?? "", ["deed": "suggestions"]).status == 303)
                _ = try await browser.get(sent.location ?? "")
                let made = try await browser.post(sent.location ?? "", [
                    "deed": "plan", "title": "High-rise inquiry", "kind": "gap-analysis", "findings": "gap", "from": "2026-01-01", "through": "2026-12-31",
                    "as-of": "2026-04-15", "rules": "standard-1",
                ])
                #expect(made.location == "/plans/high-rise-inquiry", "\(made.text.prefix(3000))")
                let page = try await browser.get("/plans/high-rise-inquiry").text
                #expect(page.contains("Gap. ") && page.contains("GM Halloran") && page.contains("30 June 2026"))
                let finding = try await browser.get("/plans/high-rise-inquiry/findings/12").text
                #expect(finding.contains("<dt>Kind</dt><dd>Gap</dd>"))
                #expect(finding.contains("Four lists, kept by three teams"), "what the gap is stands with the recommendation")
            }
            let view = try await world.desk.read { session in
                PlanView(try session.facts(of: session.plan("high-rise-inquiry")), on: Day(2026, 4, 15)!)
            }
            #expect(view.facts.plan.kind == .gapAnalysis)
            #expect(view.findings.map(\.finding.kind) == [.gap, .gap, .gap])
            #expect(view.findings.map(\.finding.reference.text) == ["12", "13", "14"])
            #expect(view.actions.map { $0.completion != nil } == [false, true, false])
            #expect(view.actions.map(\.action.dueWritten) == [nil, nil, "Ongoing"])
            #expect(view.actions.map(\.due) == [Day(2026, 6, 30)!, Day(2026, 3, 31)!, nil])
        }
    }
}
