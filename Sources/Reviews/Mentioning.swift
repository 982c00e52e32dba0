import Kernel
public import Storage

extension Reviews {
    /// What reviews have to do with things of other slices: the plan that answers one, the findings that answer what it asked for, the
    /// documents that it read.
    public static let mentions = [
        MentionSource("Reviews", .reviewsRead) { subjects, day, session in
            let wanted = Set(subjects)
            return try session.reviews(speakingOf: wanted).compactMap { ReviewView($0, among: [], on: day)?.mention(of: wanted) }.stablySorted { -$0.day.number }
        },
    ]
}

extension ReviewView {
    /// Nil where it speaks of none of them.
    fileprivate func mention(of wanted: Set<Subject>) -> Mention? {
        let about = Set(subjects).intersection(wanted).sorted()
        guard !about.isEmpty else { return nil }
        let asked = recommendations.filter { $0.answer.map(wanted.contains) ?? false }.map { "\($0.reference). \($0.words)" }
            + concerns.filter { $0.concern.answer.map(wanted.contains) ?? false }.map { "\($0.concern.kind.words): \($0.concern.words)" }
        let first = asked.first.map { $0.count <= 240 ? $0 : $0.prefix(240).trimmed + "…" }
        return Mention(
            day: isReportedNow ? review.reportedOn ?? review.commissionedOn : review.commissionedOn, by: review.reviewer, words: review.title,
            more: first.map { $0 + (asked.count > 1 ? " (and \(counted(asked.count - 1, "more", "more")))" : "") }, outcome: standing.words,
            sense: standing == .reported ? .told : .idle, about: about, address: ["reviews", review.reference.text])
    }

    private var isReportedNow: Bool { review.isReported(on: day) }
}
