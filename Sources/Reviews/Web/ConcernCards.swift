import Kernel
import Markup
import Storage
import Web

/// Causes of concern and areas for improvement, with what is due for each; nothing where nobody could raise any.
struct ConcernCards {
    let view: ReviewView
    let spoken: Spoken
    let viewer: Viewer

    private var review: Review { view.review }

    var all: HTML {
        guard review.kind.isInspectorates else { return .empty }
        let add = viewer.mayKeep ? [button("Record one", to: ReviewLinks.newConcern(review), quiet: true)] : []
        let head = card("Causes of concern and areas for improvement", id: "concerns", actions: add, summary)
        return "\(head)\(view.concerns.map(one))"
    }

    private var summary: HTML {
        guard !view.concerns.isEmpty else { return empty("None is on record.") }
        let items = view.concerns.map { item -> HTML in
            "<li>\(tag(item.concern.kind.words, item.concern.kind.tone)) <a href=\"#concern-\(item.concern.id)\">\(shortened(item.concern.words))</a></li>"
        }
        return "<ul>\(items)</ul>"
    }

    private func one(_ item: ConcernView) -> HTML {
        let concern = item.concern
        var pairs: [(String, HTML)] = [("Issued", "\(concern.issuedOn)\(concern.isAccelerated ? ", ahead of the report" : "")")]
        if let question = concern.question.flatMap({ review.questions?.question($0) }) { pairs.append(("Question", "\(question.words)")) }
        let own = view.recommendations.filter { $0.concern == concern.id }
        if !own.isEmpty { pairs.append(("Recommendations", "\(listed(own.map(\.reference.text)))")) }
        pairs.append(("Answered by", spoken.link(concern.answer) ?? quiet("No finding yet")))
        let plan: HTML? = concern.kind == .causeOfConcern ? "<p>\(submitted(item) ?? deadline(item))</p>" : nil
        return card(concern.kind.words, id: "concern-\(concern.id)", "\(prose(concern.words))\(plan)\(facts(pairs))\(deeds(item))")
    }

    private func submitted(_ item: ConcernView) -> HTML? {
        guard let sent = item.submission, let standing = item.standing else {
            return item.submission.map { "Submitted on \($0.on)" }
        }
        let plan: HTML? = spoken.link(sent.plan).map { ": \($0)" }
        let words: HTML? = sent.words.map { " <span class=\"why\">\($0)</span>" }
        return "\(tag(standing.words, standing.tone)) \(sent.on)\(plan)\(words) <span class=\"why\">Wanted by \(item.deadline?.day.description ?? ""). \(item.deadline?.reason ?? "").</span>"
    }

    private func deeds(_ item: ConcernView) -> HTML? {
        guard viewer.mayKeep else { return nil }
        var deeds: [HTML] = []
        if item.concern.kind == .causeOfConcern {
            if let sent = item.submission {
                deeds.append(button("Take back the submission", to: ReviewLinks.retraction(sent.subject, review), quiet: true))
            } else {
                deeds.append(button("Record that the plan was submitted", to: ReviewLinks.concern(item.concern, review, "submission")))
            }
            if review.isReported(on: viewer.today) { deeds.append(button("Add its recommendation", to: ReviewLinks.newRecommendation(review, for: item.concern), quiet: true)) }
        }
        deeds.append(button("Edit", to: ReviewLinks.concern(item.concern, review, "edit"), quiet: true))
        deeds.append(button("Take back", to: ReviewLinks.retraction(item.concern.subject, review), quiet: true))
        return "<div class=\"actions\">\(deeds)</div>"
    }
}
