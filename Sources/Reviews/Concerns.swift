import Kernel
import People
public import Storage

/// What an inspectorate found to fall short, and what was sent in answer.
extension Reviews {
    /// - Throws: `not-allowed`, `not-the-inspectorates`, `day-still-to-come`, `fields-need-attention`
    @discardableResult
    public func raise(_ new: NewConcern, of review: Review, _ work: Work) throws -> Concern {
        try ReviewPolicy.keeps.check(work.actor)
        try check(new, of: review, work)
        return try work.add("recorded the \(new.kind.words.lowercased())", in: review.subject) { id in
            Concern(
                id: id, review: review.id, kind: new.kind, words: new.words, question: new.question, issuedOn: new.issuedOn,
                isAccelerated: new.isAccelerated, fixedDue: new.fixedDue, fixedBy: new.fixedBy, answer: new.answer)
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `raise`, and `changed-meanwhile`, `review-part-retracted`, `plan-already-submitted` where it would be no cause of concern any more
    @discardableResult
    public func edit(_ concern: Concern, of review: Review, _ new: NewConcern, version: Int? = nil, _ work: Work) throws -> Concern {
        try ReviewPolicy.keeps.check(work.actor)
        let facts = try work.session.facts(of: review)
        try refuseGone(concern.subject, facts)
        try check(new, of: review, work)
        if let sent = standing(concern, facts) {
            if new.kind != .causeOfConcern { throw alreadySubmitted(sent) }
            if new.issuedOn > sent.on { throw Refusal.fields([.init("issued-on", "The plan that answers it was submitted on \(sent.on), so it was issued by then.")]) }
        }
        var changed = concern
        changed.version = version ?? concern.version
        changed.kind = new.kind
        changed.words = new.words
        changed.question = new.question
        changed.issuedOn = new.issuedOn
        changed.isAccelerated = new.isAccelerated
        changed.fixedDue = new.fixedDue
        changed.fixedBy = new.fixedBy
        changed.answer = new.answer
        return try work.change("edited the concern", changed, in: review.subject)
    }

    /// Says on which day the plan that answers a cause of concern went to the inspectorate: what its deadline is measured by.
    ///
    /// - Throws: `not-allowed`, `plan-not-asked-for`, `plan-already-submitted`, `review-part-retracted`, `day-still-to-come`, `fields-need-attention`
    @discardableResult
    public func submit(_ new: NewSubmission, for concern: Concern, of review: Review, _ work: Work) throws -> Submission {
        try ReviewPolicy.keeps.check(work.actor)
        let facts = try work.session.facts(of: review)
        try refuseGone(concern.subject, facts)
        guard concern.kind == .causeOfConcern else {
            throw Refusal.conflict("plan-not-asked-for", "A plan is submitted for a cause of concern, and this is an area for improvement.")
        }
        if let sent = standing(concern, facts) { throw alreadySubmitted(sent) }
        try refuseToCome(new.on, "on", "The submission", work)
        guard new.on >= concern.issuedOn else {
            throw Refusal.fields([.init("on", "The plan would be submitted on \(new.on), before the concern was issued on \(concern.issuedOn).")])
        }
        try refuseUnknown([new.plan].compactMap(\.self), of: "plan", field: "plan", work)
        return try work.add("submitted the plan", in: review.subject) { id in
            Submission(id: id, concern: concern.id, on: new.on, plan: new.plan, words: new.words)
        }
    }

    private func standing(_ concern: Concern, _ facts: ReviewFacts) -> Submission? {
        facts.submissions.last { $0.concern == concern.id && !facts.gone.contains($0.subject) }
    }

    private func alreadySubmitted(_ sent: Submission) -> Refusal {
        .conflict("plan-already-submitted", "The plan that answers this was submitted on \(sent.on). Take that back first, if it was recorded in error.")
    }

    private func check(_ new: NewConcern, of review: Review, _ work: Work) throws {
        guard review.kind.isInspectorates else {
            throw Refusal.conflict("not-the-inspectorates", "Only the inspectorate raises causes of concern and areas for improvement. What \(review.kind.words.lowercased()) found is a recommendation.")
        }
        guard new.amiss.isEmpty else { throw Refusal.fields(new.amiss) }
        try refuseToCome(new.issuedOn, "issued-on", "The concern", work)
        var wrong: [Refusal.Field] = []
        if new.issuedOn < review.commissionedOn {
            wrong.append(.init("issued-on", "It would be issued on \(new.issuedOn), before the review was commissioned on \(review.commissionedOn)."))
        }
        if let question = new.question, review.questions?.question(question) == nil {
            wrong.append(.init("question", "This review asks no question “\(question.prefix(40))”. Choose one from the list."))
        }
        guard wrong.isEmpty else { throw Refusal.fields(wrong) }
        try refuseUnknown([new.answer].compactMap(\.self), of: "finding", field: "answer", work)
    }
}
