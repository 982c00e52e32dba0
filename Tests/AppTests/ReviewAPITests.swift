@testable import App
import HTTPTypes
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Reviews as a program keeps them, on 15 April 2026.
struct ReviewAPITests {
    @Test(arguments: Engine.allCases)
    func `a program keeps an inspection and reads what is due`(_ engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let account = try await world.account("R. Okafor", .reader, .manager)
            let secret = try await world.secret(for: account, scopes: ["reviews:read", "reviews:write"])
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                func made(_ path: String, _ json: String) async throws -> JSONNode {
                    let answer = try await browser.send("/api/v1/\(path)", json: json)
                    #expect(answer.status == 201, "\(path): \(answer.text)")
                    return try JSONReader.read(answer.bytes)
                }
                let begun = try await made("reviews", """
                    {"title":"Inspection","kind":"inspection","round":"round-3","reviewer":"HMICFRS","scope":"All","commissionedOn":"2026-01-12",\
                    "reportedOn":"2026-03-25","visits":["2026-02-02/2026-02-13"]}
                    """)
                #expect(begun["reference"] == "inspection")
                _ = try await made("reviews/inspection/judgments", #"{"question":"protecting","grade":"adequate"}"#)
                let raised = try await made("reviews/inspection/concerns", #"{"kind":"cause-of-concern","words":"X","issuedOn":"2026-03-25","accelerated":true}"#)
                #expect(raised["concerns"]?.members.first?["deadline"]?["words"] == "Due in 7 days")
                _ = try await made("reviews/inspection/recommendations", #"{"words":"Do it","concern":1}"#)
                let sent = try await made("reviews/inspection/concerns/1/submission", #"{"on":"2026-04-14"}"#)
                #expect(sent["concerns"]?.members.first?["deadline"]?["standing"] == "submitted")
                let before = try await browser.get("/api/v1/reviews/inspection/concerns/1?on=2026-04-13")
                #expect(try JSONReader.read(before.bytes)["deadline"]?["words"] == "Due in 9 days")
                let taken = try await made("reviews/inspection/retractions", #"{"of":"concern_submission/1","because":"A draft"}"#)
                #expect(taken["concerns"]?.members.first?["submission"] == nil)
                #expect(try await browser.send("/api/v1/reviews/inspection/concerns", json: #"{"kind":"cause-of-concern","words":"X","issuedOn":"2026-04-16"}"#).text.contains("day-still-to-come"))
                #expect(try await browser.get("/api/v1/plans").status == 403, "its scopes are for reviews")
            }
            #expect(try await world.verbs().suffix(6) == [
                "put the review on record", "recorded the judgment", "recorded the cause of concern", "added the recommendation", "submitted the plan", "took back the submission",
            ])
        }
    }
}
