@testable import App
import Boards
import HTTPTypes
import Kernel
import Library
import People
import Plans
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// The documents register as a program keeps it, on 15 April 2026.
struct LibraryAPITests {
    private func programming(
        _ engine: Engine, scopes wanted: [String] = ["library:read", "library:write"], _ body: @escaping @Sendable (AppWorld, Browser) async throws -> Void
    ) async throws {
        try await AppWorld.with(engine) { world in
            let account = try await world.account("R. Okafor", .reader, .manager)
            try await world.desk.write(by: .operator) { work in
                try People().add(NewParty(kind: .post, name: "Head of Protection"), work)
                let board = try Boards().begin(NewBoard(name: "Board", oversees: "Risk", since: Day(2026, 1, 1)!), work)
                try Boards().call(NewMeeting(on: Day(2026, 4, 15)!, title: "April"), of: board, work)
            }
            let secret = try await world.secret(for: account, scopes: wanted)
            try await Browser.open(world.muster.site) { browser in
                browser.authorization = "Bearer \(secret)"
                try await body(world, browser)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a program keeps a document from its registration to its withdrawal`(_ engine: Engine) async throws {
        try await programming(engine) { world, browser in
            func made(_ path: String, _ json: String) async throws -> JSONNode {
                let answer = try await browser.send("/api/v1/\(path)", json: json)
                #expect(answer.status == 201, "\(path): \(answer.text)")
                return try JSONReader.read(answer.bytes)
            }
            let document = try await made("documents", #"{"title":"Enforcement policy","kind":"policy","owner":"Head of Protection","firstReview":"2026-05-01"}"#)
            #expect(document["document"]?["reference"] == "enforcement-policy" && document["document"]?["standing"] == "no-version")
            let version = try await made("documents/enforcement-policy/versions", #"{"label":"1","inForce":"2026-04-01","change":"The first","link":"https://a.example/1"}"#)
            #expect(version["label"] == "1" && version["link"] == "https://a.example/1")
            #expect(try await made("documents/enforcement-policy/versions", #"{"label":"2","change":"Fees"}"#)["inForce"] == nil)
            let reviewed = try await made("documents/enforcement-policy/reviews", #"{"on":"2026-04-15","next":"2027-04-15"}"#)
            #expect(reviewed["document"]?["nextReview"] == "2027-04-15" && reviewed["document"]?["standing"] == "current")
            #expect(try await made("documents/enforcement-policy/withdrawal", #"{"on":"2026-04-15","because":"Replaced"}"#)["withdrawal"]?["because"] == "Replaced")
            let back = try await browser.send("/api/v1/documents/enforcement-policy/restoration", json: "{}")
            #expect(back.status == 200 && !back.text.contains("Replaced"))
            let sent = try await browser.send("/api/v1/documents/enforcement-policy/versions/1/file?name=policy.pdf", bytes: Array("%PDF-1.7\nx\n%%EOF\n".utf8))
            #expect(sent.status == 201, "\(sent.text)")
            #expect(try JSONReader.read(sent.bytes)["file"]?["name"] == "policy.pdf")
            #expect(try await browser.get("/api/v1/documents/enforcement-policy/versions/1/file").bytes == Array("%PDF-1.7\nx\n%%EOF\n".utf8))
            #expect(try await browser.get("/api/v1/documents/enforcement-policy/versions/2/file").text.contains("document-version-has-no-file"))
            let list = try JSONReader.read(try await browser.get("/api/v1/documents?standing=current&sort=-review").bytes)
            #expect(list["items"]?.members.map { $0["reference"] } == ["enforcement-policy"])
            #expect(try await browser.get("/api/v1/documents/export/csv?kind=policy").text.contains("enforcement-policy"))
            let history = try JSONReader.read(try await browser.get("/api/v1/documents/enforcement-policy/history").bytes)
            #expect(history["items"]?.members.count == 8)
            #expect(try await world.verbs().suffix(8) == [
                "registered the document", "added the version", "added the version", "reviewed the document", "withdrew the document", "put back the document",
                "attached the file", "edited the version",
            ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change names the version it saw, keeps what it leaves out, and is refused with a code`(_ engine: Engine) async throws {
        try await programming(engine) { world, browser in
            _ = try await browser.send("/api/v1/documents", json: #"{"title":"Policy","kind":"policy","owner":"Head of Protection"}"#)
            _ = try await browser.send("/api/v1/documents/policy/versions", json: #"{"label":"1","change":"x","inForce":"2026-04-01"}"#)
            func ask(_ path: String, _ json: String, _ tag: String?) async throws -> (status: Int, text: String) {
                var headers: HTTPFields = [.authorization: browser.authorization ?? "", .contentType: "application/json"]
                headers[.ifMatch] = tag
                let reply = try await world.muster.site.ask(.put, "/api/v1/\(path)", headers, body: Array(json.utf8))
                return (reply.status, reply.text)
            }
            #expect(try await ask("documents/policy", #"{"title":"Other"}"#, nil).status == 428)
            let changed = try await ask("documents/policy", #"{"title":"Other"}"#, "*")
            #expect(changed.status == 200 && changed.text.contains("Head of Protection") && changed.text.contains("\"Other\""))
            #expect(try await ask("documents/policy", #"{"title":"Third"}"#, "\"1\"").status == 412)
            #expect(try await ask("documents/policy/versions/1", #"{"label":"1.1","change":"y"}"#, "*").text.contains("2026-04-01"))
            for (path, body, status, code) in [
                ("documents", #"{"reference":"policy","title":"X"}"#, 409, "document-reference-taken"),
                ("documents", #"{"reference":"export","title":"X"}"#, 422, "reference-not-usable"),
                ("documents", #"{"title":"X","answers":["rocket/1"]}"#, 422, "answers"),
                ("documents/none/versions", #"{"label":"1","change":"x"}"#, 404, "document-not-found"),
                ("documents/policy/versions", #"{"label":"1.1","change":"x"}"#, 409, "version-label-taken"),
                ("documents/policy/versions", #"{"label":"9","change":"x","link":"ftp://a.example"}"#, 422, "link"),
                ("documents/policy/reviews", #"{"on":"2026-04-16","next":"2027-04-15"}"#, 422, "reviewed-in-the-future"),
                ("documents/policy/reviews", #"{"on":"2026-04-15"}"#, 422, "next"),
                ("documents/policy/restoration", "{}", 409, "document-not-withdrawn"),
            ] {
                let answer = try await browser.send("/api/v1/\(path)", json: body)
                #expect(answer.status == status && answer.text.contains(code), "\(path): \(answer.status) \(answer.text)")
            }
            #expect(try await browser.get("/api/v1/documents/policy?on=2020-01-01").text.contains("document-not-registered-then"))
            #expect(try await browser.get("/api/v1/documents/policy/versions/99").text.contains("document-version-not-found"))
            #expect(try await browser.get("/api/v1/boards").status == 403, "the token is for the register alone")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a document tells who approved it to a program that may hear of boards`(_ engine: Engine) async throws {
        for (wanted, hears) in [(["library:read", "library:write"], false), (["library:read", "library:write", "boards:read", "boards:write"], true)] {
            try await programming(engine, scopes: wanted) { world, browser in
                _ = try await browser.send("/api/v1/documents", json: #"{"title":"Policy","kind":"policy"}"#)
                _ = try await browser.send("/api/v1/documents/policy/versions", json: #"{"label":"1","change":"x","inForce":"2026-04-01"}"#)
                try await world.desk.write(by: .operator) { work in
                    let board = try work.session.board("board")
                    try Boards(naming: naming).record(
                        NewDecision(outcome: .approved, words: "Agreed.", about: [Subject(kind: "document_version", number: 1)]),
                        of: work.session.meeting(ID(1), of: board), of: board, work)
                }
                let shown = try await browser.get("/api/v1/documents/policy")
                #expect(shown.status == 200 && shown.text.contains("Agreed.") == hears, "\(wanted)")
                if hears { #expect(try JSONReader.read(shown.bytes)["said"]?.members.first?["about"]?.members.first?["words"] == "Policy, version 1") }
            }
        }
    }
}
