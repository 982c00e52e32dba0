import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct FormTests {
    @Test func `a form does its work, and the next page says so once`() async throws {
        let answer = try await send("/plans", token + "&title=Peer+review+%E2%80%9921")
        #expect(answer.status == 303)
        #expect(answer["Location"] == "/plans")
        let cookie = try #require(answer.cookies.first)
        for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=120"] { #expect(cookie.contains(part)) }
        #expect(!cookie.contains("Secure"))
        let said = String(cookie.prefix { $0 != ";" })
        let next = try await knock(.get, "/plans", headers: ["Cookie": "muster=good; \(said)"])
        #expect(next.text.contains("“Peer review ’21” was added."))
        #expect(next.cookies.first?.contains("Max-Age=0") == true)
        #expect(try await knock(.get, "/plans").cookies.isEmpty)
    }

    @Test func `what the next page says can't bring markup with it`() async throws {
        let next = try await knock(.get, "/plans", headers: ["Cookie": "muster=good; muster-said=%3Cb%3Ehello"])
        #expect(next.text.contains("&lt;b&gt;hello"))
    }

    @Test func `a form with something wrong comes back with its errors`() async throws {
        let answer = try await send("/plans", token + "&title=+")
        #expect(answer.status == 422)
        #expect(answer.text.contains("Enter title."))
        #expect(answer.text.contains("href=\"#title\""))
    }

    @Test(arguments: ["title=x", "csrf=&title=x", "csrf=token-of-this-visi&title=x", "csrf=Token-of-this-visit&title=x"])
    func `a form without the visit's token is refused and told how to put it right`(form: String) async throws {
        let answer = try await send("/plans", form)
        #expect(answer.status == 403)
        #expect(answer.text.contains("Go back, reload the page and send it again."))
    }

    @Test func `a program may send the token in a header`() async throws {
        #expect(try await send("/plans", "title=x", headers: ["X-CSRF-Token": "token-of-this-visit"]).status == 303)
        #expect(try await send("/plans", token + "&title=x", headers: ["X-CSRF-Token": "wrong"]).status == 403)
    }

    @Test(arguments: ["cross-site", "same-site"])
    func `a form of another site is refused, signing in too`(site: String) async throws {
        for (path, signedIn) in [("/plans", true), ("/sign-in", false)] {
            let answer = try await send(path, token + "&title=x", signedIn: signedIn, headers: ["Sec-Fetch-Site": site])
            #expect(answer.status == 403)
            #expect(answer.text.contains("sent from another site"))
            #expect(answer.cookies.isEmpty)
        }
    }

    @Test(arguments: [
        ("http://localhost", 303), ("https://LOCALHOST", 303), ("https://muster.northshire.example", 303),
        ("https://evil.example", 403), ("null", 403), ("http://localhost.evil.example", 403), ("http://localhost:81", 403),
    ])
    func `where a browser only names the origin, it must be ours`(origin: String, status: Int) async throws {
        let site = TestHouse.site(address: "https://muster.northshire.example/")
        let answer = try await knock(
            .post, "/sign-in", signedIn: false,
            headers: ["Origin": origin, "Content-Type": "application/x-www-form-urlencoded"], body: [], at: site)
        #expect(answer.status == status)
    }

    @Test func `signing in sets a cookie that only this host and no script can read`() async throws {
        let plain = try await send("/sign-in", "next=%2Fplans%3Fa%3Db", signedIn: false)
        #expect(plain["Location"] == "/plans?a=b")
        let cookie = try #require(plain.cookies.first)
        #expect(cookie.hasPrefix("muster=good;"))
        let secure = try await send("/sign-in", "", signedIn: false, at: TestHouse.site(address: "https://muster.example"))
        let host = try #require(secure.cookies.first)
        #expect(host.hasPrefix("__Host-muster=good;"))
        for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=3600"] { #expect(host.contains(part)) }
        let out = try await send("/sign-out", token)
        #expect(out.cookies.contains { $0.hasPrefix("muster=;") && $0.contains("Max-Age=0") })
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "", "plans", "/a b", "/a\r\nSet-Cookie: x"])
    func `signing in leads to no other site`(next: String) async throws {
        let answer = try await send("/sign-in", "next=" + URLEncoded.encoded(next), signedIn: false)
        #expect(answer["Location"] == "/")
    }

    @Test func `a body that is no form is refused`() async throws {
        let json = try await knock(.post, "/plans", headers: ["Content-Type": "application/json"], body: Array("{}".utf8))
        #expect(json.status == 415)
        let huge = try await send("/plans", token + "&title=" + String(repeating: "x", count: 1_100_000))
        #expect(huge.status == 413)
        #expect(huge.text.contains("more text than can be sent here"))
        let many = try await send("/plans", token + String(repeating: "&a=b", count: 10_000))
        #expect(many.status == 413)
    }

    @Test func `line ends are one character and NUL is none`() {
        #expect(URLEncoded.pairs(Array("a=1%0D%0A2%0D3%002".utf8), atMost: 9).map(\.value) == ["1\n2\n32"])
        #expect(URLEncoded.pairs(Array("a+b=%zz%4&&c&=d".utf8), atMost: 9).map { "\($0.name)|\($0.value)" } == ["a b|%zz%4", "c|", "|d"])
    }
}
