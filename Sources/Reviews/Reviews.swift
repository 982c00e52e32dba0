import Kernel
import People
public import Storage

/// The verbs of reviews, done within one piece of work: each checks the policy, asks the model, saves and journals.
///
///     try await desk.write(by: actor) { work in try reviews.begin(new, work) }
///
/// What a review says is in `Reporting.swift`, its causes of concern and what was sent in answer in `Concerns.swift`.
public struct Reviews: Sendable {
    /// What reviews can speak of: plans, findings, documents.
    let naming: Naming

    public init(naming: Naming = Naming()) { self.naming = naming }

    /// - Throws: `not-allowed`, `review-reference-taken`, `reference-not-usable`, `day-still-to-come`, `fields-need-attention`
    @discardableResult
    public func begin(_ new: NewReview, _ work: Work) throws -> Review {
        try ReviewPolicy.keeps.check(work.actor)
        let reference = try new.reference ?? .free(madeFrom: new.title, or: "review") {
            try work.session.count(Review.self, "WHERE reference_key = \($0.key)") > 0
        }
        try refuseTaken(reference, by: nil, work)
        try check(new, work)
        let review = try work.add("put the review on record") { id in
            Review(
                id: id, reference: reference, title: new.title, kind: new.kind, reviewer: new.reviewer, round: new.round, scope: new.scope,
                commissionedOn: new.commissionedOn, visits: new.visits, reportedOn: new.reportedOn, documents: new.documents,
                otherDocuments: new.otherDocuments, plan: new.plan)
        }
        try saveLists(of: review, work)
        return review
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `begin`, and `changed-meanwhile`, `review-has-judgments` when its round or its report would be taken from under them
    @discardableResult
    public func edit(_ review: Review, _ new: NewReview, version: Int? = nil, _ work: Work) throws -> Review {
        try ReviewPolicy.keeps.check(work.actor)
        var changed = review
        changed.version = version ?? review.version
        changed.reference = new.reference ?? review.reference
        try refuseTaken(changed.reference, by: review.id, work)
        try check(new, work)
        try refuseUndermined(review, new, work)
        changed.title = new.title
        changed.kind = new.kind
        changed.reviewer = new.reviewer
        changed.round = new.round
        changed.scope = new.scope
        changed.commissionedOn = new.commissionedOn
        changed.visits = new.visits
        changed.reportedOn = new.reportedOn
        changed.documents = new.documents
        changed.otherDocuments = new.otherDocuments
        changed.plan = new.plan
        let saved = try work.change("edited the review", changed)
        try saveLists(of: saved, work)
        return saved
    }

    private func check(_ new: NewReview, _ work: Work) throws {
        guard new.amiss.isEmpty else { throw Refusal.fields(new.amiss) }
        if let reported = new.reportedOn { try refuseToCome(reported, "reported-on", "The report", work) }
        try refuseUnknown(new.documents, field: "documents", work)
        try refuseUnknown([new.plan].compactMap(\.self), of: "plan", field: "plan", work)
    }

    /// Judgments stand on the round's questions, and what was reported on the day of the report.
    private func refuseUndermined(_ review: Review, _ new: NewReview, _ work: Work) throws {
        let facts = try work.session.facts(of: review)
        let judged = facts.judgments.contains { !facts.gone.contains($0.subject) }
        if judged, new.round != review.round {
            throw Refusal.conflict("review-has-judgments", "\(review.title) has judgments by the questions of its round. Take those back before its round is changed.")
        }
        if new.reportedOn == nil, judged || facts.recommendations.contains(where: { !facts.gone.contains($0.subject) }) {
            throw Refusal.conflict("review-has-judgments", "\(review.title) has judgments or recommendations, so it keeps the day of its report.")
        }
        if !new.kind.isInspectorates, facts.concerns.contains(where: { !facts.gone.contains($0.subject) }) {
            throw Refusal.conflict("review-has-judgments", "\(review.title) has causes of concern or areas for improvement, which only the inspectorate raises. Take those back first.")
        }
        if let early = facts.concerns.first(where: { $0.issuedOn < new.commissionedOn && !facts.gone.contains($0.subject) }) {
            throw Refusal.fields([.init("commissioned-on", "A concern was issued on \(early.issuedOn), so the review was commissioned by then.")])
        }
    }

    private func saveLists(of review: Review, _ work: Work) throws {
        try work.save(review.visits, of: review.id, in: Review.visitTable)
        try work.save(review.documents, of: review.id, in: Review.documentTable)
    }

    private func refuseTaken(_ reference: Reference, by own: ID<Review>?, _ work: Work) throws {
        try reference.refuseNew()
        let taken: ID<Review>? = try work.session.value("SELECT id FROM review WHERE reference_key = \(reference.key)")
        guard taken == nil || taken == own else {
            throw Refusal("review-reference-taken", .conflict, "Another review has the reference “\(reference)”.",
                          fields: [.init("reference", "Choose a reference that no other review has.")])
        }
    }

    // MARK: What the verbs share

    /// - Throws: `day-still-to-come`
    func refuseToCome(_ day: Day, _ field: String, _ what: String, _ work: Work) throws {
        guard day > work.today else { return }
        let sentence = "\(what) would be of \(day), which is still to come."
        throw Refusal.invalid("day-still-to-come", sentence, fields: [.init(field, sentence)])
    }

    /// - Parameter kind: the only kind of thing that will do.
    /// - Throws: `fields-need-attention`, naming each subject that is nothing on record.
    func refuseUnknown(_ subjects: [Subject], of kind: String? = nil, field: String, _ work: Work) throws {
        let names = try naming.names(of: subjects, work.session)
        let wrong = subjects.compactMap { subject -> Refusal.Field? in
            if let kind, subject.kind != kind { return .init(field, "“\(subject)” is no \(kind). Choose a \(kind).") }
            return names[subject] == nil ? .init(field, "“\(subject)” is nothing on record that a review can speak of.") : nil
        }
        guard wrong.isEmpty else { throw Refusal.fields(wrong) }
    }
}
