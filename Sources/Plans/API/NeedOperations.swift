import HTTPTypes
import Kernel
import People
import Storage
import Web

/// What an action needs.
struct NeedPayload: Encodable {
    /// Exact, as text: a number in JSON is read as floating point.
    static let amount = Schema.text.meaning("An exact amount with two places, such as 1250.50.")
    static let schema = Schema.object("Need", [
        "number": .number, "version": .number, "action": .reference, "need": .text, "oneOff": amount, "yearly": amount,
        "fte": Schema.text.meaning("Posts in full-time equivalents, such as 7.60."), "neededFrom": .day.optional, "neededThrough": .day.optional,
        "funding": .choice(NewNeed.Funding.self), "needNote": .text.optional, "since": .day, "endedOn": .day.optional,
    ])

    let number: Int64
    let version: Int
    let action: String
    let need: String
    let oneOff: Hundredths
    let yearly: Hundredths
    let fte: Hundredths
    let neededFrom: Day?
    let neededThrough: Day?
    let funding: String
    let needNote: String?
    let since: Day
    let endedOn: Day?

    init(_ need: Need, of action: Action) {
        (number, version) = (need.id.number, need.version)
        self.action = action.reference.text
        (self.need, oneOff, yearly, fte) = (need.text, need.oneOff, need.yearly, need.fte)
        (neededFrom, neededThrough, needNote) = (need.from, need.through, need.note)
        funding = (need.isFunded ? NewNeed.Funding.funded : .unfunded).rawValue
        (since, endedOn) = (need.since, need.endedOn)
    }
}

/// What a plan's actions need, summed.
struct NeedsPayload: Encodable {
    struct Sum: Encodable {
        static let schema = Schema.object("NeedSum", ["oneOff": NeedPayload.amount, "yearly": NeedPayload.amount, "fte": .text, "count": .count])
        let oneOff: Hundredths
        let yearly: Hundredths
        let fte: Hundredths
        let count: Int

        init(_ needs: [Need]) {
            let sum = NeedSum(needs)
            (oneOff, yearly, fte, count) = (sum.oneOff, sum.yearly, sum.fte, sum.count)
        }
    }

    struct OfFinding: Encodable {
        let finding: String
        let sum: Sum
        let needs: [NeedPayload]
    }

    static let schema = Schema.object("Needs", [
        "plan": .reference, "on": .day, "all": Sum.schema, "funded": Sum.schema, "unfunded": Sum.schema,
        "findings": .list(.object("FindingNeeds", ["finding": .reference, "sum": Sum.schema, "needs": .list(NeedPayload.schema)])),
    ])

    let plan: String
    let on: Day
    let all: Sum
    let funded: Sum
    let unfunded: Sum
    let findings: [OfFinding]

    init(_ view: PlanView) {
        (plan, on) = (view.facts.plan.reference.text, view.day)
        let needs = view.needs.lasting(on: view.day)
        (all, funded, unfunded) = (Sum(needs), Sum(needs.filter(\.isFunded)), Sum(needs.filter { !$0.isFunded }))
        findings = view.findings.filter { !$0.needs.isEmpty }.map { item in
            OfFinding(finding: item.finding.reference.text, sum: Sum(item.needs.lasting(on: view.day)), needs: item.actions.flatMap { action in
                action.needs.map { NeedPayload($0, of: action.action) }
            })
        }
    }
}

extension NewNeed {
    private static let amount = Schema.text(atMost: 20).maybe.meaning("At most two places: 1250.50.")
    static let schema = Schema.input("NewNeed", [
        "need": .words(atMost: 400), "oneOff": amount, "yearly": amount, "fte": amount, "neededFrom": .day.maybe, "neededThrough": .day.maybe,
        "funding": Schema.choice(Funding.self).maybe.meaning("Unfunded when left out."), "needNote": .text(atMost: 2000).maybe,
    ])
}

extension PlanOperations {
    private static var common: [String] { ["plan-not-found", "action-not-found"] }

    var needs: [Operation] {
        [
            .reading("showNeeds", "plans/{plan}/needs", "What a plan's actions cost and who is needed for them, summed", .scope(.plansRead), takes: [.day],
                     gives: NeedsPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                return try .showing(NeedsPayload(PlanView(session.facts(of: session.plan(call.part("plan"))), on: call.day)))
            },
            .adding("addNeed", "plans/{plan}/actions/{action}/needs", "Say what an action needs", .scope(.plansWrite), from: NewNeed.schema,
                    gives: NeedPayload.schema, refuses: Self.common + Self.unreportable) { call, work in
                var fields = call.fields
                let new = NewNeed(reading: &fields)
                try fields.finish()
                let plan = try work.session.plan(call.part("plan"))
                let action = try work.session.action(call.part("action"), in: plan)
                return try .added(NeedPayload(plans.add(new, to: action, of: plan, work), of: action))
            },
            .changing("changeNeed", "plans/{plan}/actions/{action}/needs/{need}", "Change what an action needs; what is left out stays", .scope(.plansWrite),
                      takes: [.id("need")], from: NewNeed.schema, gives: NeedPayload.schema,
                      refuses: Self.common + Self.unreportable + ["need-not-found", "need-ended-already"]) { call, work in
                let plan = try work.session.plan(call.part("plan"))
                let action = try work.session.action(call.part("action"), in: plan)
                let need = try work.session.need(call.id("need"), of: action)
                var fields = Fields(call.fields, over: need.entries)
                let new = NewNeed(reading: &fields)
                try fields.finish()
                let changed = try plans.edit(need, for: action, of: plan, new, version: call.matched(need.version), work)
                return try .showing(NeedPayload(changed, of: action), version: changed.version)
            },
            .doing(.delete, "endNeed", "plans/{plan}/actions/{action}/needs/{need}", "Say that an action needs something no more", .scope(.plansWrite),
                   takes: [.id("need")], gives: ActionPayload.schema, refuses: Self.common + ["need-not-found", "need-ended-already"]) { call in
                try await reporting(call) { plan, action, work in
                    try plans.end(work.session.need(call.id("need"), of: action), for: action, of: plan, work)
                }
            },
        ]
    }

    static let needProblems = [
        ExplainedProblem("need-not-found", .missing, "No such need", "The action has no need of that number.", do: "Read what the plan needs; each has its number."),
        ExplainedProblem("need-ended-already", .conflict, "It is needed no more", "What was needed was ended before.", do: "Say anew what the action needs."),
    ]
}
