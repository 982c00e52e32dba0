import Foundation
import Kernel
import Markup
import People
import Storage
import Web

/// What happened to a review and its parts, in words, as the journal tells it: the newest 500 entries.
struct ReviewHistory {
    static let most = 500

    /// Newest first.
    let told: [HistoryEntry]

    init(of review: Review, _ naming: Naming, _ session: Session) throws {
        let entries = try Journal(session).entries(within: review.subject, limit: ReviewHistory.most, newestFirst: true)
        let parties = Parties(session)
        let whos = try Dictionary(uniqueKeysWithValues: Set(entries.map(\.who)).map { ($0, try parties.name(ofWho: $0)) })
        let states = entries.map { ReviewState($0) }
        let words = ReviewWords(names: try naming.names(of: states.flatMap { $0?.subjects ?? [] }, session))
        // Told from the first to the last, as each is compared with the state before it.
        var before: [Subject: ReviewState] = [:]
        told = zip(entries, states).reversed().map { entry, state in
            defer { before[entry.subject] = state }
            let who = whos[entry.who] ?? entry.who
            let reason: HTML? = entry.reason == state?.reason ? nil : entry.reason.map { "<p>Because: \($0)</p>" }
            let detail = state.flatMap { words.detail($0, since: before[entry.subject]) }
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\(who.capitalizedFirst) \(words.deed(entry.verb, state)).",
                detail: detail == nil && reason == nil ? nil : "\(detail)\(reason)")
        }.reversed()
    }
}

/// A record of a review as an entry of the journal holds it.
enum ReviewState {
    case review(Review), judgment(Judgment), recommendation(Recommendation), concern(Concern), submission(Submission), retraction(Retraction)

    init?(_ entry: Entry) {
        guard let state = entry.state.map({ Data($0.utf8) }) else { return nil }
        func read<R: Record>(_ make: (R) -> ReviewState) -> ReviewState? {
            (try? JSONDecoder().decode(R.self, from: state)).map(make)
        }
        let found: ReviewState? = switch entry.subject.kind {
        case Review.table.name: read(ReviewState.review)
        case Judgment.table.name: read(ReviewState.judgment)
        case Recommendation.table.name: read(ReviewState.recommendation)
        case Concern.table.name: read(ReviewState.concern)
        case Submission.table.name: read(ReviewState.submission)
        case Retraction.table.name: read(ReviewState.retraction)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    /// Why it was done, where the record itself says so.
    var reason: String? {
        if case .retraction(let retraction) = self { retraction.because } else { nil }
    }

    /// What of other slices it speaks of.
    var subjects: [Subject] {
        switch self {
        case .review(let review): review.documents + [review.plan].compactMap(\.self)
        case .recommendation(let recommendation): [recommendation.answer].compactMap(\.self)
        case .concern(let concern): [concern.answer].compactMap(\.self)
        case .submission(let submission): [submission.plan].compactMap(\.self)
        case .judgment, .retraction: []
        }
    }
}

/// The history of a review as a page.
struct ReviewHistoryPage {
    let review: Review
    let told: [HistoryEntry]
    let viewer: Viewer

    var page: Page {
        Page(
            title: "History", crumbs: [("Reviews", viewer.link(ReviewLinks.list)), (review.title, viewer.link(ReviewLinks.review(review)))],
            section: "reviews", hasDay: false, body: """
                \(lead("History", under: "Every change to \(review.title), newest first, as the journal holds it."))\
                \(card(nil, history(told)))\
                \(told.count >= ReviewHistory.most ? small("The newest \(ReviewHistory.most) entries are shown.") : nil)
                """)
    }
}
