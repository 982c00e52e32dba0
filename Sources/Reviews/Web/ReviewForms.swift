import Kernel
import Markup
import Storage
import Web

/// What forms offer to choose from, of what other slices keep.
struct Offered: Sendable {
    let all: [(subject: Subject, name: Name)]

    /// What is of one kind, for a choice of one or none.
    ///
    /// - Parameter within: only what is shown below this.
    func options(_ kind: String, none: String, within: Name? = nil) -> [(value: String, label: String)] {
        [("", none)] + all.filter { one in
            one.subject.kind == kind && (within.map { one.name.address.starts(with: $0.address) } ?? true)
        }.map { ("\($0.subject)", $0.name.words) }
    }

    func name(_ subject: Subject?) -> Name? { subject.flatMap { wanted in all.first { $0.subject == wanted }?.name } }
}

/// The page of a form of reviews, below its review.
struct ReviewFormPage {
    let title: String
    var under: HTML?
    var review: Review?
    let filled: Filled
    let link: Link
    let viewer: Viewer
    var now: [(String, HTML)] = []
    let body: HTML

    var page: Page {
        var crumbs = [("Reviews", ReviewLinks.list)]
        if let review { crumbs.append((review.title, ReviewLinks.review(review))) }
        return FormPage(
            title: title, under: under, crumbs: crumbs, section: "reviews", filled: filled, link: link, token: viewer.csrf,
            above: overtaken(filled, now), body: body).page
    }
}

/// Putting a review on record, or editing one.
struct ReviewForm {
    let review: Review?
    let offered: Offered
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let kinds = [("", "Choose one")] + Review.Kind.allCases.map { ($0.rawValue, $0.words) }
        let rounds = [("", "None: it asks questions of its own")] + InspectionRound.all.map { ($0.code, $0.name) }
        let documents = offered.all.filter { $0.subject.kind == "document" }
        return ReviewFormPage(
            title: review == nil ? "Put a review on record" : "Edit the review", review: review, filled: filled,
            link: review.map { ReviewLinks.review($0, "edit") } ?? ReviewLinks.list, viewer: viewer,
            now: review.map { [("Title", "\($0.title)"), ("By", "\($0.reviewer)"), ("Reported", $0.reportedOn.map { "\($0)" } ?? quiet("Awaited"))] } ?? [],
            body: """
                \(hidden("version", review.map { String($0.version) } ?? ""))\
                \(filled.text("title", "Title", review?.title, hint: "As the report is called."))\
                \(pair(
                    filled.choice("kind", "Kind", kinds, review?.kind.rawValue),
                    filled.choice("round", "Inspection round", rounds, review?.round, hint: "For the inspectorate’s own reviews.", required: false)))\
                \(filled.text("reviewer", "Who makes it", review?.reviewer, hint: "A peer service, the inspectorate, the auditors. Judgments are compared with the last ones under the same name."))\
                \(filled.lines("scope", "What it looks at", review?.scope, rows: 3))\
                \(pair(
                    filled.day("commissioned-on", "Commissioned on", review?.commissionedOn, hint: "Asked for or announced."),
                    filled.day("reported-on", "Reported on", review?.reportedOn, hint: "Empty while the report is awaited.", required: false)))\
                \(area("visits", "Visits", value: visits, hint: "Each on its own line, as 2026-06-10 or 2026-06-10 to 2026-06-12.", error: filled.error("visits"), rows: 3, required: false))\
                \(documents.isEmpty ? nil : checkboxes(
                    "documents", "Documents reviewed", options: documents.map { ("\($0.subject)", $0.name.words) },
                    chosen: Set(filled.values("documents", review?.documents.map(\.description) ?? [])), error: filled.error("documents"), required: false))\
                \(filled.lines("other-documents", documents.isEmpty ? "Documents reviewed" : "Other documents", review?.otherDocuments, hint: "One a line.", rows: 3, required: false))\
                \(filled.choice("plan", "Answered by", offered.options("plan", none: "No plan yet"), review?.plan?.description, required: false))\
                \(filled.text("reference", "Reference", review?.reference.text, hint: "Stands in its address. Made from the title when left empty.", required: false))\
                \(buttons(submit(review == nil ? "Put it on record" : "Save"), button("Cancel", to: review.map(ReviewLinks.review) ?? ReviewLinks.list, quiet: true)))
                """).page
    }

    private var visits: String {
        filled.fields.map { $0.all("visits").joined(separator: "\n") }
            ?? review?.visits.map { $0.rawValue.replacing("/", with: " to ") }.joined(separator: "\n") ?? ""
    }
}

/// Entering the judgments of a round, all its questions on one page.
struct JudgmentsForm {
    let view: ReviewView
    let round: InspectionRound
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        ReviewFormPage(
            title: "Judgments", under: "\(view.review.title). \(round.name)", review: view.review, filled: filled,
            link: ReviewLinks.review(view.review, "judgments"), viewer: viewer, body: """
                <p>Leave a question without a grade where it was not judged.</p>\
                \(InspectionRound.Part.allCases.map { part in "<h2>\(part.rawValue)</h2>\(round.questions.filter { $0.part == part }.map(question))" as HTML })\
                \(buttons(submit("Save the judgments"), button("Cancel", to: ReviewLinks.review(view.review), quiet: true)))
                """).page
    }

    private func question(_ question: InspectionRound.Question) -> HTML {
        let held = view.judgments.first { $0.question.code == question.code }?.judgment
        let grades = [("", held == nil ? "Not judged" : "Leave as it is")] + round.grades.map { ($0.rawValue, $0.words) }
        return fieldset(question.words, """
            \(filled.choice("grade-\(question.code)", "Grade", grades, held?.grade.rawValue, required: false))\
            \(filled.lines("words-\(question.code)", "What the report says", held?.words, rows: 2, required: false))
            """)
    }
}
