@testable import App
import Enforcement
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing

/// The enforcement policy, its figures and their table by their pages, as a manager and a reader use them. It is 15 April 2026.
struct PolicyJourneyTests {
    @Test(arguments: Engine.allCases)
    func `a manager drafts a policy, has it take effect, and the dashboard holds figures against it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .reader, .manager) { browser in
                #expect(try await browser.get("/enforcement/dashboard").text.contains("No edition of the enforcement policy had taken effect"))
                #expect(try await browser.get("/enforcement/policy").text.contains("No edition has taken effect yet."))
                #expect(try await browser.get("/enforcement/timeliness").text.contains("No notice had been served"))
                #expect(try await browser.get("/enforcement/activity").text.contains("No number is stated yet."))
                _ = try await browser.get("/enforcement/policy/new")
                let wrong = try await browser.post("/enforcement/policy", ["edition": "2026", "retention": "2", "publish-after": "14"])
                #expect(wrong.status == 422 && wrong.text.contains("must be a whole number from 3 to 99"))
                let drafted = try await browser.post("/enforcement/policy", [
                    "edition": "<2026>", "purpose": "To keep people safe", "dutyholder": "A history\nIts intent\n", "strategic": "People asleep", "retention": "5", "publish-after": "2",
                    "count": "working-days", "withdrawn": "left-out", "sensitive": "substance", "letter-within": "10",
                ])
                #expect(drafted.location == "/enforcement/policy/1")
                let page = try await browser.get("/enforcement/policy/1").text
                #expect(page.contains("&lt;2026&gt;") && !page.contains("<2026>") && page.contains("<li>Its intent</li>") && page.contains("2 working days"))
                #expect(try await browser.post("/enforcement/policy/1/objectives", ["sentence": "Enough notices", "measure": "enforcement", "polarity": "at-least", "target": "30", "per": "year"]).status == 303)
                #expect(try await browser.post("/enforcement/policy/1/objectives", ["sentence": "Drop me", "measure": "caution", "polarity": "at-least", "target": "1", "per": "year"]).status == 303)
                #expect(try await browser.post("/enforcement/policy/1/objectives/1/edit", ["sentence": "Enough notices", "measure": "enforcement", "polarity": "at-least", "target": "20", "per": "year", "version": "1"]).status == 303)
                #expect(try await browser.post("/enforcement/policy/1/objectives/2/removal").status == 303)
                #expect(try await browser.post("/enforcement/policy/1/effect", ["on": "2010-01-01"]).status == 303)
                #expect(try await browser.post("/enforcement/policy/1/edit", ["edition": "x", "version": "2"]).text.contains("stays as it is"))
                for (year, count) in zip(2009...2019, [28, 18, 34, 14, 12, 14, 7, 1, 0, 0, 1]) {
                    #expect(try await browser.post("/enforcement/activity", ["year": "\(year)", "measure": "enforcement", "count": "\(count)", "source": "FOI 4039/2019"]).status == 303)
                }
                #expect(try await browser.post("/enforcement/activity", ["year": "2011/12", "measure": "officers", "count": "9", "source": "FOI 3789/2018"]).status == 303)
                #expect(try await browser.post("/enforcement/activity", ["year": "2011", "measure": "enforcement", "count": "9", "source": "x"]).text.contains("It is stated already."))
                let dashboard = try await browser.get("/enforcement/dashboard").text
                #expect(dashboard.contains("34 (stated)") && dashboard.contains("11.727") && dashboard.contains("3.78") && dashboard.contains("Enough notices") && dashboard.contains("<figure class=\"overtime\">"))
                for span in ["month", "quarter", "year", "financial-year", "nonsense"] { #expect(try await browser.get("/enforcement/dashboard?by=\(span)").status == 200) }
                let then = try await browser.get("/enforcement/dashboard?on=2020-01-15").text
                #expect(!then.contains("34 (stated)"), "nobody had stated it here by then")
                #expect(try await browser.get("/enforcement/activity/3/edit").text.contains("FOI 4039/2019"))
                #expect(try await browser.post("/enforcement/activity/3/edit", ["count": "35", "source": "Misread", "version": "1"]).location == "/enforcement/activity")
                #expect(try await browser.get("/enforcement/activity").text.contains("Misread"))
                #expect(try await browser.get("/enforcement/dashboard/export/csv").text.contains("Enforcement notices"))
                for path in ["/enforcement/dashboard/export/xlsx", "/enforcement/timeliness/export/csv"] { #expect(try await browser.get(path).status == 200, "\(path)") }
                #expect(try await browser.get("/enforcement/dashboard/export/docx").status == 404)
            }
            try await world.browsing(as: "P. Lindqvist", .reader) { browser in
                let page = try await browser.get("/enforcement/policy").text
                let form = try await browser.get("/enforcement/policy/new")
                #expect(!page.contains("Draft an edition") && form.status == 403)
            }
        }
    }
}
