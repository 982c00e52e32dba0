import HTTPTypes
public import Hummingbird

/// Where an API stands and for whom: what its document says of it before any operation.
public struct APIFace: Sendable {
    /// What every address of it begins with: `/api/v1`.
    let root: String
    /// Who may read what it answers.
    let isOpen: Bool
    let title: @Sendable (House) -> String
    let description: String?
    /// Answers from what was kept, or does what follows: for what is the same for everybody.
    let keeping: Keeping

    public typealias Keeping = @Sendable (Request, PublicContext, _ next: @Sendable () async throws -> Response) async throws -> Response

    /// What a page can do, for programs with a token.
    static let members = APIFace(root: "/api/v1", isOpen: false, title: { "Muster at \($0.name)" }, description: nil, keeping: { _, _, next in try await next() })

    /// What anybody may read, from any site and through any cache.
    ///
    /// - Parameters:
    ///   - root: what every address of it begins with: `/register/api/v1`.
    ///   - keeping: answers from what was kept, or does what follows.
    public static func open(
        at root: String, title: @escaping @Sendable (House) -> String, description: String,
        keeping: @escaping Keeping = { _, _, next in try await next() }
    ) -> APIFace {
        APIFace(root: root, isOpen: true, title: title, description: description, keeping: keeping)
    }

    /// Any cache may give out what anybody may read, for so many seconds without asking again.
    public static let caching = "public, max-age=60"

    /// Lets pages of other sites read an answer of an open interface, and caches keep it.
    func dress(_ response: inout Response) {
        guard isOpen else { return }
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = "ETag, Last-Modified, Link, Muster-Journal-Size, Muster-Journal-Root, Muster-Register-Day"
        // The same for every token, and packed for whoever takes that; one weak tag is good for both.
        response.headers[.vary] = "Accept-Encoding"
        if let tag = response.headers[.eTag], !tag.hasPrefix("W/") { response.headers[.eTag] = "W/" + tag }
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") { response.headers[name] = "cross-origin" }
        if response.status == .ok || response.status == .notModified { response.headers[.cacheControl] = APIFace.caching }
    }
}
