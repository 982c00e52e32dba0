import Kernel
import Web

/// A finding by itself, with how it stands on a day.
struct FindingPayload: Encodable {
    static let schema = Schema.object("Finding", [
        "plan": .reference, "reference": .reference, "version": .number, "place": .number, "kind": .choice(FindingKind.self),
        "text": .text, "fullText": .text.optional, "since": .day, "on": .day,
        "standing": Standing.schema.optional.meaning("Left out where the finding is not in the plan on the day."),
        "closed": Schema.text.optional.meaning("How it was closed by the day, in words; left out while it is open."),
        "inspectorate": .object("InspectorateClosure", ["letter": .text, "on": .day, "author": .text, "words": .text]).optional,
        "isLeftWithInspectorate": Schema.flag.meaning("Closed by the service, or ended with its plan, and still open with the inspectorate."),
        "fallen": .list(.text).meaning("The measures that have fallen since it was closed, in words."),
        "actions": .list(.reference).meaning("The references of the actions that answer it on the day."),
        "evidence": .list(EvidencePayload.schema),
    ])

    let plan: String
    let reference: String
    let version: Int
    let place: Int
    let kind: FindingKind
    let text: String
    let fullText: String?
    let since: Day
    let on: Day
    let standing: Standing?
    let actions: [String]
    let evidence: [EvidencePayload]
    let closed: String?
    let inspectorate: Letter?
    let isLeftWithInspectorate: Bool
    let fallen: [String]

    struct Letter: Encodable {
        let letter: String
        let on: Day
        let author: String
        let words: String
    }

    init(_ finding: Finding, in view: PlanView) {
        let item = view.findings.first { $0.finding.id == finding.id }
        plan = view.facts.plan.reference.text
        (reference, version, place) = (finding.reference.text, finding.version, finding.place)
        (kind, text, fullText, since, on) = (finding.kind, finding.text, finding.fullText, finding.since, view.day)
        standing = item?.standing
        evidence = (item?.evidence ?? []).map { EvidencePayload($0, in: view.facts) }
        closed = item?.closing.words
        inspectorate = item?.closing.inspectorate.map { Letter(letter: $0.letter, on: $0.on, author: $0.author, words: $0.words) }
        isLeftWithInspectorate = item?.closing.isLeftWithInspectorate ?? false
        fallen = (item?.closing.fallen ?? []).map(\.words)
        actions = (item?.actions ?? []).map(\.action.reference.text)
    }
}

/// A finding or an action that was taken out of its plan.
struct WithdrawalPayload: Encodable {
    static let schema = Schema.object("Withdrawal", [
        "number": .number, "finding": .reference.optional, "action": .reference.optional, "on": .day, "because": .text,
        "restoredOn": .day.optional,
    ])

    let number: Int64
    let finding: String?
    let action: String?
    let on: Day
    let because: String
    let restoredOn: Day?

    init(_ withdrawal: Withdrawal, _ facts: PlanFacts) {
        (number, on, because, restoredOn) = (withdrawal.id.number, withdrawal.on, withdrawal.because, withdrawal.restoredOn)
        finding = withdrawal.finding.flatMap { id in facts.findings.first { $0.id == id }?.reference.text }
        action = withdrawal.action.flatMap { id in facts.actions.first { $0.id == id }?.reference.text }
    }
}

/// The rules that a plan's standing is computed by.
struct RulesPayload: Encodable {
    struct Rule: Encodable {
        let colour: Colour
        let sentence: String
    }

    static let schema = Schema.object("Rules", [
        "name": .choice(RuleSet.Name.self), "title": .text, "takesEffect": .day,
        "rules": .list(Schema.object("Rule", ["colour": .choice(Colour.self), "sentence": .text]))
            .meaning("In their order: the first that fits gives the standing."),
    ])

    let name: RuleSet.Name
    let title: String
    let takesEffect: Day
    let rules: [Rule]

    init(_ set: RuleSet) {
        (name, title, takesEffect) = (set.name, set.title, set.takesEffect)
        rules = set.rules.map { Rule(colour: $0.colour, sentence: $0.sentence) }
    }
}
