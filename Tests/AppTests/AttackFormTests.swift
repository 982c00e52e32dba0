@testable import App
import HTTPTypes
import Kernel
import People
import TestBrowser
import TestSupport
import Testing
import Web

/// Forms that did not come from a page of this visit.
@Suite(.timeLimit(.minutes(10))) struct AttackFormTests {
    static let changing = Known.routes.filter { !$0.key.hasPrefix("GET ") }.sorted { $0.key < $1.key }

    @Test(arguments: Engine.allCases)
    func `a form without the visit's own token does nothing`(_ engine: Engine) async throws {
        try await AttackWorld.with(engine) { world in
            _ = try await world.app.account("A. Walker", .reader, .owner, .manager, .approver, .administrator)
            let (browser, victim) = (try await world.app.browser(of: "A. Walker"), try await world.app.browser(of: "V. Victim"))
            let (own, others) = (browser.token, victim.token)
            #expect(!own.isEmpty && !others.isEmpty && own != others)
            // A form that was opened before signing in again carries the token of the visit before.
            try await browser.signIn(AppWorld.email("A. Walker"), AppWorld.password)
            #expect(browser.token != own)
            let before = try await world.entries()
            for (route, known) in AttackFormTests.changing {
                for token in ["", own, others, "x"] {
                    browser.token = token
                    let answer = try await browser.post(world.path(route), known.form)
                    #expect(answer.status == 403 || route == "POST /invitation/{token}" && answer.status == 404, "\(route) with “\(token)”: \(answer.status)")
                    if answer.status == 403 { #expect(answer.text.contains("This form was opened before you last signed in"), "\(route)") }
                }
            }
            #expect(try await world.entries() == before)
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test func `a form from another site does nothing, signed in or not`() async throws {
        try await AttackWorld.with(.sqlite) { world in
            _ = try await world.app.account("A. Walker", .reader, .owner, .manager, .approver, .administrator)
            let signedIn = try await world.app.browser(of: "A. Walker")
            let before = try await world.entries()
            for headers: HTTPFields in [[.init("Sec-Fetch-Site")!: "cross-site"], [.init("Sec-Fetch-Site")!: "same-site"], [.origin: "https://evil.example"], [.origin: "null"]] {
                for (route, known) in AttackFormTests.changing {
                    let form = known.form.map { "\($0.key)=x" } + ["csrf=\(signedIn.token)"]
                    var all = headers
                    all[.contentType] = "application/x-www-form-urlencoded"
                    all[.cookie] = signedIn.cookie
                    let reply = try await world.app.muster.site.ask(.post, world.path(route), all, body: Array(form.joined(separator: "&").utf8))
                    #expect(reply.status == 403, "\(route): \(reply.status)")
                }
            }
            #expect(try await world.entries() == before)
        }
    }
}
