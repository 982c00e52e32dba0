import Kernel
public import Storage

extension Acceptance: Record {
    public static let table = Table("acceptance", [
        "id", "version", "plan", "action", "completion", "accepted_on", "looked_at", "measure", "made_by", "taken_back_on", "taken_back_because",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        completion = try row.next()
        on = try row.next()
        lookedAt = try row.next()
        measure = try row.next()
        by = try row.next()
        takenBackOn = try row.next()
        takenBackBecause = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, action, completion, on, lookedAt, measure, by, takenBackOn, takenBackBecause)
    }
}

extension InspectorateClosure: Record {
    public static let table = Table("inspectorate_closure", [
        "id", "version", "plan", "finding", "closed_on", "letter", "author", "words", "made_by", "reopened_on", "reopened_because",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        finding = try row.next()
        on = try row.next()
        letter = try row.next()
        author = try row.next()
        words = try row.next()
        by = try row.next()
        reopenedOn = try row.next()
        reopenedBecause = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, finding, on, letter, author, words, by, reopenedOn, reopenedBecause) }
}

extension NotImplemented: Record {
    public static let table = Table("not_implemented", [
        "id", "version", "plan", "finding", "action", "closed_on", "because", "made_by", "reopened_on", "reopened_because",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        finding = try row.next()
        action = try row.next()
        on = try row.next()
        because = try row.next()
        by = try row.next()
        reopenedOn = try row.next()
        reopenedBecause = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, finding, action, on, because, by, reopenedOn, reopenedBecause) }
}

extension PlanClosure: Record {
    public static let table = Table("plan_closure", [
        "id", "version", "plan", "words", "residual_risk", "onward_owner", "review_on", "decision", "asked_on", "asked_by", "decided_on",
        "decided_by", "outcome", "answer", "reopened_on", "reopened_because",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        words = try row.next()
        residualRisk = try row.next()
        onwardOwner = try row.next()
        reviewOn = try row.next()
        decision = try row.next()
        askedOn = try row.next()
        askedBy = try row.next()
        decidedOn = try row.next()
        decidedBy = try row.next()
        outcome = try row.next()
        answer = try row.next()
        reopenedOn = try row.next()
        reopenedBecause = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, words, residualRisk, onwardOwner, reviewOn, decision, askedOn, askedBy, decidedOn, decidedBy, outcome, answer,
                  reopenedOn, reopenedBecause)
    }
}

extension ClosureItem: Record {
    public static let table = Table("closure_item", [
        "id", "version", "plan", "closure", "action", "kind", "because", "onto", "onto_finding", "owner", "due_on", "carried_as",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        closure = try row.next()
        action = try row.next()
        kind = try row.next()
        because = try row.next()
        onto = try row.next()
        ontoFinding = try row.next()
        owner = try row.next()
        due = try row.next()
        carriedAs = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, closure, action, kind, because, onto, ontoFinding, owner, due, carriedAs) }
}

extension ClosureFinding: Record {
    public static let table = Table("closure_finding", ["id", "version", "plan", "closure", "finding", "residual_risk", "onward_owner", "review_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        closure = try row.next()
        finding = try row.next()
        residualRisk = try row.next()
        onwardOwner = try row.next()
        reviewOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, closure, finding, residualRisk, onwardOwner, reviewOn) }
}

extension ClosureLook: Record {
    public static let table = Table("closure_look", ["id", "version", "plan", "closure", "finding", "looked_on", "made_by", "words", "review_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        closure = try row.next()
        finding = try row.next()
        on = try row.next()
        by = try row.next()
        words = try row.next()
        reviewOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, closure, finding, on, by, words, reviewOn) }
}

extension ClosureItem.Kind: Stored {}
