public import Kernel
import People

/// A document as it was on a day: which version was in force, when it was to be looked at again, and how it so stood. A pure
/// function of facts and day.
public struct DocumentView: Sendable {
    /// A review that comes within so many days is due: two months, in which a board meets once.
    public static let notice = 60

    public let facts: DocumentFacts
    public let day: Day
    /// Those that the register knew, the newest first: drafts before what is to come, that before what is or was in force.
    public let versions: [DocumentVersion]
    /// The one in force; nil where there was none, or the document counts no more.
    public let inForce: DocumentVersion?
    /// Those that had been, the latest first.
    public let reviews: [DocumentReview]
    /// The day by which it is to be looked at; nil where none is set.
    public let nextReview: Day?
    /// What took it out of force, where something did.
    public let withdrawal: DocumentWithdrawal?
    public let standing: DocumentStanding

    public init(_ facts: DocumentFacts, on day: Day) {
        self.facts = facts
        self.day = day
        versions = facts.versions.filter { $0.since <= day }.sorted { ($0.inForce ?? .distant, $0.id) > ($1.inForce ?? .distant, $1.id) }
        reviews = facts.reviews.filter { $0.on <= day }.reversed()
        withdrawal = facts.withdrawals.last { $0.holds(on: day) }
        inForce = withdrawal == nil ? versions.first { $0.inForce.map { $0 <= day } ?? false } : nil
        nextReview = DocumentView.nextReview(facts.document, versions, reviews, on: day)
        standing = if let withdrawal {
            withdrawal.successor == nil ? .withdrawn : .superseded
        } else if inForce == nil {
            .noVersion
        } else if let nextReview {
            nextReview < day ? .reviewOverdue : day.days(until: nextReview) <= DocumentView.notice ? .reviewDue : .current
        } else {
            .current
        }
    }

    /// The day that was set last: by the register at first, then by whatever came later, a version in force or a review.
    private static func nextReview(
        _ document: ControlledDocument, _ versions: [DocumentVersion], _ reviews: [DocumentReview], on day: Day
    ) -> Day? {
        let set = versions.compactMap { version in
            version.inForce.flatMap { from in from <= day ? version.nextReview.map { (from, 0, $0) } : nil }
        } + reviews.compactMap { review in review.next.map { (review.on, 1, $0) } }
        return set.max { ($0.0, $0.1) < ($1.0, $1.1) }?.2 ?? document.firstReview
    }

    /// Whether the register knew it.
    public var isHere: Bool { facts.document.since <= day || !versions.isEmpty }

    /// The version that comes into force next, where the day is settled.
    public var coming: DocumentVersion? { versions.last { $0.inForce.map { $0 > day } ?? false } }

    /// Why it stands as it does: `review was due on 1 May 2026, 20 days ago`.
    public var why: String {
        if let withdrawal {
            guard let successor = withdrawal.successor else { return "withdrawn on \(withdrawal.on)" }
            return "superseded on \(withdrawal.on) by \(facts.successors[successor]?.title ?? "another document")"
        }
        guard inForce != nil else {
            if let coming, let from = coming.inForce { return "version \(coming.label) comes into force on \(from)" }
            return versions.isEmpty ? "no version is recorded" : "there are drafts alone"
        }
        guard let nextReview else { return "no day is set for its review" }
        let days = day.days(until: nextReview)
        return switch days {
        case ..<0: "its review was due on \(nextReview), \(counted(-days, "day")) ago"
        case 0: "its review is due on this day"
        case ...DocumentView.notice: "its review is due on \(nextReview), in \(counted(days, "day"))"
        default: "its next review is due by \(nextReview)"
        }
    }

}

extension Day {
    /// Later than any day that is entered: where no day is settled yet.
    fileprivate static let distant = Day(number: Int.max / 2)
}
