@testable import App
import Foundation
import HTTPTypes
import Inspections
import Kernel
import People
@testable import Quality
import Storage
import TestBrowser
import TestSupport
import Testing
import Web

/// Samples, checks and what is done about them as programs keep them, on 15 April 2026.
struct QualityAPITests {
    @Test(arguments: Engine.allCases)
    func `a program plans and draws a sample, makes a check, and has something done about it`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            try await QualityJourneyTests.begin(world)
            try await world.desk.write(by: .operator) { work in
                _ = try Quality().draft(NewQualityForm(title: "Check", criteria: [QualityCriterion("letter-sent", "The letter was sent"), QualityCriterion("told", "It shows")]), work)
            }
            let approver = try await world.account("S. Approver", .reader, .approver)
            let manager = try await world.account("GM Halloran", .reader, .manager)
            let (approving, managing) = (try await world.secret(for: approver, scopes: ["quality:write"]), try await world.secret(for: manager, scopes: ["quality:read", "quality:write"]))
            try await Browser.open(world.muster.site) { browser in
                func put(_ path: String, _ json: String) async throws -> (status: Int, text: String) {
                    let answer = try await world.muster.site.ask(.put, "/api/v1/\(path)", [.authorization: "Bearer \(managing)", .contentType: "application/json", .ifMatch: "*"], body: Array(json.utf8))
                    return (answer.status, String(decoding: answer.bytes, as: UTF8.self))
                }
                browser.authorization = "Bearer \(approving)"
                #expect(try await browser.send("/api/v1/quality/forms/1/adoption", json: #"{"from":"2026-04-15"}"#).status == 201)
                #expect(try await browser.get("/api/v1/quality/checks").status == 403, "the scope of writing alone")
                browser.authorization = "Bearer \(managing)"
                let plan = #"{"title":"Quarter 4","from":"2026-01-01","through":"2026-03-31","due":"2026-06-30","all":10,"reviewers":["GM Halloran"]}"#
                let planned = try await browser.send("/api/v1/quality/plans", json: plan)
                #expect(planned.status == 201 && planned.text.contains("\"rules\":[\"every prohibition-notice\",\"all 10\"]"), "\(planned.text)")
                #expect(try await put("quality/plans/QS-2026-0001", plan.replacing("\"all\":10", with: "\"all\":10,\"fault\":30")).text.contains("\"fault\":30"))
                let drawn = try await browser.send("/api/v1/quality/plans/QS-2026-0001/draw", json: #"{"seed":7}"#)
                #expect(drawn.status == 201 && drawn.text.contains("\"seed\":7") && drawn.text.contains("\"stock\":1") && drawn.text.contains("\"state\":\"under-way\""), "\(drawn.text)")
                #expect(try await browser.send("/api/v1/quality/plans/QS-2026-0001/draw", json: "{}").text.contains("sample-drawn-already"))
                #expect(try await browser.get("/api/v1/quality/plans/QS-2026-0001/again").text.contains("\"same\":true"))
                let check = "quality/checks/Q-2026-0001"
                #expect(try await put("\(check)/sheet", #"{"answers":["letter-sent: fail | Late"],"grade":"adequate","departure":"So it is"}"#).text.contains("check-unanswered"))
                #expect(try await browser.send("/api/v1/\(check)/completion", json: #"{"on":"2026-04-15"}"#).text.contains("check-unanswered"))
                #expect(try await put("\(check)/sheet", #"{"answers":["letter-sent: fail | Late","told: pass"]}"#).status == 200)
                let done = try await browser.send("/api/v1/\(check)/completion", json: #"{"on":"2026-04-15"}"#)
                #expect(done.status == 201 && done.text.contains("\"grade\":\"adequate\"") && done.text.contains("\"failed\":1"), "\(done.text)")
                #expect(try await put("\(check)/correction", #"{"summary":"Letters","because":"Left out"}"#).text.contains("\"correction\":\"Left out\""))
                #expect(try await browser.send("/api/v1/\(check)/reply", json: #"{"reply":"x"}"#).status == 403)
                let asked = try await browser.send("/api/v1/\(check)/remedials", json: #"{"criterion":"letter-sent","kind":"training","what":"Show the days","owner":"GM Halloran","due":"2026-05-15"}"#)
                #expect(asked.status == 201 && asked.text.contains("\"what\":\"Show the days\""))
                #expect(try await put("quality/remedials/1", #"{"what":"Show the days","owner":"GM Halloran","due":"2026-05-31"}"#).text.contains("2026-05-31"))
                #expect(try await browser.send("/api/v1/quality/remedials/1/look", json: #"{"on":"2026-04-15","outcome":"worked","because":"x"}"#).status == 403, "the owner does not judge")
                #expect(try await browser.send("/api/v1/quality/remedials/1/plan-action", json: #"{"finding":"finding/1"}"#).text.contains("\"action\":\"action/1\""))
                #expect(try await browser.send("/api/v1/quality/remedials/1/completion", json: #"{"on":"2026-04-15","doing":"x"}"#).text.contains("remedial-in-plan"))
                #expect(try await browser.get("/api/v1/quality/remedials?state=in-plan").text.contains("\"number\":1"))
                #expect(try await browser.get("/api/v1/quality/checks?criterion=letter-sent").text.contains("\"reference\":\"Q-2026-0001\""))
                #expect(try await browser.get("/api/v1/quality/checks?grade=fine").status >= 400)
                #expect(try await browser.get("/api/v1/quality").text.contains("\"done\":1"))
                #expect(try await browser.get("/api/v1/quality/checks/export/csv").text.contains("letter-sent: fail | Late"))
                #expect(try await browser.get("/api/v1/\(check)/history").text.contains("corrected the check"))
            }
            let today = Day(2026, 4, 15)!
            let counts = try await world.desk.read { try $0.qualityCheckCounts(by: today) }
            #expect(counts == [QualityCheckCount(due: Day(2026, 6, 30)!, isPlanned: true, completed: today, hasFail: true)])
        }
    }
}
