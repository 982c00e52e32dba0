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
        let address = request.address
        if let answer = answer(to: address, at: context.moment) { return answer.response(to: request) }
        let version = try await register(at: context.moment).version
        try pace?.admit(context.client, at: context.moment)
        let response = try await next()
        guard response.status == .ok, let length = response.body.contentLength, length < KeptRegister.mostKept else { return response }
        let gathered = Gathered()
        try await response.body.write(gathered)
        let answer = KeptAnswer(headers: response.headers, body: gathered.bytes)
        keep(answer, to: address, of: version)
        return answer.response(to: request)
    }

    /// Bytes of the largest answer that is kept whole.
    private static let mostKept = 4 << 20
}

extension KeptAnswer {
    /// - Returns: nothing but its headers, where whoever asks has it.
    func response(to request: Request) -> Response {
        headers.areKnown(to: request) ? Response(status: .notModified, headers: headers) : Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
    }
}

extension HTTPFields {
    /// Whether whoever asks has what these headers of an answer tell of. A tag goes before a day (RFC 9110, section 13.2.2).
    func areKnown(to request: Request) -> Bool {
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
