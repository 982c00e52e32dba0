import Kernel
public import People
import Storage

extension Library {
    /// Documents that are to be looked at again, for whoever answers for them; where nobody does, for those who keep the register.
    public static let reminders = ReminderSource { session, day in
        let views = try session.allDocuments().map { DocumentView($0, on: day) }.filter { $0.isHere && $0.standing.counts }
        return { reminded in
            views.compactMap { view in
                let document = view.facts.document
                let isTheirs = document.owner.map(reminded.parties.contains) ?? LibraryPolicy.keeps.allows(reminded.actor)
                guard let next = view.nextReview, isTheirs,
                      LibraryPolicy.reviews(document, actingFor: reminded.parties).allows(reminded.actor) else { return nil }
                return Reminder(
                    .document, document.subject, "Review \(document.title)", of: document.kind.words, day: next,
                    at: ["documents", document.reference.text])
            }
        }
    }
}
