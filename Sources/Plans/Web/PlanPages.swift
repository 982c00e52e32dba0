import Documents
import Hummingbird
import Kernel
public import Markup
import People
public import Storage
public import Web

/// The pages of plans. `ReportRoutes`, `KeepingRoutes` and `ImportRoutes` hang theirs beside these.
public struct PlanPages: Sendable {
    let desk: Desk
    let plans = Plans()
    let service: String

    public init(desk: Desk, service: String) {
        self.desk = desk
        self.service = service
    }

    public func hang(on site: SiteRoutes) {
        let members = site.members
        reading(members)
        keeping(members)
        reporting(members)
        importing(members)
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("") { _, context in
            let page = try await desk.read { session in
                let viewer = try context.viewer(session)
                return HomePage(views: try views(session, context), viewer: viewer, service: service).page
            }
            return context.page(page)
        }
        members.get("work") { _, context in
            let page = try await desk.read { session in
                let viewer = try context.viewer(session)
                return WorkPage(views: try views(session, context), viewer: viewer, name: context.visit.name).page
            }
            return context.page(page)
        }
        members.get("plans") { _, context in
            let page = try await desk.read { session in
                let viewer = try context.viewer(session)
                return PlanListPage(views: try views(session, context), viewer: viewer).page
            }
            return context.page(page)
        }
        members.get("plans/:plan") { _, context in
            let reference = try context.part("plan")
            let filter = PlanFilter(context.query)
            let page = try await desk.read { session in
                let viewer = try context.viewer(session)
                let view = PlanView(try session.facts(of: try session.plan(reference)), on: context.day)
                return PlanPage(view: view, filter: filter, viewer: viewer).page
            }
            return context.page(page)
        }
        members.get("plans/:plan/rules") { _, context in
            let reference = try context.part("plan")
            let page = try await desk.read { session in
                RulesPage(plan: try session.plan(reference), viewer: try context.viewer(session)).page
            }
            return context.page(page)
        }
        members.get("plans/:plan/history") { _, context in
            let reference = try context.part("plan")
            let page = try await desk.read { session in
                let plan = try session.plan(reference)
                let entries = try Journal(session).entries(within: plan.subject, limit: 500, newestFirst: true)
                return PlanHistoryPage(
                    plan: plan, told: try words(for: try session.facts(of: plan), entries.reversed(), session).reversed(),
                    viewer: try context.viewer(session)).page
            }
            return context.page(page)
        }
        members.get("plans/:plan/export/:format") { _, context in
            let (reference, format) = (try context.part("plan"), try context.part("format"))
            let filter = PlanFilter(context.query)
            let view = try await desk.read { session in
                try PlanPolicy.reads.check(context.actor)
                return PlanView(try session.facts(of: try session.plan(reference)), on: context.day)
            }
            let export = PlanExport(view: view, filter: filter)
            switch format {
            case "csv": return context.download(export.csv, name: export.name + ".csv", type: "text/csv; charset=utf-8")
            case "xlsx":
                return context.download(
                    try export.xlsx(), name: export.name + ".xlsx",
                    type: Workbook.mediaType)
            default: throw Refusal.missing("no-such-format", "A plan is exported as csv or xlsx, not as “\(format.prefix(20))”.")
            }
        }
        members.get("plans/:plan/actions/:action") { _, context in
            context.page(try await actionPage(context, .fresh, refused: nil))
        }
    }

    func actionPage(_ context: MemberContext, _ filled: Filled, refused: String?) async throws -> Page {
        let (planReference, actionReference) = (try context.part("plan"), try context.part("action"))
        return try await desk.read { session in
            let viewer = try context.viewer(session)
            let plan = try session.plan(planReference)
            let action = try session.action(actionReference, in: plan)
            let facts = try session.facts(of: plan)
            let view = PlanView(facts, on: context.day)
            guard let finding = view.findings.first(where: { $0.finding.id == action.finding }),
                  let item = finding.actions.first(where: { $0.action.id == action.id }) else {
                throw Refusal.actionNotInPlanThen(action, plan, context.day)
            }
            let about = [action.subject] + item.milestones.map(\.subject)
                + facts.updates.filter { $0.action == action.id }.map(\.subject)
                + facts.completions.filter { $0.action == action.id }.map(\.subject)
                + facts.withdrawals.filter { $0.action == action.id }.map(\.subject)
            let entries = try Journal(session).entries(aboutAnyOf: about)
            return ActionPage(
                view: view, item: item, finding: finding.finding,
                told: try words(for: facts, entries.filter { $0.moment.day <= context.day }, session).reversed(),
                authors: try authors(item.updates.map(\.by), session), filled: filled, refused: refused, viewer: viewer).page
        }
    }

    private func views(_ session: Session, _ context: MemberContext) throws -> [PlanView] {
        try session.allFacts().map { PlanView($0, on: context.day) }
    }

    private func words(for facts: PlanFacts, _ entries: [Entry], _ session: Session) throws -> [HistoryEntry] {
        return HistoryWords(names: try authors(entries.map(\.who), session), references: facts.references).told(entries)
    }

    private func authors(_ whos: [String], _ session: Session) throws -> [String: String] {
        let parties = Parties(session)
        return try Dictionary(uniqueKeysWithValues: Set(whos).map { ($0, try parties.name(ofWho: $0)) })
    }
}

extension Refusal {
    static func actionNotInPlanThen(_ action: Action, _ plan: Plan, _ day: Day) -> Refusal {
        .missing(
            "action-not-in-plan-then", "Action \(action.reference) was not in \(plan.title) on \(day). Choose another day, or look under “Withdrawn” on the plan’s page.")
    }
}

extension PlanPages {
    /// This slice's entries of the list at the side.
    public static func navigation(for visit: Visit?) -> [NavigationItem] {
        guard visit != nil else { return [] }
        return [NavigationItem("Home", PlanLinks.home), NavigationItem("My work", PlanLinks.work), NavigationItem("Plans", PlanLinks.list)]
    }
}
