import Kernel
import Markup
import Storage
import Web

/// A review on a day: who looked at what, what they judged and asked for, and what answers it.
struct ReviewPage {
    let view: ReviewView
    let spoken: Spoken
    let viewer: Viewer

    private var review: Review { view.review }
    private var isReported: Bool { review.isReported(on: view.day) }

    var page: Page {
        Page(title: review.title, crumbs: [("Reviews", viewer.link(ReviewLinks.list))], section: "reviews", scope: "review/\(review.id)", body: """
            \(lead(review.title, under: "\(review.kind.words) by \(review.reviewer)", standing: tag(view.standing.words, view.standing.tone), actions: deeds))\
            \(card("About this review", id: "about", about))\(ConcernCards(view: view, spoken: spoken, viewer: viewer).all)\(judgments)\(recommendations)
            """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if viewer.mayKeep { deeds.append(button("Edit the review", to: ReviewLinks.review(review, "edit"), quiet: true)) }
        return deeds + [
            button("Export to Excel", to: viewer.link(ReviewLinks.export(review, "xlsx")), quiet: true),
            button("History", to: ReviewLinks.review(review, "history"), quiet: true),
        ]
    }

    private var about: HTML {
        let documents = review.documents.compactMap { spoken.link($0) } + (review.otherDocuments?.split(whereSeparator: \.isNewline) ?? []).map { "\($0.trimmed)" as HTML }
        var pairs: [(String, HTML)] = [
            ("Commissioned", "\(review.commissionedOn)"),
            ("Visits", review.visits.isEmpty ? quiet("None on record") : "\(listed(review.visits.map(\.description)))"),
            ("Reported", isReported ? "\(review.reportedOn?.description ?? "")" : quiet("Awaited")),
            ("Answered by", spoken.link(review.plan) ?? quiet("No plan yet")),
        ]
        if let round = review.questions { pairs.insert(("Inspection round", "<a href=\"\(ReviewLinks.rounds.at(round.code))\">\(round.name)</a>"), at: 0) }
        let read: HTML? = documents.isEmpty ? nil : "<h3>Documents reviewed</h3><ul>\(documents.map { "<li>\($0)</li>" as HTML })</ul>"
        return "\(prose(review.scope))\(read)\(facts(pairs))"
    }

    private var judgments: HTML {
        guard let round = review.questions else { return .empty }
        let deed = viewer.mayKeep && isReported ? [button(view.judgments.isEmpty ? "Enter judgments" : "Put judgments right", to: ReviewLinks.review(review, "judgments"), quiet: true)] : []
        guard !view.judgments.isEmpty else {
            return card("Judgments", id: "judgments", actions: deed, empty(
                isReported ? "No judgment is on record. \(round.name) asks \(round.questions.count) questions." : "Judgments are shown from the day of the report."))
        }
        let hasBefore = view.judgments.contains { $0.before != nil }
        return card("Judgments", id: "judgments", actions: deed, table(
            columns: [Column("Question", .wide), Column("Judgment", .wide)] + (hasBefore ? [Column("Before"), Column("Change")] : []) + [Column("In its words", .wide)],
            rows: view.judgments.map { one in
                let grade = tag(one.judgment.grade.words, one.judgment.grade.tone)
                let words: HTML = one.judgment.words.map { "\(shortened($0))" } ?? quiet("Its words were not entered")
                return ["<strong>\(one.question.words)</strong>", grade] + (hasBefore ? before(one) : []) + [words]
            }))
    }

    private func before(_ one: JudgmentView) -> [HTML] {
        guard let before = one.before else { return [quiet("Not judged"), tag(one.change.words, one.change.tone)] }
        let link: HTML = "<a href=\"\(viewer.link(ReviewLinks.review(before.review)))\">\(before.grade.words)</a>"
        return ["\(link) <span class=\"why\">\(before.review.questions?.name ?? before.review.title)</span>", tag(one.change.words, one.change.tone)]
    }

    private var recommendations: HTML {
        let mayAdd = viewer.mayKeep && isReported
        let deed = mayAdd && !view.recommendations.isEmpty ? [button("Add a recommendation", to: ReviewLinks.newRecommendation(review), quiet: true)] : []
        guard !view.recommendations.isEmpty else {
            return card("Recommendations", id: "recommendations", empty(
                isReported ? "It has no recommendation on record." : "Recommendations are entered from the day of the report.",
                action: mayAdd ? button("Add the first recommendation", to: ReviewLinks.newRecommendation(review)) : nil))
        }
        let hasDue = view.recommendations.contains { $0.due != nil }
        let columns = [Column("No.", .reference), Column("Recommendation", .wide)] + (hasDue ? [Column("Wanted by", .day)] : [])
            + [Column("Answered by", .wide)] + (viewer.mayKeep ? [Column("")] : [])
        return card("Recommendations", id: "recommendations", actions: deed, table(columns: columns, rows: view.recommendations.map { one in
            let of: HTML? = one.concern.flatMap { view.concern($0) }.map { small("Of the cause of concern: \(shortened($0.concern.words))") }
            return ["\(one.reference)", "\(prose(one.words))\(of)"] + (hasDue ? [one.due.map { "\($0)" } ?? quiet("No day")] : [])
                + [spoken.link(one.answer) ?? quiet("No finding yet")]
                + (viewer.mayKeep ? [changing(ReviewLinks.recommendation(one, review, "edit"), one.subject, "recommendation \(one.reference)")] : [])
        }))
    }

    private func changing(_ edit: Link, _ part: Subject, _ name: String) -> HTML {
        "<div class=\"actions\">\(button("Edit", to: edit, quiet: true))\(button("Take back", to: ReviewLinks.retraction(part, review), quiet: true))</div>"
    }
}
