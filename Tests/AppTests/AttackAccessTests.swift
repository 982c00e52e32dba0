@testable import App
import HTTPTypes
import Kernel
import People
import TestBrowser
import TestSupport
import Testing
import Web

/// Every address of the site, tried by those who may not.
@Suite(.timeLimit(.minutes(10))) struct AttackAccessTests {
    @Test func `every address of the site is known to these attacks, and no other`() async throws {
        let there = Set(try await AppWorld.routes().map(\.name)).filter { !$0.contains(" /api/") }
        for route in there { #expect(Known.routes[route] != nil, "\(route): say in AttackRoutes.swift who may use it") }
        for route in Known.routes.keys { #expect(there.contains(route), "\(route) is no route any more") }
    }

    @Test(arguments: Engine.allCases)
    func `without a session an address asks for one, but for the public ones`(_ engine: Engine) async throws {
        try await AttackWorld.with(engine) { world in
            let before = try await world.entries()
            for route in world.app.muster.site.routes {
                guard let known = Known.routes[route.name] else {
                    // What lies below /api/ is opened by a token alone, or says of itself that it is public.
                    let answer = try await Browser(world.app.muster.site).send(route.method, world.path(route.name), type: nil, [])
                    #expect(answer.status == 401 || route.name.hasSuffix("/openapi.json"), "\(route.name) answers \(answer.status)")
                    continue
                }
                let answer = try await world.send(route.name, known, to: world.path(route.name), Browser(world.app.muster.site))
                if known.gate == .anyone {
                    #expect(answer.status < 500, "\(route.name) answers \(answer.status)")
                } else {
                    // A page leads to the sign-in; what was sent from a form is answered by a page that says so.
                    let asks = route.method == .get ? answer.status == 303 && answer.location?.hasPrefix("/sign-in") == true : answer.status == 401
                    #expect(asks, "\(route.name) answers \(answer.status)")
                    #expect(!answer.text.contains("Open plan") && !answer.text.contains("Victim"), "\(route.name) tells")
                }
            }
            #expect(try await world.entries() == before)
        }
    }

    @Test(arguments: Engine.allCases, Role.allCases)
    func `each role does what the policy lets it do, and is told who may do the rest`(_ engine: Engine, _ role: Role) async throws {
        try await AttackWorld.with(engine) { world in
            _ = try await world.app.account("O. Owner", role)
            let browser = try await world.app.browser(of: "O. Owner")
            let routes = Known.routes.filter { $0.value.gate != .anyone && !Known.ending.contains($0.key) }.sorted { $0.key < $1.key }
            for (route, known) in routes where !(known.gate.admits(role) && Known.lasting.contains(route)) {
                let before = try await world.entries()
                let answer = try await world.send(route, known, to: world.path(route), browser)
                #expect(answer.status < 500, "\(role) at \(route): \(answer.status)")
                if known.gate.admits(role) {
                    #expect(answer.status != 403 && answer.location?.hasPrefix("/sign-in") != true, "\(role) at \(route): \(answer.status)")
                } else {
                    #expect(answer.status == 403 && answer.text.contains(known.gate.sentence), "\(role) at \(route): \(answer.status)")
                    #expect(try await world.entries() == before, "\(role) changed something at \(route)")
                }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `an owner reports on nobody else's action`(_ engine: Engine) async throws {
        try await AttackWorld.with(engine) { world in
            _ = try await world.app.account("Another Owner", .owner, .reader)
            let browser = try await world.app.browser(of: "Another Owner")
            let before = try await world.entries()
            for (route, known) in Known.routes where known.gate == .reports {
                #expect(try await world.send(route, known, to: world.path(route), browser).status == 403, "\(route)")
            }
            #expect(try await world.entries() == before)
        }
    }
}
