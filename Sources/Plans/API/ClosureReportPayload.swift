import Kernel
import Web

extension ClosureReport {
    static let schema = Schema.object("ClosureReport", [
        "plan": .reference, "title": .text, "period": .object("Period", ["from": .day, "through": .day]), "on": .day, "closedOn": .day.optional,
        "by": Schema.text.optional.meaning("Who closed it; who proposed it, while it is not decided."), "answer": .text.optional, "isProposed": .flag, "words": .text.optional, "residualRisk": .text.optional, "onwardOwner": .text.optional, "reviewOn": .day.optional,
        "decision": .text.optional, "decisionAddress": Schema.list(.text).optional.meaning("The parts of the address at which the decision is shown."),
        "findings": .list(.object("ReportedFinding", [
            "reference": .reference, "kind": .choice(FindingKind.self), "text": .text, "standing": Standing.schema, "closed": .text.optional,
            "letter": .object("InspectorateLetter", ["reference": .text, "on": .day, "author": .text, "words": .text]).optional, "evidence": .list(.text),
            "actions": .list(.object("ReportedAction", [
                "reference": .reference, "text": .text, "owners": .list(.text), "firstDue": .day.optional, "due": .day.optional, "timesMoved": .count,
                "doneOn": .day.optional, "delivered": .text.optional, "evidence": .list(.text), "verifiedOn": .day.optional, "lookedAt": .text.optional, "decision": .text.optional,
                "because": .text.optional, "carriedTo": ClosurePayload.carried.optional, "standing": Standing.schema,
            ])),
            "measures": .list(.object("ReportedMeasure", [
                "title": .text, "wanted": .text, "latest": .text.optional, "on": .day.optional, "holds": .flag.optional,
                "unknown": Schema.text.optional.meaning("Why a measure that follows another is not known."), "stale": Schema.text.optional.meaning("That what it was closed on is otherwise now."),
            ])),
            "onward": Schema.object("ReportedOnward", [
                "residualRisk": .text, "onwardOwner": .text, "reviewOn": .day.optional,
                "asForPlan": Schema.list(.choice(Onward.Part.self)).meaning("What nobody said of the finding by itself, so that what was said of the plan holds."),
                "look": .object("ReportedLook", ["on": .day, "by": .text, "words": .text]).optional, "isPast": Schema.flag.meaning("The review day has gone by."),
            ]).optional,
        ])),
    ])
}
