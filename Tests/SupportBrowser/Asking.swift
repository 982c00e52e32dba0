public import HTTPTypes
internal import Hummingbird
public import Logging
internal import NIOCore
internal import NIOEmbedded
internal import Synchronization
public import Web

/// What a site answered, whole.
public struct Reply: Sendable {
    public let status: Int
    public let headers: HTTPFields
    public let bytes: [UInt8]

    public init(status: Int, headers: HTTPFields, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }
    public subscript(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

extension Site {
    /// Asks the site within this process, as its server would hand the request over, and waits for the whole answer.
    ///
    /// - Parameter body: comes in pieces of 32 KiB, under its length.
    public func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: [UInt8]? = nil, logger: Logger = .silent
    ) async throws -> Reply {
        var headers = headers
        if let body, headers[.contentLength] == nil { headers[.contentLength] = String(body.count) }
        var logger = logger
        logger[metadataKey: "hb.request.id"] = "\(RequestID())"
        let pieces = AsyncStream<ByteBuffer> { stream in
            let body = body ?? []
            for start in stride(from: 0, to: body.count, by: 32 << 10) {
                stream.yield(ByteBuffer(bytes: body[start..<min(start + 32 << 10, body.count)]))
            }
            stream.finish()
        }
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: RequestBody(asyncSequence: pieces))
        let response = try await respond(
            to: request, context: Edge(source: .init(channel: NIOAsyncTestingChannel(), logger: logger)))
        let paper = Paper()
        try await response.body.write(paper)
        return Reply(status: response.status.code, headers: response.headers, bytes: paper.bytes)
    }
}

/// What the body of an answer is written on.
private final class Paper: ResponseBodyWriter {
    private let written = Mutex<[UInt8]>([])
    var bytes: [UInt8] { written.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws { written.withLock { $0 += buffer.readableBytesView } }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Logger {
    public static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
