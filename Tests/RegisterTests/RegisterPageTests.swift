import Foundation
import HTTPTypes
import Kernel
import TestBrowser
import TestSupport
import Testing
import Web

@testable import Register

@Suite struct RegisterPageTests {
    private let world = RegisterWorld()

    @Test(arguments: [
        "/register", "/register?words=anchor", "/register?type=prohibition&type=enforcement&sort=-changed&page=2", "/register?words=zzzz&area=Atlantis",
        "/register/map", "/register/map?type=prohibition&box=-1.4,54.3,-0.9,54.6", "/register/map?words=zzzz", "/register/statistics", "/register/statistics?year=2020",
        "/register/statistics?words=zzzz", "/register/about", "/register?premises=hotel&words=%3Cscript%3E%22%26",
    ]) func `is well formed and the same for everybody`(path: String) async throws {
        let site = world.site()
        let answer = try await site.get(path)
        #expect(answer.status == 200)
        let faults = Strict.faults(in: answer.text)
        #expect(faults.isEmpty, "\(faults.prefix(4))")
        #expect(answer["Set-Cookie"] == nil && answer["Vary"] == "Accept-Encoding" && answer["Cache-Control"] == "public, max-age=60")
        #expect(!answer.text.contains("<script>") && !answer.text.contains("csrf"))
        let signedIn = try await site.get(path, ["Cookie": "__Host-muster=good; __Host-muster-said=hello"])
        #expect(signedIn.bytes == answer.bytes)
    }

    @Test func `has a page for each notice`() async throws {
        let site = world.site()
        for entry in world.contents.entries {
            let answer = try await site.get("/register/\(entry.reference)")
            #expect(answer.status == 200 && answer.text.contains(entry.reference))
            #expect(Strict.faults(in: answer.text).isEmpty, "\(entry.reference): \(Strict.faults(in: answer.text).prefix(3))")
            #expect(answer.text.contains("section 4 of the Environment") == (entry.extent == .threeParticulars))
        }
    }

    @Test func `shows what was filtered for, with counts`() async throws {
        let entries = world.contents.entries
        let answer = try await world.site().get("/register?type=prohibition")
        let count = entries.count { $0.kind == .prohibition }
        #expect(answer.text.contains("<strong>\(count)</strong> of \(entries.count) notices"))
        // The facet's own counts stay, so that another can be chosen beside it.
        #expect(answer.text.contains("id=\"type-1-count\">\(entries.count { $0.kind == .enforcement })<"))
    }

    @Test func `answers with nothing new while nothing is`() async throws {
        let site = world.site()
        let first = try await site.get("/register?words=anchor")
        let tag = first["ETag"] ?? ""
        for _ in 1...2 {
            let again = try await site.get("/register?words=anchor", ["If-None-Match": tag])
            #expect(again.status == 304 && again.bytes.isEmpty && again["ETag"] == tag)
        }
        try await #expect(site.get("/register", ["If-None-Match": "W/\"other\", \(tag.dropFirst(2))"]).status == 304)
        try await #expect(site.get("/register", ["If-Modified-Since": first["Last-Modified"] ?? ""]).status == 304)
        #expect(first["Last-Modified"] == "Fri, 27 Nov 2026 08:00:00 GMT")
        let head = try await site.get("/register?words=anchor", method: HTTPRequest.Method.head)
        #expect(head.status == 200 && head.bytes.isEmpty && head["ETag"] == tag)
        #expect(world.readings == 1)
    }

    @Test func `shows what somebody else wrote within a second`() async throws {
        let site = world.site()
        let before = try await site.get("/register")
        world.change { $0.entries.removeAll { $0.kind == .prohibition } }
        world.wait(seconds: 2)
        let after = try await site.get("/register")
        #expect(after["ETag"] != before["ETag"] && after.text.contains("<strong>\(world.contents.entries.count)</strong>"))
        #expect(after["Last-Modified"] != before["Last-Modified"] || world.readings == 2)
        // The day is part of the version.
        world.wait(seconds: 86_400)
        try await #expect(site.get("/register")["ETag"] != after["ETag"])
    }

    @Test func `is not read again for what it does not show, and its answers stay as they were`() async throws {
        let site = world.site()
        let before = try await site.get("/register")
        world.isConcerned = false
        for _ in 1...3 {
            world.change { _ in }
            world.wait(seconds: 2)
            let after = try await site.get("/register")
            #expect(after["ETag"] == before["ETag"] && after.bytes == before.bytes)
        }
        #expect(world.readings == 1)
        world.isConcerned = true
        world.change { $0.entries.removeLast() }
        world.wait(seconds: 2)
        try await #expect(site.get("/register")["ETag"] != before["ETag"])
        #expect(world.readings == 2)
    }

    @Test func `says of what is gone that it is, and no more`() async throws {
        var entry = SampleRegister.entries(1, on: RegisterWorld.day)[0]
        let reference = entry.reference
        var old = entry
        (old.edition, entry.edition, old.premises) = (2, 3, "Kept House")
        let site = RegisterWorld([entry], earlier: [old], gone: [.init(reference: "N-2019-0003", day: RegisterWorld.day)]).site()
        for (path, status) in [
            ("N-2019-0003", 410), ("n-2019-0003", 410), ("N-1", 404), ("\(reference)/editions/2", 200), ("\(reference)/editions/3", 200),
            ("\(reference)/editions/1", 410), ("\(reference)/editions/4", 404), ("\(reference)/editions/x", 404), ("N-1/editions/1", 404), ("%3Cb%3E", 404),
        ] {
            let answer = try await site.get("/register/\(path)")
            #expect(answer.status == status, "\(path)")
            #expect(Strict.faults(in: answer.text).isEmpty, "\(path)")
            #expect(status == 200 || answer["Cache-Control"] == "no-cache")
        }
        try await #expect(site.get("/register/\(reference)/editions/2").text.contains("Kept House"))
        try await #expect(!site.get("/register/\(reference)/editions/2").text.contains("rel=\"canonical\""))
    }

    @Test func `makes so many pages anew for one address, and gives out what it has`() async throws {
        let site = world.site(pace: Pace(atOnce: 2, perMinute: 1))
        try await #expect(site.get("/register").status == 200)
        try await #expect(site.get("/register?words=a").status == 200)
        let third = try await site.get("/register?words=b")
        #expect(third.status == 429 && third["Retry-After"] == "60")
        try await #expect(site.get("/register?words=a").status == 200)
        world.wait(seconds: 61)
        try await #expect(site.get("/register?words=b").status == 200)
    }

    @Test func `loads pictures only from where the service has them`() async throws {
        let tiles = try #require(MapTiles(template: "https://tiles.northshire.example/{z}/{x}/{y}.png", credit: "Northshire Maps"))
        let answer = try await world.site(tiles: tiles).get("/register/map")
        #expect(Strict.faults(in: answer.text).isEmpty && answer.text.contains("<image href=\"https://tiles.northshire.example/") && answer.text.contains("Northshire Maps"))
        #expect(answer["Content-Security-Policy"]?.contains("img-src 'self' https://tiles.northshire.example;") == true)
        let without = try await world.site().get("/register/map")
        #expect(without["Content-Security-Policy"]?.contains("img-src 'self';") == true && !without.text.contains("<image"))
        for wrong in ["https://tiles.example/{z}/{x}.png", "ftp://a/{z}/{x}/{y}", "https://a b/{z}/{x}/{y}", "https://a;b/{z}/{x}/{y}"] { #expect(MapTiles(template: wrong, credit: "") == nil) }
    }

    @Test func `links to nothing that is not there`() async throws {
        let site = world.site()
        var (seen, left) = (Set<String>(), ["/register", "/register/map", "/register/statistics"])
        while let path = left.popLast(), seen.count < 250 {
            guard seen.insert(path).inserted else { continue }
            let answer = try await site.get(path)
            #expect(answer.status == 200, "\(path)")
            for match in answer.text.matches(of: /href="(\/register[^"]*)"/) { left.append(String(match.1).replacing("&amp;", with: "&")) }
        }
        #expect(seen.count == 250)
    }
}
