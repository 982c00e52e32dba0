import Kernel
public import People
import Storage

extension Reviews {
    /// Plans that an inspectorate waits for, for those who keep reviews.
    public static let reminders = ReminderSource { session, day in
        let views = try session.reviewViews(on: day)
        return { reminded in
            guard ReviewPolicy.keeps.allows(reminded.actor) else { return [] }
            return views.flatMap { view in view.concerns.compactMap { reminder($0, view.review) } }
        }
    }

    private static func reminder(_ item: ConcernView, _ review: Review) -> Reminder? {
        guard let deadline = item.deadline, item.submission == nil else { return nil }
        let words = item.concern.words.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return Reminder(
            .deadline, item.concern.subject, "Submit the plan in answer to: \(words)", of: "\(review.title), \(review.reviewer)", day: deadline.day,
            at: ["reviews", review.reference.text])
    }
}
