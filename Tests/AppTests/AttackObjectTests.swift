@testable import App
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing
import Web

/// Addresses that name what is another's, what is of another kind, or nothing at all, asked for by somebody who may do everything.
@Suite(.timeLimit(.minutes(10))) struct AttackObjectTests {
    private func attacking(_ engine: Engine, _ body: @escaping @Sendable (AttackWorld, Browser) async throws -> Void) async throws {
        try await AttackWorld.with(engine) { world in
            _ = try await world.app.account("A. Walker", .reader, .owner, .manager, .approver, .administrator)
            try await body(world, try await world.app.browser(of: "A. Walker"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `what belongs to another plan is not there under this one`(_ engine: Engine) async throws {
        try await attacking(engine) { world, browser in
            let before = try await world.entries()
            // The other plan's own: finding 2, action 2.1, the second milestone, the second day asked for and the second withdrawal.
            let others = ["finding": "2", "action": "2.1", "milestone": "2", "move": "2", "override": "2", "dependency": "2", "need": "2", "withdrawal": "2", "measure": "2", "reading": "2"]
            for (route, known) in Known.routes.sorted(by: { $0.key < $1.key }) where route.contains("/plans/{plan}/") {
                for (part, other) in others where route.contains("{\(part)}") {
                    let answer = try await world.send(route, known, to: world.path(route, [part: other]), browser)
                    #expect(answer.status == 404, "\(route) with \(part) \(other): \(answer.status)")
                }
            }
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what belongs to another board is not there under this one`(_ engine: Engine) async throws {
        try await attacking(engine) { world, browser in
            let before = try await world.entries()
            // The other board's own: its seat, its meeting to come, the item on that agenda and its decision.
            let others = ["seat": "2", "meeting": "3", "item": "2", "decision": "2"]
            for (route, known) in Known.routes.sorted(by: { $0.key < $1.key }) where route.contains("/boards/{board}/") {
                for (part, other) in others where route.contains("{\(part)}") {
                    let answer = try await world.send(route, known, to: world.path(route, [part: other]), browser)
                    #expect(answer.status == 404, "\(route) with \(part) \(other): \(answer.status)")
                }
            }
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what belongs to other premises, or to another duty holder, is not there under these`(_ engine: Engine) async throws {
        try await attacking(engine) { world, browser in
            let before = try await world.entries()
            for (route, known) in Known.routes.sorted(by: { $0.key < $1.key }) where route.contains("/premises/{premises}/") || route.contains("/duty-holders/{holder}/") {
                for part in ["responsibility", "address"] where route.contains("{\(part)}") {
                    let answer = try await world.send(route, known, to: world.path(route, [part: "2"]), browser)
                    #expect(answer.status == 404, "\(route): \(answer.status)")
                }
            }
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what belongs to another review is not there under this one`(_ engine: Engine) async throws {
        try await attacking(engine) { world, browser in
            let before = try await world.entries()
            for (route, known) in Known.routes.sorted(by: { $0.key < $1.key }) where route.contains("/reviews/{review}/") {
                for (part, other) in ["recommendation": "R2", "concern": "2"] where route.contains("{\(part)}") {
                    let answer = try await world.send(route, known, to: world.path(route, [part: other]), browser)
                    #expect(answer.status == 404, "\(route) with \(part) \(other): \(answer.status)")
                }
            }
            for part in ["judgment/2", "recommendation/2", "concern/2", "plan/1", "party/1", "nothing"] {
                #expect(try await browser.get("/reviews/open-review/retractions/new?of=\(part)").status == 404)
                #expect(try await browser.post("/reviews/open-review/retractions", ["of": part, "because": "x"]).status == 404)
            }
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a version of another document is not there under this one`(_ engine: Engine) async throws {
        try await attacking(engine) { world, browser in
            let before = try await world.entries()
            for (route, known) in Known.routes where route.contains("/documents/{document}/versions/{version}") {
                #expect(try await world.send(route, known, to: world.path(route, ["version": "2"]), browser).status == 404, "\(route)")
            }
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is no reference and no number leads nowhere and changes nothing`(_ engine: Engine) async throws {
        let odd = [
            "9223372036854775807", "9223372036854775808", "-1", "0", "1e3", "%31%30%30%30", "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%00", "%FF%FE",
            "1%20OR%201=1", "'%3B--", "%3Cscript%3E", String(repeating: "a", count: 3000), "new", "💥", "1%2F..%2F2",
        ]
        try await attacking(engine) { world, browser in
            let before = try await world.entries()
            for (route, known) in Known.routes.sorted(by: { $0.key < $1.key }) where !route.contains("/assets/") {
                for part in world.parts.keys.sorted() where route.contains("{\(part)}") && part != "token" {
                    for value in odd {
                        let path = world.path(route, [part: value])
                        let answer = try await world.send(route, known, to: path, browser)
                        // `new` is the form of what is not there yet; an address that names another route by its dots is refused as well.
                        if value == "new", route.hasPrefix("GET ") { continue }
                        #expect([403, 404, 405, 414].contains(answer.status), "\(route) with \(part) \(value.prefix(40)): \(answer.status)")
                        // Whoever is turned away for a form of no visit's was never asked what the address names.
                        #expect(!answer.text.contains("This form was opened before"), "\(route) with \(part) \(value.prefix(40))")
                        // What is plain text, and no browser may take for anything else, has no letters to escape.
                        let isPlain = answer.type.hasPrefix("text/plain") && answer.header("X-Content-Type-Options") == "nosniff"
                        #expect(isPlain || !answer.text.contains("<script>"), "\(route) with \(part) \(value)")
                    }
                }
            }
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `nobody ends another's sign-in, reads another's import or changes another's password`(_ engine: Engine) async throws {
        try await attacking(engine) { world, browser in
            let victim = try await world.app.browser(of: "V. Victim")
            let signIns: [Int64] = try await world.app.desk.read { session in try session.column("SELECT id FROM sign_in WHERE account = \(world.victim)") }
            for id in signIns { _ = try await browser.post("/account/sign-ins/\(id)/ending") }
            #expect(try await victim.get("/account").status == 200)

            _ = try await world.app.account("M. Manager", .manager)
            let manager = try await world.app.browser(of: "M. Manager")
            _ = try await manager.get("/imports/new")
            let sent = try await manager.post("/imports", ["pasted": PlanJourneyTests.table])
            let draft = try #require(sent.location)
            #expect(try await manager.get(draft).status == 200)
            #expect(try await browser.get(draft).status == 404)
            _ = try await browser.get("/account")
            #expect(try await browser.post(draft, ["deed": "suggestions"]).status == 404)
            #expect(try await browser.post("\(draft)/discard").status == 404)
            #expect(try await manager.get(draft).status == 200)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a time in a post is ended from one of its two ends alone`(_ engine: Engine) async throws {
        try await attacking(engine) { world, browser in
            _ = try await browser.get("/people")
            let stranger = try await world.app.desk.write(by: .operator) { work in try People().add(NewParty(kind: .post, name: "Another post"), work).id }
            let path = world.path("/people/{party}/holdings/{tie}/ending", ["party": "\(stranger)"])
            #expect(try await browser.post(path, ["through": "2026-04-30"]).status == 404)
            #expect(try await browser.post(world.path("/people/{party}/holdings/{tie}/ending"), ["through": "2026-04-30"]).status == 303)
        }
    }
}
