import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import TestBrowser
import TestSupport
import Testing

@testable import Web

/// Files in through a form and out again.
@Suite struct FileAnswerTests {
    /// A house where a file is sent and fetched.
    private func site(_ store: Store, _ intake: Intake) -> Site {
        let desk = Desk(store, clock: .fixed(TestHouse.morning))
        let house = House(name: "Northshire Fire and Rescue", address: "http://localhost", version: "0.1")
        return Site(house: house, doorkeeper: TestHouse.OneKey(), clock: .fixed(TestHouse.morning)) { routes in
            routes.members.post("files") { request, context in
                let form = try await Form(request, context, filesUpTo: intake.most)
                return try await context.trying {
                    guard let file = try await form.checked("file", by: intake) else { throw Refusal.fields([.init("file", "Choose a file.")]) }
                    let kept = try await desk.write(by: context.actor) { work in try work.attach(file) }
                    return context.seeOther(Link("files", kept.id))
                } orShowing: { refusal in
                    Page(title: "Send a file", body: "<p>\((refusal as Refusal?).about("file"))</p><p>\(form.fields.written("shows"))</p>")
                }
            }
            routes.members.get("files/:file") { request, context in
                let id: ID<Kernel.Attachment> = try context.id("file")
                return context.file(try await desk.read { try $0.attachment(id) }, from: desk, to: request)
            }
        }
    }

    private func send(_ name: String, _ bytes: [UInt8], to site: Site) async throws -> Answer {
        let head = "--b\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken-of-this-visit\r\n--b\r\nContent-Disposition: form-data; name=\"shows\"\r\n\r\nThe rota\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/html\r\n\r\n"
        return try await knock(
            .post, "/files", headers: ["Content-Type": "multipart/form-data; boundary=b", "Sec-Fetch-Site": "same-origin"],
            body: Array(head.utf8) + bytes + Array("\r\n--b--\r\n".utf8), at: site)
    }

    @Test func `a file comes out as it went in, and can only be saved`() async throws {
        try await TestStore.with(.sqlite, Kernel.Attachment.migrations) { store in
            let site = site(store, Intake())
            let text = "%PDF-1.7 " + String(repeating: "0123456789", count: 60_000)
            #expect(try await send("ro\u{202E}ta.html", Array(text.utf8), to: site).status == 303)
            let answer = try await knock(.get, "/files/1", at: site)
            #expect(answer.text == text)
            #expect(answer["Content-Type"] == "application/pdf")
            #expect(answer["Content-Length"] == "\(text.utf8.count)")
            #expect(answer["Content-Disposition"] == "attachment; filename=\"rota.html.pdf\"; filename*=UTF-8''rota.html.pdf")
            #expect(answer["X-Content-Type-Options"] == "nosniff")
            #expect(answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox")
            #expect(answer["Cache-Control"] == "private, no-cache")
            let tag = try #require(answer["ETag"])
            #expect(tag == "\"\(Hash(of: Array(text.utf8)))\"")
            let again = try await knock(.get, "/files/1", headers: ["If-None-Match": tag], at: site)
            #expect(again.status == 304 && again.text.isEmpty)
            #expect(try await knock(.head, "/files/1", at: site).text.isEmpty)
            #expect(try await knock(.get, "/files/2", at: site).status == 404)
            #expect(try await knock(.get, "/files/1", signedIn: false, at: site).status == 303)
        }
    }

    @Test func `what is refused brings the form back with what was written`() async throws {
        try await TestStore.with(.sqlite, Kernel.Attachment.migrations) { store in
            let page = try await send("a.pdf", Array("<script>alert(1)</script>".utf8), to: site(store, Intake()))
            #expect(page.status == 415)
            #expect(page.text.contains("is not a kind of file that is kept here") && page.text.contains("The rota"))
            let unscanned = Intake(scanner: try VirusScanner("/no/such/scanner", patience: 5))
            let later = try await send("a.txt", Array("words".utf8), to: site(store, unscanned))
            #expect(later.status == 422)
            #expect(later.text.contains("could not be checked for viruses") && later.text.contains("The rota"))
            let small = Intake(most: 1 << 20)
            for size in [1 << 20 + 1, 3 << 20] {
                let large = try await send("a.txt", [UInt8](repeating: 65, count: size), to: site(store, small))
                #expect(large.status == 413)
                #expect(large.text.contains("“a.txt” is larger than 1 MB, the most that is kept here.") && large.text.contains("The rota"))
            }
            #expect(Measure.text([small.watch.measure]).contains(#"{outcome="too-large"} 2"#))
            let kept = try await store.read { try $0.count(Kernel.Attachment.self) }
            #expect(kept == 0)
        }
    }
}
