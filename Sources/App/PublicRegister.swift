import Kernel
import Markup
import Register
import Storage
import Web

/// The public's side of the service: hung beside everything else, or on a host of its own.
struct PublicRegister: Sendable {
    let kept: KeptRegister
    let settings: RegisterSettings
    let others: OtherRegisters
    let proofs: RegisterProofs

    /// - Parameters:
    ///   - others: the other services whose registers are shown in it.
    ///   - proofs: what shows that its entries are in the journal.
    init(_ source: RegisterSource, _ settings: RegisterSettings, others: OtherRegisters = .none, proofs: RegisterProofs = .none) {
        (kept, self.settings, self.others, self.proofs) = (KeptRegister(source), settings, others, proofs)
    }

    /// - Parameter home: where those who work here go; nil where the register is served by itself.
    func hang(on routes: SiteRoutes, besides home: Link? = nil) {
        let pages = RegisterPages(kept, pace: settings.perMinute.map { Pace(atOnce: max(30, $0 / 2), perMinute: $0) }, tiles: settings.tiles, home: home)
        pages.hang(on: routes)
        TakingPages(beside: pages, policy: settings.taking, others: others, proofs: proofs).hang(on: routes)
    }
}

extension RegisterSource {
    /// The service's own records.
    static func records(of desk: Desk, service: String) -> RegisterSource {
        let harvested = HarvestedCopies()
        return RegisterSource(
            heard: { desk.store.changes.size },
            news: { seen in
                try await desk.read { session in
                    News(size: try Journal(session).mark().size, concerns: try Publishing.isConcerned(after: seen, session))
                }
            },
            contents: { day in
                try await desk.read { session in
                    var contents = try Publishing.contents(of: service, on: day, session)
                    contents.entries += try harvested.entries(session)
                    return contents
                }
            })
    }
}
