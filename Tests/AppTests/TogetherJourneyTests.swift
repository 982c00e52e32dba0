@testable import App
import Kernel
import People
import Quality
import Storage
import TestBrowser
import TestSupport
import Testing

/// Trends, a calibration and a report of quality by their pages, by the API and at the command line. It is 15 April 2026.
@Suite struct TogetherJourneyTests {
    private static let page = "/quality/calibrations/QC-2026-0001"

    /// A form in force, an audit of WM Ferris, and a completed check of it.
    private static func begin(_ world: AppWorld) async throws {
        try await QualityJourneyTests.begin(world)
        try await world.desk.write(by: .operator) { work in
            _ = try People().findOrAdd(name: "SM Amis", work)
            try Quality(neighbours: qualityNeighbours).draft(
                NewQualityForm(title: "Check", criteria: [QualityCriterion("letter", "The letter was <sent>"), QualityCriterion("coded", "Coded rightly")]), work)
        }
        try await world.browsing(as: "S. Approver", .reader, .approver) { browser in
            let adopted = try await browser.post("/quality/forms/1/adoption", ["from": "2026-04-15", "version": "1"])
            #expect(adopted.status == 303)
        }
        try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
            let opened = try await browser.post("/quality/checks", ["work": "A-2026-0001", "reviewer": "GM Halloran", "due": "2026-05-15", "why": "New"])
            #expect(opened.status == 303)
        }
        try await world.browsing(as: "GM Halloran", .reader, .officer) { browser in
            let sheet: KeyValuePairs = ["version": "1", "answer-letter": "fail", "note-letter": "Late", "answer-coded": "pass", "grade": "needs-improvement"]
            let filled = try await browser.post("/quality/checks/Q-2026-0001/sheet", sheet)
            let completed = try await browser.post("/quality/checks/Q-2026-0001/completion", ["on": "2026-04-15", "version": "2"])
            #expect(filled.status == 303 && completed.status == 303)
        }
    }

    @Test(arguments: Engine.allCases)
    func `reviewers answer blind, and see all answers once a manager has closed it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await Self.begin(world)
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                #expect(try await browser.get("/quality/calibrations").text.contains("No calibration is on record that you read."))
                let wrong = try await browser.post("/quality/calibrations", ["work": "A-2026-0001", "reviewers": "SM Amis", "due": "2026-04-29"])
                #expect(wrong.status == 422 && wrong.text.contains("Name two reviewers at least") && wrong.text.contains("SM Amis"))
                let own = try await browser.post("/quality/calibrations", ["work": "A-2026-0001", "reviewers": "SM Amis\nWM Ferris", "due": "2026-04-29"])
                #expect(own.status == 409 && own.text.contains("nobody checks their own"))
                #expect(try await browser.post("/quality/calibrations", ["work": "A-2026-0001", "reviewers": "SM Amis\nGM Halloran", "due": "2026-04-29", "brief": "Alone, please"]).location == Self.page)
                let page = try await browser.get(Self.page).text
                #expect(page.contains("Open, blind") && page.contains("Nobody sees the answers of others") && page.contains("Alone, please"))
                #expect(try await browser.get(Self.page + "/sheet").status == 403)
                #expect(try await browser.post(Self.page + "/closure", ["conclusion": "So", "version": "1"]).text.contains("agreement needs two at least"))
            }
            for (name, letter, coded) in [("SM Amis", "fail", "pass"), ("GM Halloran", "pass", "pass")] {
                try await world.browsing(as: name, .reader, .officer) { browser in
                    #expect(try await browser.get("/quality/trends").status == 403)
                    let half = try await browser.post(Self.page + "/sheet", ["version": "1", "answer-letter": letter, "note-letter": "Seen by \(name)", "final": "yes"])
                    #expect(half.status == 409 && half.text.contains("1 criterion is not answered: Coded rightly."))
                    #expect(half.text.contains("Seen by \(name)"), "what was typed stands there still")
                    #expect(try await browser.post(Self.page + "/sheet", ["version": "1", "answer-letter": letter, "note-letter": "Seen by \(name)"]).location == Self.page)
                    let done: KeyValuePairs = ["version": "2", "answer-letter": letter, "note-letter": "Seen by \(name)", "answer-coded": coded, "final": "yes"]
                    #expect(try await browser.post(Self.page + "/sheet", done).location == Self.page)
                    let page = try await browser.get(Self.page).text
                    #expect(page.contains("Handed in") && !page.contains("Seen by"), "blind while it is open")
                }
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                let page = try await browser.get(Self.page)
                #expect(page.status == 403)
            }
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                #expect(try await browser.get(Self.page + "/closure").status == 200)
                #expect(try await browser.post(Self.page + "/closure", ["conclusion": "The <receipt> counts", "version": "1"]).location == Self.page)
                let page = try await browser.get(Self.page).text
                #expect(page.contains("Seen by SM Amis") && page.contains("The &lt;receipt&gt; counts") && page.contains("gave the same answer in 50% of pairs"))
                #expect(page.contains("They differ on “The letter was &lt;sent&gt;”."))
                #expect(try await browser.post(Self.page + "/abandonment", ["because": "x", "version": "2"]).status == 409)
                #expect(try await browser.get("/quality/calibrations").text.contains("QC-2026-0001"))
                #expect(try await browser.get("/quality/calibrations/QC-2026-0009").status == 404)
            }
            try await world.browsing(as: "WM Ferris", .reader, .officer) { browser in
                let page = try await browser.get(Self.page)
                #expect(page.status == 200)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `what checks show together is read and taken away, and a report of it is signed as it was seen`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await Self.begin(world)
            try await world.browsing(as: "R. Manager", .reader, .manager) { browser in
                let trends = try await browser.get("/quality/trends?from=2026-01-01").text
                #expect(trends.contains("1 check of work done") && trends.contains("Nobody has as many as 5 cases") && trends.contains("Too few to judge"))
                #expect(try await browser.get("/quality/trends?from=2026-01-01&criterion=letter").text.contains("The letter was &lt;sent&gt;"))
                #expect(try await browser.get("/quality/trends?from=2025-01-01&through=2025-06-30").text.contains("No completed check is of work done in this time"))
                #expect(try await browser.get("/quality/trends?from=tomorrow").status == 422)
                #expect(try await browser.get("/quality/trends?from=2026-05-01&through=2026-04-01").status == 422)
                #expect(try await browser.get("/quality/trends/export/csv?from=2026-01-01").text.contains("WM Ferris"))
                #expect(try await browser.get("/quality/trends/export/xlsx").status == 200)
                let report = "/quality/reports/quarter/2025-26-q4"
                #expect(try await browser.get("/quality/reports").text.contains("No report was written yet."))
                #expect(try await browser.get("/quality/reports/month/2026-03").status == 404)
                #expect(try await browser.get(report).text.contains("100% did not pass (1 of 1)"))
                #expect(try await browser.post("\(report)/signature", ["seen": "x"]).status == 409)
                #expect(try await browser.get("\(report)/commentary").text.contains("Of the checks that were due, 0 of 0 were done."))
                #expect(try await browser.post("\(report)/commentary", ["commentary": "Letters <late>."]).location == report)
                let form = try await browser.get("\(report)/signature").text
                let seen = String(try #require(form.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
                #expect(try await browser.post("\(report)/signature", ["version": "1", "seen": "1"]).text.contains("Someone else changed this since you opened it"))
                #expect(try await browser.post("\(report)/signature", ["version": "1", "seen": seen]).location == report)
                let signed = try await browser.get(report).text
                #expect(signed.contains("Signed") && signed.contains("Letters &lt;late&gt;.") && signed.contains("nothing of it has moved since"))
                #expect(try await browser.get("\(report)/files/text").text.contains("100% did not pass (1 of 1)"))
                #expect(try await browser.get("\(report)/files/scroll").status == 404)
                #expect(try await browser.post("\(report)/commentary", ["commentary": "More", "version": "2"]).status == 409)
                #expect(try await browser.get("/quality/reports").text.contains("Q4 2025/26"))
            }
            try await world.browsing(as: "GM Halloran", .reader, .officer) { browser in
                let page = try await browser.get("/quality/reports/quarter/2025-26-q4")
                #expect(page.status == 403)
            }
        }
    }
}
