import Foundation
import HTTPTypes
import Kernel
import TestBrowser
import Testing
import Web

@testable import Register

/// What anybody takes away from the register by its addresses.
@Suite struct TakingPageTests {
    private func object(_ reply: TestBrowser.Reply) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
    }

    private func header(_ reply: TestBrowser.Reply, _ name: String) -> String? { HTTPField.Name(name).flatMap { reply.headers[$0] } }

    @Test(arguments: RegisterFile.allCases)
    func `a file is for any site and any cache, and names the journal's head`(_ file: RegisterFile) async throws {
        let site = RegisterWorld().site()
        let reply = try await site.get("/register/export/\(file.name)")
        #expect(reply.status == 200 && header(reply, "Content-Type") == file.type)
        #expect(header(reply, "Access-Control-Allow-Origin") == "*" && header(reply, "Cross-Origin-Resource-Policy") == "cross-origin")
        #expect(header(reply, "Muster-Journal-Size") == "40" && header(reply, "Muster-Journal-Root") == "abcdef0123456789")
        #expect(header(reply, "Cache-Control") == "public, max-age=60" && reply.headers[.setCookie] == nil)
        let (tag, day) = (try #require(header(reply, "ETag")), try #require(header(reply, "Last-Modified")))
        #expect(try await site.get("/register/export/\(file.name)", ["If-None-Match": tag]).status == 304)
        #expect(try await site.get("/register/export/\(file.name)", ["If-None-Match": "\"other\", \(tag.dropFirst(2))"]).status == 304)
        #expect(try await site.get("/register/export/\(file.name)", ["If-None-Match": "\"other\"", "If-Modified-Since": day]).status == 200)
        #expect(try await site.get("/register/export/\(file.name)", ["If-Modified-Since": day]).status == 304)
        #expect(try await site.get("/register/export/\(file.name)", ["If-Modified-Since": "Sun, 06 Nov 1994 08:49:37 GMT"]).status == 200)
        #expect(try await site.get("/register/export/\(file.name)?type=prohibition", ["If-None-Match": tag]).status == 200)
        for path in ["/register/export/\(file.name)", "/register/export/\(file.name)?type=prohibition"] {
            let (head, whole) = (try await site.get(path, method: HTTPRequest.Method.head), try await site.get(path))
            #expect(head.bytes.isEmpty && header(head, "Content-Length") == String(whole.bytes.count))
        }
    }

    @Test func `any view is taken away whole, however many pages it has`() async throws {
        let world = RegisterWorld()
        let site = world.site()
        let whole = try object(try await site.get("/register/export/notices.json"))
        #expect((whole["notices"] as? [Any])?.count == 120 && whole["count"] as? Int == 120)
        let wanted = world.contents.entries.count { $0.kind == .prohibition }
        let some = try object(try await site.get("/register/export/notices.json?type=prohibition&page=2"))
        #expect((some["notices"] as? [Any])?.count == wanted)
        #expect((some["asked"] as? [[String: String]]) == [["name": "type", "value": "prohibition"]])
        #expect(try await site.get("/register/export/notices.pdf").status == 404)
    }

    @Test func `a file changes with the register, and so does its tag`() async throws {
        let world = RegisterWorld()
        let site = world.site()
        let tag = try #require(header(try await site.get("/register/export/notices.csv"), "ETag"))
        world.change { $0.entries.removeLast() }
        world.wait(seconds: 2)
        let reply = try await site.get("/register/export/notices.csv", ["If-None-Match": tag])
        #expect(reply.status == 200 && reply.text.split(separator: "\r\n").count == 120)
    }

    @Test func `the data package names every file with a path that is there`() async throws {
        let site = RegisterWorld().site()
        let package = try object(try await site.get("/register/datapackage.json"))
        let resources = try #require(package["resources"] as? [[String: Any]])
        #expect(resources.compactMap { $0["name"] as? String } == ["notices", "recipients", "events", "notices-json", "notices-lines", "notices-map", "national"])
        for resource in resources { #expect(try await site.get("/register/\(resource["path"] ?? "")").status == 200) }
        #expect((package["journal"] as? [String: Any])?["root"] as? String == "abcdef0123456789")
        #expect(package["name"] as? String == "notices-of-northshire-fire-and-rescue")
        let columns = ((resources[0]["schema"] as? [String: Any])?["fields"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
        #expect(columns == NoticeColumn.all.map(\.name))
    }

    @Test func `the feed tells each edition once under a name that stays, and what is gone by its names alone`() async throws {
        var entry = SampleRegister.entries(1, seed: 3, on: RegisterWorld.day)[0]
        entry.premises = "<b>&\u{1}"
        entry.edition = 2
        entry.full?.changed = RegisterWorld.day
        var before = entry
        before.edition = 1
        before.full?.changed = RegisterWorld.day.adding(days: -3)
        let world = RegisterWorld([entry], earlier: [before], gone: [GoneEntry(reference: "N-OLD", day: RegisterWorld.day.adding(days: -1), editions: 2)])
        let feed = try await world.site().get("/register/changes.atom").text
        let names = feed.matches(of: /tag:register\.northshire\.example,2026:register\/[^<"]+/).map { String($0.0) }
        #expect(names == [
            "tag:register.northshire.example,2026:register/\(entry.reference)/2", "tag:register.northshire.example,2026:register/N-OLD/2",
            "tag:register.northshire.example,2026:register/N-OLD/1", "tag:register.northshire.example,2026:register/\(entry.reference)/1",
        ])
        #expect(feed.contains("&lt;b&gt;&amp;\u{FFFD}") && !feed.contains("<b>"))
        #expect(!(try await world.site().get("/register/changes.atom?type=\(entry.kind?.rawValue ?? "")").text.contains("N-OLD")))
    }

    @Test func `both writings of the catalogue hold every file`() async throws {
        let site = RegisterWorld().site()
        let (turtle, linked) = (try await site.get("/register/catalogue.ttl"), try await site.get("/register/catalogue.jsonld"))
        #expect(header(turtle, "Content-Type") == "text/turtle; charset=utf-8" && header(linked, "Content-Type") == "application/ld+json")
        for file in RegisterFile.allCases {
            #expect(turtle.text.contains("<https://register.northshire.example/register/export/\(file.name)> a dcat:Distribution"))
            #expect(linked.text.contains("https://register.northshire.example/register/export/\(file.name)"))
        }
    }

    @Test func `programs read notices page by page, and what they ask wrongly is a problem`() async throws {
        let site = RegisterWorld().site()
        var (path, keys): (String?, [String]) = ("/register/api/v1/notices?status=complied&limit=20&sort=reference", [])
        while let next = path {
            let page = try object(try await site.get(next))
            keys += try #require(page["items"] as? [[String: Any]]).compactMap { $0["key"] as? String }
            path = page["next"] as? String
        }
        let wanted = RegisterWorld().contents.entries.filter { $0.status == .complied }.map(\.key)
        #expect(keys == wanted.sorted { $0.lowercased() < $1.lowercased() })
        let one = try await site.get("/register/api/v1/notices/\(keys[0])")
        #expect(try JSONDecoder().decode(PublicEntryPayload.self, from: Data(one.bytes)).key == keys[0])
        #expect(header(one, "Access-Control-Allow-Origin") == "*" && header(one, "Muster-Journal-Size") == "40")
        #expect(try await site.get("/register/api/v1/notices/\(keys[0])", ["If-None-Match": header(one, "ETag") ?? ""]).status == 304)
        let wrong = try await site.get("/register/api/v1/notices?kind=prohibition")
        #expect(wrong.status == 400 && header(wrong, "Content-Type") == "application/problem+json" && header(wrong, "Access-Control-Allow-Origin") == "*")
        #expect(try await site.get("/register/api/v1/notices/none").status == 404)
        #expect(try await site.get("/register/api/v1/notices?type=enforcement&type=prohibition").status == 200)
        let facets = try object(try await site.get("/register/api/v1/facets?status=complied"))
        #expect(facets["total"] as? Int == wanted.count)
        #expect(try object(try await site.get("/register/api/v1/statistics"))["total"] as? Int == 120)
        let document = try object(try await site.get("/register/api/v1/openapi.json"))
        #expect((document["paths"] as? [String: Any])?.keys.allSatisfy { $0.hasPrefix("/register/api/v1/") } == true)
    }

    @Test func `an entry that nobody can prove here says so, and one of another service leads there`() async throws {
        var foreign = SampleRegister.entries(1, seed: 3, on: RegisterWorld.day)[0]
        foreign.source = .init(code: "west", name: "Westmarch", fetched: Moment(milliseconds: 0))
        let own = SampleRegister.entries(1, seed: 4, on: RegisterWorld.day)[0]
        let site = RegisterWorld([foreign, own]).site()
        #expect(try await site.get("/register/\(own.key)/proof").text.contains("not at hand"))
        #expect(try await site.get("/register/\(foreign.key)/proof").text.contains("the register of Westmarch"))
        #expect(try await site.get("/register/N-none/proof").status == 404)
        #expect(try await site.get("/register/services").status == 200)
        #expect(try await site.get("/register/developers").text.contains("What is promised"))
    }
}
