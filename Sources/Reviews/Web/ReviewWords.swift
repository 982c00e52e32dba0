import Kernel
import People
import Storage

/// What was done to the records of a review as sentences, with what each said or how it changed.
struct ReviewWords: RecordWords {
    let names: [Subject: Name]

    /// The verb with its thing named: `added the recommendation R2`.
    func deed(_ verb: String, _ state: ReviewState?) -> String {
        switch state {
        case .recommendation(let recommendation): "\(verb) \(recommendation.reference)"
        case .judgment(let judgment): "\(verb) “\(question(judgment.question))”"
        case .retraction(let retraction): "\(verb) (\(retraction.part))"
        case .review, .concern, .submission, nil: verb
        }
    }

    func parts(_ state: ReviewState) -> [RecordPart] {
        told(state).map { RecordPart($0.label, $0.words) }
    }

    private func told(_ state: ReviewState) -> [(label: String, words: String)] {
        switch state {
        case .review(let review):
            [("Title", review.title), ("Kind", review.kind.words), ("By", review.reviewer), ("Inspection round", review.questions?.name ?? ""),
             ("Scope", review.scope), ("Commissioned", "\(review.commissionedOn)"), ("Visits", listed(review.visits.map(\.description))),
             ("Reported", words(review.reportedOn)), ("Documents", listed(review.documents.map(name))), ("Other documents", review.otherDocuments ?? ""),
             ("Answered by", review.plan.map(name) ?? ""), ("Reference", review.reference.text)]
        case .judgment(let judgment): [("Judgment", judgment.grade.words), ("In its words", judgment.words ?? "")]
        case .recommendation(let one):
            [("Recommendation", one.words), ("Wanted by", words(one.due)), ("Answered by", one.answer.map(name) ?? ""), ("Reference", one.reference.text)]
        case .concern(let concern):
            [("Kind", concern.kind.words), ("What falls short", concern.words), ("Question", concern.question.map(question) ?? ""),
             ("Issued", "\(concern.issuedOn)"), ("Ahead of the report", concern.isAccelerated ? "yes" : ""), ("Plan wanted by", words(concern.fixedDue)),
             ("Fixed by", concern.fixedBy ?? ""), ("Answered by", concern.answer.map(name) ?? "")]
        case .submission(let sent): [("On", "\(sent.on)"), ("Plan", sent.plan.map(name) ?? ""), ("How", sent.words ?? "")]
        case .retraction(let retraction): [("Reason", retraction.because)]
        }
    }

    private func words(_ day: Day?) -> String { day.map(\.description) ?? "" }
    private func name(_ subject: Subject) -> String { names[subject]?.words ?? subject.description }

    /// The newest wording, as the history spans rounds.
    private func question(_ code: String) -> String { InspectionRound.all.last?.question(code)?.words ?? code }
}
