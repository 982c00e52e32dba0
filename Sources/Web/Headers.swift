import HTTPTypes
import Hummingbird
import Logging

extension Site {
    /// What every answer carries, whatever made it. A handler's own word on a header stands.
    func dress(_ response: inout Response, _ request: Request, id: String) {
        if let secret = secretPath(of: request.uri.path) { secret.dress(&response) }
        if response.status.code >= 400 || request.method == .options, open.contains(where: request.uri.path.hasPrefix) { letAnySiteRead(&response) }
        for (name, value) in Site.headers where response.headers[name] == nil { response.headers[name] = value }
        if house.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if let name = Site.requestID { response.headers[name] = id }
        if request.method == .head { response = response.createHeadResponse() }
    }

    /// A page of another site that asks wrongly is told so too; before it sends a tag of what it has, its browser asks whether it may.
    private func letAnySiteRead(_ response: inout Response) {
        response.headers[.accessControlAllowOrigin] = "*"
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") { response.headers[name] = "cross-origin" }
        guard response.status == .noContent else { return }
        response.headers[.accessControlAllowMethods] = "GET, HEAD"
        response.headers[.accessControlAllowHeaders] = "Accept, If-None-Match, If-Modified-Since"
        response.headers[.accessControlMaxAge] = "86400"
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
        guard edge.logger.logLevel <= .info else { return }
        let path = secretPath(of: request.uri.path)?.words ?? request.uri.path
        let milliseconds = time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000
        edge.logger.info("request", metadata: [
            "method": "\(request.method.rawValue)", "path": "\(path.prefix(500))",
            "status": "\(response.status.code)", "ms": "\(milliseconds)",
        ])
    }

    /// What a path with a token in it follows, also where no handler was reached or more stands behind the token;
    /// nil where there is none to hide.
    private func secretPath(of path: String) -> SecretPath? {
        // Most paths are none of them by their first part, and each answer asks.
        guard secretPaths.contains(where: { $0.mayCover(path) }) else { return nil }
        let parts = path.split(separator: "/")
        return secretPaths.first { $0.covers(parts) }
    }
}

/// A path that holds a token, taken apart once as every answer and every line of the log asks for it.
struct SecretPath: Sendable {
    /// The parts before the token.
    private let before: [RouterPath.Element]
    /// The first of them in small letters.
    private let start: [UInt8]
    let words: String
    private let hasForms: Bool

    /// Nil for a path that holds none.
    ///
    /// - Parameter routes: all there are.
    init?(_ path: RouterPath, among routes: [Route]) {
        guard let token = path.firstIndex(where: { $0.description.hasPrefix("{token}") }) else { return nil }
        before = path[..<token].map { $0.lowercased() }
        start = Array(before.first.map(\.description)?.utf8 ?? "".utf8)
        words = path.description
        hasForms = routes.contains { $0.path.description == path.description && $0.method != .get }
    }

    /// What is shown for a token alone stays in no browser that others use, and tells nobody by which address it was reached.
    func dress(_ response: inout Response) {
        if response.headers[.cacheControl] == "no-cache" { response.headers[.cacheControl] = "no-store" }
        // Without a referrer a form comes with no origin either, as if another site had sent it.
        if !hasForms, let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
    }

    /// Whether the first part of a path is its own, in letters of either size: what costs nothing to tell.
    func mayCover(_ path: String) -> Bool {
        let first = path.utf8.drop { $0 == UInt8(ascii: "/") }
        return first.prefix(start.count).elementsEqual(start) { $0 == $1 || (65...90).contains($0) && $0 + 32 == $1 }
    }

    func covers(_ parts: [Substring]) -> Bool {
        parts.count > before.count && zip(before, parts).allSatisfy { $0 ~= $1.lowercased() }
    }
}
