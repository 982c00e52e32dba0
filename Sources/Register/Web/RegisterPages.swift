import HTTPTypes
import Hummingbird
import Kernel
public import Markup
import NIOCore
public import Web

/// The public register: list, map, figures, notices. Nobody signs in here, no cookie is set, and every answer is the same for everybody.
public struct RegisterPages: Sendable {
    let kept: KeptRegister
    /// How much is made anew for one address; what is in memory is given to whoever asks. Nil without a limit.
    let pace: Pace?
    let tiles: MapTiles?
    /// Where those who work here go; nil where the register is served by itself.
    let home: Link?

    public init(_ kept: KeptRegister, pace: Pace? = nil, tiles: MapTiles? = nil, home: Link? = nil) {
        (self.kept, self.pace, self.tiles, self.home) = (kept, pace, tiles, home)
    }

    /// The entry of the register in the list at the side of whoever is signed in.
    public static func navigation(for visit: Visit?) -> [NavigationItem] { visit == nil ? [] : [NavigationItem("Public register", RegisterLinks.list)] }

    public func hang(on site: SiteRoutes) {
        let everyone = site.everyone
        everyone.get("register") { request, context in
            try await answer(request, context) { register in ListPage(register, RegisterQuery(context.query)).page }
        }
        everyone.get("register/map") { request, context in
            try await answer(request, context, showing: tiles) { register in MapPage(register, RegisterQuery(context.query), tiles: tiles).page }
        }
        everyone.get("register/statistics") { request, context in
            try await answer(request, context) { register in StatisticsPage(register, RegisterQuery(context.query)).page }
        }
        everyone.get("register/about") { request, context in try await answer(request, context) { AboutPage(register: $0).page } }
        everyone.get("register/:entry") { request, context in
            let key = try context.part("entry")
            return try await answer(request, context) { register in
                register.entry(key).map { NoticePage(register, $0).page } ?? absent(key, from: register)
            }
        }
        everyone.get("register/:entry/editions/:edition") { request, context in
            let (key, number) = (try context.part("entry"), Int(try context.part("edition")) ?? 0)
            return try await answer(request, context) { register in
                register.edition(number, of: key).map { NoticePage(register, $0, isEdition: true).page } ?? absent(key, edition: number, from: register)
            }
        }
    }

    /// The answer to an address: nothing new, what was made before, or a page made now.
    func answer(
        _ request: Request, _ context: PublicContext, showing tiles: MapTiles? = nil, isKept: Bool = true, _ make: @Sendable (Register) async throws -> PublicPage
    ) async throws -> Response {
        if isKept, let known = kept.kept(request, at: context.moment) { return known }
        let register = try await kept.register(at: context.moment)
        let headers = headers(of: register.version, context.house, tiles)
        if isKept, headers.areKnown(to: request) { return Response(status: .notModified, headers: headers) }
        try pace?.admit(context.client, at: context.moment)
        let page = try await make(register)
        let body = ByteBuffer(bytes: RegisterFrame(page: page, register: register, house: context.house, home: home).document.bytes)
        guard page.status == .ok else {
            return Response(status: page.status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-cache"], body: .init(byteBuffer: body))
        }
        guard isKept else {
            return Response(status: .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: APIFace.caching], body: .init(byteBuffer: body))
        }
        return kept.sent(KeptAnswer(headers: headers, body: body), to: request, of: register.version)
    }

    /// A proxy may give it out for a minute without asking, and asks with its tag after that.
    private func headers(of version: RegisterVersion, _ house: House, _ tiles: MapTiles?) -> HTTPFields {
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .eTag: "W/\"\(version.day.iso)-\(version.mark)-\(house.version)\"",
            .lastModified: version.modified.inHTTP,
            .cacheControl: APIFace.caching,
            .vary: "Accept-Encoding",
        ]
        if let tiles {
            headers[.contentSecurityPolicy] = """
                default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' \(tiles.origin); connect-src 'self'; form-action 'self'; \
                frame-ancestors 'none'; base-uri 'none'
                """
        }
        return headers
    }

    /// What there is no page of: gone, or never there.
    private func absent(_ key: String, edition: Int? = nil, from register: Register) -> PublicPage {
        if let gone = register.gone(key) {
            return absence("No longer in the register", .gone, """
                <p>An entry of this reference was taken out of the register on \(gone.day). The law asks for that when a notice is withdrawn or \
                cancelled, and allows it once an entry has been kept for at least three years from the day of service.</p>
                """)
        }
        if let edition, let entry = register.entry(key), (1..<entry.edition).contains(edition) {
            return absence("That edition can’t be read any more", .gone, """
                <p>The entry was changed after it, and what it said then may not be shown any more. <a href="\(RegisterLinks.entry(entry))">Read the entry as \
                it stands now</a>.</p>
                """)
        }
        return absence("Not in the register", .notFound, """
            <p>No entry has this reference. It may have been mistyped, the notice may not have come into the register yet, or it may be in the register of \
            another service. A notice is entered once the time for an appeal has passed.</p>
            """)
    }

    private func absence(_ title: String, _ status: HTTPResponse.Status, _ words: HTML) -> PublicPage {
        PublicPage(title: title, status: status, body: "<h1>\(title)</h1>\(words)<p><a class=\"button\" href=\"\(RegisterLinks.list)\">Look through the register</a></p>")
    }
}
