import HTTPTypes
import Kernel
import Markup
import People
import Storage
import Web

/// What a measure was on a day, as somebody read it.
struct ReadingPayload: Encodable {
    static let schema = Schema.object("Reading", [
        "number": Schema.number.optional.meaning("Left out of what another record says."), "on": .day, "value": .text, "note": .text.optional, "by": .text.optional,
        "period": Schema.text.optional.meaning("Of what a measure of the service says, in words."), "written": Schema.text.optional.meaning("As that measure writes it."), "isProvisional": .flag,
    ])

    let number: Int64?
    let on: Day
    let value: Quantity
    let note: String?
    let by: String?
    let period: String?
    let written: String?
    let isProvisional: Bool

    init(_ read: ReadValue) {
        (number, on, value, note, by) = (read.reading?.id.number, read.on, read.value, read.note, read.by)
        (period, written, isProvisional) = (read.period, read.written, read.isProvisional)
    }
}

/// A measure with how it stands on a day.
struct MeasurePayload: Encodable {
    static let schema = Schema.object("Measure", [
        "number": .number, "version": .number, "plan": .reference, "finding": .reference.optional, "action": .reference.optional, "title": .text,
        "unit": .text, "polarity": .choice(SuccessMeasure.Polarity.self),
        "threshold": Schema.text.meaning("An exact decimal number, as text."), "follows": Schema.text.optional.meaning("The record whose figure it is: performance_measure/1."), "since": .day, "endedOn": .day.optional, "endedBecause": .text.optional,
        "on": .day, "latest": ReadingPayload.schema.optional,
        "holds": Schema.flag.optional.meaning("Whether the latest reading reaches the threshold; left out where it is not known."),
        "unknown": Schema.text.optional.meaning("Why a measure that follows another is not known."),
        "stale": Schema.text.optional.meaning("That what something was closed on is otherwise now."),
    ])

    let number: Int64
    let version: Int
    let plan: String
    let finding: String?
    let action: String?
    let title: String
    let unit: String
    let polarity: SuccessMeasure.Polarity
    let threshold: Quantity
    let follows: String?
    let since: Day
    let endedOn: Day?
    let endedBecause: String?
    let on: Day
    let latest: ReadingPayload?
    let holds: Bool?
    let unknown: String?
    let stale: String?

    init(_ view: MeasureView, _ facts: PlanFacts) {
        let measure = view.measure
        (number, version, plan) = (measure.id.number, measure.version, facts.plan.reference.text)
        finding = measure.finding.flatMap { id in facts.findings.first { $0.id == id }?.reference.text }
        action = measure.action.flatMap { id in facts.actions.first { $0.id == id }?.reference.text }
        (title, unit, polarity, threshold) = (measure.title, measure.unit, measure.polarity, measure.threshold)
        (since, endedOn, endedBecause) = (measure.since, measure.endedOn, measure.endedBecause)
        (follows, unknown, stale) = (measure.follows?.description, view.unknown, view.stale)
        (on, latest, holds) = (view.day, view.latest.map { ReadingPayload($0) }, view.holds)
    }
}

extension NewMeasure {
    static let schema = Schema.input("NewMeasure", [
        "title": .words(atMost: 200), "unit": .words(atMost: 40), "polarity": .choice(SuccessMeasure.Polarity.self).maybe,
        "threshold": Schema.words(atMost: 30).meaning("An exact decimal number, as text: 95 or 82.5."),
        "follows": Schema.text(atMost: 100).maybe.meaning("The record whose figure it is, period by period: performance_measure/1."), "since": .day.maybe,
    ])
}

extension NewReading {
    static let schema = Schema.input("NewReading", [
        "on": Schema.day.maybe.meaning("The day it speaks of; today when left out."),
        "value": Schema.words(atMost: 30).meaning("An exact decimal number, as text."), "note": .text(atMost: 2000).maybe,
    ])
}

/// Measures and their readings.
extension PlanOperations {
    private static var common: [String] { ["plan-not-found", "measure-not-found"] }

    var measuring: [Operation] {
        [
            .listing("listMeasures", "plans/{plan}/measures", "What a plan is measured by on a day", .scope(.plansRead), takes: [.day],
                     of: MeasurePayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let facts = try session.facts(of: session.plan(call.part("plan")))
                return try call.page(facts.measures(on: call.day), by: { "\($0.measure.id)" }) { MeasurePayload($0, facts) }
            },
            .reading("showMeasure", "plans/{plan}/measures/{measure}", "One measure, with its latest reading on a day", .scope(.plansRead),
                     takes: [.day, .id("measure")], gives: MeasurePayload.schema, refuses: Self.common) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                return try shown(session.measure(call.id("measure"), in: plan), of: plan, call, session)
            },
            .listing("listReadings", "plans/{plan}/measures/{measure}/readings", "What was read of a measure by a day, newest first", .scope(.plansRead),
                     takes: [.day, .id("measure")], of: ReadingPayload.schema, refuses: Self.common) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let plan = try session.plan(call.part("plan"))
                let view = try session.view(of: session.measure(call.id("measure"), in: plan), on: call.day)
                return try call.page(view.readings.reversed(), by: { "\($0.reading?.id.description ?? $0.on.iso)" }) { ReadingPayload($0) }
            },
            .adding("measureFinding", "plans/{plan}/findings/{finding}/measures", "Add a measure of a finding", .scope(.plansWrite), from: NewMeasure.schema,
                    gives: MeasurePayload.schema, refuses: ["plan-not-found", "plan-closed", "finding-not-found", "finding-withdrawn"]) { call, work in
                try added(Finding.self, call, work)
            },
            .adding("measureAction", "plans/{plan}/actions/{action}/measures", "Add a measure of an action", .scope(.plansWrite), from: NewMeasure.schema,
                    gives: MeasurePayload.schema, refuses: ["plan-not-found", "plan-closed", "action-not-found", "action-withdrawn", "finding-withdrawn"]) { call, work in
                try added(Action.self, call, work)
            },
            .changing("changeMeasure", "plans/{plan}/measures/{measure}", "Change a measure; what is left out stays", .scope(.plansWrite),
                      takes: [.id("measure")], from: NewMeasure.schema, gives: MeasurePayload.schema, refuses: Self.common + ["plan-closed", "measure-has-readings"]) { call, work in
                let plan = try work.session.plan(call.part("plan"))
                let measure = try work.session.measure(call.id("measure"), in: plan)
                var fields = Fields(call.fields, over: measure.entries)
                let new = NewMeasure(reading: &fields)
                try fields.finish()
                return try shown(plans.edit(measure, of: plan, new, version: call.matched(measure.version), work), of: plan, call, work.session)
            },
            .doing(.post, "endMeasure", "plans/{plan}/measures/{measure}/ending", "Watch a measure no more, for a reason", .scope(.plansWrite),
                   takes: [.id("measure")], from: PlanInputs.reason, gives: MeasurePayload.schema, refuses: Self.common + ["plan-closed", "measure-ended"]) { call in
                try await reasoned(call) { measure, plan, because, work in try plans.end(measure, of: plan, because: because, work) }
            },
            .doing(.post, "readMeasure", "plans/{plan}/measures/{measure}/readings", "Record what a measure was on a day", .scope(.plansWrite),
                   takes: [.id("measure")], from: NewReading.schema, gives: ReadingPayload.schema, status: 201,
                   refuses: Self.common + ["measure-follows", "reading-of-the-future", "measure-not-there-then"]) { call in
                var fields = call.fields
                let new = NewReading(reading: &fields, today: call.today)
                try fields.finish()
                return try await call.write { work in
                    let plan = try work.session.plan(call.part("plan"))
                    return try .added(ReadingPayload(ReadValue(plans.read(work.session.measure(call.id("measure"), in: plan), of: plan, new, work))))
                }
            },
            .doing(.post, "takeBackReading", "plans/{plan}/measures/{measure}/readings/{reading}/withdrawal", "Take back a reading that was wrong",
                   .scope(.plansWrite), takes: [.id("measure"), .id("reading")], from: PlanInputs.reason, gives: MeasurePayload.schema,
                   refuses: Self.common + ["reading-not-found", "reading-taken-back", "measure-follows"]) { call in
                try await reasoned(call) { measure, plan, because, work in
                    try plans.takeBack(work.session.reading(call.id("reading"), of: measure), of: measure, in: plan, because: because, work)
                    return measure
                }
            },
        ]
    }

    private func shown(_ measure: SuccessMeasure, of plan: Plan, _ call: Call, _ session: Session) throws -> Reply {
        let view = try session.view(of: measure, on: call.day)
        return try .showing(MeasurePayload(view, session.facts(of: plan)), version: measure.version)
    }

    private func added<Item: PlanItem>(_ type: Item.Type, _ call: Call, _ work: Work) throws -> Reply {
        var fields = call.fields
        let new = NewMeasure(reading: &fields)
        try fields.finish()
        let plan = try work.session.plan(call.part("plan"))
        let measure = try plans.measure(Item.named(call.part(Item.noun), in: plan, work.session), of: plan, by: new, work)
        return try shown(measure, of: plan, call, work.session).added(at: PlanLinks.measure(measure, plan))
    }

    private func reasoned(
        _ call: Call, _ deed: @escaping @Sendable (SuccessMeasure, Plan, String, Work) throws -> SuccessMeasure
    ) async throws -> Reply {
        var fields = call.fields
        let because = fields.text("because", "Why", atMost: 2000)
        try fields.finish()
        return try await call.write(because: because) { work in
            let plan = try work.session.plan(call.part("plan"))
            let measure = try deed(work.session.measure(call.id("measure"), in: plan), plan, because, work)
            return try shown(measure, of: plan, call, work.session)
        }
    }
}

extension PlanInputs {
    static let reason = Schema.input("Reason", ["because": .words(atMost: 2000)])
}

extension PlanOperations {
    /// The problems of measures.
    static let measured = [
        ExplainedProblem("measure-not-found", .missing, "No such measure", "The plan has no measure of that number.", do: "List the plan's measures; each has its number."),
        ExplainedProblem("reading-not-found", .missing, "No such reading", "The measure has no reading of that number.", do: "List the measure's readings; each has its number."),
        ExplainedProblem("measure-has-readings", .conflict, "It has readings", "What was read keeps its meaning, so the unit, the threshold and what it follows stay of a measure that was read.", do: "End the measure and add another."),
        ExplainedProblem("measure-follows", .conflict, "It follows a measure of the service", "Nobody reads it: it is what that measure says.", do: "Record the value there, or have it put right."),
        ExplainedProblem("measure-ended", .conflict, "Ended already", "The measure is watched no more.", do: "There is nothing to do."),
        ExplainedProblem("reading-of-the-future", .invalid, "A reading of the future", "A reading speaks of a day that has come.", do: "Give today or an earlier day."),
        ExplainedProblem("measure-not-there-then", .invalid, "Not watched then", "The measure had ended by the day that the reading speaks of.", do: "Give an earlier day."),
        ExplainedProblem("reading-taken-back", .conflict, "Taken back already", "The reading was taken back before.", do: "There is nothing to do."),
    ]
}
