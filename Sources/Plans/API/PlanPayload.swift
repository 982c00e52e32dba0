import Kernel
import People
import Web

typealias FindingKind = Finding.Kind

/// A plan on a day as JSON tells it, the same for programs and for `muster plan show --json`.
struct PlanPayload: Encodable {
    struct Finding: Encodable {
        let reference: String
        let kind: FindingKind
        let text: String
        let fullText: String?
        let standing: Standing
        /// How it was closed by the day, in words.
        let closed: String?
        let actions: [Action]
    }

    struct Action: Encodable {
        let reference: String
        let text: String
        let owners: [String]
        /// The day in force.
        let due: Day?
        let firstDue: Day?
        let timesMoved: Int
        let dueWritten: String?
        let successMeasure: String?
        let standing: Standing
        let computed: Standing
        let override: OverridePayload?
        let sentence: String
        let stated: Colour?
        let forecast: Day?
        let doneOn: Day?
        let lastUpdate: Day?
        let milestones: [Milestone]
        let evidence: Int
    }

    struct Milestone: Encodable {
        let text: String
        let due: Day?
        let reachedOn: Day?
    }

    let reference: String
    let version: Int
    let title: String
    let kind: Plan.Kind
    let source: String?
    let period: Period
    let sponsor: String?
    let rules: RuleSet.Name
    let on: Day
    let counts: [String: Int]
    let ended: [String: Int]
    let closedOn: Day?
    let leftWithInspectorate: Int
    let findings: [Finding]

    /// - Parameter shown: its findings, where only some are asked for.
    init(_ view: PlanView, showing shown: [FindingView]? = nil) {
        let (plan, facts) = (view.facts.plan, view.facts)
        (reference, title, kind, source) = (plan.reference.text, plan.title, plan.kind, plan.source)
        (period, rules, on) = (plan.period, plan.rules, view.day)
        sponsor = plan.sponsor.map(facts.name)
        version = plan.version
        (counts, ended) = (view.countsByCode, view.endedByCode)
        closedOn = view.facts.closing.closure(on: view.day)?.decidedOn
        leftWithInspectorate = view.findings.count(where: \.closing.isLeftWithInspectorate)
        findings = (shown ?? view.findings).map { item in
            Finding(
                reference: item.finding.reference.text, kind: item.finding.kind, text: item.finding.text,
                fullText: item.finding.fullText, standing: item.standing, closed: item.closing.words, actions: item.actions.map { item in
                    Action(
                        reference: item.action.reference.text, text: item.action.text, owners: item.action.owners.map(facts.name),
                        due: item.due, firstDue: item.dueDay.first, timesMoved: item.dueDay.timesMoved, dueWritten: item.action.dueWritten, successMeasure: item.action.successMeasure,
                        standing: item.standing, computed: item.computed, override: item.override.map { OverridePayload($0) }, sentence: item.standing.sentence, stated: item.stated, forecast: item.forecast,
                        doneOn: item.completion?.on, lastUpdate: item.lastUpdate?.asOf,
                        milestones: item.milestones.map { Milestone(text: $0.text, due: $0.due, reachedOn: $0.reachedOn) },
                        evidence: item.evidence.holding.count)
                })
        }
    }
}

extension PlanPayload {
    static let schema = PlanLine.schema.and("Plan", [
        "source": .text.optional, "sponsor": .text.optional, "rules": .choice(RuleSet.Name.self), "on": .day,
        "findings": .list(.object("PlanFinding", [
            "reference": .reference, "kind": .choice(FindingKind.self), "text": .text, "fullText": .text.optional,
            "standing": Standing.schema, "closed": .text.optional, "actions": .list(Action.schema),
        ])),
    ])
}

extension PlanPayload.Action {
    static let schema = Schema.object("PlanAction", [
        "reference": .reference, "text": .text, "owners": .list(.text),
        "due": Schema.day.optional.meaning("The day in force."), "firstDue": .day.optional, "timesMoved": .count, "dueWritten": .text.optional,
        "successMeasure": .text.optional, "standing": Standing.schema, "computed": Standing.schema, "override": OverridePayload.schema.optional, "sentence": .text, "stated": .choice(Colour.self).optional,
        "forecast": .day.optional, "doneOn": .day.optional, "lastUpdate": .day.optional,
        "milestones": .list(.object("PlanMilestone", ["text": .text, "due": .day.optional, "reachedOn": .day.optional])),
        "evidence": Schema.count.meaning("How many pieces of evidence hold on the day."),
    ])
}

extension Standing {
    static let schema = Schema.object("Standing", [
        "colour": .choice(Colour.self), "reasons": .list(.text),
        "label": Schema.text.optional.meaning("What its tag says where the colour's word is not enough: Verified."),
    ])
}

/// A plan in one line of a list.
struct PlanLine: Encodable {
    static let schema = Schema.object("PlanLine", [
        "reference": .reference, "version": .number, "title": .text, "kind": .choice(Plan.Kind.self),
        "period": .object("Period", ["from": .day, "through": .day]),
        "counts": Schema.map(.count).meaning("How many actions stand in each colour, those that ended left out."),
        "ended": Schema.map(.count).meaning("How many more ended without being done, and so count as neither late nor unscheduled: carried-forward, not-implemented."),
        "closedOn": .day.optional,
        "leftWithInspectorate": Schema.count.meaning("Findings closed by the service, or ended with their plan, and still open with the inspectorate."),
    ])

    let reference: String
    let version: Int
    let title: String
    let kind: Plan.Kind
    let period: Period
    let counts: [String: Int]
    let ended: [String: Int]
    let closedOn: Day?
    let leftWithInspectorate: Int

    init(_ view: PlanView) {
        let plan = view.facts.plan
        (reference, title, kind, period) = (plan.reference.text, plan.title, plan.kind, plan.period)
        version = plan.version
        (counts, ended) = (view.countsByCode, view.endedByCode)
        closedOn = view.facts.closing.closure(on: view.day)?.decidedOn
        leftWithInspectorate = view.findings.count(where: \.closing.isLeftWithInspectorate)
    }
}

extension PlanView {
    fileprivate var endedByCode: [String: Int] {
        Dictionary(uniqueKeysWithValues: [ClosureItem.Kind.carriedForward, .notImplemented].map { kind in (kind.rawValue, actions.count { $0.ended == kind }) })
    }

    /// Every colour with its count, none left out.
    fileprivate var countsByCode: [String: Int] {
        let counts = counts
        return Dictionary(uniqueKeysWithValues: Colour.allCases.map { ($0.rawValue, counts[$0] ?? 0) })
    }
}
