import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// Where members say which other services' registers are shown here, and see how that went.
public struct HarvestPages: Sendable {
    let desk: Desk
    let fetching: Fetching

    public init(desk: Desk, fetching: Fetching) { (self.desk, self.fetching) = (desk, fetching) }

    /// This page's entry of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        guard let visit, HarvestPolicy.keeps.allows(visit.actor) else { return [] }
        return [NavigationItem("Other registers", HarvestSourcesPage.link)]
    }

    public func hang(on site: SiteRoutes) {
        let members = site.members
        members.get("register-sources") { _, context in context.page(try await page(context)) }
        members.post("register-sources") { request, context in
            try await context.writing(request, in: desk, saying: "The service was added. Ask for its register now, or wait for the next round.") { fields in
                let new = NewHarvestSource(reading: &fields)
                return { work in
                    try HarvestPolicy.keeps.check(work.actor)
                    if let new { try Harvests().add(new, work) }
                    return HarvestSourcesPage.link
                }
            } orShowing: { try await page(context, $0) }
        }
        members.get("register-sources/:source/edit") { _, context in context.page(try await form(context)) }
        members.post("register-sources/:source/edit") { request, context in
            let code = try context.part("source")
            return try await context.writing(request, in: desk, saying: "The service was saved.") { fields in
                let (new, version) = (NewHarvestSource(reading: &fields), fields.version())
                return { work in
                    try HarvestPolicy.keeps.check(work.actor)
                    let source = try work.session.harvestSource(code)
                    if let new { try Harvests().edit(source, new, version: version, work) }
                    return HarvestSourcesPage.link
                }
            } orShowing: { try await form(context, $0) }
        }
        members.post("register-sources/:source/removal") { request, context in
            _ = try await Form(request, context)
            let code = try context.part("source")
            let removed = try await desk.write(by: context.actor) { work in
                try HarvestPolicy.keeps.check(work.actor)
                return try Harvests().remove(work.session.harvestSource(code), work)
            }
            return context.seeOther(HarvestSourcesPage.link, saying: "\(removed.name) was removed, and its entries with it.")
        }
        members.post("register-sources/:source/harvests") { request, context in
            _ = try await Form(request, context)
            try HarvestPolicy.keeps.check(context.actor)
            let outcome = try await HarvestRound(desk: desk, fetching: fetching).run(only: context.part("source")).first
            let sentence = outcome.map { $0.fault ?? "\($0.name) sent \(counted($0.entries, "entry", "entries"))." }
            return context.seeOther(HarvestSourcesPage.link, saying: sentence)
        }
    }

    private func form(_ context: MemberContext, _ filled: Filled = .fresh) async throws -> Page {
        try HarvestPolicy.keeps.check(context.actor)
        let code = try context.part("source")
        return HarvestSourceForm(source: try await desk.read { try $0.harvestSource(code) }, filled: filled, token: context.csrf).page
    }

    private func page(_ context: MemberContext, _ filled: Filled = .fresh) async throws -> Page {
        try HarvestPolicy.reads.check(context.actor)
        let moment = context.moment
        let sources = try await desk.read { try $0.sourcePayloads(at: moment) }
        return HarvestSourcesPage(sources: sources, filled: filled, mayKeep: HarvestPolicy.keeps.allows(context.actor), token: context.csrf).page
    }
}
