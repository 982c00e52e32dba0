import HTTPTypes
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import App
@testable import Web

/// What is told of a person, on their page and to programs alike.
struct PartyHistoryTests {
    private static let tie = "gave R. Okafor the post Head of Protection"

    /// Somebody with an account of their own who holds a post, and the secret of a token that acts as them.
    private func with(
        _ engine: Engine, _ role: Role, _ body: @escaping @Sendable (AppWorld, Browser, HTTPFields) async throws -> Void
    ) async throws {
        try await AppWorld.with(engine) { world in
            try await world.browsing(as: "R. Okafor", .reader, role) { browser in
                let secret = try await world.desk.write(by: .operator) { work in
                    let people = People()
                    let post = try people.add(NewParty(kind: .post, name: "Head of Protection"), work)
                    try people.give(post: post.id, to: ID(1), from: Day(2026, 1, 1)!, work)
                    var fields = Fields(["name": ["checker"], "scope": ["people:read"]])
                    return try people.makeToken(NewProgramToken(reading: &fields, offered: scopes, today: work.today), for: ID(1), work).secret
                }
                try await body(world, browser, [.authorization: "Bearer \(secret)"])
            }
        }
    }

    private func told(_ world: AppWorld, _ headers: HTTPFields, limit: Int) async throws -> [String] {
        var (verbs, next) = ([String](), Optional("/api/v1/people/1/history?limit=\(limit)"))
        while let address = next {
            let reply = try await world.muster.site.ask(.get, address, headers)
            #expect(reply.status == 200, "\(reply.text)")
            let list = try JSONReader.read(reply.bytes)
            let items = list["items"]?.members ?? []
            #expect(items.count <= limit)
            verbs += items.compactMap { $0["verb"]?.text }
            next = list["next"]?.text
        }
        return verbs
    }

    @Test(arguments: Engine.allCases)
    func `a reader sees what a person came to, and nothing of their account`(_ engine: Engine) async throws {
        try await with(engine, .reader) { world, browser, token in
            for limit in [1, 2, 50] { #expect(try await told(world, token, limit: limit) == [Self.tie, "added the person"]) }
            let page = try await browser.get("/people/1").text
            #expect(page.contains(Self.tie.dropFirst()) && page.contains("Added the person"))
            #expect(!page.contains("Opened the account") && !page.contains("the token “checker”"))
        }
    }

    @Test(arguments: Engine.allCases, [Role.owner, .approver, .manager])
    func `an e-mail address is seen by the person whose it is and by those who keep persons`(_ engine: Engine, _ role: Role) async throws {
        try await with(engine, role) { world, browser, token in
            let (address, maySee) = ("a.brook@northshire.example", role == .manager)
            let brook = try await world.desk.write(by: .operator) { try People().add(NewParty(kind: .person, name: "AM Brook", email: address), $0) }
            for path in ["/people", "/people/\(brook.id)"] {
                let page = try await browser.get(path)
                #expect(page.status == 200 && page.text.contains("AM Brook") && page.text.contains(address) == maySee, "\(path)")
                let reply = try await world.muster.site.ask(.get, "/api/v1\(path)", token)
                #expect(reply.status == 200 && reply.text.contains("AM Brook") && reply.text.contains(address) == maySee, "\(path)")
            }
            let history = try await world.muster.site.ask(.get, "/api/v1/people/\(brook.id)/history", token)
            #expect(history.text.contains("AM Brook") && history.text.contains(address) == maySee)
            #expect(try await browser.get("/people?words=a.brook%40northshire").text.contains("AM Brook") == maySee, "nobody is found by it either")
            #expect(try await world.muster.site.ask(.get, "/api/v1/people?words=a.brook%40northshire", token).text.contains("AM Brook") == maySee)
            #expect(try await browser.get("/people/1").text.contains("rokafor@northshire.example"), "their own")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an administrator sees what happened to the account too`(_ engine: Engine) async throws {
        try await with(engine, .administrator) { world, browser, token in
            let verbs = try await told(world, token, limit: 50)
            #expect(verbs.contains(Self.tie) && verbs.contains("made the token “checker” for programs"))
            #expect(verbs.last == "added the person")
            for limit in [1, 2] { #expect(try await told(world, token, limit: limit) == verbs) }
            let page = try await browser.get("/people/1").text
            for verb in verbs { #expect(page.contains(verb.dropFirst())) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a long history goes on on another page`(_ engine: Engine) async throws {
        try await with(engine, .reader) { world, browser, _ in
            try await world.desk.write(by: .operator) { work in
                for number in 1...120 {
                    let party = try Parties(work.session).get(ID(1))
                    try People().change(ID(1), version: party.version, to: NewParty(kind: .person, name: "R. Okafor \(number)"), work)
                }
            }
            let page = try await browser.get("/people/1").text
            #expect(!page.contains("Added the person") && Strict.faults(in: page).isEmpty)
            let older = try #require(page.firstMatch(of: /href="(\/people\/1\?before=\d+)#history"/))
            #expect(try await browser.get(String(older.1)).text.contains("Added the person"))
        }
    }
}
