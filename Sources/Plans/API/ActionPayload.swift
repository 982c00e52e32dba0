import Kernel
import People
import Web

/// An action by itself, with how it stands on a day.
struct ActionPayload: Encodable {
    struct Owner: Encodable {
        let number: Int64
        let name: String
    }

    struct Step: Encodable {
        let number: Int64
        let text: String
        let due: Day?
        let reachedOn: Day?
    }

    struct Done: Encodable {
        let on: Day
        let narrative: String?
        let by: String
    }

    static let schema = Schema.object("Action", [
        "plan": .reference, "finding": .reference, "reference": .reference, "version": .number, "place": .number, "text": .text,
        "owners": .list(Schema.object("Owner", ["number": .number, "name": .text])).meaning("The lead first."),
        "due": Schema.day.optional.meaning("The day in force."),
        "firstDue": Schema.day.optional.meaning("The day it was first promised for."), "timesMoved": .count,
        "moves": .list(MovePayload.schema), "dueWritten": .text.optional, "successMeasure": .text.optional, "since": .day, "on": .day,
        "standing": Standing.schema.optional.meaning("Left out where the action is not in the plan on the day."),
        "computed": Standing.schema.optional.meaning("As the plan's rules have it, whatever was set over it."),
        "override": OverridePayload.schema.optional.meaning("What stands over the computed standing on the day."),
        "overrides": .list(OverridePayload.schema), "waitsFor": .list(LinkedPayload.schema), "awaitedBy": .list(LinkedPayload.schema),
        "needs": .list(NeedPayload.schema),
        "needsUpdate": .flag, "stated": .choice(Colour.self).optional, "forecast": .day.optional, "lastUpdate": .day.optional,
        "completion": .object("Completion", ["on": .day, "narrative": .text.optional, "by": .text]).optional,
        "verifiedOn": Schema.day.optional.meaning("The day the service verified it."), "lookedAt": .text.optional, "verifiedBy": .text.optional,
        "measure": Schema.number.optional.meaning("The number of the measure that its verification hangs on."),
        "notImplemented": .object("NotImplemented", ["on": .day, "because": .text, "by": .text]).optional,
        "carriedForward": Schema.flag.meaning("Whether it goes on under another plan."),
        "milestones": .list(.object("Milestone", [
            "number": .number, "text": .text, "due": .day.optional, "reachedOn": .day.optional,
        ])),
        "evidence": .list(EvidencePayload.schema),
    ])

    let plan: String
    let finding: String
    let reference: String
    let version: Int
    let place: Int
    let text: String
    let owners: [Owner]
    let due: Day?
    let firstDue: Day?
    let timesMoved: Int
    let moves: [MovePayload]
    let dueWritten: String?
    let successMeasure: String?
    let since: Day
    let on: Day
    let standing: Standing?
    let computed: Standing?
    let override: OverridePayload?
    let overrides: [OverridePayload]
    let waitsFor: [LinkedPayload]
    let awaitedBy: [LinkedPayload]
    let needs: [NeedPayload]
    let needsUpdate: Bool
    let stated: Colour?
    let forecast: Day?
    let lastUpdate: Day?
    let completion: Done?
    let milestones: [Step]
    let evidence: [EvidencePayload]
    let verifiedOn: Day?
    let lookedAt: String?
    let verifiedBy: String?
    let measure: Int64?
    let notImplemented: Undone?
    let carriedForward: Bool

    struct Undone: Encodable {
        let on: Day
        let because: String
        let by: String
    }

    init(_ action: Action, in view: PlanView) {
        let facts = view.facts
        let item = view.action(action.id)
        plan = facts.plan.reference.text
        finding = facts.findings.first { $0.id == action.finding }?.reference.text ?? ""
        (reference, version, place, text) = (action.reference.text, action.version, action.place, action.text)
        owners = action.owners.map { Owner(number: $0.number, name: facts.name($0)) }
        let dueDay = item?.dueDay ?? DueDay(action, facts.moves.filter { $0.action == action.id }, on: view.day)
        (due, firstDue, timesMoved, moves) = (dueDay.inForce, dueDay.first, dueDay.timesMoved, dueDay.moves.map { MovePayload($0) })
        (dueWritten, successMeasure) = (action.dueWritten, action.successMeasure)
        (since, on) = (action.since, view.day)
        (standing, needsUpdate) = (item?.standing, item?.needsUpdate ?? false)
        (computed, override, overrides) = (item?.computed, item?.override.map { OverridePayload($0) }, (item?.overrides ?? []).map { OverridePayload($0) })
        (waitsFor, awaitedBy) = ((item?.waitsFor ?? []).map { LinkedPayload($0, on: view.day) }, (item?.awaitedBy ?? []).map { LinkedPayload($0, on: view.day) })
        needs = (item?.needs ?? []).map { NeedPayload($0, of: action) }
        (stated, forecast, lastUpdate) = (item?.stated, item?.forecast, item?.lastUpdate?.asOf)
        completion = item?.completion.map { Done(on: $0.on, narrative: $0.narrative, by: $0.by) }
        evidence = (item?.evidence ?? []).map { EvidencePayload($0, in: facts) }
        let acceptance = item?.closing.acceptance
        (verifiedOn, lookedAt, verifiedBy, measure) = (acceptance?.on, acceptance?.lookedAt, acceptance?.by, acceptance?.measure?.number)
        notImplemented = item?.closing.notImplemented.map { Undone(on: $0.on, because: $0.because, by: $0.by) }
        carriedForward = item?.closing.item?.kind == .carriedForward
        milestones = (item?.milestones ?? []).map {
            Step(number: $0.id.number, text: $0.text, due: $0.due, reachedOn: $0.reachedOn)
        }
    }
}

/// What an owner said about an action.
struct UpdatePayload: Encodable {
    static let schema = Schema.object("Update", [
        "number": .number, "asOf": .day, "narrative": .text, "stated": .choice(Colour.self).optional, "forecast": .day.optional,
        "by": .text,
    ])

    let number: Int64
    let asOf: Day
    let narrative: String
    let stated: Colour?
    let forecast: Day?
    let by: String

    init(_ update: ProgressUpdate) {
        (number, asOf, narrative) = (update.id.number, update.asOf, update.narrative)
        (stated, forecast, by) = (update.stated, update.forecast, update.by)
    }
}
