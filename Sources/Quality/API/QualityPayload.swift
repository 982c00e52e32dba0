import Kernel
import People
import Storage
import Web

/// A check in a list.
struct QualityCheckLine: Encodable {
    static let schema = Schema.object("QualityCheckLine", [
        "reference": .reference, "number": .number, "version": .number, "kind": .choice(QualityCheckKind.self), "work": Schema.text.meaning("As the journal names it: audit/12."),
        "workReference": .text, "place": .text, "carriedOut": .day, "auditor": .text, "office": .text.optional, "reviewer": .text, "form": .number, "plan": .reference.optional, "why": .text,
        "due": .day, "state": .choice(QualityCheckState.self), "overdue": .flag, "completed": .day.optional, "grade": .choice(QualityGrade.self).optional,
        "failed": Schema.count.optional.meaning("Criteria that failed; left out until it is completed."), "notEvidenced": .count.optional,
    ])

    let reference: String
    let number: Int64
    let version: Int
    let kind: QualityCheckKind
    let work: Subject
    let workReference: String
    let place: String
    let carriedOut: Day
    let auditor: String
    let office: String?
    let reviewer: String
    let form: Int
    let plan: String?
    let why: String
    let due: Day
    let state: QualityCheckState
    let overdue: Bool
    let completed: Day?
    let grade: QualityGrade?
    let failed: Int?
    let notEvidenced: Int?

    init(_ facts: QualityCheckFacts, on day: Day) {
        let check = facts.check
        (reference, number, version, kind) = (check.reference.text, check.id.number, check.version, check.kind)
        (work, workReference, place, carriedOut) = (check.work, check.workReference, check.place, check.carriedOut)
        (auditor, office, reviewer, form, plan) = (facts.auditor, facts.office, facts.reviewer, facts.form.edition, facts.sample?.reference.text)
        (why, due, state, overdue) = (check.why, check.due, facts.state(on: day), check.isOverdue(on: day))
        let isDone = state == .completed
        (completed, grade) = (isDone ? check.completed : nil, facts.grade(on: day))
        (failed, notEvidenced) = isDone ? (check.sheet.count(.fail), check.sheet.count(.notEvidenced)) : (nil, nil)
    }
}

/// A check with all that belongs to it, as it stood on a day.
struct QualityCheckPayload: Encodable {
    static let schema = Schema.object("QualityCheck", [
        "check": QualityCheckLine.schema, "on": .day, "answers": Schema.list(QualityFindingPayload.schema).meaning("Empty for whoever does not fill it in, until it is completed."),
        "summary": .text.optional, "departure": .text.optional, "suggested": Schema.choice(QualityGrade.self).optional.meaning("The grade that the answers lead to."),
        "obstacles": Schema.list(QualityObstaclePayload.schema).meaning("What stands between it and its completion."), "corrected": .day.optional, "correction": .text.optional,
        "reply": .text.optional, "replied": .day.optional, "calledOff": .day.optional, "callingOff": .text.optional, "remedials": .list(RemedialPayload.schema),
    ])

    let check: QualityCheckLine
    let on: Day
    let answers: [QualityFindingPayload]
    let summary: String?
    let departure: String?
    let suggested: QualityGrade?
    let obstacles: [QualityObstaclePayload]
    let corrected: Day?
    let correction: String?
    let reply: String?
    let replied: Day?
    let calledOff: Day?
    let callingOff: String?
    let remedials: [RemedialPayload]

    /// - Parameter showsSheet: whether whoever asks fills it in, and so reads what is written so far.
    init(_ facts: QualityCheckFacts, names: [ID<Party>: String], showsSheet: Bool, on day: Day) {
        let (own, state) = (facts.check, facts.state(on: day))
        let isDone = state == .completed
        let sheet = isDone || showsSheet ? own.sheet : QualitySheet()
        (check, self.on, answers) = (QualityCheckLine(facts, on: day), day, sheet.findings.map(QualityFindingPayload.init))
        (summary, departure, suggested) = (sheet.summary, sheet.departure, sheet.suggested?.grade)
        obstacles = state == .open && showsSheet ? facts.obstacles().map(QualityObstaclePayload.init) : []
        (corrected, correction) = isDone && own.corrected.map { $0 <= day } ?? false ? (own.corrected, own.correction) : (nil, nil)
        (reply, replied) = isDone && own.replied.map { $0 <= day } ?? false ? (own.reply, own.replied) : (nil, nil)
        (calledOff, callingOff) = state == .calledOff ? (own.calledOff, own.callingOff) : (nil, nil)
        remedials = facts.remedials.filter { isDone && $0.isHere(on: day) }.map { RemedialPayload(RemedialLine(remedial: $0, facts: facts, owner: names[$0.owner] ?? ""), on: day) }
    }

    init(of reference: String, for actor: Actor, on day: Day, _ session: Session) throws {
        let facts = try session.qualityCheck(reference, readBy: actor, on: day)
        let parties = try session.qualityParties(of: actor, on: day)
        self.init(facts, names: try Parties(session).names(), showsSheet: QualityPolicy.fills(facts, actingFor: parties).allows(actor), on: day)
    }
}

/// An answer to a criterion.
struct QualityFindingPayload: Encodable {
    static let schema = Schema.object("QualityFinding", ["criterion": .text, "answer": .choice(QualityAnswer.self), "note": .text.optional])

    let criterion: String
    let answer: QualityAnswer
    let note: String?

    init(_ finding: QualityFinding) { (criterion, answer, note) = (finding.criterion, finding.answer, finding.note) }
}

/// What stands between a check and its completion.
struct QualityObstaclePayload: Encodable {
    static let schema = Schema.object("QualityObstacle", ["code": .text, "sentence": .text])

    let code: String
    let sentence: String

    init(_ obstacle: QualityObstacle) { (code, sentence) = (obstacle.code, obstacle.sentence) }
}

/// A remedial action on a day.
struct RemedialPayload: Encodable {
    static let schema = Schema.object("RemedialAction", [
        "number": .number, "version": .number, "check": .reference, "workReference": .text, "auditor": .text, "criterion": .text.optional, "kind": .choice(RemedialKind.self), "what": .text,
        "owner": .text, "due": .day, "state": .choice(RemedialState.self), "overdue": .flag, "done": .day.optional, "doing": .text.optional, "lookBy": .day.optional, "looked": .day.optional,
        "outcome": .choice(RemedialOutcome.self).optional, "looking": .text.optional, "action": Schema.text.optional.meaning("The action of a plan in which it lives on, as the journal names it."),
    ])

    let number: Int64
    let version: Int
    let check: String
    let workReference: String
    let auditor: String
    let criterion: String?
    let kind: RemedialKind
    let what: String
    let owner: String
    let due: Day
    let state: RemedialState
    let overdue: Bool
    let done: Day?
    let doing: String?
    let lookBy: Day?
    let looked: Day?
    let outcome: RemedialOutcome?
    let looking: String?
    let action: Subject?

    init(_ line: RemedialLine, on day: Day) {
        let (remedial, check) = (line.remedial, line.facts.check)
        (number, version, self.check, workReference, auditor) = (remedial.id.number, remedial.version, check.reference.text, check.workReference, line.facts.auditor)
        (criterion, kind, what, owner, due) = (remedial.criterion, remedial.kind, remedial.what, line.owner, remedial.due)
        (state, overdue) = (remedial.state(on: day), remedial.isOverdue(on: day))
        let isDone = remedial.done.map { $0 <= day } ?? false
        (done, doing) = isDone ? (remedial.done, remedial.doing) : (nil, nil)
        lookBy = isDone || remedial.action != nil ? remedial.lookBy : nil
        let isLooked = remedial.looked.map { $0 <= day } ?? false
        (looked, outcome, looking) = isLooked ? (remedial.looked, remedial.outcome, remedial.looking) : (nil, nil, nil)
        action = remedial.action
    }
}

/// An edition of the form.
struct QualityFormPayload: Encodable {
    static let schema = Schema.object("QualityForm", [
        "edition": .number, "number": .number, "version": .number, "title": .text, "criteria": .list(QualityCriterionPayload.schema), "since": .day, "effective": .day.optional,
    ])

    let edition: Int
    let number: Int64
    let version: Int
    let title: String
    let criteria: [QualityCriterionPayload]
    let since: Day
    let effective: Day?

    init(_ form: QualityForm) {
        (edition, number, version, title) = (form.edition, form.id.number, form.version, form.title)
        (criteria, since, effective) = (form.criteria.map(QualityCriterionPayload.init), form.since, form.effective)
    }
}

struct QualityCriterionPayload: Encodable {
    static let schema = Schema.object("QualityCriterion", ["code": .text, "title": .text, "guidance": .text.optional])

    let code: String
    let title: String
    let guidance: String?

    init(_ criterion: QualityCriterion) { (code, title, guidance) = (criterion.code, criterion.title, criterion.guidance) }
}
