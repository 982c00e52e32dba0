import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

extension KeptRegister {
    /// Answers from what was answered before, or does what follows and keeps what comes of it, for as long as the register stays the same.
    ///
    /// - Parameter pace: counts what is made anew.
    func keeping(
        _ request: Request, _ context: PublicContext, _ pace: Pace?, _ next: @Sendable () async throws -> Response
    ) async throws -> Response {
        if let known = kept(request, at: context.moment) { return known }
        let version = try await register(at: context.moment).version
        try pace?.admit(context.client, at: context.moment)
        let response = try await next()
        guard response.status == .ok, let length = response.body.contentLength, length < KeptRegister.mostKept else { return response }
        let gathered = Gathered()
        try await response.body.write(gathered)
        return sent(KeptAnswer(headers: response.headers, body: gathered.bytes), to: request, of: version)
    }

    /// The answer that was given before to what is asked; nil where none was, or the register is another.
    func kept(_ request: Request, at moment: Moment) -> Response? {
        guard let (answer, version) = answer(to: request.address, at: moment) else { return nil }
        guard answer.isToBePacked(for: request) else { return answer.response(to: request) }
        return sent(answer, to: request, of: version)
    }

    /// Keeps an answer, packed where whoever asks takes that: once, for all who come after.
    func sent(_ answer: KeptAnswer, to request: Request, of version: RegisterVersion) -> Response {
        var answer = answer
        if answer.isToBePacked(for: request) { answer.pack() }
        keep(answer, to: request.address, of: version)
        return answer.response(to: request)
    }

    /// Bytes of the largest answer that is kept whole.
    private static let mostKept = 4 << 20
}

extension KeptAnswer {
    /// Smaller than this, packing saves no packet.
    private static let leastPacked = 1000

    func isToBePacked(for request: Request) -> Bool { packed == nil && body.readableBytes >= KeptAnswer.leastPacked && request.takesGzip }

    mutating func pack() {
        var headers = headers
        headers[.contentEncoding] = "gzip"
        packed = (headers, Gzip.packed(body))
    }

    /// - Returns: nothing but its headers, where whoever asks has it.
    func response(to request: Request) -> Response {
        guard !headers.areKnown(to: request) else { return Response(status: .notModified, headers: headers) }
        guard let packed, request.takesGzip else { return Response(status: .ok, headers: headers, body: .init(byteBuffer: body)) }
        return Response(status: .ok, headers: packed.headers, body: .init(byteBuffer: packed.body))
    }
}

extension HTTPFields {
    /// Whether whoever asks has what these headers of an answer tell of. A tag goes before a day (RFC 9110, section 13.2.2).
    func areKnown(to request: Request) -> Bool {
        // Hardly anybody has anything, and reading a tag costs more than looking for one.
        guard request.headers[.ifNoneMatch] != nil || request.headers[.ifModifiedSince] != nil else { return false }
        if let known = EntityTag(of: self)?.isKnown(to: request) { return known }
        guard let since = request.headers[.ifModifiedSince].flatMap({ Moment(inHTTP: $0) }), let modified = self[.lastModified].flatMap({ Moment(inHTTP: $0) }) else { return false }
        return modified <= since
    }
}

extension Request {
    /// What was asked for, with what stands after the question mark.
    var address: String { head.path ?? uri.path }
}

/// Takes the bytes of an answer in, to be kept.
private final class Gathered: ResponseBodyWriter {
    var bytes = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws { bytes.writeImmutableBuffer(buffer) }

    func finish(_ trailing: HTTPFields?) async throws {}
}

extension Response {
    /// The same, with its length counted where HEAD asks for what is sent piece by piece: an answer without a body would be said to have none.
    func measured(for request: Request) async throws -> Response {
        guard request.method == .head, body.contentLength == nil else { return self }
        let counted = Counted()
        try await body.write(counted)
        var response = self
        response.headers[.contentLength] = String(counted.length)
        return response
    }
}

/// Counts the bytes of an answer, and keeps none.
private final class Counted: ResponseBodyWriter {
    var length = 0

    func write(_ buffer: ByteBuffer) async throws { length += buffer.readableBytes }

    func finish(_ trailing: HTTPFields?) async throws {}
}
