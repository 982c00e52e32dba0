import Kernel
import Storage
import Web

/// How many checks were planned and how many of them were done.
struct PlannedAndDonePayload: Encodable {
    static let schema = Schema.object("PlannedAndDone", [
        "planned": .count, "done": .count, "inTime": Schema.count.meaning("Of those done, on or before the day on which each was due."), "calledOff": .count, "open": .count, "overdue": .count,
    ])

    let planned: Int
    let done: Int
    let inTime: Int
    let calledOff: Int
    let open: Int
    let overdue: Int

    init(_ figures: PlannedAndDone) {
        (planned, done, inTime, calledOff, open, overdue) = (figures.planned, figures.done, figures.inTime, figures.calledOff, figures.open, figures.overdue)
    }
}

/// A sampling plan on a day.
struct SamplingPlanPayload: Encodable {
    static let schema = Schema.object("SamplingPlan", [
        "reference": .reference, "number": .number, "version": .number, "title": .text, "from": .day, "through": .day, "due": .day, "state": .choice(SamplingState.self), "lapse": .text.optional,
        "rules": Schema.list(.text).meaning("As commands give them: every prohibition-notice, each-officer 2."), "fault": .number, "wanted": .number, "reviewers": .list(.text),
        "figures": PlannedAndDonePayload.schema, "drawn": .day.optional, "seed": .count.optional, "journalSize": Schema.count.optional.meaning("The entries of the journal whose root gave the seed."),
        "stock": .count.optional, "sample": .count.optional, "probability": Schema.share.optional.meaning("That the sample finds the fault rate."),
    ])

    let reference: String
    let number: Int64
    let version: Int
    let title: String
    let from: Day
    let through: Day
    let due: Day
    let state: SamplingState
    let lapse: String?
    let rules: [String]
    let fault: Int
    let wanted: Int
    let reviewers: [String]
    let figures: PlannedAndDonePayload
    let drawn: Day?
    let seed: Int?
    let journalSize: Int64?
    let stock: Int?
    let sample: Int?
    let probability: Double?

    init(_ facts: SamplingPlanFacts, on day: Day) {
        let (plan, draw) = (facts.plan, facts.draw(on: day))
        (reference, number, version, title) = (plan.reference.text, plan.id.number, plan.version, plan.title)
        (from, through, due, state, lapse) = (plan.from, plan.through, plan.due, facts.state(on: day), facts.lapse(on: day))
        (rules, fault, wanted, reviewers) = (plan.rules.map(\.written), plan.faultPercent, plan.wantedPercent, facts.reviewers)
        figures = PlannedAndDonePayload(facts.figures(on: day))
        (drawn, seed, journalSize, stock, sample) = (draw?.on, draw?.seed, draw?.journalSize, draw?.stock.count, draw?.drawn.count)
        probability = draw?.power(toFind: plan.faultPercent).probability
    }
}

/// A sample drawn again.
struct SampleAgainPayload: Encodable {
    static let schema = Schema.object("SampleAgain", [
        "plan": .reference, "seed": .count, "same": .flag, "sentence": .text, "onlyNow": .list(.text), "onlyThen": .list(.text),
        "added": Schema.list(.text).meaning("Audits of that time that are completed now and were not then."), "gone": .list(.text), "changed": .list(.text), "drawnToday": .list(.text),
        "stock": Schema.list(StockedAuditPayload.schema).meaning("All that was drawn from, as it was then."), "drawn": Schema.list(.text).meaning("What was drawn, in that order."),
    ])

    let plan: String
    let seed: Int
    let same: Bool
    let sentence: String
    let onlyNow: [String]
    let onlyThen: [String]
    let added: [String]
    let gone: [String]
    let changed: [String]
    let drawnToday: [String]
    let stock: [StockedAuditPayload]
    let drawn: [String]

    init(_ plan: SamplingPlan, _ draw: SampleDraw, _ comparison: SampleComparison) {
        (self.plan, seed, same, sentence) = (plan.reference.text, draw.seed, comparison.isSame, comparison.sentence)
        (onlyNow, onlyThen) = (comparison.onlyNow.map(\.text), comparison.onlyThen.map(\.text))
        (added, gone, changed) = (comparison.added.map(\.text), comparison.gone.map(\.text), comparison.changed.map(\.text))
        (drawnToday, stock, drawn) = (comparison.drawnToday.map(\.text), draw.stock.map(StockedAuditPayload.init), draw.drawn.map(\.reference.text))
    }
}

/// An audit as it was when it was drawn from.
struct StockedAuditPayload: Encodable {
    static let schema = Schema.object("StockedAudit", ["reference": .text, "officer": .text, "office": .text.optional, "premisesType": .text, "outcomes": .list(.text)])

    let reference: String
    let officer: String
    let office: String?
    let premisesType: String
    let outcomes: [String]

    init(_ audit: StockedAudit) { (reference, officer, office, premisesType, outcomes) = (audit.reference.text, audit.officer, audit.office, audit.premisesType, audit.outcomes) }
}

/// Where the checks stand.
struct QualityOverviewPayload: Encodable {
    static let schema = Schema.object("QualityOverview", [
        "on": .day, "total": PlannedAndDonePayload.schema, "months": .list(QualityShareLine.schema), "officers": .list(QualityShareLine.schema),
        "lapses": Schema.list(.text).meaning("Sampling plans whose last day is past with checks undone, a sentence each."),
    ])

    let on: Day
    let total: PlannedAndDonePayload
    let months: [QualityShareLine]
    let officers: [QualityShareLine]
    let lapses: [String]

    init(_ checks: [QualityCheckFacts], _ plans: [SamplingPlanFacts], on day: Day) {
        let recent = PlannedAgainstDone(checks, on: day)
        (on, total) = (day, PlannedAndDonePayload(recent.total))
        months = recent.months.map { QualityShareLine(String($0.month.iso.prefix(7)), $0.figures) }
        officers = recent.officers.map { QualityShareLine($0.label, $0.figures) }
        lapses = plans.compactMap { facts in facts.lapse(on: day).map { "\(facts.plan.reference): \($0)" } }
    }
}

/// What was planned and done of a month or of an officer's work.
struct QualityShareLine: Encodable {
    static let schema = Schema.object("QualityShare", ["label": Schema.text.meaning("A month as 2026-03, or the name of an officer."), "figures": PlannedAndDonePayload.schema])

    let label: String
    let figures: PlannedAndDonePayload

    init(_ label: String, _ figures: PlannedAndDone) { (self.label, self.figures) = (label, PlannedAndDonePayload(figures)) }
}
