import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct MultipartTests {
    private static let head = ["Content-Type": "multipart/form-data; boundary=XX", "Sec-Fetch-Site": "same-origin"]

    private func body(_ parts: String..., end: String = "--XX--\r\n") -> [UInt8] {
        Array((parts.map { "--XX\r\n" + $0 + "\r\n" }.joined() + end).utf8)
    }

    private func text(_ name: String, _ value: String) -> String { "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)" }

    /// Reads a body in pieces of every size from one byte up, and expects the same each time.
    private func read(_ body: [UInt8], boundary: String = "XX", filesUpTo limit: Int = 1000) throws -> Multipart {
        func whole(_ size: Int) throws -> Multipart {
            var parts = try #require(Multipart(boundary: boundary, filesUpTo: limit))
            for start in stride(from: 0, to: body.count, by: size) { try parts.take(body[start..<min(start + size, body.count)]) }
            try parts.finish()
            return parts
        }
        let first = try whole(max(1, body.count))
        for size in [1, 2, 3, 5, 7, 64] {
            let again = try whole(size)
            #expect(again.fields.map { "\($0)" } == first.fields.map { "\($0)" })
            #expect(again.files.map(\.bytes) == first.files.map(\.bytes))
        }
        return first
    }

    @Test func `fields and files arrive as they were sent`() throws {
        let parts = try read(body(
            text("title", "Plan ’21"), text("title", ""),
            "content-disposition: form-data; name=file; filename=plan.csv\r\nContent-Type: text/CSV; charset=utf-8\r\n\r\na,b\r\n1,2\r\n"))
        #expect(parts.fields.map { "\($0.name)=\($0.value)" } == ["title=Plan ’21", "title="])
        #expect(parts.files.map(\.name) == ["plan.csv"])
        #expect(parts.files.map(\.type) == ["text/csv"])
        #expect(parts.files.map(\.bytes) == [Array("a,b\r\n1,2\r\n".utf8)])
    }

    @Test func `a file may hold what looks like a boundary`() throws {
        let trick = "\r\n--XY\r\n--XXX\r\n--X\r\n-\r\n--XX-\r\r\n--\r\n\r\n--XX \tnot yet"
        let parts = try read(body("Content-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n\(trick)"))
        #expect(parts.files.map(\.bytes) == [Array(trick.utf8)])
    }

    @Test func `what comes before the first boundary and after the last is nothing`() throws {
        let parts = try read(Array("hello\r\n--XX \t \r\n\(text("a", "1"))\r\n--XX--\r\n--XX\r\n\(text("b", "2"))\r\n--XX--".utf8))
        #expect(parts.fields.map(\.name) == ["a"])
        #expect(try read(Array("--XX--".utf8)).fields.isEmpty)
    }

    @Test(arguments: [
        ("filename=\"a %22b%22 c.docx\"", "a \"b\" c.docx"), ("filename=\"a \\\"b\\\" c.docx\"", "a \"b\" c.docx"),
        ("filename=\"Plán ✓.xlsx\"", "Plán ✓.xlsx"), ("filename=\"x.txt\"; filename*=UTF-8''Pl%C3%A1n%20%E2%9C%93.xlsx", "Plán ✓.xlsx"),
        ("filename=\"C:\\plans\\one.csv\"", "one.csv"), ("filename=\"../../etc/passwd\"", "passwd"), ("filename=\"ends\\\"", "ends"),
        ("filename=\"a;b=c.csv\"", "a;b=c.csv"), ("filename=\"..\"", "file"), ("filename=\"a\u{202E}b\u{7}.csv\"", "ab.csv"),
    ])
    func `a file's name is understood, and made safe`(written: String, name: String) throws {
        let parts = try read(body("Content-Disposition: form-data; name=\"f\"; \(written)\r\n\r\nx"))
        #expect(parts.files.map(\.name) == [name])
    }

    @Test func `an empty file is a file, and no file chosen is none`() throws {
        let empty = try read(body("Content-Disposition: form-data; name=\"f\"; filename=\"e.csv\"\r\n\r\n"))
        #expect(empty.files.map(\.bytes) == [[]])
        let none = try read(body("Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n", text("a", "1")))
        #expect(none.files.isEmpty)
        #expect(none.fields.count == 1)
    }

    @Test(arguments: ["", "--XX\r\n", "\r\n--X", "--XX-", "\r\n", "--XY--"])
    func `a body whose end is missing is refused`(end: String) {
        #expect(throws: Refusal.formCutShort) { try read(body(text("a", "1"), end: end)) }
    }

    @Test(arguments: [
        "Content-Disposition: form-data\r\n\r\nx", "Content-Type: text/plain\r\n\r\nx", "\r\nx", "nonsense\r\n\r\nx",
        "Content-Disposition: attachment; name=\"a\"\r\n\r\nx", "Content-Disposition: form-data; name=\"a\r\n\r\nx",
    ])
    func `a part that no form has is refused`(part: String) {
        #expect(throws: Refusal.formNotReadable) { try read(body(part)) }
    }

    @Test func `a field that is not UTF-8 is refused`() {
        let bytes = Array("--XX\r\n\(text("a", ""))".utf8) + [0xFF, 0xFE] + Array("\r\n--XX--".utf8)
        #expect(throws: Refusal.formNotReadable) { try read(bytes) }
    }

    private let file = "Content-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"

    @Test func `a file that is too large is read past, and the fields around it arrive`() throws {
        let parts = try read(body(text("a", "1"), file + String(repeating: "\r\n--X", count: 800), text("b", "2")))
        #expect(parts.files.map(\.isTooLarge) == [true] && parts.files.map(\.bytes) == [[]])
        #expect(parts.fields.map { "\($0.name)=\($0.value)" } == ["a=1", "b=2"])
        let two = try read(body(file + String(repeating: "x", count: 600), file + String(repeating: "y", count: 600)))
        #expect(two.files.map(\.isTooLarge) == [false, true] && two.files.map(\.bytes.count) == [600, 0])
        let fits = try read(body(file + String(repeating: "x", count: 1000)))
        #expect(fits.files.map(\.isTooLarge) == [false] && fits.files.map(\.bytes.count) == [1000])
    }

    @Test func `what was announced as too large is never held`() throws {
        var parts = try #require(Multipart(boundary: "XX", filesUpTo: 1 << 20))
        try parts.expect(length: 5 << 20)
        try parts.take(Array("--XX\r\n\(file)".utf8) + [UInt8](repeating: 65, count: 64 * 1024))
        #expect(parts.files.map(\.isTooLarge) == [true] && parts.files.map(\.bytes.capacity) == [0])
    }

    @Test func `too much is refused while it comes, and little is held`() throws {
        var parts = try #require(Multipart(boundary: "XX", filesUpTo: 1 << 20))
        try parts.take(Array("--XX\r\n\(file)".utf8))
        let chunk = [UInt8](repeating: 13, count: 64 * 1024)
        var (sent, held) = (0, 0)
        #expect(throws: Refusal.fileTooLarge(limit: 1 << 20)) {
            while sent < 20 << 20 {
                try parts.take(chunk)
                sent += chunk.count
                held = max(held, parts.files.map(\.bytes.count).reduce(0, +))
            }
        }
        #expect(sent > 9 << 20 && sent <= 12 << 20)
        #expect(held <= 1 << 20 && parts.files.map(\.bytes) == [[]])
        #expect(throws: Refusal.fileTooLarge(limit: 1000)) {
            var told = try #require(Multipart(boundary: "XX", filesUpTo: 1000))
            try told.expect(length: 3 << 20)
        }

        var endless = try #require(Multipart(boundary: "XX", filesUpTo: 1000))
        #expect(throws: Refusal.self) { while true { try endless.take(chunk) } }
        var head = try #require(Multipart(boundary: "XX", filesUpTo: 1 << 20))
        try head.take(Array("--XX\r\n".utf8))
        #expect(throws: Refusal.formNotReadable) { for _ in 0..<10 { try head.take([UInt8](repeating: 65, count: 4000)) } }
        var many = try #require(Multipart(boundary: "XX", filesUpTo: 1 << 20))
        let part = Array("--XX\r\n\(text("a", ""))\r\n".utf8)
        #expect(throws: Refusal.formTooLarge) { for _ in 0...Multipart.mostParts + 1 { try many.take(part) } }
        var long = try #require(Multipart(boundary: "XX", filesUpTo: 4 << 20))
        try long.take(Array("--XX\r\n\(text("a", ""))".utf8))
        #expect(throws: Refusal.formTooLarge) { while true { try long.take(chunk) } }
    }

    @Test(arguments: ["", String(repeating: "x", count: 71), "é"])
    func `a boundary that none may use is refused`(boundary: String) {
        #expect(Multipart(boundary: boundary, filesUpTo: 1) == nil)
    }

    @Test func `a file travels through the site, under its token`() async throws {
        let file = "Content-Disposition: form-data; name=\"f\"; filename=\"plan.csv\"\r\nContent-Type: text/csv\r\n\r\n1,2"
        let answer = try await knock(.post, "/plans", headers: Self.head, body: body(text("csrf", "token-of-this-visit"), text("title", "T"), file))
        #expect(answer.status == 303)
        #expect(answer.cookies.first?.contains("f%3Dplan.csv%3Atext%2Fcsv%3A3") == true)
        let without = try await knock(.post, "/plans", headers: Self.head, body: body(text("title", "T"), file))
        #expect(without.status == 403)
        let cut = try await knock(.post, "/plans", headers: Self.head, body: body(text("csrf", "token-of-this-visit"), file, end: ""))
        #expect(cut.status == 422)
        #expect(cut.text.contains("did not arrive whole"))
    }

    @Test func `a file larger than the page takes is 413 with its limit`() async throws {
        let file = "Content-Disposition: form-data; name=\"f\"; filename=\"plan.csv\"\r\n\r\n" + String(repeating: "x", count: 3 << 20)
        for length in [nil, "999999999999"] {
            var headers = Self.head
            headers["Content-Length"] = length
            headers["Referer"] = "https://muster.northshire.example/plans/new?as=a%20form"
            let answer = try await knock(.post, "/plans", headers: headers, body: body(text("csrf", "token-of-this-visit"), file, text("title", "What I wrote")))
            #expect(answer.status == 413)
            #expect(answer.text.contains("larger than 2 MB"))
            // What is read past gives the form back; what is not read leads back to it.
            #expect(answer.text.contains("value=\"What I wrote\"") == (length == nil))
            #expect(answer.text.contains("<a href=\"/plans/new?as=a%20form\">Go back to the form</a>") == (length != nil))
        }
        for from in ["javascript:alert(1)", "https://elsewhere.example//evil.example/", "https://a.example/\"><script>", "nonsense"] {
            let answer = try await knock(
                .post, "/plans", headers: Self.head.merging(["Content-Length": "999999999999", "Referer": from]) { $1 }, body: body(text("title", "T")))
            #expect(answer.status == 413 && !answer.text.contains("evil.example") && !answer.text.contains("><script>") && !answer.text.contains("javascript:"), "\(from)")
        }
    }
}
