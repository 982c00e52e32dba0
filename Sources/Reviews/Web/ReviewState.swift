import Kernel
import People
import Storage

/// A record of a review as an entry of the journal holds it.
enum ReviewState: RecordState {
    case review(Review), judgment(Judgment), recommendation(Recommendation), concern(Concern), submission(Submission), retraction(Retraction)

    init?(_ entry: Entry) {
        let found: ReviewState? = switch entry.subject.kind {
        case Review.table.name: entry.record().map(ReviewState.review)
        case Judgment.table.name: entry.record().map(ReviewState.judgment)
        case Recommendation.table.name: entry.record().map(ReviewState.recommendation)
        case Concern.table.name: entry.record().map(ReviewState.concern)
        case Submission.table.name: entry.record().map(ReviewState.submission)
        case Retraction.table.name: entry.record().map(ReviewState.retraction)
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
