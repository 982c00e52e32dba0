import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// The administrator's page of copies, and its one button.
struct CopyPages: Sendable {
    let copyDesk: CopyDesk

    static func navigation(for visit: Visit?) -> [NavigationItem] {
        guard let visit, CopyPolicy.keeps.allows(visit.actor) else { return [] }
        return [NavigationItem("Copies", CopiesPage.link)]
    }

    func hang(on routes: SiteRoutes) {
        routes.members.get("copies") { _, context in context.page(try await page(context)) }
        routes.members.post("copies") { request, context in
            _ = try await Form(request, context)
            try CopyPolicy.keeps.check(context.actor)
            return try await context.trying {
                try await copyDesk.begin(by: context.actor)
                return context.seeOther(CopiesPage.link, saying: "A copy is being made.")
            } orShowing: { refusal in
                try await page(context, refusal: refusal)
            }
        }
    }

    private func page(_ context: MemberContext, refusal: Refusal? = nil) async throws -> Page {
        try CopyPolicy.keeps.check(context.actor)
        let moment = context.moment
        let (standing, rounds, names) = try await copyDesk.desk.read { session in
            let rounds = try CopyRounds(session).latest(limit: 1000)
            let names = try Parties(session).names().map { ("person/\($0.key.number)", $0.value) }
            return (CopyStanding(rounds, at: moment), rounds, Dictionary(uniqueKeysWithValues: names))
        }
        return CopiesPage(
            standing: standing, rounds: Array(rounds.prefix(60)), names: names, plan: copyDesk.plan, csrf: context.csrf, refusal: refusal
        ).page
    }
}
