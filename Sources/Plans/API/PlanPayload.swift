import Kernel
import People

typealias FindingKind = Finding.Kind

/// A plan on a day as JSON tells it, the same for programs and for `muster plan show --json`.
struct PlanPayload: Encodable {
    struct Finding: Encodable {
        let reference: String
        let kind: FindingKind
        let text: String
        let fullText: String?
        let standing: Standing
        let actions: [Action]
    }

    struct Action: Encodable {
        let reference: String
        let text: String
        let owners: [String]
        let due: Day?
        let dueWritten: String?
        let successMeasure: String?
        let standing: Standing
        let sentence: String
        let stated: Colour?
        let forecast: Day?
        let doneOn: Day?
        let lastUpdate: Day?
        let milestones: [Milestone]
    }

    struct Milestone: Encodable {
        let text: String
        let due: Day?
        let reachedOn: Day?
    }

    let reference: String
    let title: String
    let kind: Plan.Kind
    let source: String?
    let period: Period
    let sponsor: String?
    let rules: RuleSet.Name
    let on: Day
    let counts: [String: Int]
    let findings: [Finding]

    init(_ view: PlanView) {
        let (plan, facts) = (view.facts.plan, view.facts)
        (reference, title, kind, source) = (plan.reference.text, plan.title, plan.kind, plan.source)
        (period, rules, on) = (plan.period, plan.rules, view.day)
        sponsor = plan.sponsor.map(facts.name)
        counts = view.countsByCode
        findings = view.findings.map { item in
            Finding(
                reference: item.finding.reference.text, kind: item.finding.kind, text: item.finding.text,
                fullText: item.finding.fullText, standing: item.standing, actions: item.actions.map { item in
                    Action(
                        reference: item.action.reference.text, text: item.action.text, owners: item.action.owners.map(facts.name),
                        due: item.action.due, dueWritten: item.action.dueWritten, successMeasure: item.action.successMeasure,
                        standing: item.standing, sentence: item.standing.sentence, stated: item.stated, forecast: item.forecast,
                        doneOn: item.completion?.on, lastUpdate: item.lastUpdate?.asOf,
                        milestones: item.milestones.map { Milestone(text: $0.text, due: $0.due, reachedOn: $0.reachedOn) })
                })
        }
    }
}

/// A plan in one line of a list.
struct PlanLine: Encodable {
    let reference: String
    let title: String
    let kind: Plan.Kind
    let period: Period
    let counts: [String: Int]

    init(_ view: PlanView) {
        let plan = view.facts.plan
        (reference, title, kind, period) = (plan.reference.text, plan.title, plan.kind, plan.period)
        counts = view.countsByCode
    }
}

extension PlanView {
    /// Every colour with its count, none left out.
    fileprivate var countsByCode: [String: Int] {
        Dictionary(uniqueKeysWithValues: Colour.allCases.map { ($0.rawValue, counts[$0] ?? 0) })
    }
}
