import Hummingbird
import Kernel
import Markup
import NIOCore
import Register
import Web

/// The public register by itself, on a host of its own: it has no other address, nobody signs in, and nothing can be changed.
struct RegisterSite: Sendable {
    let site: Site

    init(_ source: RegisterSource, others: OtherRegisters = .none, proofs: RegisterProofs = .none, service: String, settings: Settings, clock: Clock) {
        let house = House(
            name: service, address: settings.reached(), version: version, trustsProxy: settings.trustsProxy)
        let register = PublicRegister(source, settings.register, others: others, proofs: proofs)
        site = Site(house: house, doorkeeper: NobodyKnown(), clock: clock) { routes in
            routes.everyone.get("") { _, context in context.seeOther(Link("register")) }
            routes.everyone.get("robots.txt") { _, _ in
                Response(
                    status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "public, max-age=86400"],
                    body: .init(byteBuffer: ByteBuffer(string: RegisterSite.robots)))
            }
            // Pages name their icon; a browser that shows a file asks for one here.
            routes.everyone.get("favicon.ico") { _, context in context.seeOther(context.house.assets.links.icon) }
            register.hang(on: routes)
        }
    }

    /// Every notice may be found by a search engine. Of the views that there are without end only the pages of the whole list lead on to notices.
    /// Without its star a simple reader would take `/register?` for all of the register.
    static let robots = """
        User-agent: *
        Allow: /register?page=
        Disallow: /register?*
        Disallow: /register/map?*
        Disallow: /register/statistics?*
        Disallow: /register/export/
        Disallow: /register/api/

        """
}

/// Nobody has an account here.
private struct NobodyKnown: Doorkeeper {
    func visit(token: String, at moment: Moment) async throws -> Visit? { nil }
}
