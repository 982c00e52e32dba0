@testable import App
import Boards
import HTTPTypes
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Boards as a program keeps them, on 15 April 2026.
struct BoardAPITests {
    private func programming(_ engine: Engine, _ body: @escaping @Sendable (AppWorld, Browser) async throws -> Void) async throws {
        try await AppWorld.with(engine) { world in
            let account = try await world.account("R. Okafor", .reader, .manager)
            _ = try await world.desk.write(by: .operator) { work in try People().add(NewParty(kind: .person, name: "Cllr Osei"), work) }
            let secret = try await world.secret(for: account, scopes: ["boards:read", "boards:write"])
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                try await body(world, browser)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program keeps a board from its beginning to its decisions`(_ engine: Engine) async throws {
        try await programming(engine) { world, browser in
            func made(_ path: String, _ json: String) async throws -> JSONNode {
                let answer = try await browser.send("/api/v1/\(path)", json: json)
                #expect(answer.status == 201, "\(path): \(answer.text)")
                return try JSONReader.read(answer.bytes)
            }
            let board = try await made("boards", #"{"name":"Audit Committee","oversees":"Risk","since":"2026-01-01"}"#)
            #expect(board["reference"] == "audit-committee")
            #expect(try await made("boards/audit-committee/seats", #"{"party":"Cllr Osei","role":"chair","from":"2026-01-01"}"#)["role"] == "chair")
            _ = try await made("boards/audit-committee/meetings", #"{"on":"2026-04-15","title":"April","startsAt":"9:30"}"#)
            let meeting = try await made("boards/audit-committee/meetings", #"{"on":"2026-06-02","title":"June"}"#)
            #expect(meeting["meeting"]?["standing"] == "to-come")
            _ = try await made("boards/audit-committee/meetings/2/agenda", #"{"title":"Welcome"}"#)
            _ = try await made("boards/audit-committee/meetings/2/agenda", #"{"title":"Risk","presenter":"Cllr Osei"}"#)
            let moved = try await browser.send("/api/v1/boards/audit-committee/meetings/2/agenda/2/place", json: #"{"step":"up"}"#)
            #expect(try JSONReader.read(moved.bytes)["agenda"]?.members.map { $0["title"] } == ["Risk", "Welcome"])
            let removed = try await browser.send("/api/v1/boards/audit-committee/meetings/2/agenda/1/removal", json: "{}")
            #expect(try JSONReader.read(removed.bytes)["agenda"]?.members.count == 1)
            let decision = try await made("boards/audit-committee/meetings/1/decisions", #"{"outcome":"noted","words":"Seen"}"#)
            #expect(decision["on"] == "2026-04-15")
            #expect(try await made("boards/audit-committee/decisions/1/strike", #"{"because":"Wrong"}"#)["struckOut"]?["because"] == "Wrong")
            let off = try await made("boards/audit-committee/meetings/2/cancellation", #"{"because":"Snow"}"#)
            #expect(off["meeting"]?["standing"] == "cancelled")
            #expect(try await world.verbs().suffix(4) == ["took off the agenda item", "recorded the decision", "struck out the decision", "called off the meeting"])
            let whos = try await world.desk.read { try Journal($0).entries(before: nil, limit: 10).map(\.who) }
            #expect(Set(whos) == ["person/1 through program_token/1"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a refusal names its code, and the member that was wrong`(_ engine: Engine) async throws {
        try await programming(engine) { _, browser in
            _ = try await browser.send("/api/v1/boards", json: #"{"name":"Audit","oversees":"Risk","since":"2026-01-01"}"#)
            _ = try await browser.send("/api/v1/boards/audit/meetings", json: #"{"on":"2026-04-15","title":"April"}"#)
            #expect(try await browser.send("/api/v1/boards/audit/meetings/1/agenda", json: #"{"title":"Today"}"#).status == 201, "called for today")
            _ = try await browser.send("/api/v1/boards/audit/meetings/1/decisions", json: #"{"outcome":"noted","words":"Seen"}"#)
            for (path, body, status, code) in [
                ("boards", #"{"reference":"audit","name":"X","oversees":"X","since":"2026-01-01"}"#, 409, "board-reference-taken"),
                ("boards/none/meetings", #"{"on":"2026-04-15","title":"X"}"#, 404, "board-not-found"),
                ("boards/audit/meetings", #"{"on":"2025-04-15","title":"X"}"#, 422, "board-not-there-then"),
                ("boards/audit/meetings", #"{"on":"2026-04-15","title":"X","startsAt":"late"}"#, 422, "startsAt"),
                ("boards/audit/meetings/1/agenda", #"{"title":"X"}"#, 409, "agenda-settled"),
                ("boards/audit/meetings/1/decisions", #"{"outcome":"noted","words":"X","conditionsDue":"2026-05-01"}"#, 422, "conditionsDue"),
                ("boards/audit/meetings/1/decisions", #"{"outcome":"agreed","words":"X"}"#, 400, "outcome"),
                ("boards/audit/meetings/1/decisions", #"{"outcome":"noted","words":"X","about":["rocket/1"]}"#, 422, "about"),
            ] {
                let answer = try await browser.send("/api/v1/\(path)", json: body)
                #expect(answer.status == status && answer.text.contains(code), "\(path): \(answer.status) \(answer.text)")
            }
            #expect(try await browser.get("/api/v1/decisions?about=nothing").text.contains("subject-not-understood"))
            #expect(try await browser.get("/api/v1/plans").status == 403, "the token is for boards alone")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change names the version it saw, and a request sent twice is done once`(_ engine: Engine) async throws {
        try await programming(engine) { world, browser in
            func ask(_ method: HTTPRequest.Method, _ path: String, _ json: String, _ more: HTTPFields = [:]) async throws -> (status: Int, tag: String?, text: String) {
                var headers = more
                headers[.authorization] = browser.authorization
                if method != .get { headers[.contentType] = "application/json" }
                let reply = try await world.muster.site.ask(method, "/api/v1/\(path)", headers, body: method == .get ? nil : Array(json.utf8))
                return (reply.status, reply.headers[.eTag], reply.text)
            }
            let key = HTTPField.Name("Idempotency-Key")!
            for _ in 0..<2 {
                let begun = try await ask(.post, "boards", #"{"name":"Audit","oversees":"Risk","since":"2026-01-01"}"#, [key: "one"])
                #expect(begun.status == 201)
            }
            #expect(try await world.verbs().filter { $0 == "began the board" }.count == 1)
            let tag = try #require(try await ask(.get, "boards/audit", "").tag)
            let body = #"{"name":"Audit and Risk","oversees":"Risk","since":"2026-01-01"}"#
            #expect(try await ask(.put, "boards/audit", body).status == 428)
            #expect(try await ask(.put, "boards/audit", body, [.ifMatch: tag]).status == 200)
            #expect(try await ask(.put, "boards/audit", body, [.ifMatch: tag]).status == 412)
            let fresh = try #require(try await ask(.get, "boards/audit", "").tag)
            #expect(try await ask(.get, "boards/audit", "", [.ifNoneMatch: fresh]).status == 304)
            _ = try await ask(.post, "boards/audit/seats", #"{"party":"Cllr Osei","from":"2026-01-01"}"#)
            let seat = try #require(try await ask(.get, "boards/audit/seats/1", "").tag)
            #expect(try await ask(.put, "boards/audit/seats/1", #"{"through":"2026-05-01"}"#, [.ifMatch: seat]).text.contains("2026-05-01"))
        }
    }
}
