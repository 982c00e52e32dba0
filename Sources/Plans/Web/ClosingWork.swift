import Kernel
import Markup
import People
import Web

/// What waits for those who verify and close, and what has fallen since it was closed.
struct ClosingWork {
    /// Done, and not verified by anybody; the viewer may.
    let unverified: [OwnAction]
    /// Plans that somebody else proposes to close.
    let proposed: [(plan: PlanView, closure: PlanClosure)]
    /// Findings whose measures have fallen, for those who keep plans and for a plan's sponsor.
    let fallen: [(plan: PlanView, finding: FindingView)]
    private let viewer: Viewer

    init(views: [PlanView], viewer: Viewer) {
        self.viewer = viewer
        unverified = views.filter { $0.facts.closing.closure(on: $0.day) == nil }.flatMap { plan in
            plan.actions.filter { item in
                guard let completion = item.completion, !item.closing.isSettled else { return false }
                return PlanPolicy.verifies(item.action, completion, actingFor: viewer.parties).allows(viewer.actor)
            }.map { OwnAction(plan: plan, item: $0) }
        }
        proposed = views.closuresAsked(of: viewer.actor)
        fallen = views.filter { plan in
            PlanPolicy.keeps.allows(viewer.actor) || plan.facts.plan.sponsor.map(viewer.parties.contains) ?? false
        }.flatMap { plan in plan.findings.filter { !$0.closing.fallen.isEmpty }.map { (plan, $0) } }
    }

    var isEmpty: Bool { unverified.isEmpty && proposed.isEmpty && fallen.isEmpty }

    func lists(atMost limit: Int? = nil) -> HTML { "\(closures)\(fallenList)\(verifications(limit))" }

    private var closures: HTML {
        guard !proposed.isEmpty else { return .empty }
        return card("Asked of you: closing a plan", table(
            columns: [Column("Plan", .wide), Column("Proposed", .day), Column("Why", .wide)], rows: proposed.map { plan, closure in
                ["<a href=\"\(viewer.link(PlanLinks.closure(plan.facts.plan)))\">\(plan.facts.plan.title)</a>", "\(closure.askedOn)", "\(closure.words)"]
            }))
    }

    private var fallenList: HTML {
        guard !fallen.isEmpty else { return .empty }
        return card("Fallen since it was closed", table(
            columns: [Column("Ref", .reference), Column("Finding", .wide), Column("Plan"), Column("What has fallen", .wide)], rows: fallen.map { one in
                ["\(one.finding.finding.reference)",
                 "<a href=\"\(viewer.link(PlanLinks.finding(one.finding.finding, one.plan.facts.plan)))\">\(one.finding.finding.text)</a>",
                 "\(one.plan.facts.plan.title)", "\(one.finding.closing.fallen.map(\.words).joined(separator: "; ").capitalisedFirst)."]
            }))
    }

    private func verifications(_ limit: Int?) -> HTML {
        guard !unverified.isEmpty else { return .empty }
        let rows = unverified.prefix(limit ?? unverified.count).map { own -> [HTML] in
            let plan = own.plan.facts.plan
            return [
                "\(own.item.action.reference)", "<a href=\"\(viewer.link(PlanLinks.action(own.item.action, plan).at("verification")))\">\(own.item.action.text)</a>",
                "\(plan.title)", names(own.item.action.owners, own.plan.facts), own.item.completion.map { "\($0.on)" } ?? .empty,
            ]
        }
        let more: HTML? = unverified.count > rows.count ? small("<a href=\"\(viewer.link(PlanLinks.work))\">All \(unverified.count)</a>") : nil
        return card("Done, and waiting to be verified", id: "unverified", "\(table(columns: [Column("Ref", .reference), Column("Action", .wide), Column("Plan"), Column("Owner"), Column("Done", .day)], rows: rows))\(more)")
    }
}
