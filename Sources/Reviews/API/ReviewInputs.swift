import Web

/// What programs send to keep reviews: the same fields as the forms have.
enum ReviewInputs {
    private static let subject = Schema.text(atMost: 100)

    static let review = Schema.input("NewReview", [
        "reference": Schema.reference.maybe.meaning("Made from the title when left out; kept as it is when a review is changed."),
        "title": .words(atMost: 200), "kind": .choice(Review.Kind.self), "reviewer": .words(atMost: 200),
        "round": Schema.text(atMost: 40).maybe.meaning("A code of listInspectionRounds."), "scope": .words(atMost: 4000), "commissionedOn": .day,
        "visits": Schema.list(.text(atMost: 30)).maybe.meaning("As 2026-06-10, or 2026-06-10/2026-06-12."), "reportedOn": .day.maybe,
        "documents": Schema.list(subject).maybe.meaning("Documents on record, as the journal names them: document/1."),
        "otherDocuments": Schema.text(atMost: 8000).maybe.meaning("What else it read, one document a line."),
        "plan": subject.maybe.meaning("The plan that answers it: plan/1."),
    ])
    static let judgment = Schema.input("NewJudgment", [
        "question": Schema.words(atMost: 40).meaning("A question of the review’s round, by its code."), "grade": .choice(Grade.self), "words": .text(atMost: 8000).maybe,
    ])
    static let recommendation = Schema.input("NewRecommendation", [
        "reference": Schema.reference.maybe.meaning("The next number when left out."), "words": .words(atMost: 8000),
        "concern": Schema.number.maybe.meaning("The number of a cause of concern of this review."), "due": .day.maybe,
        "answer": subject.maybe.meaning("The finding that answers it: finding/1."),
    ])
    static let concern = Schema.input("NewConcern", [
        "kind": .choice(Concern.Kind.self), "words": .words(atMost: 8000), "question": .text(atMost: 40).maybe, "issuedOn": .day,
        "accelerated": Schema.flag.maybe.meaning("Published ahead of the report."),
        "fixedDue": Schema.day.maybe.meaning("The day by which a letter wants the plan; left out where the rule holds."), "fixedBy": .text(atMost: 400).maybe,
        "answer": subject.maybe.meaning("The finding that answers it: finding/1."),
    ])
    static let submission = Schema.input("NewSubmission", ["on": .day, "plan": subject.maybe, "words": .text(atMost: 2000).maybe])
    static let retraction = Schema.input("NewRetraction", [
        "of": Schema.words(atMost: 100).meaning("What is taken back, as the journal names it: recommendation/4, concern/2, judgment/7 or concern_submission/1."),
        "because": .words(atMost: 2000),
    ])
}
