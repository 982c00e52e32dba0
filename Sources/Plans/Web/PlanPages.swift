import Documents
import Hummingbird
import Kernel
public import Markup
public import People
public import Storage
public import Web

/// The pages of plans. Those of what is kept, reported and imported stand in files of routes beside this.
public struct PlanPages: Sendable {
    let desk: Desk
    let plans = Plans()
    let service: String
    let kept: KeptPlans
    let mentions: Mentions
    let naming: Naming
    let intake: Intake
    let offered: [PlanDeed]
    /// The address of the service, which stands in what is printed.
    let address: String?
    let otherReminders: [ReminderSource]

    /// - Parameters:
    ///   - mentions: what other slices say of plans and what is in them.
    ///   - naming: what evidence, and a board's decision on a closure, can be, by all the slices there are.
    ///   - intake: the door that files come in by.
    ///   - offered: what other slices offer to do about a plan.
    ///   - address: of the service, which stands in what is printed.
    ///   - otherReminders: what other slices have to remind people of.
    public init(
        desk: Desk, service: String, kept: KeptPlans = KeptPlans(), mentions: Mentions = Mentions(), naming: Naming = Naming(),
        intake: Intake = Intake(), offered: [PlanDeed] = [], address: String? = nil, otherReminders: [ReminderSource] = []
    ) {
        self.otherReminders = otherReminders
        self.kept = kept
        (self.mentions, self.naming, self.intake, self.offered) = (mentions, naming, intake, offered)
        self.desk = desk
        self.service = service
        self.address = address
    }

    public func hang(on site: SiteRoutes) {
        let members = site.members
        reading(members)
        accounting(members)
        plansThemselves(members)
        findings(members)
        actions(members)
        withdrawals(members)
        reporting(members)
        milestones(members)
        movingDays(members)
        showing(members)
        promises(members)
        needs(members)
        forecasts(members)
        importing(members)
        measuring(members)
        verifying(members)
        closingPlans(members)
    }

    private func reading(_ members: Routes<MemberContext>) {
        members.get("") { _, context in
            try await ownPage(context, "home") { viewer, session in
                let views = try views(session, context)
                return HomePage(views: views, reminders: try reminders(views, viewer, session), viewer: viewer, service: service).page
            }
        }
        members.get("work") { _, context in
            try await ownPage(context, "work") { viewer, session in
                let views = try views(session, context)
                return WorkPage(views: views, reminders: try reminders(views, viewer, session), viewer: viewer, name: context.visit.name).page
            }
        }
        members.get("plans") { _, context in
            try await ownPage(context, "plans") { viewer, session in
                PlanListPage(views: try views(session, context), viewer: viewer).page
            }
        }
        members.get("plans/:plan") { _, context in
            let filter = PlanFilter(context.query)
            return try await sharedPage(context, "plan", try context.part("plan"), filter) { [mentions, offered, naming] view, viewer, session in
                let course = filter.isWhole ? try course(of: view.facts.plan, through: view.day, session) : []
                let said = try mentions.about(view.subjects, on: viewer.day, session)
                let decision = try view.facts.closing.closure(on: view.day)?.decision.flatMap { try naming.names(of: [$0], session)[$0] }
                return PlanPage(view: view, course: course, filter: filter, said: said, offered: offered, decision: decision, viewer: viewer).page
            }
        }
        members.get("plans/:plan/rules") { _, context in
            let reference = try context.part("plan")
            let page = try await desk.read { session in
                RulesPage(plan: try session.plan(reference), viewer: try context.viewer(session)).page
            }
            return context.page(page)
        }
        members.get("plans/:plan/history") { _, context in
            let (reference, before) = (try context.part("plan"), context.query["before"].flatMap { Int64($0) })
            return try await ownPage(context, "history \(reference) \(before.map { "\($0)" } ?? "")") { viewer, session in
                let facts = try kept.shelf.facts(of: try session.plan(reference), session).facts
                let stretch = try HistoryStretch(of: facts.plan, before: before, session)
                return PlanHistoryPage(
                    plan: facts.plan, told: try words(for: facts, stretch.entries, after: stretch.earlier, session).reversed(),
                    older: stretch.older, isNewest: before == nil, viewer: viewer).page
            }
        }
        members.get("plans/:plan/export/:format") { _, context in
            let (reference, format) = (try context.part("plan"), try PlanExport.Format(named: context.part("format")))
            let filter = PlanFilter(context.query)
            let view = try await desk.read { session in
                try PlanPolicy.reads.check(context.actor)
                return PlanView(try kept.shelf.facts(of: try session.plan(reference), session).facts, on: context.day)
            }
            let export = PlanExport(view: view, filter: filter)
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("plans/:plan/actions/:action") { _, context in
            let (plan, action) = (try context.part("plan"), try context.part("action"))
            return try await ownPage(context, "action \(plan) \(action)") { viewer, session in
                try actionPage(plan, action, .fresh, refused: nil, viewer, session)
            }
        }
    }

    /// What the viewer should think of, of plans as they were seen already and of what other slices have.
    private func reminders(_ views: [PlanView], _ viewer: Viewer, _ session: Session) throws -> [Reminder] {
        let open = try OpenInPlans(views, session)
        let own = ReminderSource { _, _ in { open.reminders(for: $0) } }
        return try ReminderSource.all([own] + otherReminders, session, on: viewer.day)(Reminded(actor: viewer.actor, parties: viewer.parties))
            .filter { $0.isPressing(on: viewer.day) }
    }

    /// The page again, as a form on it was filled in and refused.
    func actionPage(_ context: MemberContext, _ filled: Filled, refused: String) async throws -> Page {
        let (plan, action) = (try context.part("plan"), try context.part("action"))
        return try await desk.read { session in try actionPage(plan, action, filled, refused: refused, context.viewer(session), session) }
    }

    private func actionPage(
        _ planReference: String, _ actionReference: String, _ filled: Filled, refused: String?, _ viewer: Viewer, _ session: Session
    ) throws -> Page {
        let plan = try session.plan(planReference)
        let action = try session.action(actionReference, in: plan)
        let held = try kept.shelf.facts(of: plan, session)
        let facts = held.facts
        let view = view(held, on: viewer.day, at: try Journal(session).mark())
        guard let finding = view.findings.first(where: { $0.finding.id == action.finding }),
              let item = finding.actions.first(where: { $0.action.id == action.id }) else {
            throw Refusal.actionNotInPlanThen(action, plan, viewer.day)
        }
        let about = [action.subject] + facts.milestones.filter { $0.action == action.id }.map(\.subject)
            + facts.updates.filter { $0.action == action.id }.map(\.subject)
            + facts.completions.filter { $0.action == action.id }.map(\.subject)
            + facts.withdrawals.filter { $0.action == action.id }.map(\.subject)
            + item.dueDay.moves.map(\.subject)
            + item.overrides.map(\.subject)
            + facts.needs.filter { $0.action == action.id }.map(\.subject)
            + facts.dependencies.filter { $0.action == action.id || $0.awaited == action.id }.map(\.subject)
            + facts.measuring(action) + facts.closing(action)
            + facts.subjectsOfEvidence(where: { $0.action == action.id })
        let entries = try Journal(session).entries(aboutAnyOf: about)
        let viewer = viewer.seeing(view)
        let may = try viewer.mayClose(item, session)
        let card = try evidenceCard(
            of: action, item.evidence, isBareClaim: item.isBareClaim && view.rules.needsEvidence, in: plan, may: viewer.mayReport(on: action), mayLook: viewer.mayReport(on: action) || may.look, filled, refused: refused, viewer, session)
        return ActionPage(
            view: view, item: item, finding: finding.finding, evidence: card,
            told: try words(for: facts, entries.filter { $0.moment.day <= viewer.day }, session).reversed(),
            authors: try authors(
                item.updates.map(\.by) + item.dueDay.moves.flatMap { [$0.askedBy, $0.decidedBy].compactMap(\.self) }
                    + item.overrides.flatMap { [$0.askedBy, $0.decidedBy, $0.endedBy].compactMap(\.self) }
                    + [item.closing.acceptance?.by, item.closing.notImplemented?.by].compactMap(\.self), session),
            plans: [plan] + (try session.all(Plan.self, "WHERE id <> \(plan.id) ORDER BY ends_on DESC, id DESC")), way: try way(of: item, session, viewer), filled: filled, refused: refused,
            said: try mentions.about([action.subject], on: viewer.day, session), may: may, viewer: viewer).page
    }

    /// Where an action came from, and where it goes on, when a plan was closed with it.
    private func way(of item: ActionView, _ session: Session, _ viewer: Viewer) throws -> HTML {
        var way = HTML.empty
        if let origin = try session.origin(of: item.action) {
            let first = try session.dueDay(of: origin.action, on: viewer.day)
            let moved = first.words.map { ", \($0)" } ?? ""
            way += notice("Carried forward from <a href=\"\(PlanLinks.action(origin.action, origin.plan))\">\(origin.action.reference) of \(origin.plan.title)</a>\(moved).", .grey)
        }
        if let own = item.closing.item, let goes = try session.carried([own])[item.action.id] {
            let link: HTML = goes.action.map { "<a href=\"\(Link("plans", goes.plan, "actions", $0))\">\($0) of \(goes.planTitle)</a>" } ?? "\(goes.planTitle)"
            way += notice("Goes on as \(link).", .grey)
        }
        return way
    }

    private func words(
        for facts: PlanFacts, _ entries: [Entry], after earlier: [Subject: Entry] = [:], _ session: Session
    ) throws -> [HistoryEntry] {
        try HistoryWords(
            names: authors(entries.map(\.who), session), parties: Parties(session).names(), references: facts.references
        ).told(entries, after: earlier)
    }

    func authors(_ whos: [String], _ session: Session) throws -> [String: String] {
        try Parties(session).names(ofWhos: whos)
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
