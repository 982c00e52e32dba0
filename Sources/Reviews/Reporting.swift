public import Kernel
import People
public import Storage

/// What a review says: judgments by question, and recommendations.
extension Reviews {
    /// Writes down what was judged of some questions. What was judged before is put right; what is the same is left.
    ///
    /// - Throws: `not-allowed`, `review-not-reported`, `review-asks-no-set-questions`, `fields-need-attention`
    @discardableResult
    public func judge(_ all: [NewJudgment], of review: Review, _ work: Work) throws -> [Judgment] {
        try ReviewPolicy.keeps.check(work.actor)
        let round = try review.asking()
        try review.refuseUnreported(on: work.today)
        let facts = try work.session.facts(of: review)
        return try all.compactMap { new in
            let new = try new.checked(by: round, fields: all.count > 1 ? "-\(new.question)" : "")
            guard let held = facts.judgments.last(where: { $0.question == new.question && !facts.gone.contains($0.subject) }) else {
                return try work.add("recorded the judgment", in: review.subject) { id in
                    Judgment(id: id, review: review.id, question: new.question, grade: new.grade, words: new.words)
                }
            }
            var changed = held
            changed.grade = new.grade
            changed.words = new.words
            return changed == held ? held : try work.change("put right the judgment", changed, in: review.subject)
        }
    }

    /// - Throws: `not-allowed`, `review-not-reported`, `recommendation-reference-taken`, `fields-need-attention`
    @discardableResult
    public func recommend(_ new: NewRecommendation, of review: Review, _ work: Work) throws -> Recommendation {
        try ReviewPolicy.keeps.check(work.actor)
        try review.refuseUnreported(on: work.today)
        let facts = try work.session.facts(of: review)
        let standing = facts.recommendations.filter { !facts.gone.contains($0.subject) }
        let numbers = (standing.count + 1)...(standing.count * 2 + 1)
        let reference = try new.reference ?? Reference("R\(numbers.first { number in !standing.contains { $0.reference.key == "r\(number)" } } ?? 1)")
        try check(new, reference, of: review, beside: standing, facts, work)
        return try work.add("added the recommendation", in: review.subject) { id in
            Recommendation(id: id, review: review.id, reference: reference, words: new.words, concern: new.concern, due: new.due, answer: new.answer)
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `recommend`, and `changed-meanwhile`, `review-part-retracted`
    @discardableResult
    public func edit(_ recommendation: Recommendation, of review: Review, _ new: NewRecommendation, version: Int? = nil, _ work: Work) throws -> Recommendation {
        try ReviewPolicy.keeps.check(work.actor)
        let facts = try work.session.facts(of: review)
        try refuseGone(recommendation.subject, facts)
        let others = facts.recommendations.filter { $0.id != recommendation.id && !facts.gone.contains($0.subject) }
        var changed = recommendation
        changed.version = version ?? recommendation.version
        changed.reference = new.reference ?? recommendation.reference
        try check(new, changed.reference, of: review, beside: others, facts, work)
        changed.words = new.words
        changed.concern = new.concern
        changed.due = new.due
        changed.answer = new.answer
        return try work.change("edited the recommendation", changed, in: review.subject)
    }

    /// Takes back a part of a review that was recorded in error. Earlier days still show it, and it can be entered anew.
    ///
    /// - Parameter part: `recommendation/4`, as the journal names it.
    /// - Throws: `not-allowed`, `review-part-not-found`, `review-part-retracted`, `concern-has-recommendations`
    @discardableResult
    public func retract(_ part: Subject, of review: Review, because: String, _ work: Work) throws -> Retraction {
        try ReviewPolicy.keeps.check(work.actor)
        let facts = try work.session.facts(of: review)
        _ = try facts.part(part)
        try refuseGone(part, facts)
        let left = facts.recommendations.filter { $0.concern.map { ReviewPart.concern.subject($0) } == part && !facts.gone.contains($0.subject) }
        guard left.isEmpty else {
            throw Refusal.conflict("concern-has-recommendations", "It has \(counted(left.count, "recommendation")): \(listed(left.map(\.reference.text))). Take those back first, or move them.")
        }
        return try work.add("took back the \(ReviewPart(rawValue: part.kind)?.words ?? "part")", in: review.subject) { id in
            Retraction(id: id, review: review.id, part: part, on: work.today, because: because, by: work.actor.subject)
        }
    }

    func refuseGone(_ part: Subject, _ facts: ReviewFacts) throws {
        guard let gone = facts.retractions.first(where: { $0.part == part }) else { return }
        throw Refusal.conflict("review-part-retracted", "This was taken back on \(gone.on), so it is changed no more.")
    }

    private func check(
        _ new: NewRecommendation, _ reference: Reference, of review: Review, beside others: [Recommendation], _ facts: ReviewFacts, _ work: Work
    ) throws {
        try reference.refuseNew()
        if let other = others.first(where: { $0.reference == reference }) {
            throw Refusal("recommendation-reference-taken", .conflict, "Another recommendation of \(review.title) is \(other.reference).",
                          fields: [.init("reference", "Choose a reference that no other recommendation of this review has.")])
        }
        var wrong: [Refusal.Field] = []
        if let concern = new.concern, !facts.concerns.contains(where: { $0.id == concern && !facts.gone.contains($0.subject) }) {
            wrong.append(.init("concern", "This review has no such cause of concern. Choose one from the list."))
        }
        if let due = new.due, let reported = review.reportedOn, due < reported {
            wrong.append(.init("due", "It would be wanted by \(due), before the report of \(reported)."))
        }
        guard wrong.isEmpty else { throw Refusal.fields(wrong) }
        try refuseUnknown([new.answer].compactMap(\.self), of: "finding", field: "answer", work)
    }
}

extension ReviewPart {
    var words: String {
        switch self {
        case .judgment: "judgment"
        case .recommendation: "recommendation"
        case .concern: "concern"
        case .submission: "submission"
        }
    }
}

extension ReviewFacts {
    /// What a part of this review says, in a line.
    ///
    /// - Throws: `review-part-not-found`
    func part(_ part: Subject) throws(Refusal) -> String {
        let words: String? = switch ReviewPart(rawValue: part.kind) {
        case .judgment: judgments.first { $0.subject == part }.map { "\(review.questions?.question($0.question)?.words ?? $0.question): \($0.grade.words)" }
        case .recommendation: recommendations.first { $0.subject == part }.map { "\($0.reference). \($0.words)" }
        case .concern: concerns.first { $0.subject == part }.map { "\($0.kind.words): \($0.words)" }
        case .submission: submissions.first { $0.subject == part }.map { "Plan submitted on \($0.on)" }
        case nil: nil
        }
        guard let words else { throw .missing("review-part-not-found", "\(review.title) has no part “\(part)”.") }
        return words
    }
}
