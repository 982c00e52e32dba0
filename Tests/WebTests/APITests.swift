import Foundation
import HTTPTypes
import Kernel
import Storage
import TestSupport
import Testing

@testable import Web

/// The programs' face with operations of a small house of its own, on a real database.
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

    private func code(_ answer: Answer) throws -> String { try String(told(answer).type.dropFirst("/problems/".count)) }

    private let token = ["Authorization": "Bearer of-a-program"]

    @Test func `a problem is told as RFC 9457 writes it`() async throws {
        let missing = try told(try await knock(.get, "/api/v1/nowhere"))
        #expect(missing.status == 404)
        #expect(missing.type == "/problems/not-here")
        let refused = try await knock(.delete, "/plans/R2", headers: ["Accept": "application/json"])
        #expect(refused.status == 409)
        #expect(try told(refused).type == "/problems/plan-changed")
        #expect(try told(refused).detail == "The plan was changed meanwhile.")
        let fault = try await knock(.get, "/broken", headers: ["Accept": "application/json"])
        #expect(try told(fault).status == 500)
        #expect(!fault.text.contains("swordfish"))
    }

    @Test func `only a token lets a program in, and a cookie is not looked at`() async throws {
        try await TestAPI.with { site in
            let out = try await knock(.get, "/api/v1/things", headers: [:], at: site)
            #expect(out.status == 401)
            #expect(try code(out) == "sign-in-first")
            #expect(out["WWW-Authenticate"] == "Bearer realm=\"Muster\"")
            for header in ["Bearer wrong", "Bearer", "Basic of-a-program", "Bearer of-a-program more", "of-a-program"] {
                let wrong = try await knock(.get, "/api/v1/things", headers: ["Authorization": header], at: site)
                #expect(try code(wrong) == "token-not-good")
                #expect(wrong["WWW-Authenticate"]?.contains("invalid_token") == true)
            }
            #expect(try await knock(.get, "/api/v1/things", headers: token, at: site).status == 200)
            #expect(try await knock(.get, "/plans", signedIn: false, headers: token, at: site).status != 200)
            // The document and the pages of problems are for everyone.
            #expect(try await knock(.get, "/api/v1/openapi.json", signedIn: false, headers: ["Authorization": "Bearer wrong"], at: site).status == 200)
            #expect(try await knock(.get, "/problems/scope-missing", signedIn: false, at: site).text.contains("does only what its scopes name"))
            #expect(try await knock(.get, "/problems", signedIn: false, at: site).text.contains("/problems/if-match-missing"))
        }
    }

    @Test func `wrong tokens are slowed, and a right one never is`() async throws {
        try await TestAPI.with { site in
            var last = 0
            for _ in 0..<310 { last = try await knock(.get, "/api/v1/things", headers: ["Authorization": "Bearer wrong"], at: site).status }
            #expect(last == 429)
            #expect(try await knock(.get, "/api/v1/things", headers: token, at: site).status == 200)
        }
    }

    @Test func `a token does what its scopes name and no more`() async throws {
        try await TestAPI.with { site in
            let refused = try await knock(.get, "/api/v1/secrets", headers: token, at: site)
            #expect(refused.status == 403)
            #expect(try code(refused) == "scope-missing")
            #expect(try told(refused).detail.contains("secrets:read"))
            #expect(refused["WWW-Authenticate"]?.contains("scope=\"secrets:read\"") == true)
        }
    }

    @Test func `what is not as described is refused before anything is done`() async throws {
        try await TestAPI.with { site in
            func post(_ body: String, type: String = "application/json", _ more: [String: String] = [:]) async throws -> Answer {
                try await knock(.post, "/api/v1/things", headers: token.merging(["Content-Type": type]) { $1 }.merging(more) { $1 }, body: Array(body.utf8), at: site)
            }
            #expect(try await post(#"{"name":"A"}"#).status == 201)
            let wrong = try told(try await post(#"{"name":"","more":1,"due":"x"}"#))
            #expect(wrong.status == 400)
            #expect(wrong.fields.map(\.name) == ["name", "due", "more"])
            #expect(try code(try await post("{")) == "body-not-readable")
            #expect(try code(try await post("name=A", type: "application/x-www-form-urlencoded")) == "body-not-json")
            #expect(try await post("\"" + String(repeating: "x", count: 1 << 20) + "\"").status == 413)
            #expect(try code(try await post(#"{"name":"A"}"#, ["Accept": "text/html"])) == "not-acceptable")
            #expect(try await post(#"{"name":"A"}"#, ["Accept": "text/html, application/*;q=0.5"]).status == 201)
            #expect(try code(try await post(#"{"name":"A"}"#, ["Idempotency-Key": "with space"])) == "request-not-as-described")
            for query in ["limit=0", "limit=x", "unknown=1", "limit=1&limit=2", "on=2024-02-29"] {
                #expect(try await knock(.get, "/api/v1/things?\(query)", headers: token, at: site).status == 400, "\(query)")
            }
            #expect(try code(try await knock(.get, "/api/v1/things?cursor=x", headers: token, at: site)) == "cursor-not-usable")
            #expect(try await knock(.get, "/api/v1/things/x", headers: token, at: site).status == 404)
            // A rule's refusal names the member as the program wrote it.
            #expect(try told(try await post(#"{"name":"A","dueWritten":"never"}"#)).fields.map(\.name) == ["dueWritten"])
            #expect(try await knock(.post, "/api/v1/things", headers: token.merging(["Content-Type": "application/json", "Sec-Fetch-Site": "cross-site"]) { $1 },
                                    body: Array(#"{"name":"A"}"#.utf8), at: site).status == 403)
        }
    }

    @Test func `a list is handed out page by page`() async throws {
        try await TestAPI.with { site in
            for name in ["A", "B", "C", "D", "E"] { _ = try await TestAPI.add(name, site) }
            var (seen, next): ([String], String?) = ([], "/api/v1/things?limit=2")
            while let address = next {
                let answer = try await knock(.get, address, headers: token, at: site)
                let page = try JSONReader.read(Array(answer.text.utf8))
                seen += page["items"]?.members.compactMap { $0["name"]?.text } ?? []
                next = page["next"]?.text
                #expect(answer["Link"] == next.map { "<\($0)>; rel=\"next\"" })
            }
            #expect(seen == ["A", "B", "C", "D", "E"])
        }
    }

    @Test func `a change names the version it saw`() async throws {
        try await TestAPI.with { site in
            let added = try await TestAPI.add("A", site)
            #expect(added["Location"] == "/api/v1/things/1")
            let tag = try #require(added["ETag"])
            func put(_ name: String, _ tag: String?) async throws -> Answer {
                try await knock(.put, "/api/v1/things/1", headers: token.merging(["Content-Type": "application/json"]) { $1 }
                    .merging(tag.map { ["If-Match": $0] } ?? [:]) { $1 }, body: Array("{\"name\":\"\(name)\"}".utf8), at: site)
            }
            #expect(try code(try await put("B", nil)) == "if-match-missing")
            #expect(try await put("B", nil).status == 428)
            #expect(try await put("B", "nonsense").status == 400)
            let changed = try await put("B", tag)
            #expect(changed.status == 200)
            #expect(try await put("C", tag).status == 412)
            #expect(try await put("C", "\"9.x\", \(changed["ETag"] ?? "")").status == 200)
            #expect(try await put("D", "*").status == 200)
            let read = try await knock(.get, "/api/v1/things/1", headers: token, at: site)
            #expect(read.text.contains("\"D\""))
            let again = try await knock(.get, "/api/v1/things/1", headers: token.merging(["If-None-Match": read["ETag"] ?? ""]) { $1 }, at: site)
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
            #expect(again["ETag"] == read["ETag"])
            #expect(try await knock(.get, "/api/v1/things/1", headers: token.merging(["If-None-Match": tag]) { $1 }, at: site).status == 200)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a request under a key is done once, however often and at once it comes`(_ engine: Engine) async throws {
        try await TestAPI.with(engine) { site in
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for _ in 0..<12 { group.addTask { try await TestAPI.add("A", site, key: "one") } }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            #expect(Set(answers.map(\.status)) == [201])
            #expect(Set(answers.map(\.text)).count == 1)
            #expect(Set(answers.map { $0["ETag"] }).count == 1)
            #expect(Set(answers.map { $0["Location"] }) == ["/api/v1/things/1"])
            #expect(try await knock(.get, "/api/v1/things", headers: token, at: site).text.components(separatedBy: "\"name\"").count == 2)
            let other = try await TestAPI.add("B", site, key: "one")
            #expect(other.status == 422)
            #expect(try code(other) == "idempotency-key-used-otherwise")
            // A refusal is not kept: nothing was done, so it may be tried again.
            #expect(try await TestAPI.add("A", site, key: "two", due: "never").status == 422)
            #expect(try await TestAPI.add("C", site, key: "two").status == 201)
            #expect(try await TestAPI.add("D", site).status == 201)
        }
    }

    @Test func `a key is forgotten after a day`() async throws {
        let clock = MovingClock(TestHouse.morning)
        try await TestAPI.with(clock: clock.clock) { site in
            let first = try await TestAPI.add("A", site, key: "one")
            let again = try await TestAPI.add("A", site, key: "one")
            #expect(first["Location"] == again["Location"])
            clock.set(TestHouse.morning.adding(seconds: 86_401))
            let later = try await TestAPI.add("A", site, key: "one")
            #expect(later["Location"] == "/api/v1/things/2")
        }
    }

    @Test func `other methods are told which there are`() async throws {
        try await TestAPI.with { site in
            let wrong = try await knock(.delete, "/api/v1/things", headers: token, at: site)
            #expect(wrong.status == 405)
            #expect(wrong["Allow"] == "GET, HEAD, OPTIONS, POST")
            let asked = try await knock(.options, "/api/v1/things", signedIn: false, at: site)
            #expect(asked.status == 204)
            #expect(asked["Allow"] == wrong["Allow"])
            let head = try await knock(.head, "/api/v1/things", headers: token, at: site)
            #expect(head.status == 200)
            #expect(head.text.isEmpty)
            #expect(head["ETag"] != nil)
        }
    }

    @Test func `the document has every operation with all that it may answer`() async throws {
        try await TestAPI.with { site in
            let document = try JSONReader.read(Array(try await knock(.get, "/api/v1/openapi.json", signedIn: false, at: site).text.utf8))
            let put = try #require(document["paths"]?["/api/v1/things/{thing}"]?["put"])
            guard case .object(let answers) = put["responses"] else { Issue.record("no answers"); return }
            #expect(answers.keys.sorted() == ["200", "400", "401", "403", "404", "406", "412", "413", "414", "415", "422", "428", "429", "503"])
            #expect(put["operationId"] == "changeThing")
            #expect(put["parameters"]?.members.compactMap { $0["name"]?.text } == ["thing", "If-Match"])
        }
    }
}
