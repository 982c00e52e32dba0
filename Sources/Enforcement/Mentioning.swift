import Kernel
import Premises
public import Storage

extension Enforcement {
    /// Cases and notices as the page of their premises tells of them, for those who read them.
    public static let mentions = [
        MentionSource("Cases", .enforcementRead) { subjects, day, session in
            try session.cases(at: subjects, on: day).map { facts in
                let own = facts.enforcementCase
                let isOpen = own.isOpen(on: day)
                return Mention(
                    day: own.opened, by: facts.officer, words: "\(own.reference): \(own.title)", more: "\(own.origin.words).", outcome: isOpen ? "Open" : "Closed",
                    sense: isOpen ? .partly : .idle, about: [Premises.subject(own.premises)], address: ["enforcement", "cases", own.reference.text])
            }
        },
        MentionSource("Notices", .enforcementRead) { subjects, day, session in
            try session.cases(at: subjects, on: day).flatMap(\.notices).map { NoticeView($0, on: day) }.filter(\.isHere).map { view in
                Mention(
                    day: view.clock?.served.lowerBound ?? view.notice.drafted, by: view.facts.officer,
                    words: "\(view.notice.reference), \(view.notice.type.words.lowercased())", more: "\(view.why.capitalisedFirst).", outcome: view.state.words,
                    sense: view.state.sense, about: [Premises.subject(view.facts.enforcementCase.premises)],
                    address: ["enforcement", "notices", view.notice.reference.text])
            }.stablySorted { -$0.day.number }
        },
    ]
}

extension NoticeState {
    fileprivate var sense: Mention.Sense {
        switch self {
        case .draft, .authorised: .told
        case .inForce, .deferred, .suspended: .partly
        case .expired: .refused
        case .complied: .agreed
        case .abandoned, .withdrawn, .cancelled: .idle
        }
    }
}
