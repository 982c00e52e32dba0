import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct PageTests {
    @Test func `a page has its frame, its headers and no place in a cache`() async throws {
        let answer = try await knock(.get, "/plans?owner=Group%20Manager%2C+Response")
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer["Cache-Control"] == "no-store")
        #expect(answer.text.contains("<p>R. Okafor, 2021-03-15, Group Manager, Response</p>"))
        #expect(answer.text.contains("Northshire Fire and Rescue"))
        #expect(answer.text.contains("aria-current=\"page\">Plans"))
        #expect(!answer.text.contains("class=\"band\""))
    }

    @Test(arguments: [
        ("Content-Security-Policy", "frame-ancestors 'none'"), ("Content-Security-Policy", "default-src 'none'"),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=()"), ("X-Frame-Options", "DENY"),
    ])
    func `every answer is dressed, faults and missing pages too`(name: String, part: String) async throws {
        for path in ["/plans", "/nowhere", "/broken", "/plans?on=never", "/assets/x/muster.css"] {
            let answer = try await knock(.get, path)
            #expect(answer[name]?.contains(part) == true, "\(name) of \(path)")
            #expect(answer["X-Request-ID"]?.isEmpty == false)
            #expect(answer["Strict-Transport-Security"] == nil)
        }
    }

    @Test func `https is insisted on where the service is on https`() async throws {
        let site = TestHouse.site(address: "https://muster.northshire.example")
        let answer = try await knock(.get, "/plans", at: site)
        #expect(answer.status == 200)
        #expect(answer["Strict-Transport-Security"]?.contains("max-age=31536000") == true)
        // The cookie of a plain http service is nobody's here.
        let other = try await knock(.get, "/plans", signedIn: false, headers: ["Cookie": "muster=good"], at: site)
        #expect(other.status == 303)
    }

    @Test func `nobody sees a member's page without signing in, and is brought back after it`() async throws {
        let answer = try await knock(.get, "/plans?owner=a%20b&on=2021-01-01", signedIn: false)
        #expect(answer.status == 303)
        #expect(answer["Location"] == "/sign-in?next=%2Fplans%3Fowner%3Da%2520b%26on%3D2021-01-01")
        let posted = try await send("/plans", token, signedIn: false)
        #expect(posted.status == 401)
        #expect(posted.text.contains("Sign in first"))
        let other = try await knock(.get, "/plans", signedIn: false, headers: ["Cookie": "muster=bad"])
        #expect(other.status == 303)
    }

    @Test func `looking back and looking ahead put a band on the page`() async throws {
        let back = try await knock(.get, "/plans?on=2021-01-31")
        #expect(back.text.contains("2021-01-31"))
        #expect(back.text.contains("class=\"band\""))
        #expect(back.text.contains("looking back"))
        let ahead = try await knock(.get, "/plans?on=2031-01-31")
        #expect(ahead.status == 200)
        #expect(ahead.text.contains("looking ahead"))
    }

    @Test(arguments: ["31/01/2021", "2021-02-30", "today", "%3Cscript%3E"])
    func `a day that can't be read is refused with a sentence, in the frame`(written: String) async throws {
        let answer = try await knock(.get, "/plans?on=\(written)")
        #expect(answer.status == 422)
        #expect(answer.text.contains("is not a day to look at. Write it as 2021-03-15."))
        #expect(answer.text.contains("R. Okafor"))
        #expect(!answer.text.contains("<script>"))
    }

    @Test func `a path's parts come without their percents`() async throws {
        let answer = try await knock(.get, "/plans/a%20b%2Fc%3Cd%3E")
        #expect(answer.text.contains("part [a b/c&lt;d&gt;]"))
        let json = try await knock(.get, "/plans/R2.1/actions/14")
        #expect(json.text == #"{"action":"14","plan":"R2.1"}"#)
        #expect(json["Content-Type"] == "application/json")
        for path in ["/plans/%2e%2e/actions/14", "/plans/R2/actions/x", "/plans/R2/actions/-1"] {
            #expect(try await knock(.get, path).status == 404, "\(path)")
        }
    }

    @Test func `what is not there is a page that says so`() async throws {
        for signedIn in [true, false] {
            let answer = try await knock(.get, "/nowhere", signedIn: signedIn)
            #expect(answer.status == 404)
            #expect(answer.text.contains("There is nothing at this address."))
            #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        }
    }

    @Test func `a method that an address does not take is told which ones it does`() async throws {
        let answer = try await knock(.put, "/plans")
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, HEAD, OPTIONS, POST")
        #expect(try await knock(.post, "/plans/R2").status == 405)
        #expect(try await knock(.post, "/nowhere").status == 404)
    }

    @Test func `a fault says sorry with its number and nothing of itself`() async throws {
        for (path, headers) in [("/broken", [:]), ("/plans", ["Cookie": "muster=broken"])] as [(String, [String: String])] {
            let answer = try await knock(.get, path, signedIn: false, headers: headers)
            #expect(answer.status == 500)
            #expect(!answer.text.contains("swordfish"))
            #expect(!answer.text.contains("Broken"))
            let id = try #require(answer["X-Request-ID"])
            #expect(answer.text.contains("quote \(id)"))
        }
    }

    @Test func `HEAD answers as GET does, without the body`() async throws {
        let get = try await knock(.get, "/plans")
        let head = try await knock(.head, "/plans")
        #expect(head.status == 200)
        #expect(head.text.isEmpty)
        #expect(head["Content-Length"] == String(get.text.utf8.count))
        let missing = try await knock(.head, "/nowhere")
        #expect(missing.status == 404)
        #expect(missing.text.isEmpty)
    }

    @Test func `an address that is too long is refused`() async throws {
        #expect(try await knock(.get, "/plans?q=" + String(repeating: "a", count: 9000)).status == 414)
    }

    @Test func `who must wait is told how long`() async throws {
        let answer = try await knock(.get, "/wait")
        #expect(answer.status == 429)
        #expect(answer["Retry-After"] == "30")
    }

    @Test func `a client's address is the proxy's word only where the proxy is trusted`() async throws {
        let header = ["X-Forwarded-For": "10.0.0.1, 192.0.2.7"]
        #expect(try await knock(.get, "/address", headers: header).text == #"{"client":""}"#)
        let trusting = TestHouse.site(trustsProxy: true)
        #expect(try await knock(.get, "/address", headers: header, at: trusting).text == #"{"client":"192.0.2.7"}"#)
    }
}
