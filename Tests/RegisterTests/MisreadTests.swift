import Foundation
import HTTPTypes
import Kernel
import TestBrowser
import TestSupport
import Testing

@testable import Register

/// What stands in an address and is not understood is never left out in silence.
@Suite struct MisreadTests {
    private static let wrong: [(String, String)] = [
        ("words=!!!", "no letter and no number"), ("words=\(String(repeating: "a", count: 201))", "200 letters"), ("box=1,2,3", "no part of the map"), ("box=9,9,1,1", "no part of the map"),
        ("page=0", "numbered from 1"), ("page=two", "numbered from 1"), ("sort=colour", "Nothing is sorted by"), ("type=enforcment", "none of the values"), ("status=open", "none of the values"),
        ("premises=castle", "none of the values"), ("extent=half", "none of the values"), ("year=20x4", "no year of service"), ("article=eight", "no article"),
        ("area=\(String(repeating: "a", count: 300))", "too long"), ("words=a&words=b", "stands twice"),
        ("type=" + Array(repeating: "prohibition", count: 2).joined(separator: "&type=") + "&type=bogus", "none of the values"),
    ]

    @Test(arguments: wrong) func `pages say so, and keep the form`(_ asked: String, _ words: String) async throws {
        for page in ["/register", "/register/map", "/register/statistics"] {
            let reply = try await RegisterWorld().site().get("\(page)?\(asked)&status=complied")
            #expect(reply.status == 400 && reply.text.contains(words), "\(page)")
            #expect(reply.text.contains("value=\"complied\" form=\"filter\" checked"), "\(page)")
            let faults = Strict.faults(in: reply.text)
            #expect(faults.isEmpty, "\(faults.prefix(3))")
        }
    }

    @Test(arguments: wrong) func `files and programs are answered with a sentence instead`(_ asked: String, _ words: String) async throws {
        let site = RegisterWorld().site()
        for path in ["/register/export/notices.csv", "/register/changes.atom"] {
            let reply = try await site.get("\(path)?\(asked)")
            #expect(reply.status == 400 && reply["Content-Type"] == "text/plain; charset=utf-8" && reply.text.contains(words), "\(path)")
            #expect(reply["Access-Control-Allow-Origin"] == "*")
        }
        let json = try await site.get("/register/export/notices.json?\(asked)")
        #expect(json.status == 400 && json["Content-Type"] == "application/problem+json" && json.text.contains(words))
        guard !asked.hasPrefix("page") else { return }
        let api = try await site.get("/register/api/v1/notices?\(asked)")
        // 422 for what no schema can state.
        #expect([400, 422].contains(api.status) && api.text.contains("\"fields\"") && api["Content-Type"] == "application/problem+json" && api["Access-Control-Allow-Origin"] == "*")
    }

    @Test func `a name that means nothing is passed over by pages, since other sites add some, and refused by files and programs`() async throws {
        let site = RegisterWorld().site()
        #expect(try await site.get("/register?utm_source=letter").status == 200)
        for path in ["/register/export/national.csv?typ=prohibition", "/register/api/v1/facets?typ=prohibition"] {
            let reply = try await site.get(path)
            #expect(reply.status == 400 && reply.text.contains("typ"), "\(path)")
        }
    }

    @Test func `a page behind the last is said to be none, and what was typed stays in its field`() async throws {
        let site = RegisterWorld().site()
        let reply = try await site.get("/register?page=99")
        #expect(reply.status == 400 && reply.text.contains("There is no page 99. This is the last, page 5.") && reply.text.contains("Page 5 of 5"))
        #expect(try await site.get("/register?page=9223372036854775807").status == 400)
        #expect(try await site.get("/register?words=%21%21%21").text.contains("value=\"!!!\""))
    }

    @Test func `a long address is looked for with every word of it`() async throws {
        let site = RegisterWorld().site()
        let fifteen = "words=a+b+c+d+e+f+g+h+i+j+k+l+m+n+zzzz"
        #expect(try await site.get("/register?\(fifteen)").text.contains("<strong>0</strong> of"))
    }

    @Test(arguments: ["/register/api/v1/nothing", "/register/api/v1/notices/none", "/register/export/notices.pdf", "/register/api/v1/notices/a/b/c"])
    func `pages of other sites may read that something is not there, and ask whether they may send a tag`(_ path: String) async throws {
        let site = RegisterWorld().site()
        let reply = try await site.get(path)
        #expect(reply.status == 404 && reply["Access-Control-Allow-Origin"] == "*" && reply["Cross-Origin-Resource-Policy"] == "cross-origin")
        let asked = try await site.get("/register/api/v1/notices", method: .options)
        #expect(asked.status == 204 && asked["Access-Control-Allow-Headers"]?.contains("If-None-Match") == true && asked["Access-Control-Allow-Origin"] == "*")
    }
}
