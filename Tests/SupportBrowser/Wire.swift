public import HTTPTypes
internal import Hummingbird
public import Logging
internal import NIOCore
internal import NIOPosix
public import Web

extension Site {
    /// Serves the site on a free port of this machine while `body` speaks to it over one connection.
    public func served(logger: Logger = .silent, _ body: @escaping @Sendable (inout Wire) async throws -> Void) async throws {
        let (ports, said) = AsyncStream.makeStream(of: Int?.self)
        let application = application(on: .hostname("127.0.0.1", port: 0), logger: logger) { said.yield($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            for await port in ports {
                try await Wire.open(port: port ?? 0, body)
                break
            }
            group.cancelAll()
            // A server that is told to stop in the middle says so by throwing.
            while let _ = try? await group.next() {}
        }
    }
}

/// One connection of HTTP/1.1, kept through everything that is sent over it.
public struct Wire {
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var pending = ByteBuffer()

    /// The server hung up before its answer was whole.
    public struct HungUp: Error {}

    static func open(port: Int, _ body: (inout Wire) async throws -> Void) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        try await channel.executeThenClose { inbound, outbound in
            var wire = Wire(outbound: outbound, inbound: inbound.makeAsyncIterator())
            try await body(&wire)
        }
    }

    /// Sends a request and waits for its answer.
    public mutating func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: [UInt8]? = nil
    ) async throws -> Reply {
        var lines = ["\(method.rawValue) \(path) HTTP/1.1", "host: localhost"] + headers.map { "\($0.name): \($0.value)" }
        if let body { lines.append("content-length: \(body.count)") }
        try await outbound.write(ByteBuffer(string: lines.joined(separator: "\r\n") + "\r\n\r\n"))
        if let body { try await outbound.write(ByteBuffer(bytes: body)) }
        return try await reply(hasBody: method != .head)
    }

    private mutating func reply(hasBody: Bool) async throws -> Reply {
        var head: [Substring] = []
        while true {
            let text = String(decoding: pending.readableBytesView, as: UTF8.self)
            if let end = text.firstRange(of: "\r\n\r\n") {
                head = text[..<end.lowerBound].split(separator: "\r\n")
                pending.moveReaderIndex(forwardBy: text[..<end.upperBound].utf8.count)
                break
            }
            try await more()
        }
        var headers = HTTPFields()
        for line in head.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { continue }
            headers.append(HTTPField(name: name, value: String(parts[1].drop { $0 == " " })))
        }
        let length = hasBody ? headers[.contentLength].flatMap { Int($0) } ?? 0 : 0
        while pending.readableBytes < length { try await more() }
        let bytes = pending.readBytes(length: length) ?? []
        return Reply(status: head.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0, headers: headers, bytes: bytes)
    }

    private mutating func more() async throws {
        guard let next = try await inbound.next() else { throw HungUp() }
        pending.writeImmutableBuffer(next)
    }
}
