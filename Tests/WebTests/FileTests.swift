import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct FileTests {
    @Test func `a download has a safe name in both spellings and can run nothing`() async throws {
        let answer = try await knock(.get, "/plans/R2/file")
        #expect(answer.text == "a,b\r\n")
        #expect(answer["Content-Type"] == "text/csv; charset=utf-8")
        #expect(answer["Content-Disposition"] ==
            "attachment; filename=\"Pl_n _A__x_.csv\"; filename*=UTF-8''Pl%C3%A1n%20%E2%80%9CA%E2%80%9D%22x%22.csv")
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer["Content-Security-Policy"]?.contains("sandbox") == true)
    }

    @Test func `a page's files are served for ever under the mark of their content`() async throws {
        let page = try await knock(.get, "/plans").text
        for (file, type) in [("muster.css", "text/css"), ("muster.js", "text/javascript"), ("favicon.svg", "image/svg+xml")] {
            let path = try #require(page.split(separator: "\"").first { $0.hasPrefix("/assets/") && $0.hasSuffix(file) })
            let answer = try await knock(.get, String(path), signedIn: false)
            #expect(answer.status == 200)
            #expect(!answer.text.isEmpty)
            #expect(answer["Content-Type"]?.hasPrefix(type) == true)
            #expect(answer["Cache-Control"] == "public, max-age=31536000, immutable")
            let tag = try #require(answer["ETag"])
            let again = try await knock(.get, String(path), headers: ["If-None-Match": tag])
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
        }
    }

    @Test func `an earlier version's address gives today's file, not to be kept`() async throws {
        let answer = try await knock(.get, "/assets/earlier/muster.css")
        #expect(answer.status == 200)
        #expect(answer["Cache-Control"] == "no-cache")
        #expect(try await knock(.get, "/assets/earlier/other.css").status == 404)
    }

    @Test func `a long name keeps its end`() {
        let name = FileName(String(repeating: "a", count: 400) + ".xlsx").text
        #expect(name.count == 200)
        #expect(name.hasSuffix("a.xlsx"))
    }
}
