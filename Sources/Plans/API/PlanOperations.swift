import Kernel
import Markup
import People
public import Storage
public import Web

/// What programs can do with plans. Findings, actions, reports and imports have files of their own beside this.
public struct PlanOperations: Sendable {
    let plans = Plans()
    let naming: Naming
    let intake: Intake
    /// The address of the service, which stands in what is printed.
    let address: String?

    /// - Parameters:
    ///   - naming: what evidence, and a board's decision on a closure, can be, by all the slices there are.
    ///   - intake: the door that files come in by.
    ///   - address: of the service, which stands in what is printed.
    public init(naming: Naming = Naming(), intake: Intake = Intake(), address: String? = nil) {
        (self.naming, self.intake, self.address) = (naming, intake, address)
    }

    public var all: [Operation] {
        whole
            + accounts
            + exports
            + findings
            + actions
            + reports
            + moves
            + overrides
            + dependencies
            + needs
            + forecasts
            + evidence
            + imports
            + measuring
            + closings
            + closures
    }

    private var whole: [Operation] {
        [
            .listing("listPlans", "plans", "All plans, each as it stands on a day", .scope(.plansRead), takes: [.day], of: PlanLine.schema) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let facts = try session.allFacts()
                return try call.page(facts, by: \.plan.reference.key) { PlanLine(PlanView($0, on: call.day)) }
            },
            .adding("beginPlan", "plans", "Begin a plan", .scope(.plansWrite), from: NewPlan.schema, gives: PlanPayload.schema,
                    refuses: ["reference-taken", "reference-not-usable", "text-has-nul"]) { call, work in
                var fields = call.fields
                let new = NewPlan(reading: &fields)
                try fields.finish()
                let plan = try plans.begin(new, work)
                return try .added(payload(plan, call, work.session), at: PlanLinks.plan(plan), version: plan.version)
            },
            .reading("showPlan", "plans/{plan}", "One plan on a day: its findings, actions and standing", .scope(.plansRead), takes: [.day] + filters,
                     gives: PlanPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                return try .showing(payload(plan, call, session), version: plan.version)
            },
            .changing("changePlan", "plans/{plan}", "Change what a plan says of itself; what is left out stays", .scope(.plansWrite), from: NewPlan.schema,
                      gives: PlanPayload.schema, refuses: ["plan-not-found", "reference-taken", "reference-not-usable"]) { call, work in
                let plan = try work.session.plan(call.part("plan"))
                var fields = Fields(call.fields, over: plan.entries(sponsor: try work.session.sponsor(of: plan)))
                let new = NewPlan(reading: &fields)
                try fields.finish()
                let changed = try plans.edit(plan, new, version: call.matched(plan.version), work)
                return try .showing(payload(changed, call, work.session), version: changed.version)
            },
            .reading("showRules", "plans/{plan}/rules", "The rules that a plan's standing is computed by", .scope(.plansRead),
                     gives: RulesPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                return try .showing(RulesPayload(RuleSet.named(session.plan(call.part("plan")).rules)))
            },
            .listing("listHistory", "plans/{plan}/history", "What happened to a plan and all in it, newest first", .scope(.plansRead),
                     of: EntryPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                return try call.page(by: \.sequence, rows: { after, limit in
                    try Journal(session).entries(within: plan.subject, before: after, limit: limit)
                }) { EntryPayload($0, name: try Parties(session).name(ofWho: $0.who)) }
            },
            .listing("listWork", "work", "One's own actions in every plan: the open ones by their due day, then those that are done", .scope(.plansRead), takes: [.day],
                     of: ActionPayload.schema) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let own = try Parties(session).actedFor(by: call.actor, on: call.day)
                let mine = try session.allFacts().map { PlanView($0, on: call.day) }.owned(by: own)
                return try call.page(mine, by: { "\($0.item.action.id)" }) { ActionPayload($0.item.action, in: $0.plan) }
            },
        ]
    }

    /// The filters of a plan's page.
    var filters: [Parameter] {
        [
            .query("owner", .number, "The number of a person, post or team that owns an action."),
            .query("standing", .choice(Colour.self), "Actions that stand in this colour."),
            .query("due", .choice(PlanFilter.Due.self), "Actions due in this window."),
            .query("left-by", .day, "Actions that are not done and are due from the next day to this one."),
            .query("evidence", .choice(PlanFilter.Shown.self), "Actions whose evidence stands so; bare ones are said to be done and nothing shows it."),
            .query("done", .choice(PlanFilter.Done.self), "Actions that are recorded as done, and whether somebody has verified them."),
            .query("words", .text(atMost: 200), "Actions, findings and updates in which these words stand."),
        ]
    }

    private func payload(_ plan: Plan, _ call: Call, _ session: Session) throws -> PlanPayload {
        let view = PlanView(try session.facts(of: plan), on: call.day)
        return PlanPayload(view, showing: PlanFilter(call.query).findings(of: view))
    }
}
