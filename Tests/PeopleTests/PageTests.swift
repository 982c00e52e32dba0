import Kernel
@testable import People
import Storage
import TestBrowser
import TestSupport
import Testing
import Web

@Suite struct `the pages of people` {
    private func browsing(_ engine: Engine = .sqlite, _ body: @Sendable (World, Browser) async throws -> Void) async throws {
        try await World.with(engine) { world in
            let house = House(name: "Northshire Fire and Rescue", address: "http://localhost", version: "test")
            let site = Site(house: house, doorkeeper: world.door, clock: world.time.clock) { PeoplePages(door: world.door).hang(on: $0) }
            try await body(world, Browser(site))
        }
    }

    private func signIn(_ world: World, _ browser: Browser, _ roles: Role...) async throws {
        let new = try NewAccount(name: "R Okafor", email: "okafor@example.org", roles: Set(roles))
        let link = try await world.desk.write(by: .operator) { work in try People().openAccount(new, work).link }
        _ = try await world.door.accept(link.token, password: World.password, from: .test)
        let answer = try await browser.post("/sign-in", ["email": "okafor@example.org", "password": World.password])
        #expect(answer.status == 303)
    }

    @Test(arguments: Engine.allCases) func `welcome the first administrator and sign them in`(engine: Engine) async throws {
        try await browsing(engine) { world, browser in
            let path = try #require(try await world.door.welcomeLink()).path
            #expect(try await browser.get(path).text.contains("You are the first here"))
            let short = try await browser.post(path, ["name": "R <Okafor>", "email": "okafor@example.org", "password": "short", "again": "short"])
            #expect(short.status == 422)
            #expect(short.text.contains("R &lt;Okafor&gt;") && short.text.contains("needs at least 12"))
            #expect(!short.text.contains("value=\"short\""))
            let done = try await browser.post(path, [
                "name": "R Okafor", "email": "okafor@example.org", "password": World.password, "again": World.password,
            ])
            #expect(done.status == 303 && done.location == "/")
            #expect(try await browser.get("/accounts").text.contains("okafor@example.org"))
            #expect(try await browser.get(path).status == 404)
            #expect(try await world.verbs().count == 2)
        }
    }

    @Test func `sign in, go on to where one was going, and sign out`() async throws {
        try await browsing { world, browser in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            #expect(try await browser.get("/people?kind=post").location == "/sign-in?next=%2Fpeople%3Fkind%3Dpost")
            let wrong = try await browser.post("/sign-in", ["email": "okafor@example.org", "password": "wrong password", "next": "/people"])
            #expect(wrong.status == 422)
            #expect(wrong.text.contains("value=\"okafor@example.org\"") && wrong.text.contains("don’t go together"))
            for (next, location) in [("/people?kind=post", "/people?kind=post"), ("//evil.example", "/"), ("https://evil.example", "/")] {
                let browser = Browser(browser.site)
                let answer = try await browser.post("/sign-in", ["email": "okafor@example.org", "password": World.password, "next": next])
                #expect(answer.status == 303 && answer.location == location)
                #expect(try await browser.get("/people").status == 200)
                #expect(try await browser.post("/sign-out").location == "/sign-in")
                #expect(try await browser.get("/people").status == 303)
            }
        }
    }

    @Test func `slow down who guesses`() async throws {
        try await browsing { world, browser in
            try await world.account("R Okafor", "okafor@example.org", .administrator)
            var statuses: [Int] = []
            for _ in 0..<6 {
                statuses.append(try await browser.post("/sign-in", ["email": "Okafor@example.org", "password": "guess guess guess"]).status)
            }
            #expect(statuses == [422, 422, 422, 422, 422, 429])
            let right = ["email": "okafor@example.org", "password": World.password] as KeyValuePairs
            #expect(try await browser.post("/sign-in", right).status == 429)
            world.later(seconds: 5)
            #expect(try await browser.post("/sign-in", right).status == 303)
        }
    }

    @Test func `let a whole office in from one address`() async throws {
        try await browsing { world, browser in
            let path = try #require(try await world.door.welcomeLink()).path
            let chosen = ["name": "R Okafor", "email": "okafor@example.org", "password": World.password, "again": World.password] as KeyValuePairs
            #expect(try await browser.post(path, chosen).status == 303)
            for number in 0..<40 {
                let new = try NewAccount(name: "Officer \(number)", email: "officer\(number)@example.org", roles: [.reader])
                let link = try await world.desk.write(by: .operator) { work in try People().openAccount(new, work).link }
                let answer = try await Browser(browser.site).post(link.path, ["password": World.password, "again": World.password])
                #expect(answer.status == 303, "officer \(number) chooses a password: \(answer.status)")
            }
            for number in 0..<40 {
                let answer = try await Browser(browser.site).post("/sign-in", ["email": "officer\(number)@example.org", "password": World.password])
                #expect(answer.status == 303, "officer \(number) signs in: \(answer.status)")
            }
            // Wrong ones are still counted, whoever signed in between.
            var statuses: [Int] = []
            let guesser = Browser(browser.site)
            for number in 0..<31 { statuses.append(try await guesser.post("/sign-in", ["email": "nobody\(number)@example.org", "password": "guess"]).status) }
            #expect(statuses.last == 429 && statuses.dropLast().allSatisfy { $0 == 422 })
        }
    }

    @Test func `keep persons, posts and teams`() async throws {
        try await browsing { world, browser in
            try await signIn(world, browser, .manager)
            #expect(try await browser.get("/people").status == 200)
            let before = try await world.verbs().count
            #expect(try await browser.post("/people", ["kind": "person", "name": "AM Brook", "email": "no address"]).status == 422)
            let brook = try await browser.post("/people", ["kind": "person", "name": "AM Brook", "email": "brook@example.org"])
            let post = try await browser.post("/people", ["kind": "post", "name": "Head of Protection"])
            let (brookPath, postPath) = (try #require(brook.location), try #require(post.location))
            let other = try #require(brookPath.split(separator: "/").last.map(String.init))
            #expect(try await browser.get("/people").text.contains("Nobody"))
            #expect(try await browser.post("\(postPath)/ties", ["other": other, "from": "2021-03-01"]).status == 303)
            let again = try await browser.post("\(postPath)/ties", ["other": other, "from": "2021-04-01"])
            #expect(again.status == 409 && again.text.contains("holds the post"))
            #expect(try await browser.get(brookPath).text.contains("Gave AM Brook the post Head of Protection"))
            #expect(try await browser.get("/people?kind=post&words=brook").text.contains("Head of Protection"))
            #expect(try await browser.get("/people?words=zebra").text.contains("Nobody here matches"))
            #expect(try await browser.post("\(brookPath)", ["kind": "person", "version": "1", "name": "AM J Brook"]).status == 303)
            let stale = try await browser.post("\(brookPath)", ["kind": "person", "version": "1", "name": "AM K Brook"])
            #expect(stale.status == 409 && stale.text.contains("AM K Brook") && stale.text.contains("It now says: AM J Brook"))
            #expect(try await browser.post("\(brookPath)/leaving", ["version": "2", "left": "2021-09-01"]).status == 303)
            #expect(try await browser.get(brookPath).text.contains("AM J Brook"))
            #expect(try await !browser.get("/people?on=2021-09-01").text.contains("AM J Brook"))
            #expect(try await browser.get("/people?on=2021-08-31").text.contains("AM J Brook"))
            #expect(try await world.verbs().dropFirst(before) == [
                "added the person", "added the post", "gave AM Brook the post Head of Protection", "changed the person",
                "ended AM J Brook’s time in the post Head of Protection", "recorded the leaving of the person",
            ])
        }
    }

    @Test func `refuse readers what is not theirs`() async throws {
        try await browsing { world, browser in
            try await signIn(world, browser, .reader)
            #expect(try await browser.get("/account").status == 200)
            for path in ["/people/new", "/accounts", "/accounts/new", "/accounts/1", "/people/1/edit"] {
                #expect(try await browser.get(path).status == 403, "\(path)")
            }
            let refused = try await browser.post("/people", ["kind": "person", "name": "Nobody New"])
            #expect(refused.status == 403 && refused.text.contains(PeoplePolicy.namesParties.sentence))
            let entries = try await browser.get("/people/1").text
            #expect(!entries.contains("Opened the account"))
        }
    }

    @Test func `invite somebody and set their roles`() async throws {
        try await browsing { world, browser in
            try await signIn(world, browser, .administrator)
            #expect(try await browser.get("/people/1").text.contains("Opened the account"))
            _ = try await browser.get("/accounts/new")
            #expect(try await browser.post("/accounts", ["name": "Jo Lane", "email": "jo@example.org"]).text.contains("Choose at least one role"))
            let made = try await browser.post("/accounts", ["name": "Jo Lane", "email": "jo@example.org", "role": "reader", "role": "owner"])
            #expect(made.status == 201)
            let link = try #require(made.text.firstMatch(of: /http:\/\/localhost(\/invitation\/[\w-]+)/)?.1)
            let jo = Browser(browser.site)
            #expect(try await jo.get(String(link)).text.contains("jo@example.org"))
            #expect(try await jo.post(String(link), ["password": World.password, "again": "another thing"]).status == 422)
            #expect(try await jo.post(String(link), ["password": World.password, "again": World.password]).status == 303)
            #expect(try await jo.get("/account").text.contains("reader and owner"))
            _ = try await browser.get("/accounts/2")
            #expect(try await browser.post("/accounts/2/roles", ["version": "2", "role": "approver"]).status == 303)
            #expect(try await jo.get("/account").text.contains("approver"))
            _ = try await browser.get("/accounts/1")
            #expect(try await browser.post("/accounts/1/suspension", ["version": "2"]).status == 403)
            #expect(try await browser.post("/accounts/2/suspension", ["version": "3"]).status == 303)
            #expect(try await jo.get("/account").status == 303)
            #expect(try await browser.post("/accounts/2/return", ["version": "4"]).status == 303)
        }
    }

    @Test(arguments: Engine.allCases) func `make a token that is shown once, list it and revoke it`(engine: Engine) async throws {
        try await browsing(engine) { world, browser in
            try await signIn(world, browser, .administrator)
            #expect(try await browser.get("/account").text.contains("No program acts in your name."))
            let wrong = try await browser.post("/account/tokens", ["name": "Nightly <export>", "expires": "2021-02-01"])
            #expect(wrong.status == 422 && wrong.text.contains("Nightly &lt;export&gt;") && wrong.text.contains("Choose at least one scope."))
            #expect(wrong.text.contains("<details open"))
            let fields = ["name": "Nightly export", "scope": "people:read", "expires": "2021-03-04"] as KeyValuePairs
            let made = try await browser.post("/account/tokens", fields)
            #expect(made.status == 201 && made.text.contains("it won’t be shown again"))
            let secret = String(try #require(made.text.firstMatch(of: /value="(mst_[\w-]{43})"/)?.1))
            #expect(try await world.door.visit(ofProgram: secret, at: world.time.clock.now)?.scopes == [.peopleRead])
            let list = try await browser.get("/account").text
            #expect(list.contains("Nightly export") && list.contains("3 days left") && !list.contains("mst_"))
            #expect(try await browser.post("/account/tokens", fields).status == 409)
            for page in ["/accounts/tokens", "/accounts/1"] {
                #expect(try await browser.get(page).text.contains("Nightly export"), "\(page)")
            }
            #expect(try await browser.get("/people/1").text.contains("Made the token “Nightly export” for programs"))
            #expect(try await browser.post("/tokens/1/revocation").location == "/account")
            #expect(try await browser.get("/account").text.contains("Revoked"))
            #expect(try await world.door.visit(ofProgram: secret, at: world.time.clock.now) == nil)
            #expect(try await browser.post("/tokens/1/revocation").status == 409)
            #expect(try await browser.post("/tokens/2/revocation").status == 404)
        }
    }

    @Test func `let administrators revoke another’s token, and nobody else see it`() async throws {
        try await browsing { world, browser in
            try await signIn(world, browser, .administrator)
            try await world.account("Jo Lane", "jo@example.org", .reader)
            let jo = Browser(browser.site)
            _ = try await jo.post("/sign-in", ["email": "jo@example.org", "password": World.password])
            _ = try await jo.get("/account")
            #expect(try await jo.post("/account/tokens", ["name": "Sheet", "scope": "people:read"]).status == 201)
            _ = try await browser.get("/account")
            #expect(try await browser.post("/account/tokens", ["name": "Mine", "scope": "people:read"]).status == 201)
            #expect(try await jo.get("/accounts/tokens").status == 403)
            #expect(try await jo.post("/tokens/2/revocation").status == 403)
            #expect(try await !jo.get("/people/2").text.contains("the token “Sheet”"))
            _ = try await browser.get("/accounts/tokens")
            #expect(try await browser.post("/tokens/1/revocation").location == "/accounts/2")
            #expect(try await jo.get("/account").text.contains("Revoked"))
        }
    }

    @Test func `change a password and sign out everywhere`() async throws {
        try await browsing { world, browser in
            try await signIn(world, browser, .reader)
            let phone = Browser(browser.site)
            _ = try await phone.post("/sign-in", ["email": "okafor@example.org", "password": World.password])
            #expect(try await browser.get("/account").text.contains("A browser"))
            let new = "nine loud magpies"
            #expect(try await browser.post("/account/password", ["current": "not it", "password": new, "again": new]).status == 422)
            #expect(try await browser.post("/account/password", ["current": World.password, "password": new, "again": new]).status == 303)
            #expect(try await phone.get("/account").status == 303)
            #expect(try await browser.get("/account").status == 200)
            #expect(try await browser.post("/account/sign-outs").location == "/sign-in")
            #expect(try await browser.get("/account").status == 303)
        }
    }
}
