import Kernel
import People
import Storage
import Web

/// What happened to a plan between two days, as JSON tells it.
struct AccountPayload: Encodable {
    static let schema = Schema.object("PlanAccount", [
        "plan": .reference, "from": .day, "to": .day, "next": .day.optional, "isUnchanged": .flag,
        "happenings": .list(.object("Happening", [
            "kind": .choice(Happening.Kind.self), "subject": .text, "reference": .reference, "sentence": .text,
            "records": Schema.list(.text).meaning("What was recorded of it, as the journal names it."),
        ])),
        "passages": .list(.object("Passage", ["part": .choice(Telling.Part.self), "lines": .list(.text)])),
        "questions": .list(.object("InspectorsQuestion", ["claim": .text, "question": .text, "answers": .list(.text)])),
    ])

    struct Happened: Encodable {
        let kind: Happening.Kind
        let subject: Subject
        let reference: Reference
        let sentence: String
        let records: [Subject]
    }

    struct Passage: Encodable {
        let part: Telling.Part
        let lines: [String]
    }

    struct Question: Encodable {
        let claim: String
        let question: String
        let answers: [String]
    }

    let plan: Reference
    let from: Day
    let to: Day
    let next: Day?
    let isUnchanged: Bool
    let happenings: [Happened]
    let passages: [Passage]
    let questions: [Question]

    init(_ account: PlanAccount) {
        let telling = account.telling
        (plan, from, to, next, isUnchanged) = (account.now.facts.plan.reference, account.from, account.to, account.next, account.isUnchanged)
        happenings = account.happenings.map {
            Happened(kind: $0.kind, subject: $0.subject, reference: $0.reference, sentence: $0.sentence, records: $0.records)
        }
        passages = telling.passages.map { Passage(part: $0.part, lines: $0.lines.map(\.words)) }
        questions = telling.questions.map { Question(claim: $0.claim, question: $0.question, answers: $0.answers.map(\.words)) }
    }
}

extension PlanOperations {
    var accounts: [Operation] {
        [
            .reading("showPlanAccount", "plans/{plan}/account", "What happened to a plan between two days, what is late and what comes next", .scope(.plansRead),
                     takes: [.query("since", .day, "The first of the days, which is told from its end; three months before when left out."),
                             .query("next", .day, "The day of the next meeting."), .day],
                     gives: AccountPayload.schema, refuses: ["plan-not-found"]) { call, session in
                try PlanPolicy.reads.check(call.actor)
                let facts = try session.facts(of: session.plan(call.part("plan")))
                return try .showing(AccountPayload(AccountDays(call.query.fields, until: call.day).account(of: facts, until: call.day, entered: session.entered(facts.plan))))
            },
        ]
    }
}
