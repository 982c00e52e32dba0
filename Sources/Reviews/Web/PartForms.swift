import Kernel
import Markup
import Storage
import Web

/// Adding a recommendation, or editing one.
struct RecommendationForm {
    let view: ReviewView
    let recommendation: Recommendation?
    /// The cause of concern from whose card the form was opened.
    let concern: String?
    let offered: Offered
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let review = view.review
        let causes = view.concerns.filter { $0.concern.kind == .causeOfConcern }
        let findings = offered.options("finding", none: "No finding yet", within: offered.name(review.plan))
        return ReviewFormPage(
            title: recommendation.map { "Edit recommendation \($0.reference)" } ?? "Add a recommendation", review: review, filled: filled,
            link: recommendation.map { ReviewLinks.recommendation($0, review, "edit") } ?? ReviewLinks.review(review, "recommendations"), viewer: viewer,
            now: recommendation.map { [("Recommendation", "\($0.words)")] } ?? [], body: """
                \(hidden("version", recommendation.map { String($0.version) } ?? ""))\
                \(filled.text("reference", "Reference", recommendation?.reference.text, hint: "As the report numbers it. The next number when left empty.", required: false))\
                \(filled.lines("words", "What is recommended", recommendation?.words))\
                \(causes.isEmpty ? nil : filled.choice(
                    "concern", "Cause of concern", [("", "None")] + causes.map { ("\($0.concern.id)", shortened($0.concern.words)) },
                    recommendation?.concern.map { "\($0)" } ?? concern, required: false))\
                \(filled.day("due", "Wanted by", recommendation?.due, hint: "Where the report names a day.", required: false))\
                \(findings.count < 2 ? nil : filled.choice("answer", "Answered by the finding", findings, recommendation?.answer?.description, required: false))\
                \(buttons(submit(recommendation == nil ? "Add the recommendation" : "Save"), button("Cancel", to: ReviewLinks.review(review).at("recommendations"), quiet: true)))
                """).page
    }
}

/// Recording a cause of concern or an area for improvement, or editing one.
struct ConcernForm {
    let review: Review
    let concern: Concern?
    let offered: Offered
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let kinds = [("", "Choose one")] + Concern.Kind.allCases.map { ($0.rawValue, $0.words) }
        let findings = offered.options("finding", none: "No finding yet", within: offered.name(review.plan))
        let rule = Deadline.Rule.all.last
        return ReviewFormPage(
            title: concern == nil ? "Record what falls short" : "Edit what falls short", review: review, filled: filled,
            link: concern.map { ReviewLinks.concern($0, review, "edit") } ?? ReviewLinks.review(review, "concerns"), viewer: viewer,
            now: concern.map { [("Kind", "\($0.kind.words)"), ("Issued", "\($0.issuedOn)"), ("Words", "\($0.words)")] } ?? [], body: """
                \(hidden("version", concern.map { String($0.version) } ?? ""))\(filled.choice("kind", "Kind", kinds, concern?.kind.rawValue))\
                \(filled.lines("words", "What falls short", concern?.words))\
                \(review.questions.map { round in filled.choice("question", "Question", [("", "None")] + round.questions.map { ($0.code, $0.words) }, concern?.question, required: false) })\
                \(filled.day("issued-on", "Issued on", concern?.issuedOn ?? review.reportedOn, hint: "With the report, or ahead of it."))\
                \(checkbox("accelerated", "A cause of concern published ahead of the report", on: filled.fields.map { $0.isOn("accelerated") } ?? concern?.isAccelerated ?? false))\
                \(fieldset("Another day for the plan", hint: "\(rule.map { "A plan is wanted \($0.days) days after a cause of concern is issued. Fill this in only where a letter fixes another day." } ?? "Where a letter fixes a day.")", pair(
                    filled.day("fixed-due", "Plan wanted by", concern?.fixedDue, required: false),
                    filled.text("fixed-by", "Letter that fixes the day", concern?.fixedBy, required: false))))\
                \(findings.count < 2 ? nil : filled.choice("answer", "Answered by the finding", findings, concern?.answer?.description, required: false))\
                \(buttons(submit(concern == nil ? "Record it" : "Save"), button("Cancel", to: ReviewLinks.review(review).at("concerns"), quiet: true)))
                """).page
    }
}

/// Saying when the plan went to the inspectorate.
struct SubmissionForm {
    let review: Review
    let concern: ConcernView
    let offered: Offered
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        ReviewFormPage(
            title: "The plan was submitted", under: "\(shortened(concern.concern.words))", review: review, filled: filled,
            link: ReviewLinks.concern(concern.concern, review, "submission"), viewer: viewer, body: """
                \(concern.deadline.map { "<p>It was issued on \(concern.concern.issuedOn), and the plan is wanted by \($0.day).</p>" as HTML })\
                \(filled.day("on", "Submitted on", viewer.today))\
                \(filled.choice("plan", "Plan", offered.options("plan", none: "None on record"), review.plan?.description, required: false))\
                \(filled.text("words", "How it was sent", hint: "To whom, or under which reference.", required: false))\
                \(buttons(submit("Record the submission"), button("Cancel", to: ReviewLinks.review(review).at("concerns"), quiet: true)))
                """).page
    }
}

/// Asking why a part of a review is taken back, before it is.
struct RetractionForm {
    let review: Review
    let part: Subject
    let words: String
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        ReviewFormPage(
            title: "Take back the \(ReviewPart(rawValue: part.kind)?.words ?? "part")", under: "\(shortened(words))", review: review, filled: filled,
            link: ReviewLinks.review(review, "retractions"), viewer: viewer, body: """
                <p>This is for what was recorded in error. It is shown no more from today; earlier days still show it, and the history keeps your reason.</p>\
                \(hidden("of", "\(part)"))\(filled.lines("because", "What was wrong", rows: 3))\
                \(buttons(submit("Take it back", danger: true), button("Cancel", to: ReviewLinks.review(review), quiet: true)))
                """).page
    }
}
