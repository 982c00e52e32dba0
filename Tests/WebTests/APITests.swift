import Foundation
import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct APITests {
    private struct Told: Decodable {
        let type, title, detail: String
        let status: Int
        let fields: [Refusal.Field]
    }

    private func told(_ answer: Answer) throws -> Told {
        #expect(answer["Content-Type"] == "application/problem+json")
        return try JSONDecoder().decode(Told.self, from: Data(answer.text.utf8))
    }

    private func post(_ path: String, _ json: String, type: String = "application/json") async throws -> Answer {
        try await knock(.post, path, headers: ["Content-Type": type], body: Array(json.utf8))
    }

    @Test func `a problem is told as RFC 9457 writes it`() async throws {
        let missing = try told(try await knock(.get, "/api/v1/nowhere"))
        #expect(missing.status == 404)
        #expect(missing.type == "/problems/not-here")
        let refused = try await knock(.delete, "/plans/R2", headers: ["Accept": "application/json"])
        #expect(refused.status == 409)
        #expect(try told(refused).type == "/problems/plan-changed")
        #expect(try told(refused).detail == "The plan was changed meanwhile.")
        let out = try await knock(.post, "/api/v1/pairs", signedIn: false, body: [])
        #expect(out.status == 401)
        #expect(try told(out).type == "/problems/sign-in-first")
        let fault = try await knock(.get, "/broken", headers: ["Accept": "application/json"])
        #expect(try told(fault).status == 500)
        #expect(!fault.text.contains("swordfish"))
    }

    @Test func `JSON and forms parse into the same fields`() async throws {
        let answer = try await post("/api/v1/fields", #"{"title":" Rota ","owners":["A","B",""],"joint":true,"count":3,"gone":null}"#)
        #expect(answer.text == #"{"count":"3","joint":"yes","owners":"A+B","title":"Rota"}"#)
        let wrong = try await post("/api/v1/fields", #"{"title":"","joint":false}"#)
        #expect(wrong.status == 422)
        #expect(try told(wrong).fields == [.init("title", "Enter title.")])
        let nested = try told(try await post("/api/v1/fields", #"{"title":{"a":1},"owners":[{}]}"#))
        #expect(nested.fields.map(\.name) == ["owners", "title"])
    }

    @Test func `a body that is not what was asked for is told what is wrong and where`() async throws {
        #expect(try await post("/api/v1/pairs", #"{"name":"A","age":3}"#).status == 201)
        #expect(try told(try await post("/api/v1/pairs", #"{"name":"A"}"#)).detail == "“age” is missing.")
        #expect(try told(try await post("/api/v1/pairs", #"{"name":"A","age":"x"}"#)).detail.contains("“age” must be of the kind"))
        #expect(try told(try await post("/api/v1/pairs", "{")).detail == "The body is not JSON.")
        #expect(try told(try await post("/api/v1/pairs", "a=b", type: "text/plain")).status == 415)
        #expect(try told(try await post("/api/v1/pairs", "\"" + String(repeating: "x", count: 1 << 20) + "\"")).status == 413)
    }

    @Test func `another site's JSON is refused`() async throws {
        let answer = try await knock(
            .post, "/api/v1/pairs", headers: ["Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"], body: Array("{}".utf8))
        #expect(try told(answer).type == "/problems/sent-from-another-site")
    }
}
