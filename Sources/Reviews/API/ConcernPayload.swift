import Kernel
import Storage
import Web

/// What falls short, with the day by which a plan is wanted and how that stands.
struct ConcernPayload: Encodable {
    static let schema = Schema.object("Concern", [
        "number": .number, "version": .number, "kind": .choice(Concern.Kind.self), "words": .text, "question": .text.optional, "issuedOn": .day,
        "accelerated": .flag, "deadline": DeadlinePayload.schema.optional, "submission": SubmissionPayload.schema.optional,
        "answer": SpokenPayload.schema.optional.meaning("The finding of a plan that answers it."),
    ])

    let number: Int64
    let version: Int
    let kind: Concern.Kind
    let words: String
    let question: String?
    let issuedOn: Day
    let accelerated: Bool
    let deadline: DeadlinePayload?
    let submission: SubmissionPayload?
    let answer: SpokenPayload?

    init(_ view: ConcernView, _ names: [Subject: Name]) {
        let concern = view.concern
        (number, version, kind, words) = (concern.id.number, concern.version, concern.kind, concern.words)
        (question, issuedOn, accelerated) = (concern.question, concern.issuedOn, concern.isAccelerated)
        deadline = view.deadline.flatMap { deadline in view.standing.map { DeadlinePayload(deadline, $0) } }
        submission = view.submission.map { SubmissionPayload($0, names) }
        answer = concern.answer.map { SpokenPayload($0, names) }
    }
}

/// By when a plan is wanted.
struct DeadlinePayload: Encodable {
    static let schema = Schema.object("Deadline", [
        "on": .day, "reason": Schema.text.meaning("The rule or the letter that fixes it."), "standing": .choice(["due", "overdue", "submitted"]), "words": .text,
    ])

    let on: Day
    let reason: String
    let standing: String
    let words: String

    init(_ deadline: Deadline, _ standing: Deadline.Standing) {
        (on, reason, self.standing, words) = (deadline.day, deadline.reason, standing.code, standing.words)
    }
}

/// When a plan went to the inspectorate.
struct SubmissionPayload: Encodable {
    static let schema = Schema.object("Submission", ["number": .number, "on": .day, "plan": SpokenPayload.schema.optional, "words": .text.optional])

    let number: Int64
    let on: Day
    let plan: SpokenPayload?
    let words: String?

    init(_ sent: Submission, _ names: [Subject: Name]) {
        (number, on, words) = (sent.id.number, sent.on, sent.words)
        plan = sent.plan.map { SpokenPayload($0, names) }
    }
}

/// An inspection round: what it asks and the grades it gives.
struct RoundPayload: Encodable {
    static let schema = Schema.object("InspectionRound", [
        "code": .text, "name": .text, "from": .day, "grades": .list(.choice(Grade.self)),
        "questions": .list(.object("RoundQuestion", ["code": .text, "words": .text, "part": .text])), "source": .text,
    ])

    struct Question: Encodable { let code, words, part: String }

    let code: String
    let name: String
    let from: Day
    let grades: [Grade]
    let questions: [Question]
    let source: String

    init(_ round: InspectionRound) {
        (code, name, from, grades, source) = (round.code, round.name, round.from, round.grades, round.source)
        questions = round.questions.map { Question(code: $0.code, words: $0.words, part: $0.part.rawValue) }
    }
}
