import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import Synchronization
import TestBrowser
import Testing

@testable import Web

/// What was logged, as lines.
private final class Lines: Sendable {
    private let all = Mutex<[String]>([])
    var text: String { all.withLock { $0.joined(separator: "\n") } }

    var logger: Logger {
        var logger = Logger(label: "test") { _ in Handler(lines: self) }
        logger.logLevel = .info
        return logger
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .info
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            lines.all.withLock { $0.append("\(event.level) \(event.message) " + all.map { "\($0.key)=\($0.value)" }.joined(separator: " ")) }
        }
    }
}

@Suite struct ServerTests {
    @Test func `a request is one line of the log, without query, token or cookie`() async throws {
        let lines = Lines()
        let (site, logger) = (TestHouse.site(), lines.logger)
        _ = try await site.ask(.get, "/first/secret-of-mine", logger: logger)
        _ = try await site.ask(.get, "/broken", logger: logger)
        let id = try await site.ask(.get, "/plans?q=secret-of-mine", [.cookie: "muster=good"], logger: logger)["X-Request-ID"]
        let text = lines.text
        let line = try #require(text.split(separator: "\n").first { $0.contains("path=/plans") })
        for part in ["method=GET", "status=200", "ms=", "hb.request.id=\(id ?? "?")"] { #expect(line.contains(part)) }
        #expect(text.contains("path=/first/{token}"))
        #expect(text.contains("error fault"))
        #expect(!text.contains("secret-of-mine"))
        #expect(!text.contains("good"))
    }

    @Test func `a token in a path is kept from the log where no page was reached, too`() async throws {
        let lines = Lines()
        let (site, logger) = (TestHouse.site(), lines.logger)
        for (method, path) in [
            (HTTPRequest.Method.get, "/first/secret-of-mine?on=never"), (.put, "/first/secret-of-mine"), (.options, "/first/secret-of-mine"),
            (.get, "/first/secret-of-mine/"), (.get, "/first/secret-of-mine/more"), (.get, "//First/secret-of-mine"),
        ] { _ = try await site.ask(method, path, logger: logger) }
        // The database is away before anybody asks where the request goes.
        _ = try await site.ask(.get, "/first/secret-of-mine", [.cookie: "muster=broken"], logger: logger)
        _ = try await site.ask(.get, "/first", logger: logger)
        let requests = lines.text.split(separator: "\n").filter { $0.contains(" request ") }
        #expect(requests.filter { $0.contains("path=/first/{token} ") }.count == 7)
        #expect(requests.filter { $0.contains("path=/first ") }.count == 1)
        #expect(!lines.text.contains("secret-of-mine"))
    }

    @Test func `whoever hangs up in the middle of a form has made no fault of ours`() async throws {
        let (chunks, rest) = AsyncThrowingStream.makeStream(of: ByteBuffer.self)
        rest.yield(ByteBuffer(string: "title=T"))
        rest.finish(throwing: TestHouse.Broken(secret: "gone"))
        let request = Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/plans"), body: .init(asyncSequence: chunks))
        let refusal = await #expect(throws: Refusal.self) { try await request.collect(upTo: 100, else: .formTooLarge) }
        #expect(refusal?.code == "form-cut-short")
    }

    @Test func `a real server keeps its connection through pages, forms, HEAD and refusals`() async throws {
        try await TestHouse.site().served { wire in
            let cookie: HTTPFields = [.cookie: "muster=good"]
            for _ in 0..<3 {
                let page = try await wire.ask(.get, "/plans", cookie)
                #expect(page.status == 200)
                let head = try await wire.ask(.head, "/plans", cookie)
                #expect(head.headers[.contentLength] == page.headers[.contentLength])
                var form = cookie
                form[.contentType] = "multipart/form-data; boundary=XX"
                // Larger than is read even to give a form back: refused by its length, and the connection still serves.
                let large = try await wire.ask(.post, "/plans", form, body: Array(repeating: 120, count: 24 << 20))
                #expect(large.status == 413)
                let small = try await wire.ask(.post, "/plans", form, body: Array(
                    "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken-of-this-visit\r\n--XX\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nT\r\n--XX--\r\n".utf8))
                #expect(small.status == 303)
            }
            let many = try await wire.ask(.get, "/plans", [.cookie: String(repeating: "a", count: 40_000)])
            #expect(many.status == 400)
        }
    }
}
