import Kernel
import People
import Storage
import Web

/// The optimism gap with its working.
struct OptimismPayload: Encodable {
    struct Outcome: Encodable {
        static let schema = Schema.object("ForecastOutcome", [
            "plan": .reference, "action": .reference, "asOf": .day, "forecast": .day,
            "isPromise": Schema.flag.meaning("Nobody had named a day, so the promised one counts."), "doneOn": .day,
            "gap": Schema.whole(Int64.min...Int64.max).meaning("Days later than forecast; negative when it came sooner."),
        ])
        let plan: String, action: String, asOf: Day, forecast: Day, isPromise: Bool, doneOn: Day, gap: Int
    }

    struct Missed: Encodable {
        static let schema = Schema.object("MissedDay", [
            "plan": .reference, "action": .reference, "due": .day, "doneOn": .day.optional, "stated": .choice(Colour.self).optional,
            "statedOn": .day.optional, "wasGreen": .flag,
        ])
        let plan: String, action: String, due: Day, doneOn: Day?, stated: Colour?, statedOn: Day?, wasGreen: Bool
    }

    struct Overdue: Encodable {
        static let schema = Schema.object("OverdueForecast", ["plan": .reference, "action": .reference, "forecast": .day])
        let plan: String, action: String, forecast: Day
    }

    static let schema = Schema.object("OptimismGap", [
        "on": .day, "daysBefore": .count, "words": .text, "working": .text.optional,
        "meanTenths": Schema.whole(Int64.min...Int64.max).optional.meaning("Tenths of a day, later than forecast; left out under \(OptimismGap.fewest) outcomes."),
        "outcomes": .list(Outcome.schema), "kept": .count, "missed": .list(Missed.schema), "greenThenMissed": .count, "overdue": .list(Overdue.schema),
    ])

    let on: Day
    let daysBefore: Int
    let words: String
    let working: String?
    let meanTenths: Int?
    let outcomes: [Outcome]
    let kept: Int
    let missed: [Missed]
    let greenThenMissed: Int
    let overdue: [Overdue]

    init(_ gap: OptimismGap, on day: Day) {
        (on, daysBefore, words, working, meanTenths) = (day, gap.daysBefore, gap.words, gap.working, gap.meanTenths)
        outcomes = gap.outcomes.map { one in
            Outcome(plan: one.plan.reference.text, action: one.action.reference.text, asOf: one.asOf, forecast: one.forecast,
                    isPromise: one.isPromise, doneOn: one.doneOn, gap: one.gap)
        }
        (kept, greenThenMissed) = (gap.kept, gap.greenThenMissed.count)
        missed = gap.missed.map { one in
            Missed(plan: one.plan.reference.text, action: one.action.reference.text, due: one.due, doneOn: one.doneOn, stated: one.stated,
                   statedOn: one.statedOn, wasGreen: one.wasGreen)
        }
        overdue = gap.overdue.map { Overdue(plan: $0.plan.reference.text, action: $0.action.reference.text, forecast: $0.forecast) }
    }
}

extension PlanOperations {
    private var before: Parameter {
        .query("before", .choice(OptimismPage.choices.map(String.init)), "How many days before the end a forecast is looked at; \(OptimismGap.usualDays) when left out.")
    }

    private func daysBefore(_ call: Call) -> Int { call.query["before"].flatMap { Int($0) } ?? OptimismGap.usualDays }

    var forecasts: [Operation] {
        [
            .reading("showForecasts", "plans/{plan}/forecasts", "What was forecast for a plan's actions against what came", .scope(.plansRead),
                     takes: [.day, before], gives: OptimismPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let view = PlanView(try session.facts(of: session.plan(call.part("plan"))), on: call.day)
                return try .showing(OptimismPayload(OptimismGap([view], daysBefore: daysBefore(call)), on: call.day))
            },
            .reading("showAllForecasts", "forecasts", "The same of all plans", .scope(.plansRead), takes: [.day, before],
                     gives: OptimismPayload.schema) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let views = try session.allFacts().map { PlanView($0, on: call.day) }
                return try .showing(OptimismPayload(OptimismGap(views, daysBefore: daysBefore(call)), on: call.day))
            },
            .reading("showOwnersForecasts", "forecasts/{party}", "The same of the actions that one owner leads", .scope(.plansRead),
                     takes: [.id("party"), .day, before], gives: OptimismPayload.schema, refuses: ["owner-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let owner = try session.owner(call.id("party"))
                let views = try session.allFacts().map { PlanView($0, on: call.day) }
                return try .showing(OptimismPayload(OptimismGap(views, ledBy: owner.id, daysBefore: daysBefore(call)), on: call.day))
            },
        ]
    }

    static let forecastProblems = [
        ExplainedProblem("owner-not-found", .missing, "No such owner", "There is no person, post or team of that number.", do: "Look for the number among the owners of an action."),
    ]
}
