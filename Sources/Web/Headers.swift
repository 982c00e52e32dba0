import HTTPTypes
import Hummingbird
import Logging

extension Site {
    /// What every answer carries, whatever made it. A handler's own word on a header stands.
    func dress(_ response: inout Response, _ request: Request, id: String) {
        for (name, value) in Site.headers where response.headers[name] == nil { response.headers[name] = value }
        if house.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if let name = Site.requestID { response.headers[name] = id }
        if request.method == .head { response = response.createHeadResponse() }
    }

    private static let requestID = HTTPField.Name("X-Request-ID")

    /// Nothing but our own files, no frame around us, no script or style within a page.
    private static let headers: [(HTTPField.Name, String)] = [
        ("Content-Security-Policy", """
            default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
            form-action 'self'; frame-ancestors 'none'; base-uri 'none'
            """),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        ("X-Frame-Options", "DENY"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    /// One line a request. No query, and no path that holds a token: neither is the log's to keep.
    func log(_ request: Request, _ response: Response, _ time: Duration, _ edge: Edge) {
        let path = secretPattern(of: request.uri.path) ?? request.uri.path
        let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        edge.logger.info("request", metadata: [
            "method": "\(request.method.rawValue)", "path": "\(path.prefix(500))",
            "status": "\(response.status.code)", "ms": "\(milliseconds)",
        ])
    }

    /// The pattern that a path with a token in it follows, also where no handler was reached or more stands behind the token;
    /// nil where there is none to hide.
    private func secretPattern(of path: String) -> String? {
        let parts = path.split(separator: "/")
        return secretPaths.first { $0.covers(parts) }?.words
    }
}

/// A path that holds a token, taken apart once as every line of the log asks for it.
struct SecretPath: Sendable {
    /// The parts before the token.
    private let before: [RouterPath.Element]
    let words: String

    /// Nil for a path that holds none.
    init?(_ path: RouterPath) {
        guard let token = path.firstIndex(where: { $0.description.hasPrefix("{token}") }) else { return nil }
        before = path[..<token].map { $0.lowercased() }
        words = path.description
    }

    func covers(_ parts: [Substring]) -> Bool {
        parts.count > before.count && zip(before, parts).allSatisfy { $0 ~= $1.lowercased() }
    }
}
