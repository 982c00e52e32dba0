@testable import App
import HTTPTypes
import Kernel
import People
import Storage
import TestBrowser
import TestSupport
import Testing

/// Files that are not what they say they are.
@Suite(.timeLimit(.minutes(10))) struct AttackUploadTests {
    private func sending(_ body: @escaping @Sendable (AppWorld, Browser) async throws -> Void) async throws {
        try await AppWorld.with(.sqlite) { world in
            try await world.browsing(as: "R. Okafor", .manager) { browser in
                _ = try await browser.get("/imports/new")
                try await body(world, browser)
                #expect(try await !world.verbs().contains("began the plan"))
            }
        }
    }

    static let lies: [(name: String, bytes: [UInt8])] = [
        ("plan.xlsx", [0x4D, 0x5A, 0x90, 0] + Array(repeating: 0, count: 500)),
        ("plan.xlsx", Array("<!DOCTYPE html><html><body><table><tr><td>Action<td>Owner</table><script>alert(1)</script>".utf8)),
        ("plan.docx", Array("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><text>Action</text></svg>".utf8)),
        ("plan.docx", Array("\u{7F}ELF\u{2}\u{1}\u{1}".utf8) + Array(repeating: 0, count: 400)),
        ("plan.csv", Array("%PDF-1.7\n1 0 obj<</Type/Catalog>>".utf8)),
        ("plan.xlsx", Array("PK\u{3}\u{4}".utf8)), ("plan.xlsx", Array("PK\u{5}\u{6}".utf8) + Array(repeating: 0, count: 18)),
        ("plan.docx", Array("GIF89a".utf8) + Array("<script>alert(1)</script>".utf8)),
        ("plan.txt", Array(repeating: 0, count: 5000)), ("plan.csv", [0xFF, 0xFE, 0x00, 0xD8]),
        ("plan.csv", Array("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>".utf8)),
    ]

    @Test func `a file that lies about itself is refused in a sentence`() async throws {
        try await sending { _, browser in
            for (index, lie) in AttackUploadTests.lies.enumerated() {
                for type in ["application/octet-stream", "text/html", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "nonsense"] {
                    let answer = try await browser.upload("/imports", file: "file", named: lie.name, type: type, lie.bytes)
                    #expect([413, 415, 422].contains(answer.status), "lie \(index) as \(type): \(answer.status)")
                    #expect(answer.type.hasPrefix("text/html") && !answer.text.contains("<script>alert") && answer.text.contains("id=\"file"), "lie \(index)")
                }
            }
        }
    }

    @Test func `a document under another's name is read for what it is`() async throws {
        let bytes = try Shared.sample("plan.xlsx")
        try await sending { _, browser in
            for name in ["plan.docx", "plan.csv", "plan.exe", "plan"] {
                let answer = try await browser.upload("/imports", file: "file", named: name, type: "image/png", bytes)
                #expect(answer.status == 303, "\(name): \(answer.status)")
            }
        }
    }

    @Test func `a page before an archive makes no archive of it, and one behind it is never shown`() async throws {
        let (bytes, page) = (try Shared.sample("plan.xlsx"), Array("<html><script>alert(1)</script>".utf8))
        try await sending { _, browser in
            #expect(try await [415, 422].contains(browser.upload("/imports", file: "file", named: "plan.xlsx", page + bytes).status))
            let sent = try await browser.upload("/imports", file: "file", named: "plan.xlsx", bytes + page)
            guard let draft = sent.location else { return #expect([413, 422].contains(sent.status)) }
            #expect(try await !browser.get(draft).text.contains("<script>alert"))
        }
    }

    @Test func `a file's name is only a name`() async throws {
        let table = Array(PlanJourneyTests.table.utf8)
        try await sending { _, browser in
            for name in ["../../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "a/../../b.txt", "<img src=x onerror=alert(1)>.txt", "plan.txt\u{0}.exe", "..", ".", String(repeating: "n", count: 900) + ".txt"] {
                let sent = try await browser.upload("/imports", file: "file", named: name, table)
                #expect(sent.status == 303, "\(name.prefix(40)): \(sent.status)")
                let page = try await browser.get(sent.location ?? "/")
                #expect(!page.text.contains("../") && !page.text.contains("<img src=x") && !page.text.contains("etc/"), "\(name.prefix(40))")
            }
        }
    }

    @Test func `nothing, too much and half of a form are refused and leave nothing behind`() async throws {
        try await sending { world, browser in
            let empty = try await browser.upload("/imports", file: "file", named: "plan.xlsx", [])
            #expect(empty.status == 422 && empty.text.contains("is empty"))
            let mark = "XX"
            let whole = "--\(mark)\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(browser.token)\r\n--\(mark)\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"plan.txt\"\r\n\r\n\(PlanJourneyTests.table)\r\n--\(mark)--\r\n"
            let bytes = Array(whole.utf8)
            for cut in stride(from: 1, to: bytes.count - 4, by: 17) {
                let torn = try await browser.send(.post, "/imports", type: "multipart/form-data; boundary=\(mark)", Array(bytes.prefix(cut)))
                #expect([403, 415, 422].contains(torn.status), "cut at \(cut): \(torn.status)")
            }
            for type in ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\(String(repeating: "x", count: 200))", "application/json", "text/plain"] {
                #expect(try await [403, 415, 422].contains(browser.send(.post, "/imports", type: type, bytes).status), "\(type)")
            }
            let open: Int? = try await world.desk.read { session in try session.value("SELECT COUNT(*) FROM plan_import") }
            #expect(open == 0)
            let large = try await browser.upload("/imports", file: "file", named: "plan.txt", Array(repeating: 65, count: (100 << 20) + 1))
            #expect(large.status == 413 && large.text.contains("larger than 100 MB") && large.text.contains("id=\"file-error\""))
        }
    }
}
