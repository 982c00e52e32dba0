@testable import App
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing

/// Measures, values, charts and a report by their pages, as a manager, an owner and a reader use them. It is 15 April 2026.
struct PerformanceJourneyTests {
    private static let audits: KeyValuePairs = [
        "title": "Audits <in time>", "meaning": "Of those due", "kind": "rate", "frequency": "month", "source": "typed", "denominator": "Due", "multiplier": "100", "unit": "%", "decimals": "1",
        "polarity": "higher", "owner": "P. Lindqvist",
    ]

    @Test(arguments: Engine.allCases)
    func `a manager sets up a measure, its owner records it, and a report of it is signed`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "P. Lindqvist", .reader) { _ in }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/performance").text.contains("Nothing is measured monthly yet."))
                let wrong = try await browser.post("/performance/measures", ["title": "x", "meaning": "x", "kind": "rate"])
                #expect(wrong.status == 422 && wrong.text.contains("Say what the number under the line is of"))
                #expect(try await browser.post("/performance/measures", Self.audits).location == "/performance/measures/PM-01")
                #expect(try await browser.post("/performance/measures/PM-01/targets", ["from": "2025-04", "figure": "90"]).status == 303)
                #expect(try await browser.post("/performance/measures/PM-01/targets", ["from": "2025-04", "shape": "even", "figure": "90"]).status == 422)
                let page = try await browser.get("/performance/measures/PM-01").text
                #expect(page.contains("Audits &lt;in time&gt;") && page.contains("There is no figure to draw yet.") && page.contains("90.0% in each month"))
                #expect(try await browser.get("/performance/measures/PM-01/edit").text.contains("Of those due"))
                #expect(try await browser.post("/performance/measures/PM-01/edit", ["title": "Audits in time", "meaning": "Of those due", "denominator": "Due", "multiplier": "100", "unit": "%", "decimals": "1", "polarity": "higher", "owner": "P. Lindqvist", "version": "1"]).status == 303)
                #expect(try await browser.get("/performance/measures/PM-09").status == 404)
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                #expect(try await browser.get("/performance/measures/new").status == 403)
                #expect(try await browser.post("/performance/measures/PM-01/values", ["period": "2026-04", "numerator": "1", "denominator": "2"]).text.contains("is not over before"))
                #expect(try await browser.post("/performance/measures/PM-01/values", ["period": "2026-03", "numerator": "8", "denominator": "10", "standing": "provisional"]).status == 303)
                let rows = (1...14).map { "PM-01,\(2025 + ($0 - 1) / 12)-\(($0 - 1) % 12 + 1 < 10 ? "0" : "")\(($0 - 1) % 12 + 1),\($0 % 2 == 0 ? 46 : 47),50" }
                let file = "measure,period,numerator,denominator\n" + rows.joined(separator: "\n")
                let preview = try await browser.post("/performance/values/preview", ["rows": file])
                #expect(preview.status == 200 && preview.text.contains("Of 14 rows, 14 are new.") && preview.text.contains("Take 14 values"))
                #expect(try await browser.post("/performance/values", ["rows": file]).location == "/performance")
                #expect(try await browser.post("/performance/values/preview", ["rows": file + "\nPM-07,2026-01,1,2"]).text.contains("Nothing is taken while a row is wrong."))
                #expect(try await browser.post("/performance/values", ["rows": file + "\nPM-07,2026-01,1,2"]).status == 422)
                let page = try await browser.get("/performance/measures/PM-01").text
                #expect(page.contains("<figure class=\"burnup\">") && page.contains("Concerning") && page.contains("80.0% (provisional)") && !page.contains("Set a target"))
                #expect(try await browser.get("/performance/measures/PM-01?unscreened=yes").text.contains("Show it screened"))
                let card = try await browser.get("/performance").text
                #expect(card.contains("Needs improvement") && card.contains("1 in need of improvement"))
                for path in ["/performance?by=quarter", "/performance?by=year&period=2025-26", "/performance?period=nonsense", "/performance?standing=succeeding", "/performance?on=2026-01-01"] {
                    #expect(try await browser.get(path).status == 200, "\(path)")
                }
                #expect(try await browser.get("/performance/export/csv").text.contains("Needs improvement"))
                #expect(try await browser.get("/performance/measures/PM-01/export/xlsx").status == 200)
                #expect(try await browser.get("/performance/reports/month/2026-03/commentary").status == 403)
                #expect(try await browser.post("/performance/reports/month/2026-03/exceptions/PM-01", ["words": "Two were away."]).location == "/performance/reports/month/2026-03#exceptions")
            }
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                let report = "/performance/reports/month/2026-03"
                #expect(try await browser.post("\(report)/signature").text.contains("There is no commentary yet."))
                #expect(try await browser.get("\(report)/commentary").text.contains("In March 2026, 0 of 1 measure"))
                #expect(try await browser.post("\(report)/commentary", ["commentary": "A short <month>.", "version": "1"]).status == 303)
                let form = try await browser.get("\(report)/signature").text
                let seen = try #require(form.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1
                #expect(try await browser.post("\(report)/signature", ["version": "1", "seen": String(seen)]).text.contains("Someone else changed this since you opened it"))
                #expect(try await browser.post("\(report)/signature", ["version": "2", "seen": "1"]).status == 409, "other numbers than those that were seen")
                #expect(try await browser.post("\(report)/exceptions/PM-01", ["words": "Mine.", "version": "0"]).text.contains("Two were away."), "what was written stands beside it")
                #expect(try await browser.post("\(report)/signature", ["version": "2", "seen": String(seen)]).location == report)
                let signed = try await browser.get(report).text
                #expect(signed.contains("Signed") && signed.contains("A short &lt;month&gt;.") && signed.contains("Two were away.") && signed.contains("none has moved since"))
                #expect(try await browser.post("/performance/measures/PM-01/values", ["period": "2026-03", "numerator": "9", "denominator": "10", "note": "One was late"]).status == 303)
                let moved = try await browser.get(report).text
                #expect(moved.contains("Moved since it was signed") && moved.contains("80.0% (provisional)") && moved.contains("Stale"))
                #expect(moved.contains("stale: was 80.0% (provisional) as signed on 15 April 2026, is 90.0% now"))
                #expect(try await browser.get("\(report)/files/text").text.contains("Two were away."))
                #expect(try await browser.get("/performance/reports").text.contains("March 2026"))
                #expect(try await browser.get("/performance/reports/month/2025-26").status == 404)
                #expect(try await browser.post("/performance/measures/PM-01/rebases", ["from": "2026-02", "reason": "Two teams were joined"]).status == 303)
                #expect(try await browser.get("/performance/measures/PM-01").text.contains("Trial limits"))
                #expect(try await browser.post("/performance/measures/PM-01/rebases/1/removal").status == 303)
                #expect(try await browser.post("/performance/measures/PM-01/targets/1/removal").status == 303)
                #expect(try await browser.post("/performance/measures/PM-01/end", ["on": "2026-04-15"]).status == 303)
                #expect(try await browser.get("/performance/measures/PM-01").text.contains("Ended"))
                let history = try await browser.get("/performance/measures/PM-01/history").text
                #expect(history.contains("R. Okafor revised the value of March 2026.") && history.contains("P. Lindqvist recorded the value of March 2026.") && history.contains("Two teams were joined"))
            }
        }
    }
}
