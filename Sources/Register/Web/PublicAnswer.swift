import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

/// What the register answers to anybody, from any site and through any cache: the same bytes for one version and one address.
struct PublicAnswer: Sendable {
    /// Seconds for which a cache need not ask again.
    static let freshness = 60

    let version: RegisterVersion
    /// What else tells these bytes from others of the same version: the address, the format.
    let mark: String
    let type: String
    /// What a browser saves it as; nil where it is shown.
    var saved: String?
    /// What `Link` says of its neighbours.
    var links: [String] = []

    /// Weak, since a proxy may compress what passes through it.
    private var tag: String { "W/\"\(fingerprint(["\(version.size)", version.head, version.day.iso, mark]))\"" }

    private var headers: HTTPFields {
        var headers: HTTPFields = [
            .eTag: tag, .lastModified: version.modified.inHTTP,
            .cacheControl: "public, max-age=\(PublicAnswer.freshness)",
            .accessControlAllowOrigin: "*",
            .accessControlExposeHeaders: "ETag, Last-Modified, Link, Content-Disposition, Muster-Journal-Size, Muster-Journal-Root, Muster-Register-Day",
            .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
        ]
        let more = [
            ("Cross-Origin-Resource-Policy", "cross-origin"), ("Muster-Journal-Size", String(version.size)), ("Muster-Journal-Root", version.head),
            ("Muster-Register-Day", version.day.iso), ("Link", links.joined(separator: ", ")),
        ]
        for (name, value) in more where !value.isEmpty { if let name = HTTPField.Name(name) { headers[name] = value } }
        return headers
    }

    func response(to request: Request, _ bytes: [UInt8]) -> Response {
        response(to: request) { ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)) }
    }

    /// Sends the pieces as they are made. Whoever reads slowly holds no more than one of them in memory.
    func response(to request: Request, pieces: some Sequence<[UInt8]> & Sendable) -> Response {
        response(to: request) {
            ResponseBody { writer in
                for piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
        }
    }

    /// That whoever asks has just these bytes; nil where they have not.
    func unchanged(for request: Request) -> Response? { isKnown(to: request) ? Response(status: .notModified, headers: headers) : nil }

    func response(to request: Request, _ body: () -> ResponseBody) -> Response {
        var headers = headers
        guard !isKnown(to: request) else { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        if let saved { headers[.contentDisposition] = "inline; filename=\"\(saved)\"" }
        return Response(status: .ok, headers: headers, body: body())
    }

    /// An ETag goes before a day (RFC 9110, section 13.2.2).
    private func isKnown(to request: Request) -> Bool {
        if let known = request.headers[.ifNoneMatch] {
            return known == "*" || known.split(separator: ",").contains { unweakened($0) == unweakened(tag[...]) }
        }
        guard let since = request.headers[.ifModifiedSince].flatMap({ Moment(inHTTP: $0) }) else { return false }
        return version.modified.milliseconds / 1000 <= since.milliseconds / 1000
    }

    private func unweakened(_ tag: Substring) -> Substring {
        let tag = tag.drop { $0 == " " }
        return tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    }
}

/// Tells texts apart: FNV-1a over 64 bits. It guards nothing.
private func fingerprint(_ parts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    return String(hash, radix: 36)
}
