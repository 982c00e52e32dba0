import Kernel
import Web

/// A document being imported, in one line.
struct ImportLine: Encodable {
    static let schema = Schema.object("ImportLine", ["number": .number, "fileName": .text, "at": .moment])

    let number: Int64
    let fileName: String
    let at: Moment
}

/// A document being imported: the plan it would make, what is doubtful, and what it would change.
struct ImportPayload: Encodable {
    struct Change: Encodable {
        let key: String
        let kind: PlanDifference.Kind
        let reference: String
        let text: String
        let fields: [PlanDifference.FieldChange]

        init(_ change: PlanChange) {
            (key, kind, reference, text, fields) = (change.key, change.kind, change.reference, change.text, change.fields)
        }
    }

    static let schema = ImportLine.schema.and("Import", [
        "plan": Schema.reference.optional.meaning("The plan that this is a newer version of."),
        "draft": PlanDraft.schema.meaning("The plan with the answers given so far."),
        "answers": .map(.text), "columns": .list(ColumnMap.schema), "proposed": Plans.Takeover.proposed,
        "changes": .list(.object("Change", [
            "key": .text, "kind": .choice(["added", "changed", "gone"]), "reference": .text, "text": .text,
            "fields": .list(.object("FieldChange", ["field": .text, "from": .text.optional, "to": .text.optional])),
        ])).meaning("How it differs from the plan; empty where it makes a new one."),
    ])

    let number: Int64
    let fileName: String
    let at: Moment
    let plan: String?
    let draft: PlanDraft
    let answers: [String: String]
    let columns: [ColumnMap]
    let proposed: Plans.Takeover
    let changes: [Change]

    init(_ held: PlanImport, _ draft: PlanDraft, into plan: Plan?, changes: [PlanChange], today: Day) {
        (number, fileName, at, self.plan) = (held.id, held.fileName, held.at, plan?.reference.text)
        (self.draft, answers, columns) = (draft, held.choices.answers, draft.columns)
        proposed = Plans.Takeover(proposedFor: draft, fileName: held.fileName, today: today)
        self.changes = changes.filter { $0.kind != .unchanged }.map(Change.init)
    }
}

extension PlanDraft {
    static let schema = Schema.object("Draft", [
        "title": .text.nullable,
        "findings": .list(.object("DraftFinding", [
            "reference": .text, "text": .text, "fullText": .text.nullable, "matchConfidence": .share.nullable,
            "actions": .list(.object("DraftAction", [
                "reference": .text, "text": .text, "owners": .list(.text), "due": .day.nullable, "dueWritten": .text,
                "statedStatus": .text.nullable,
            ])),
        ])),
        "queries": Schema.list(.object("Query", [
            "location": .text, "code": .text, "written": .text, "suggestion": .text.nullable, "sentence": .text,
        ])).meaning("What is doubtful. An answer goes under its location and code with | between."),
        "notes": .list(.text),
    ])
}

extension ColumnMap {
    static let schema = Schema.object("ColumnMap", [
        "place": .text, "headingRows": .list(.count), "headings": .list(.text), "fields": .list(.choice(Field.self)),
    ])
}

extension Plans.Takeover {
    static let proposed = Schema.object("Takeover", [
        "title": .text, "reference": .reference.optional, "kind": .choice(Plan.Kind.self), "source": .text.optional, "from": .day,
        "through": .day, "rules": .choice(RuleSet.Name.self), "findings": .choice(FindingKind.self), "asOf": .day,
    ])

    static let schema = Schema.input("NewTakeover", [
        "title": .words(atMost: 200), "reference": .reference.maybe, "kind": .choice(Plan.Kind.self).maybe,
        "source": .text(atMost: 1000).maybe, "from": .day, "through": .day, "rules": .choice(RuleSet.Name.self).maybe,
        "findings": .choice(FindingKind.self).maybe, "asOf": .day.maybe,
    ])
}
