import Hummingbird
import Kernel
import Markup
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
            register.hang(on: routes)
        }
    }
}

/// Nobody has an account here.
private struct NobodyKnown: Doorkeeper {
    func visit(token: String, at moment: Moment) async throws -> Visit? { nil }
}
