@testable import App
import Foundation
import Inspections
import Kernel
import People
import Premises
import Storage
import TestBrowser
import TestSupport
import Testing

/// The risk method as programs keep it. It is 15 April 2026.
struct RiskAPITests {
    private func body(_ method: RiskMethod) throws -> String {
        String(decoding: try JSONEncoder().encode(["method": RiskMethodFile.text(method)]), as: UTF8.self)
    }

    @Test(arguments: Engine.allCases)
    func `a program drafts and adopts a method, marks premises and reads their score`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let account = try await world.account("R. Okafor", .reader, .manager)
            let secret = try await world.secret(for: account, scopes: ["risk:read", "risk:write"])
            try await world.desk.write(by: .operator) { work in _ = try Gazetteer().register(NewPremises(name: "Quay Stores", type: .shop), since: Day(2020, 1, 1)!, work) }
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                #expect(try await browser.get("/api/v1/risk/premises/P-1").text.contains("no-risk-method"))
                let drafted = try await browser.send("/api/v1/risk/methods", json: body(.plain("2026")))
                #expect(drafted.status == 201 && drafted.text.contains("\"edition\":\"2026\""))
                #expect(try await browser.send("/api/v1/risk/methods", json: body(.plain("2026"))).text.contains("risk-edition-taken"))
                #expect(try await browser.send("/api/v1/risk/methods/1/adoption", json: #"{"on":"2020-01-01"}"#).status == 201)
                #expect(try await browser.send("/api/v1/risk/premises/P-1/markers", json: #"{"marker":"listed","since":"2026-04-01","why":"On the list"}"#).status == 201)
                #expect(try await browser.send("/api/v1/risk/premises/P-1/markers", json: #"{"marker":"listed","since":"2026-04-02","why":"x"}"#).text.contains("marker-put-already"))
                #expect(try await browser.send("/api/v1/risk/premises/P-1/compliance", json: #"{"on":"2025-05-01","level":5,"source":"A file"}"#).status == 201)
                let score = try await browser.get("/api/v1/risk/premises/P-1").text
                #expect(score.contains("\"score\":\"24\"") && score.contains("\"dueOn\":\"2026-05-01\"") && score.contains("\"overdue\":false") && score.contains("\"months\":12"))
                let list = try await browser.get("/api/v1/risk/scores?band=high").text
                #expect(list.contains("\"premises\":\"P-1\"") && list.contains("\"compliance\":5"))
                #expect(try await browser.get("/api/v1/risk/scores?band=none").text.contains("fields-need-attention"))
                #expect(try await browser.get("/api/v1/risk/bands").text.contains("\"neverAudited\":0"))
            }
        }
    }
}
