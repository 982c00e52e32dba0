import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

/// What the register answers to anybody, from any site and through any cache: the same bytes for one version and one address.
struct PublicAnswer: Sendable {
    let version: RegisterVersion
    /// What else tells these bytes from others of the same version: the address, the format.
    let mark: String
    let type: String
    /// What a browser saves it as; nil where it is shown.
    var saved: String?
    /// What `Link` says of its neighbours.
    var links: [String] = []
    /// Whether its pieces are sent as gzip.
    var isPacked = false

    /// Weak, since a proxy may compress what passes through it.
    private var tag: String { "W/" + EntityTag(of: [version.mark, version.day.iso, mark]).written }

    private var headers: HTTPFields {
        var headers: HTTPFields = [
            .eTag: tag, .cacheControl: APIFace.caching, .vary: "Accept-Encoding", .accessControlAllowOrigin: "*",
            .accessControlExposeHeaders: "ETag, Last-Modified, Link, Content-Disposition, Muster-Journal-Size, Muster-Journal-Root, Muster-Register-Day",
            .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
        ]
        let more = version.told + [("Cross-Origin-Resource-Policy", "cross-origin"), ("Link", links.joined(separator: ", "))]
        for (name, value) in more where !value.isEmpty { if let name = HTTPField.Name(name) { headers[name] = value } }
        return headers
    }

    func response(to request: Request, _ bytes: [UInt8]) -> Response {
        response(to: request) { ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)) }
    }

    /// Sends the pieces as they are made. Whoever reads slowly holds no more than one of them in memory.
    func response(to request: Request, pieces: some Sequence<[UInt8]> & Sendable) -> Response {
        response(to: request) {
            ResponseBody { [isPacked] writer in
                let gzip = isPacked ? Gzip() : nil
                for piece in pieces {
                    let buffer = ByteBuffer(bytes: piece)
                    try await writer.write(gzip?.packing(buffer) ?? buffer)
                }
                if let gzip { try await writer.write(gzip.packing(ByteBuffer(), isLast: true)) }
                try await writer.finish(nil)
            }
        }
    }

    /// That whoever asks has just these bytes; nil where they have not.
    func unchanged(for request: Request) -> Response? {
        let headers = headers
        return headers.areKnown(to: request) ? Response(status: .notModified, headers: headers) : nil
    }

    func response(to request: Request, _ body: () -> ResponseBody) -> Response {
        var headers = headers
        guard !headers.areKnown(to: request) else { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        if isPacked { headers[.contentEncoding] = "gzip" }
        if let saved { headers[.contentDisposition] = "inline; filename=\"\(saved)\"" }
        return Response(status: .ok, headers: headers, body: body())
    }
}

extension RegisterVersion {
    /// Which register it is, for the headers of an answer.
    var told: [(name: String, value: String)] {
        [
            ("Last-Modified", modified.inHTTP), ("Muster-Register-Day", day.iso),
        ] + (hasJournal ? [("Muster-Journal-Size", String(size)), ("Muster-Journal-Root", head)] : [])
    }
}
